"""A small session in real pages: alice facilitates at a desk, bob and eve take part by phone."""

import pytest
from playwright.async_api import Page, expect

from tests.browser.conftest import DESK, PHONE, enter, knock, shot

pytestmark = [
    pytest.mark.browser,
    pytest.mark.parametrize("stack", ["embedded"], indirect=True),
]


async def the_group(open_page, *names: str) -> list[Page]:
    """Alice's page and those of the others, all inside and the group running."""
    alice = await open_page("alice")
    await enter(alice)
    await alice.get_by_role("button", name="Come in").click()
    pages = []
    for name in names:
        page = await open_page(name, size=PHONE)
        await enter(page)
        await knock(page)
        await page.get_by_role("heading", name="You are in the waiting room").wait_for()
        await alice.get_by_role("button", name="Admit", exact=True).click()
        await page.get_by_role("button", name="Raise hand").wait_for()
        pages.append(page)
    await alice.get_by_role("button", name="Start the group").click()
    await alice.get_by_role("button", name="Mute all").wait_for()
    return [alice, *pages]


async def test_a_small_session_from_the_sign_in_to_the_end(open_page):
    alice, bob = await the_group(open_page, "bob")
    await expect(bob.get_by_text("with your group since")).to_be_visible()

    await bob.get_by_role("button", name="Raise hand").click()
    hands = alice.get_by_role("region", name="Hands, in order")
    await expect(hands.get_by_text("Bob")).to_be_visible()
    await hands.get_by_role("button", name="Call on").click()
    await expect(bob.get_by_text("You are called on. Take your time.").first).to_be_visible()
    await expect(hands.get_by_text("No hand is raised.")).to_be_visible()

    await bob.get_by_role("button", name="Chat").click()
    await bob.get_by_label("Write a message").fill("I walked here")
    await bob.get_by_role("button", name="Send").click()
    await expect(alice.get_by_text("I walked here")).to_be_visible()
    await shot(bob, "participant-phone")

    await alice.get_by_role("button", name="End session").click()
    await alice.get_by_role("button", name="End for everyone").click()
    await expect(bob.get_by_role("heading", name="Thank you for being here")).to_be_visible()
    await expect(alice.get_by_role("heading", name="The group has ended")).to_be_visible()
    await shot(bob, "ended-phone")


async def test_asking_for_help_is_seen_by_staff_and_by_nobody_else(open_page):
    alice, bob, eve = await the_group(open_page, "bob", "eve")
    await bob.get_by_role("button", name="I need help").click()
    await bob.get_by_label("What is going on?").fill("It is too much")
    await bob.get_by_role("button", name="Tell the facilitators").click()
    await expect(bob.get_by_text("The facilitators have been told.")).to_be_visible()

    alert = alice.get_by_role("article").filter(has_text="Bob asked for help")
    await expect(alert.get_by_text("It is too much")).to_be_visible()
    await expect(alert.get_by_text("call 480 555 0100")).to_be_visible()
    await shot(alice, "facilitator-alert")
    await alert.get_by_role("button", name="I have this").click()
    await expect(bob.get_by_text("Somebody has seen it")).to_be_visible()
    assert "help" not in (await eve.inner_text("main")).lower()

    await alert.get_by_role("button", name="Resolve").click()
    await alice.get_by_role("dialog").get_by_role("button", name="Resolve").click()
    await expect(alert).to_have_count(0)


async def test_a_lost_connection_shows_at_once_and_heals_by_itself(open_page):
    alice, bob = await the_group(open_page, "bob")
    await bob.get_by_role("button", name="Chat").click()
    await bob.get_by_label("Write a message").fill("half a sentence")
    await bob.context.set_offline(True)
    await expect(bob.get_by_text("We lost your connection")).to_be_visible()
    seat = alice.get_by_role("button", name="Bob, reconnecting")
    await expect(seat).to_be_visible(timeout=40_000)
    await bob.context.set_offline(False)
    await expect(bob.get_by_text("We lost your connection")).to_have_count(0, timeout=20_000)
    await expect(alice.get_by_role("button", name="Bob, here")).to_be_visible()
    await expect(bob.get_by_label("Write a message")).to_have_value("half a sentence")


async def test_reloading_keeps_ones_place(open_page):
    _, bob = await the_group(open_page, "bob")
    await bob.reload()
    await expect(bob.get_by_role("button", name="Raise hand")).to_be_visible()


async def test_an_honest_no_waits_for_a_decision(open_page):
    alice = await open_page("alice")
    await enter(alice)
    await alice.get_by_role("button", name="Come in").click()
    bob = await open_page("bob", size=PHONE)
    await enter(bob)
    for text in ("AZ", "12 Home Street", "480 555 0100"):
        await bob.get_by_role("textbox").fill(text)
        await bob.get_by_role("button", name="Next").click()
    await bob.get_by_role("button", name="No", exact=True).click()
    for number in range(5, 9):
        await bob.get_by_text(f"Question {number} of 8").wait_for()
        await bob.get_by_role("button", name="Yes").click()
    await expect(bob.get_by_text("Thank you for saying so.")).to_be_visible()
    await bob.get_by_role("button", name="Knock").click()
    await expect(alice.get_by_text("not alone")).to_be_visible()
    await alice.get_by_role("button", name="Decide").click()
    await alice.get_by_role("dialog").get_by_role("button", name="Admit").click()
    await expect(bob.get_by_role("button", name="Raise hand")).to_be_visible()


async def test_a_wrong_password_says_what_to_do(open_page, browser, server):
    page = await browser.new_page()
    await page.goto(server.url)
    await page.get_by_label("E-mail or sign-in name").fill("bob@example.org")
    await page.get_by_label("Password", exact=True).fill("wrong")
    await page.get_by_role("button", name="Sign in", exact=True).click()
    await expect(page.get_by_role("alert")).to_contain_text("ask the clinic for a code")


async def test_an_outsider_finds_nothing_at_the_address(open_page, house):
    carol = await open_page("carol")
    await carol.goto(f"/rooms/{house.id}")
    await expect(
        carol.get_by_role("heading", name="There is nothing here for you.")
    ).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_nothing_scrolls_sideways(open_page, scheme):
    alice = await open_page("alice", size=DESK, color_scheme=scheme)
    await enter(alice)
    await alice.get_by_role("button", name="Come in").click()
    await alice.get_by_role("button", name="Start the group").wait_for()
    for width, height in (PHONE, (768, 1024), DESK):
        await alice.set_viewport_size({"width": width, "height": height})
        wide = await alice.evaluate("document.documentElement.scrollWidth")
        assert wide <= width
        await shot(alice, f"desk-{width}-{scheme}")
