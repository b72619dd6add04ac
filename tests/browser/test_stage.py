"""Faces and what is shared, as people meet them: tiles, pins, captions, and what to do when not."""

import asyncio
from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import Locator, Page, Route, expect

from tests.browser import eyes
from tests.browser.conftest import DESK, PHONE
from tests.browser.full_room import happens, stand_in
from tests.browser.pictures import become, calls, seen, talks

pytestmark = [
    pytest.mark.browser,
    pytest.mark.parametrize("stack", ["embedded"], indirect=True),
]

STAFF: dict[str, Any] = {
    "you": {"seat": "s_00", "name": "Person 0", "role": "staff", "may_share": True},
    "staff": {
        "capacity": 12,
        "extended_s": 0,
        "extension_cap_s": 0,
        "late_cutoff_s": 900,
        "start_due": False,
        "alone_since": None,
        "visitors": [],
        "alerts": [],
        "prompt_waits_for": [],
        "expected": [],
    },
}
# What the page says to the room, from now.
LISTEN = """() => {
  const send = window.room.send.bind(window.room);
  window.said = [];
  window.room.send = text => { window.said.push(text); send(text); };
}"""
TEXT = "BT /F1 40 Tf 60 700 Td (%s) Tj ET"


def tiles(page: Page) -> Locator:
    return page.get_by_role("list", name="Everyone here").get_by_role("listitem")


async def boxes(found: Locator) -> list[dict[str, float]]:
    return [box for one in await found.all() if (box := await one.bounding_box())]


def a_pdf(*pages: str) -> bytes:
    """A PDF of a line a page."""
    kids = " ".join(f"{5 + 2 * n} 0 R" for n in range(len(pages)))
    parts = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for number, words in enumerate(pages):
        text = TEXT % words
        parts.append(f"<< /Length {len(text)} >>\nstream\n{text}\nendstream")
        parts.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] "
            f"/Contents {4 + 2 * number} 0 R /Resources << /Font << /F1 3 0 R >> >> >>"
        )
    body = "".join(f"{n} 0 obj\n{part}\nendobj\n" for n, part in enumerate(parts, 1))
    return f"%PDF-1.4\n{body}trailer << /Root 1 0 R >>\n%%EOF".encode()


async def test_the_circle_stays_until_somebody_is_to_be_seen(open_page, house):
    bob = await open_page("bob", size=PHONE)
    await seen(bob, house.id, 9)
    await expect(bob.get_by_role("group", name="What you see")).to_have_count(0)
    await expect(tiles(bob)).to_have_count(0)
    await talks(bob, "s_02")
    await expect(bob.get_by_role("listitem").filter(has_text="is talking")).to_have_count(1)
    await happens(bob, "CameraSet", seat="s_03", on=True)
    await expect(tiles(bob)).to_have_count(9)
    await bob.get_by_role("button", name="Circle").click()
    await expect(tiles(bob)).to_have_count(0)
    await bob.get_by_role("button", name="Faces").click()
    await expect(tiles(bob)).to_have_count(9)


async def test_what_is_scrolled_out_of_sight_rests_until_it_is_seen(open_page, house):
    bob = await open_page("bob", size=PHONE)
    await seen(bob, house.id, 16, tuple(range(16)))
    await expect(tiles(bob)).to_have_count(16)
    last = tiles(bob).last
    name = (await last.locator("[data-pin]").get_attribute("data-pin")) or ""
    shown = "() => [...window.media.shown.keys()]"
    await bob.wait_for_function("key => !window.media.shown.has(key)", arg=f"{name} camera")
    assert 0 < len(await bob.evaluate(shown)) < 16
    await last.scroll_into_view_if_needed()
    await bob.wait_for_function("key => window.media.shown.has(key)", arg=f"{name} camera")


async def test_a_page_that_could_not_load_its_media_says_so_and_turns_nothing_on(open_page, house):
    bob = await open_page("bob", size=PHONE)
    await stand_in(bob, 5, 2)
    broken = {"content_type": "text/javascript", "body": "throw new Error('gone')"}
    await bob.route("**/assets/opened-*.js", lambda route: route.fulfill(**broken))
    await bob.goto(f"/rooms/{house.id}")
    await expect(bob.get_by_text("sound and picture could not be loaded")).to_be_visible()
    await bob.evaluate(LISTEN)
    await bob.get_by_role("button", name="Mic off").click()
    await bob.wait_for_timeout(300)
    assert not [text for text in await bob.evaluate("window.said") if "SetMicrophone" in text]


@pytest.mark.parametrize(
    ("who", "changes", "stays"),
    [("bob", {}, "I need help"), ("alice", {"seat": 0, **STAFF}, "End session")],
    ids=["phone", "desk"],
)
async def test_without_its_faces_or_a_sheet_the_room_and_its_help_stay(
    open_page, house, who, changes, stays
):
    page = await open_page(who, size=PHONE if who == "bob" else DESK)
    await page.add_init_script("console.error = () => {}")  # it says what was lost
    broken = {"content_type": "text/javascript", "body": "throw new Error('gone')"}
    for part in ("Stage", "SoundSheet", "Lock"):
        await page.route(f"**/assets/{part}-*.js", lambda route: route.fulfill(**broken))
    await seen(page, house.id, 5, (2,), encrypted=True, **changes)
    await expect(page.get_by_text("You see the circle instead")).to_be_visible()
    await expect(page.get_by_role("button", name="Load the page anew")).to_be_visible()
    await expect(page.get_by_role("region", name="The circle")).to_be_visible()
    for button, sheet in (("Sound and picture", "Sound and picture"), ("Encrypted", "Encrypted b")):
        for _ in range(2):
            await page.get_by_role("button", name=button).click()
            dialog = page.get_by_role("dialog", name=sheet)
            await expect(dialog).to_contain_text("could not be loaded")
            await dialog.get_by_role("button", name="Close").click()
            await expect(dialog).to_have_count(0)
        await expect(page.get_by_role("button", name=stays)).to_be_visible()
    await eyes.look(page, f"stage-lost-{who}")


async def test_until_the_media_have_loaded_the_microphone_waits_for_them(open_page, house):
    bob = await open_page("bob", size=PHONE)
    await seen(bob, house.id, 5)
    loaded = asyncio.Event()

    async def late(route: Route) -> None:
        await loaded.wait()
        await route.fallback()

    await bob.route("**/assets/opened-*.js", late)
    await bob.reload(wait_until="domcontentloaded")
    microphone = bob.get_by_role("button", name="Mic off")
    await expect(microphone).to_be_disabled()
    loaded.set()
    await microphone.click()
    assert ["open", "microphone"] in await calls(bob)


async def test_a_press_that_meets_a_mute_does_not_undo_it(open_page, house):
    bob = await open_page("bob", size=PHONE)
    await seen(bob, house.id, 5, people={1: {"microphone": True}})
    await expect(bob.get_by_role("button", name="Mic on")).to_be_visible()
    await happens(bob, "AllMuted")
    await bob.get_by_role("button", name="Mic off").click()
    assert ["open", "microphone"] not in await calls(bob)
    await bob.wait_for_timeout(1_000)
    await bob.get_by_role("button", name="Mic off").click()
    assert ["open", "microphone"] in await calls(bob)


async def test_who_goes_is_silent_at_once_and_stays_where_going_is_refused(open_page, house):
    bob = await open_page("bob", size=PHONE)
    await seen(bob, house.id, 5)
    await bob.evaluate("window.room.send = () => undefined")
    await bob.get_by_role("button", name="Leave").click()
    dialog = bob.get_by_role("dialog")
    await dialog.get_by_role("button", name="Leave").click()
    assert ["rest"] in await calls(bob)
    await expect(dialog.get_by_role("button", name="Stay")).to_be_disabled()
    await expect(dialog).to_be_visible()


@pytest.mark.parametrize("count", [1, 2, 3, 5, 9, 16])
async def test_tiles_fill_a_phone_and_a_desktop(open_page, house, count):
    cameras = tuple(number for number in range(count) if number % 4 != 3)
    bob = await open_page("bob", size=DESK)
    await seen(bob, house.id, max(2, count), cameras)
    await expect(tiles(bob)).to_have_count(max(2, count))
    for width, height in (DESK, PHONE):
        await bob.set_viewport_size({"width": width, "height": height})
        await bob.wait_for_timeout(300)
        shown = await boxes(tiles(bob))
        assert all(box["width"] > 130 and box["x"] >= 0 for box in shown)
        assert all(box["x"] + box["width"] <= width for box in shown)
        if (width, height) == PHONE:
            assert len({round(box["x"]) for box in shown}) <= 3  # two columns, and a last one
    await eyes.look(bob, f"stage-{count}")


async def test_more_than_sixteen_take_another_page(open_page, house):
    bob = await open_page("bob", size=DESK)
    await seen(bob, house.id, 18, (0, 1))
    await expect(tiles(bob)).to_have_count(16)
    await bob.get_by_role("button", name="More faces").click()
    await expect(tiles(bob)).to_have_count(2)
    await expect(bob.get_by_text("2 of 2")).to_be_visible()


async def test_a_tile_says_in_words_what_it_shows(open_page, house):
    bob = await open_page("bob", size=DESK)
    people = {2: {"microphone": True}, 3: {"follows": "text"}}
    await seen(bob, house.id, 4, (2,), {"levels": {"s_02": 1}}, people=people)
    await expect(tiles(bob).nth(2)).to_contain_text("microphone on, weak connection")
    await talks(bob, "s_02")
    await expect(tiles(bob).nth(2)).to_contain_text("is talking")
    await expect(tiles(bob).nth(3)).to_contain_text("reads only")
    await expect(tiles(bob).nth(3)).to_contain_text("camera off")
    await expect(tiles(bob).nth(1)).to_contain_text("Person 1, you")


async def test_without_a_picture_the_circle_tells_whose_connection_is_weak(open_page, house):
    weak = {"levels": {"s_02": 1, "s_03": 2, "s_04": 0}, "apart": []}
    bob = await open_page("bob", size=PHONE)
    await seen(bob, house.id, 9, sound=weak)
    circle = bob.get_by_role("region", name="The circle")
    await expect(circle.locator("[data-weak]")).to_have_count(2)
    said = circle.get_by_role("listitem")
    await expect(said.filter(has_text="Person 2")).to_contain_text("weak connection")
    await expect(said.filter(has_text="Person 4")).to_contain_text("no connection at the moment")
    await expect(said.filter(has_text="connection")).to_have_count(2)
    await eyes.look(bob, "circle-weak")


async def test_the_desk_tells_whose_connection_is_weak(open_page, house):
    alice = await open_page("alice", size=DESK)
    weak = {"levels": {"s_02": 1}, "apart": []}
    await seen(alice, house.id, 9, sound=weak, seat=0, **STAFF)
    await expect(
        alice.get_by_role("button", name="Person 2, here, weak connection")
    ).to_be_visible()
    roster = alice.get_by_role("region", name="Everyone")
    await expect(roster.get_by_role("listitem").filter(has_text="weak connection")).to_have_count(1)
    await eyes.look(alice, "desk-weak")


async def test_what_one_pins_stays_large_and_is_never_paused(open_page, house):
    bob = await open_page("bob", size=DESK)
    await seen(bob, house.id, 9, (0, 2, 4))
    pin = bob.get_by_role("button", name="Pin Person 4")
    await pin.focus()
    await bob.keyboard.press("Enter")
    large = bob.get_by_role("list", name="In large").get_by_role("listitem")
    await expect(large).to_have_count(1)
    await expect(large).to_contain_text("Person 4")
    await expect(bob.get_by_role("button", name="Pin Person 4")).to_be_focused()
    assert ["pin", "s_04 camera"] in await calls(bob)
    # What a facilitator shows to everyone stands beside it, and takes its place from nobody.
    await happens(bob, "Spotlighted", seat="s_02")
    await expect(large).to_have_count(2)
    await eyes.look(bob, "stage-pinned")
    await bob.get_by_role("button", name="Pin Person 4").click()
    await expect(large).to_have_count(1)
    assert (await calls(bob))[-1] == ["pin", None]


async def test_what_is_shared_is_large_and_one_s_own_picture_can_be_hidden(open_page, house):
    bob = await open_page("bob", size=DESK)
    await seen(bob, house.id, 5, (0, 1), people={0: {"shares": "handout"}})
    large = bob.get_by_role("list", name="In large").get_by_role("listitem")
    await expect(large).to_contain_text("Person 0 shows a handout")
    await expect(bob.get_by_role("list", name="The others")).to_contain_text("Person 1, you")
    await eyes.look(bob, "stage-shared")
    await bob.get_by_role("button", name="Sound and picture").click()
    await bob.get_by_label("Show me my own picture").uncheck()
    await bob.get_by_role("button", name="Close").click()
    await expect(bob.get_by_role("list", name="The others")).not_to_contain_text("Person 1")


async def test_pictures_are_asked_for_no_larger_than_they_are_shown(open_page, house):
    bob = await open_page("bob", size=PHONE)
    await seen(bob, house.id, 9, (0, 2))
    await expect(tiles(bob)).to_have_count(9)
    assert await bob.evaluate("window.media.shown.get('s_02 camera')") == "small"
    await bob.get_by_role("button", name="Circle").click()
    await expect(tiles(bob)).to_have_count(0)
    assert await bob.evaluate("window.media.shown.size") == 0


async def test_a_device_is_opened_first_and_the_room_told_only_if_it_works(open_page, house):
    bob = await open_page("bob", size=PHONE)
    await seen(bob, house.id, 5)
    said = "window.said.filter(text => text.includes('SetMicrophone')).length"
    await bob.evaluate(LISTEN)
    await bob.evaluate("window.media.works = false")
    await bob.get_by_role("button", name="Mic off").click()
    assert await calls(bob) == [["pin", None], ["open", "microphone"]]
    assert await bob.evaluate(said) == 0
    await bob.evaluate("window.media.works = true")
    await bob.get_by_role("button", name="Mic off").click()
    assert await bob.evaluate(said) == 1


async def test_trouble_is_told_in_words_with_one_thing_to_do(open_page, house):
    bob = await open_page("bob", size=PHONE)
    await seen(bob, house.id, 5, sound={"trouble": {"microphone": "denied", "camera": "lost"}})
    await expect(bob.get_by_text("allow the microphone, then try again")).to_be_visible()
    await expect(bob.get_by_text("Your camera is gone")).to_be_visible()
    await eyes.look(bob, "stage-trouble")
    await bob.get_by_role("button", name="Put aside").first.click()
    assert ["forget", "microphone"] in await calls(bob)
    await become(bob, trouble={"microphone": None, "camera": None}, blocked=True)
    await bob.get_by_role("button", name="Turn the sound on").click()
    assert ["unblock"] in await calls(bob)
    await become(bob, blocked=False, state="over", why="elsewhere")
    await bob.get_by_role("button", name="Bring them here").click()
    assert ["join"] in await calls(bob)
    await become(bob, why="full")
    await expect(bob.get_by_text("carries five devices")).to_be_visible()
    await become(bob, why="failed")
    await expect(bob.get_by_role("button", name="Try again")).to_be_visible()
    await become(bob, why="cannot_encrypt")
    await expect(bob.get_by_text("this browser can not")).to_be_visible()


async def test_how_one_takes_part_is_chosen_in_plain_words(open_page, house):
    bob = await open_page("bob", size=PHONE)
    devices = [{"id": "a", "name": "Built in"}, {"id": "b", "name": "Headset"}]
    known = {"microphone": devices, "camera": [], "speaker": devices}
    await seen(bob, house.id, 5, sound={"engine": "mesh", "known": known, "blur": False})
    # It stands on the page until one has read it, and in the sheet.
    muting = bob.get_by_text("Muting depends on the other devices")
    await expect(muting).to_be_visible()
    await eyes.look(bob, "stage-muting")
    await bob.get_by_role("button", name="Put aside").click()
    await expect(muting).to_have_count(0)
    await bob.get_by_role("button", name="Sound and picture").click()
    await expect(bob.get_by_text("people could learn each other's network address")).to_be_visible()
    await bob.get_by_label("Less data").check()
    await bob.get_by_label("Microphone").select_option(label="Headset")
    await bob.get_by_label("Blur what is behind me").check()
    asked = await calls(bob)
    assert ["setMode", "less"] in asked
    assert ["choose", "microphone", "b"] in asked
    assert ["setBlur", True] in asked
    await eyes.look(bob, "sound-sheet")
    await become(bob, relay=True)
    await expect(bob.get_by_text("learn each other's network address")).to_have_count(0)
    await expect(muting).to_be_visible()
    await become(bob, engine="sfu")
    await expect(muting).to_have_count(0)


async def test_reading_only_is_offered_where_the_group_or_a_facilitator_allows_it(open_page, house):
    bob = await open_page("bob", size=DESK)
    await seen(bob, house.id, 5, text_allowed=False)
    await bob.get_by_role("button", name="Sound and picture").click()
    await expect(bob.get_by_label("Read only")).to_be_disabled()
    await happens(bob, "TextAllowed", allowed=True)
    await expect(bob.get_by_label("Read only")).to_be_enabled()


async def test_captions_show_two_lines_and_can_be_hidden(open_page, house):
    bob = await open_page("bob", size=PHONE)
    lines = [{"id": 1, "sender": "s_02", "text": "The wave comes."}]
    lines += [{"id": 2, "sender": "s_02", "text": "And it goes."}]
    await seen(bob, house.id, 5, (0,), {"captions": lines})
    log = bob.get_by_role("region", name="Captions")
    await expect(log).to_contain_text("The wave comes.And it goes.")
    await eyes.look(bob, "stage-captions")
    await bob.get_by_role("button", name="Hide captions").click()
    await expect(log).to_have_count(0)


async def test_a_captioner_types_what_is_said(open_page, house):
    bob = await open_page("bob", size=DESK)
    people = {1: {"role": "guest", "function": "captioner"}}
    await seen(bob, house.id, 5, people=people, you={"role": "guest"})
    await bob.evaluate(LISTEN)
    await bob.get_by_label("Type what is said").fill("So the wave comes up.")
    await bob.keyboard.press("Enter")
    assert [text for text in await bob.evaluate("window.said") if "So the wave comes up." in text]
    await expect(bob.get_by_label("Type what is said")).to_have_value("")


async def test_the_lock_has_a_code_to_compare_and_says_what_it_is_not(open_page, house):
    bob = await open_page("bob", size=PHONE)
    words = ["4821", "0937", "5518", "2206"]
    await seen(bob, house.id, 5, sound={"safety": words}, encrypted=True)
    await bob.get_by_role("button", name="Encrypted").click()
    await expect(bob.get_by_text("4821 0937 5518 2206")).to_be_visible()
    await expect(bob.get_by_text("could record you with another device")).to_be_visible()
    await eyes.look(bob, "stage-lock")


async def test_who_is_invited_to_share_may_say_not_now(open_page, house):
    bob = await open_page("bob", size=DESK)
    await seen(bob, house.id, 5)
    await happens(bob, "InvitedToShare", seat="s_01")
    note = bob.get_by_role("region", name="would like to share something")
    await eyes.look(bob, "stage-invited")
    await note.get_by_role("button", name="Not now").click()
    await expect(note).to_have_count(0)
    await bob.get_by_role("button", name="Sound and picture").click()
    await bob.get_by_role("button", name="Share", exact=True).click()
    asked = bob.get_by_role("dialog", name="Share something")
    await expect(asked.get_by_role("button", name="Choose a file")).to_be_visible()
    await expect(bob.get_by_role("dialog")).to_have_count(1)
    await expect(asked.locator(":focus")).to_have_count(1)
    await asked.get_by_role("button", name="Choose a screen").click()
    assert ["shareScreen"] in await calls(bob)


async def test_whoever_is_invited_can_show_a_handout_from_a_phone(open_page, house, tmp_path):
    bob = await open_page("bob", size=PHONE)
    loaded: list[str] = []
    bob.on("request", lambda request: loaded.append(request.url))
    await bob.add_init_script("delete MediaDevices.prototype.getDisplayMedia;")
    await seen(bob, house.id, 5, (0,))
    await happens(bob, "InvitedToShare", seat="s_01")
    note = bob.get_by_role("region", name="would like to share something")
    await expect(note).to_contain_text("a PDF or a picture from this device")
    await eyes.look(bob, "invited-phone")
    await note.get_by_role("button", name="Share").click()
    asked = bob.get_by_role("dialog", name="Share something")
    await expect(asked).to_contain_text("This browser can not share a screen.")
    await expect(asked.get_by_role("button", name="Choose a screen")).to_have_count(0)
    await eyes.look(bob, "invited-what")
    await _pick(bob, tmp_path, "handout.pdf", a_pdf("Urge surfing", "Page two"))
    await expect(asked).to_have_count(0)
    await happens(bob, "SharingStarted", seat="s_01", what="handout")
    pages = bob.get_by_role("region", name="handout.pdf")
    await expect(pages).to_contain_text("Page 1 of 2")
    assert await _ink(bob.get_by_role("list", name="In large")) > 0
    await pages.get_by_role("button", name="On", exact=True).click()
    await expect(pages).to_contain_text("Page 2 of 2")
    await eyes.look(bob, "invited-handout")
    await bob.get_by_role("button", name="Stop sharing").click()
    assert ["stopSharing"] in await calls(bob)
    await happens(bob, "SharingStopped", seat="s_01")
    await expect(pages).to_have_count(0)
    # What staff see and read was loaded for none of it.
    assert [url for url in loaded if "/pdf-" in url]
    assert not [url for url in loaded if "/Desk-" in url or "/staff-" in url]


async def test_a_handout_is_shown_page_by_page_and_sent_nowhere(open_page, house, tmp_path):
    alice = await open_page("alice", size=DESK)
    sent: list[str] = []
    await seen(alice, house.id, 5, (0,), seat=0, **STAFF)
    alice.on("request", lambda request: sent.append(request.method))
    await _choose(alice, tmp_path, "handout.pdf", a_pdf("Urge surfing", "Page two"))
    await happens(alice, "SharingStarted", seat="s_00", what="handout")
    large = alice.get_by_role("list", name="In large")
    await expect(large).to_contain_text("shows a handout")
    pages = alice.get_by_role("region", name="handout.pdf")
    await expect(pages).to_contain_text("Page 1 of 2")
    dark = await _ink(large)
    assert dark > 0
    await eyes.look(alice, "stage-handout", (DESK,))
    await pages.get_by_role("button", name="On", exact=True).click()
    await expect(pages).to_contain_text("Page 2 of 2")
    await pages.get_by_role("button", name="As wide as it goes").click()
    await expect(pages.get_by_role("button", name="Whole page")).to_be_visible()
    await alice.get_by_role("button", name="Stop sharing").first.click()
    assert ["stopSharing"] in await calls(alice)
    await happens(alice, "SharingStopped", seat="s_00")
    await expect(pages).to_have_count(0)
    assert set(sent) <= {"GET"}


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("letter.docx", b"PK\x03\x04 something else", "neither a PDF nor a picture"),
        ("broken.pdf", b"%PDF-1.4 and then nothing", "can not be read"),
        ("empty.pdf", b"", "is empty"),
        ("large.pdf", b"%PDF-" + bytes(30 * 1024 * 1024), "larger than 30 MB"),
    ],
)
async def test_a_file_that_can_not_be_shown_says_what_to_do(
    open_page, house, tmp_path, name, content, says
):
    alice = await open_page("alice", size=DESK)
    await seen(alice, house.id, 3, seat=0, **STAFF)
    await _choose(alice, tmp_path, name, content)
    await expect(alice.get_by_role("alert").filter(has_text=says)).to_be_visible()


async def _choose(page: Page, folder: Path, name: str, content: bytes) -> None:
    await page.get_by_role("button", name="Share", exact=True).click()
    await _pick(page, folder, name, content)


async def _pick(page: Page, folder: Path, name: str, content: bytes) -> None:
    path = folder / name
    path.write_bytes(content)
    async with page.expect_file_chooser() as chooser:
        await page.get_by_role("button", name="Choose a file").click()
    await (await chooser.value).set_files(path)


async def _ink(large: Locator) -> int:
    """How much of the picture is dark, once it plays."""
    video = large.locator("video")
    await expect(video).to_have_js_property("paused", False)
    return int(
        await video.evaluate(
            """async video => {
              for (let i = 0; i < 50 && video.videoWidth === 0; i += 1)
                await new Promise(done => setTimeout(done, 100));
              const canvas = document.createElement("canvas");
              canvas.width = video.videoWidth;
              canvas.height = video.videoHeight;
              const pen = canvas.getContext("2d");
              pen.drawImage(video, 0, 0);
              const { data } = pen.getImageData(0, 0, canvas.width, canvas.height);
              let dark = 0;
              for (let i = 0; i < data.length; i += 4) if (data[i] < 90) dark += 1;
              return dark;
            }"""
        )
    )
