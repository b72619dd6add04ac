"""What a facilitator and the office do about a session: substitutes, alerts, the record."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable

import pytest
from asgiref.sync import sync_to_async
from playwright.async_api import Browser, Locator, Page, Route, expect

from tests.browser.conftest import PASSWORD, PHONE
from tests.browser.eyes import DESK, SCHEMES, look, shot, violations
from tests.live.client import HOME, Device
from tests.live.house import House
from tests.process import ServerProcess

pytestmark = [
    pytest.mark.browser,
    pytest.mark.parametrize("stack", ["embedded"], indirect=True),
]

Come = Callable[[str], Awaitable[Device]]
LATE = ("**/api/v1/sessions*phase=*", "**/api/v1/groups/*/members?*")
INITIALS = "label-content-name-mismatch · <g"
MARIA = {"name": "Maria Baker", "phone": "480 555 0199", "relation": "sister"}


@pytest.fixture
async def come(server: ServerProcess, house: House) -> AsyncIterator[Come]:
    """Brings somebody to the door over a plain socket, who stays until the end."""
    devices: list[Device] = []

    async def knocks(name: str) -> Device:
        ticket = await sync_to_async(house.ticket)(name)
        device = await Device.open(server.socket_url, house.id, ticket)
        devices.append(device)
        await device.does("Knock", attestation=HOME)
        return device

    yield knocks
    await asyncio.gather(*(device.close() for device in devices))


async def at_the_desk(page: Page, house: House) -> Page:
    """Comes in, as whoever belongs to the team."""
    await page.goto(f"/rooms/{house.id}")
    await page.get_by_role("button", name="Come in").click()
    await page.get_by_role("button", name="Mute all").wait_for()
    return page


async def let_in(alice: Page, *names: str) -> None:
    """Alice admits those who wait."""
    waiting = alice.get_by_role("region", name="Waiting")
    for name in names:
        row = waiting.get_by_role("listitem").filter(has_text=name)
        await row.get_by_role("button", name="Admit", exact=True).click()
        await everyone(alice).get_by_role("button", name=name).wait_for()


async def running(page: Page, house: House) -> Page:
    """Alice at her desk, and the group has begun."""
    alice = await at_the_desk(page, house)
    await alice.get_by_role("button", name="Start the group").click()
    await expect(alice.get_by_text("Running", exact=True)).to_be_visible()
    return alice


async def ended(alice: Page) -> None:
    await alice.get_by_role("button", name="End session").click()
    await alice.get_by_role("button", name="End for everyone").click()
    await alice.get_by_role("heading", name="The group has ended").wait_for()


def earlier(shown: str, minutes: int) -> str:
    """A time of the clock some minutes before another."""
    hour, minute = map(int, shown.split(":"))
    whole = (hour * 60 + minute - minutes) % (24 * 60)
    return f"{whole // 60:02}:{whole % 60:02}"


async def look_at_desk(page: Page, name: str) -> None:
    """As `look`; the letters in a seat of the circle are its picture, not the name of a button."""
    found: list[str] = []
    for width, height in (PHONE, DESK):
        await page.set_viewport_size({"width": width, "height": height})
        for scheme in SCHEMES:
            await page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            await shot(page, f"{name}-{width}-{scheme}")
            said = await violations(page)
            found += [one for one in said if not one.startswith(INITIALS)]
        assert await page.evaluate("document.documentElement.scrollWidth") <= width
    await page.emulate_media(color_scheme="light", reduced_motion="null")
    assert not found, f"{name}:\n" + "\n".join(found)


def everyone(alice: Page) -> Locator:
    return panel(alice, "Everyone")


def panel(page: Page, name: str) -> Locator:
    return page.get_by_role("region", name=name)


async def test_a_substitute_assigned_while_the_group_runs_can_come_in(open_page, house):
    alice = await running(await open_page("alice"), house)
    sue = await open_page("sue")
    await sue.goto(f"/rooms/{house.id}")
    await expect(sue.get_by_role("heading", name="There is nothing here for you")).to_be_visible()

    olga = await open_page("olga")
    await olga.goto(f"/sessions/{house.id}")
    await panel(olga, "Team").get_by_role("button", name="Assign").click()
    dialog = olga.get_by_role("dialog")
    await dialog.get_by_role("searchbox").fill("Sue")
    await dialog.get_by_role("radio", name="Sue").check()
    await look(olga, "meeting-assign")
    await dialog.get_by_role("button", name="Assign", exact=True).click()
    await expect(panel(olga, "Team").get_by_text("Sue", exact=True)).to_be_visible()

    await at_the_desk(sue, house)
    await expect(everyone(alice).get_by_role("button", name="Sue")).to_be_visible()


async def test_removing_asks_once_and_the_removed_person_sees_a_kind_page(open_page, house, come):
    alice = await running(await open_page("alice"), house)
    await come("bob")
    await let_in(alice, "Bob")
    bob = await open_page("bob", size=PHONE)
    await bob.goto(f"/rooms/{house.id}")
    await bob.get_by_role("button", name="Raise hand").wait_for()

    await alice.get_by_role("button", name="Remove", exact=True).click()
    dialog = alice.get_by_role("dialog")
    await dialog.get_by_label("Whom?").select_option("Bob")
    await dialog.get_by_label("Reason").select_option("Safety")
    await expect(bob.get_by_role("button", name="Raise hand")).to_be_visible()
    await dialog.get_by_role("button", name="Remove", exact=True).click()

    await expect(bob.get_by_role("heading", name="You are out of the group")).to_be_visible()
    assert "safety" not in (await bob.inner_text("main")).lower()
    await alice.get_by_role("button", name="Let back in: Bob").click()
    await expect(alice.get_by_role("button", name="Let back in: Bob")).to_have_count(0)


async def test_an_alert_leads_to_the_emergency_contact_in_one_click(open_page, house, come):
    bob = house.people["bob"]
    bob.emergency_contact = MARIA
    await sync_to_async(bob.save)(update_fields=["emergency_contact"])
    alice = await running(await open_page("alice"), house)
    device = await come("bob")
    await let_in(alice, "Bob")
    await device.does("AskForHelp", words="It is too much")

    alert = alice.get_by_role("article").filter(has_text="Bob asked for help")
    await expect(alert.get_by_text("It is too much")).to_be_visible()
    await expect(alert.get_by_text("12 Home Street")).to_be_visible()
    assert "Jo Doe" not in await alice.inner_text("body")
    await look_at_desk(alice, "desk-alert")
    await alert.get_by_role("button", name="Call card").click()
    card = alice.get_by_role("dialog", name="Bob")
    await expect(card.get_by_text("Jo Doe")).to_be_visible()
    await expect(card.get_by_text("Maria Baker, sister")).to_be_visible()
    await expect(card.get_by_role("link", name="480 555 0199")).to_be_visible()
    await look_at_desk(alice, "desk-card")


async def test_the_end_says_how_things_stand_before_it_is_confirmed(open_page, house, come):
    alice = await running(await open_page("alice"), house)
    device = await come("bob")
    await let_in(alice, "Bob")
    await come("eve")
    await device.does("AskForHelp")
    await alice.get_by_role("article").wait_for()
    await alice.get_by_role("button", name="End session").click()
    dialog = alice.get_by_role("dialog")
    for sentence in ("1 alert is open", "1 is here", "1 is still waiting"):
        await expect(dialog.get_by_text(sentence)).to_be_visible()
    await look_at_desk(alice, "desk-end")


async def test_a_forgotten_start_is_corrected_and_the_record_signed(open_page, house, come):
    alice = await running(await open_page("alice"), house)
    await come("bob")
    await let_in(alice, "Bob")
    await ended(alice)
    await expect(alice.get_by_role("row", name="Bob")).to_be_visible()

    await panel(alice, "Corrections").get_by_role("button", name="Correct a time").click()
    dialog = alice.get_by_role("dialog")
    time = dialog.get_by_label("It really was at")
    await time.fill(earlier(await time.input_value(), 3))
    await expect(dialog.get_by_text("The start moves from")).to_be_visible()
    await dialog.get_by_label("Why").fill("I pressed the button late")
    await look(alice, "closing-correct")
    await dialog.get_by_role("button", name="Correct", exact=True).click()
    corrections = panel(alice, "Corrections")
    await expect(corrections.get_by_text("I pressed the button late")).to_be_visible()

    await panel(alice, "Signatures").get_by_role("button", name="Sign the record").click()
    await expect(alice.get_by_role("dialog").get_by_text("You sign as")).to_contain_text("Alice")
    await look(alice, "closing-sign")
    await alice.get_by_role("button", name="Sign", exact=True).click()
    signatures = panel(alice, "Signatures")
    await expect(signatures.get_by_text("Alice", exact=True)).to_be_visible()
    await expect(signatures.get_by_text("Facilitated")).to_be_visible()
    await look(alice, "closing")


async def test_what_is_refused_is_said_in_the_dialog_which_stays_open(open_page, house):
    alice = await running(await open_page("alice"), house)
    await alice.get_by_role("button", name="Announce").click()
    dialog = alice.get_by_role("dialog")
    await dialog.get_by_label("Text").fill("   ")
    await dialog.get_by_role("button", name="Announce").click()
    await expect(dialog.get_by_role("alert")).to_be_visible()
    await dialog.get_by_label("Text").fill("We meet a little longer today")
    await dialog.get_by_role("button", name="Announce").click()
    await expect(dialog).to_have_count(0)
    await expect(alice.get_by_text("We meet a little longer today").first).to_be_visible()


async def test_keys_do_nothing_while_one_types(open_page, house, come):
    alice = await running(await open_page("alice"), house)
    device = await come("bob")
    await let_in(alice, "Bob")
    await device.does("SetMicrophone", on=True)
    mute = alice.get_by_role("button", name="Mute Bob")
    await alice.get_by_label("Write a message").focus()
    await alice.keyboard.press("Alt+m")
    await expect(mute).to_be_visible()
    await alice.get_by_label("Write a message").blur()
    await alice.keyboard.press("Alt+m")
    await expect(mute).to_have_count(0)


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
@pytest.mark.parametrize("late", LATE, ids=["next", "expected"])
async def test_a_way_in_never_moves_from_under_the_finger(open_page, size, late):
    alice = await open_page("alice", size=size)
    asked, answered = asyncio.Event(), asyncio.Event()

    async def later(route: Route) -> None:
        asked.set()
        await answered.wait()
        await route.continue_()

    await alice.route(late, later)
    await alice.reload()
    await alice.get_by_role("heading", name="Hello, Alice").wait_for()
    await asyncio.sleep(2)  # all else that comes has come
    before = await ways_in(alice)
    assert asked.is_set()
    answered.set()
    await expect(alice.get_by_text("3 expected")).to_have_count(2)
    after = await ways_in(alice)
    assert len(after) == 2
    assert before == after[: len(before)]


async def ways_in(page: Page) -> list[dict[str, float] | None]:
    """Where each link into the room is, from the top."""
    links = page.get_by_role("link", name="Come in", exact=True)
    return [await link.bounding_box() for link in await links.all()]


async def test_the_schedule_leads_to_the_room_and_to_the_session(open_page, house):
    alice = await open_page("alice")
    await look(alice, "schedule")
    hero = panel(alice, "Next")
    await expect(hero.get_by_text("Door open")).to_be_visible()
    await hero.get_by_role("link", name="The session").click()
    await expect(alice.get_by_role("heading", name="Evening group")).to_be_visible()
    await expect(alice.get_by_role("row", name="Bob")).to_be_visible()
    await look(alice, "meeting")
    await alice.get_by_role("link", name="Come in").click()
    await expect(alice.get_by_role("button", name="Come in")).to_be_visible()


async def test_a_session_of_somebody_else_is_nothing(browser, server, house):
    # Not a page of the fixture: that something is not found is what this is about.
    carol = await signed_in(browser, server, "carol")
    await carol.goto(f"/sessions/{house.id}")
    nothing = carol.get_by_role("heading", name="There is nothing here for you")
    await expect(nothing).to_be_visible()


async def signed_in(browser: Browser, server: ServerProcess, name: str) -> Page:
    page = await browser.new_page(base_url=server.url)
    await page.goto("/")
    await page.get_by_label("E-mail or sign-in name").fill(f"{name}@example.org")
    await page.get_by_label("Password", exact=True).fill(PASSWORD)
    await page.get_by_role("button", name="Sign in", exact=True).click()
    await page.get_by_role("heading", name="Hello").wait_for()
    return page
