"""The record of a session in real pages: the list, the picture, its figures, and who looked."""

import csv
from datetime import timedelta
from pathlib import Path

import pytest
from asgiref.sync import sync_to_async
from django.db import connection, transaction
from django.utils import timezone
from playwright.async_api import Browser, Page, expect

from accounts import access, grants
from accounts.models import AccessLog, AuditGrant, Membership
from accounts.roles import Role
from sessions_app.ledger import triggers
from sessions_app.models import GroupSession, LedgerEntry
from tests.api.evening import SECRET, play
from tests.browser.conftest import PASSWORD, PHONE, Open
from tests.browser.eyes import look
from tests.live.house import House, planned
from tests.process import ServerProcess

pytestmark = [
    pytest.mark.browser,
    pytest.mark.parametrize("stack", ["embedded"], indirect=True),
]
HOURS_AGO = 6


def evening(house: House) -> GroupSession:
    """An evening of some hours ago; dana may read it, and see bob by name."""
    with transaction.atomic():  # or the server's clock opens its door first
        session = planned(house.group, -HOURS_AGO * 3600)
        play(session, {name.title(): seat for name, seat in house.seats.items()})
    bob = house.people["bob"]
    bob.legal_name = "Robert Brown"
    bob.save(update_fields=["legal_name"])
    grants.grant(
        clinic=house.clinic,
        auditor_code=Membership.objects.get(user=house.people["dana"], role=Role.AUDITOR).code,
        purpose="Payer review",
        starts=session.planned_date,
        ends=session.planned_date,
        expires_at=timezone.now() + timedelta(days=1),
        by=house.people["olga"],
        people=[bob.public_id],
    )
    return session


@pytest.fixture
async def past(house: House) -> GroupSession:
    return await sync_to_async(evening)(house)


@pytest.fixture
async def audit(browser: Browser, server: ServerProcess, house: House) -> Open:
    """Opens the pages of somebody whose first one is the list of records."""

    async def signed_in(name: str) -> Page:
        place = await browser.new_context(base_url=server.url)
        page = await place.new_page()
        await page.goto("/")
        await page.get_by_label("E-mail or sign-in name").fill(f"{name}@example.org")
        await page.get_by_label("Password", exact=True).fill(PASSWORD)
        await page.get_by_role("button", name="Sign in", exact=True).click()
        await page.get_by_role("heading", name="Records").wait_for()
        return page

    return signed_in


def forge(session: GroupSession, entry: int) -> None:
    """Change an entry behind the room's back, past what the database refuses."""
    with connection.schema_editor() as editor:
        triggers.remove(editor)
    LedgerEntry.objects.filter(session=session, seq=entry).update(actor="s_aaaaaaaaaaaaaaaa")


async def read(page: Page, session: GroupSession) -> None:
    """The page of the record, as somebody comes to it by its address."""
    await page.goto(f"/sessions/{session.pk}/record")
    await page.get_by_role("heading", name="How the session went").wait_for()


async def test_an_auditor_goes_from_the_list_to_the_entries_behind_a_figure(audit, past):
    dana = await audit("dana")
    await expect(dana.get_by_text("Your purpose: Payer review")).to_be_visible()
    await expect(dana.get_by_text("You may read the records of")).to_be_visible()
    await expect(dana.get_by_text("You see by name: Robert Brown.")).to_be_visible()
    await look(dana, "records-auditor")
    await dana.get_by_role("row").filter(has_text="Signed").get_by_role("link").click()

    await expect(dana.get_by_text("Record verified")).to_be_visible()
    await expect(dana.get_by_text("The clinic sees that you looked")).to_be_visible()
    people = dana.get_by_role("table", name="Participants")
    await expect(people.get_by_role("rowheader")).to_have_text(
        ["Robert Brown", "Seat 2", "Seat 3"], use_inner_text=True
    )
    figure = people.get_by_role("button", name="Robert Brown, credited time: 50 min")
    await figure.click()
    side = dana.get_by_role("complementary")
    await expect(side.get_by_role("heading")).to_contain_text("Robert Brown, 50 min from")
    await expect(side.get_by_text("let Robert Brown in.")).to_be_visible()
    await expect(side.get_by_text("began a break")).to_be_visible()
    await expect(figure).to_have_attribute("aria-pressed", "true")
    await look(dana, "record-figure")
    assert SECRET not in await dana.inner_text("body")


def kinds(name: str, session: GroupSession) -> list[str]:
    """What of a session somebody looked at, as it was written down."""
    codes = Membership.objects.filter(user__email=f"{name}@example.org").values("code")
    looks = AccessLog.objects.filter(actor__in=codes, object_id=str(session.pk))
    return sorted(looks.values_list("kind", flat=True))


looked_at = sync_to_async(kinds)


async def test_opening_a_record_is_one_look_at_each_thing(open_page, past):
    olga = await open_page("olga")
    await read(olga, past)
    await expect(olga.get_by_text("Record verified")).to_be_visible()
    await expect(olga.get_by_role("list", name="What the signs mean")).to_be_visible()
    opened = ["attendance", "ledger", "verification"]
    assert await looked_at("olga", past) == opened
    await olga.get_by_role("button", name="Robert Brown, hands raised").click()
    side = olga.get_by_role("complementary")
    await expect(side.get_by_text("raised a hand.")).to_be_visible()
    assert await looked_at("olga", past) == opened  # the picture has it already
    await olga.get_by_label("About").scroll_into_view_if_needed()
    everything = olga.get_by_role("region", name="Everything that happened")
    await expect(everything.get_by_text("started the group")).to_be_visible()
    assert await looked_at("olga", past) == sorted([*opened, "ledger"])


async def test_the_picture_goes_close_to_what_is_chosen(open_page, past):
    olga = await open_page("olga")
    await read(olga, past)
    await olga.get_by_role("button", name="Robert Brown, hands raised").click()
    await olga.get_by_role("button", name="Closer to what you chose").click()
    await expect(olga.get_by_role("status").filter(has_text="16 times as wide")).to_have_count(1)
    region = olga.get_by_role("region", name="Timeline")
    assert await region.evaluate("one => one.scrollLeft > 0")
    await olga.get_by_role("button", name="All of it").click()
    assert await region.evaluate("one => one.scrollLeft") == 0


async def test_the_picture_is_walked_by_the_keyboard(open_page, past):
    olga = await open_page("olga")
    await read(olga, past)
    lane = olga.get_by_role("button", name="Robert Brown: present, 50 min credited")
    await lane.focus()
    heard = olga.get_by_role("status").filter(has_text="waited at the door")
    await olga.keyboard.press("ArrowRight")
    await expect(heard).to_have_count(1)
    await olga.keyboard.press("ArrowRight")
    await expect(olga.get_by_role("status").filter(has_text="time here")).to_have_count(1)
    await olga.keyboard.press("ArrowDown")
    await expect(olga.get_by_role("button", name="Jo Doe: left early")).to_be_focused()
    await olga.keyboard.press("Enter")
    side = olga.get_by_role("complementary")
    await expect(side.get_by_role("heading")).to_contain_text("Jo Doe, 30 min from")
    group = olga.get_by_role("region", name="The group")
    await group.get_by_role("button", name="50 min").click()
    await expect(side.get_by_role("heading")).to_contain_text("The group, 50 min from")
    await expect(side.get_by_text("The group ended: its time was over.")).to_be_visible()
    await olga.get_by_role("button", name="Closer").click()
    await expect(olga.get_by_role("button", name="All of it")).to_be_visible()


async def test_entries_are_narrowed_and_shown_as_they_are_stored(open_page, past):
    olga = await open_page("olga")
    await read(olga, past)
    everything = olga.get_by_role("region", name="Everything that happened")
    await everything.get_by_label("About").select_option("safety")
    await expect(everything.get_by_text("The staff were asked to look after")).not_to_have_count(0)
    await expect(everything.get_by_text("started the group")).to_have_count(0)
    await expect(everything.get_by_text("something private belongs to it").first).to_be_visible()
    await everything.get_by_label("Person").select_option(label="Robert Brown")
    await everything.get_by_label("About").select_option("floor")
    await expect(everything.get_by_text("1 entry", exact=True)).to_be_visible()
    await everything.locator("summary").click()
    await expect(everything.get_by_text('"kind": "HandRaised"')).to_be_visible()
    await everything.get_by_role("button", name="Show all").click()
    await expect(everything.get_by_text("started the group")).to_be_visible()


async def test_the_record_is_taken_along(open_page, past):
    olga = await open_page("olga")
    await read(olga, past)
    await olga.get_by_role("button", name="Export").click()
    await look(olga, "record-export")
    people = await _taken(olga, "Take People as CSV")
    lines = list(csv.DictReader(people.read_text().splitlines()))
    assert [line["person"] for line in lines if line["role"] == "participant"] == [
        "Robert Brown",
        "Jo Doe",
        "Jo Doe",
    ]
    assert "HandRaised" in (await _taken(olga, "Take Ledger as CSV")).read_text()
    whole = (await _taken(olga, "Take everything as JSON")).read_text()
    assert '"kind": "HandRaised"' in whole
    assert SECRET not in whole


async def _taken(page: Page, button: str) -> Path:
    async with page.expect_download() as coming:
        await page.get_by_label(button).click()
    return Path(await (await coming.value).path())


async def test_a_changed_entry_shows_as_not_holding(open_page, past):
    await sync_to_async(forge)(past, 5)
    olga = await open_page("olga")
    await read(olga, past)
    badge = olga.get_by_role("status").filter(has_text="does not hold")
    await expect(badge).to_have_text("This record does not hold, from entry 5 on")
    await expect(
        olga.get_by_text("What the database lists of this entry differs from what was written.")
    ).to_be_visible()
    await look(olga, "record-broken")
    await olga.get_by_role("button", name="Show entry 5").click()
    await expect(olga.get_by_text("Only entry 5 is shown.")).to_be_visible()
    await olga.get_by_role("button", name="Verify again").click()
    await expect(olga.get_by_role("status").filter(has_text="Read again just now")).to_be_visible()
    await expect(badge).to_contain_text("does not hold, from entry 5 on")


async def test_the_sessions_staff_see_figures_and_no_entries(open_page, past):
    alice = await open_page("alice")
    await read(alice, past)
    await expect(alice.get_by_text("Record verified")).to_be_visible()
    await expect(alice.get_by_text("Attendance and verification are here for you.")).to_be_visible()
    await alice.get_by_role("button", name="Bob: present, 50 min credited").focus()
    await alice.keyboard.press("ArrowRight")
    heard = alice.get_by_role("status").filter(has_text="waited at the door")
    await expect(heard).to_have_count(1)
    assert await looked_at("alice", past) == ["attendance", "verification"]
    await alice.get_by_role("button", name="Bob, credited time").click()
    side = alice.get_by_role("complementary")
    await expect(side.get_by_text("It comes from entries")).to_be_visible()
    await alice.get_by_role("button", name="Export").click()
    await expect(alice.get_by_label("Take Ledger as CSV")).to_have_count(0)


async def test_a_participant_finds_nothing_at_the_address(open_page, past):
    bob = await open_page("bob")
    await bob.goto(f"/sessions/{past.pk}/record")
    await expect(bob.get_by_role("heading", name="There is nothing here for you")).to_be_visible()


async def test_a_record_on_a_phone(open_page, past):
    olga = await open_page("olga", size=PHONE)
    await olga.goto("/sessions")
    await olga.get_by_role("row").filter(has_text="Signed").get_by_role("link").click()
    await expect(olga.get_by_text("Record verified")).to_be_visible()
    await olga.get_by_role("button", name="Robert Brown, credited time").click()
    dialog = olga.get_by_role("dialog", name="Robert Brown, 50 min")
    await expect(dialog.get_by_text("let Robert Brown in.")).to_be_visible()
    await look(olga, "record-phone", sizes=(PHONE,))
    await olga.keyboard.press("Escape")
    await expect(dialog).to_have_count(0)
    await olga.get_by_role("button", name="Robert Brown, hands raised").click()
    await olga.keyboard.press("Escape")
    await olga.get_by_role("button", name="Closer to what you chose").click()
    await look(olga, "record-close", sizes=(PHONE,))
    await olga.get_by_role("button", name="All of it").click()
    await look(olga, "record")


async def test_sessions_are_found_by_person_and_by_days(open_page, past):
    olga = await open_page("olga")
    await olga.goto("/sessions")
    await olga.get_by_label("Person").fill("Robert")
    await olga.get_by_role("button", name="Robert Brown").click()
    await expect(olga.get_by_role("cell", name="present 50 min")).to_be_visible()
    assert "Robert" not in olga.url
    await olga.get_by_label("Days").select_option("own")
    await olga.get_by_label("From").fill("2020-01-01")
    await olga.get_by_label("To", exact=True).fill("2020-01-31")
    await expect(olga.get_by_text("No session fits these filters")).to_be_visible()
    await look(olga, "records-none")
    await olga.get_by_role("button", name="Show all").click()
    await expect(olga.get_by_role("row").filter(has_text="Signed")).to_be_visible()


async def test_an_auditor_reads_who_looked_by_name(audit, past):
    today = timezone.localdate()
    await sync_to_async(AuditGrant.objects.update)(ends=today + timedelta(days=1))
    await sync_to_async(_looked)(past)
    dana = await audit("dana")
    await dana.goto("/audit")
    log = dana.get_by_role("table", name="Who looked")
    row = log.get_by_role("row").filter(has_text="the attendance of a session")
    await expect(row).to_contain_text("Jo Doe")
    await look(dana, "audit-auditor")


def _looked(past: GroupSession) -> None:
    alice = Membership.objects.get(user__email="alice@example.org")
    access.record(past.group.clinic_id, alice.code, "care", "attendance", str(past.pk))


async def test_access_is_given_and_taken_back_and_every_look_is_listed(open_page, past):
    olga = await open_page("olga")
    await read(olga, past)
    await olga.goto("/audit")
    log = olga.get_by_role("table", name="Who looked")
    await expect(
        log.get_by_role("row").filter(has_text="the ledger of a session").first
    ).to_contain_text("you")
    await look(olga, "audit-log")
    await olga.get_by_label("What").select_option("verification")
    await expect(log.get_by_text("the ledger of a session")).to_have_count(0)

    await olga.get_by_role("button", name="Auditors' access").click()
    await olga.get_by_role("button", name="Give access").click()
    dialog = olga.get_by_role("dialog")
    await dialog.get_by_label("Purpose").fill("Yearly review")
    await dialog.get_by_label("Add somebody by name").fill("Robert")
    await dialog.get_by_role("button", name="Robert Brown").click()
    await look(olga, "audit-give")
    await dialog.get_by_role("button", name="Give access").click()
    given = olga.get_by_role("listitem").filter(has_text="Yearly review")
    await expect(given).to_contain_text("1 person by name")
    await given.get_by_role("button", name="Revoke").click()
    await olga.get_by_role("dialog").get_by_role("button", name="End the access").click()
    await expect(given).to_contain_text("revoked")
    await look(olga, "audit-grants")
