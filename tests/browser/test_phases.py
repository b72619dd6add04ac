"""A group through all its phases in real pages: what reloads, drops, holds and the end do to it."""

import re

import pytest
from asgiref.sync import sync_to_async
from playwright.async_api import Page, expect

from tests.browser.conftest import PHONE, build, enter, knock
from tests.live.house import House
from tests.process import ServerProcess

pytestmark = [
    pytest.mark.browser,
    pytest.mark.parametrize("stack", ["embedded"], indirect=True),
]
RULES = {"lead_grace_s": 1, "hold_after_s": 3, "reconnect_s": 5}


@pytest.fixture
async def house(server: ServerProcess, request: pytest.FixtureRequest) -> House:
    """A group whose team is missed soon; a test may ask for other times."""
    options = getattr(request, "param", {})
    return await sync_to_async(build)(**RULES, **options)


async def at_the_desk(open_page, name: str) -> Page:
    page = await open_page(name)
    await enter(page)
    await page.get_by_role("button", name="Come in").click()
    await page.get_by_role("button", name="Mute all").wait_for()
    return page


async def waiting(open_page, name: str = "bob") -> Page:
    page = await open_page(name, size=PHONE)
    await enter(page)
    await knock(page)
    await page.get_by_role("heading", name="You are in the waiting room").wait_for()
    return page


async def admit(alice: Page, page: Page) -> None:
    await alice.get_by_role("button", name="Admit", exact=True).click()
    await expect(page.get_by_role("button", name="Raise hand")).to_be_visible()


async def survives(page: Page, sign: str) -> None:
    """A reload, then a network that is gone for a moment, leave the page where it was."""
    await page.reload()
    await expect(page.get_by_text(sign).first).to_be_visible()
    await page.context.set_offline(True)
    await expect(page.get_by_text("We lost your connection")).to_be_visible()
    await page.context.set_offline(False)
    await expect(page.get_by_text("We lost your connection")).to_have_count(0, timeout=20_000)
    await expect(page.get_by_text(sign).first).to_be_visible()


async def test_a_reload_and_a_lost_network_keep_ones_place_in_every_phase(open_page):
    alice = await at_the_desk(open_page, "alice")
    bob = await waiting(open_page)
    await survives(bob, "You are in the waiting room")
    await admit(alice, bob)
    await survives(bob, "the group has not started yet")

    await alice.get_by_role("button", name="Start the group").click()
    await survives(bob, "with your group since")
    await survives(alice, "Running")

    await alice.get_by_role("button", name="Break", exact=True).click()
    await alice.get_by_role("dialog").get_by_role("button", name="Break").click()
    await survives(bob, "Time for a break.")
    await alice.get_by_role("button", name="End break").click()
    await expect(bob.get_by_text("Time for a break.")).to_have_count(0)

    await alice.get_by_role("button", name="End session").click()
    await alice.get_by_role("dialog").get_by_role("button", name="End for everyone").click()
    await expect(bob.get_by_role("heading", name="Thank you for being here")).to_be_visible()
    await bob.reload()
    await expect(bob.get_by_role("heading", name="Thank you for being here")).to_be_visible()


async def test_a_group_without_its_team_holds_and_goes_on_when_one_is_back(open_page):
    alice = await at_the_desk(open_page, "alice")
    amir = await at_the_desk(open_page, "amir")
    bob = await waiting(open_page)
    await admit(alice, bob)
    await alice.get_by_role("button", name="Start the group").click()
    await expect(bob.get_by_text("with your group since")).to_be_visible()

    await alice.close()
    await expect(amir.get_by_text("Amir leads the group now.")).to_be_visible(timeout=30_000)
    await amir.close()
    on_hold = bob.get_by_text("No facilitator is here at the moment.")
    await expect(on_hold).to_be_visible(timeout=30_000)
    await expect(bob.get_by_role("button", name="I need help")).to_be_enabled()

    again = await open_page("amir")
    await enter(again)
    come_in = again.get_by_role("button", name="Come in")
    desk = again.get_by_role("button", name="Mute all")
    await come_in.or_(desk).wait_for()
    if await come_in.is_visible():
        await come_in.click()
    await expect(on_hold).to_have_count(0, timeout=20_000)


@pytest.mark.parametrize("house", [{"starts_in_s": -218, "length_min": 5}], indirect=True)
async def test_the_end_is_announced_a_minute_before_and_comes_by_itself(open_page):
    alice = await at_the_desk(open_page, "alice")
    bob = await waiting(open_page)
    decide = alice.get_by_role("button", name=re.compile("^(Admit|Decide)$"))
    await decide.click()
    if await alice.get_by_role("dialog").count():
        await alice.get_by_role("dialog").get_by_role("button", name="Admit").click()
    await alice.get_by_role("button", name="Start the group").click()
    warned = bob.get_by_role("log").filter(has_text="One minute is left.")
    await expect(warned).to_be_visible(timeout=50_000)
    ended = bob.get_by_role("heading", name="Thank you for being here")
    await expect(ended).to_be_visible(timeout=90_000)


async def test_a_second_tab_is_the_same_person(open_page, house):
    alice = await at_the_desk(open_page, "alice")
    bob = await waiting(open_page)
    await admit(alice, bob)
    tab = await bob.context.new_page()
    await tab.goto(f"/rooms/{house.id}")
    await expect(tab.get_by_role("button", name="Raise hand")).to_be_visible()
    await tab.get_by_role("button", name="Raise hand").click()
    await expect(bob.get_by_role("button", name="Lower hand")).to_be_visible()
    assert await alice.get_by_role("button", name="Bob, here").count() == 1
    await bob.close()
    await tab.get_by_role("button", name="Lower hand").click()
    await expect(alice.get_by_text("No hand is raised.")).to_be_visible()
    await expect(alice.get_by_role("button", name="Bob, here")).to_be_visible()


async def test_who_is_removed_stays_out_until_let_back_in(open_page, house):
    alice = await at_the_desk(open_page, "alice")
    bob = await waiting(open_page)
    await admit(alice, bob)
    await alice.get_by_role("button", name="Bob, here").click()
    await alice.get_by_role("dialog").get_by_role("button", name="Remove").click()
    await alice.get_by_role("dialog").get_by_role("button", name="Remove").click()
    out = bob.get_by_role("heading", name="You are out of the group for now")
    await expect(out).to_be_visible()
    assert "conduct" not in (await bob.inner_text("body")).lower()
    await bob.goto(f"/rooms/{house.id}")
    await expect(out).to_be_visible()
    await alice.get_by_role("button", name="Let back in").click()
    await expect(bob.get_by_role("button", name="Knock again")).to_be_visible()
