"""How people arrive: invited, signed in, with a second factor, at their day, and signed out."""

import re
from pathlib import Path
from typing import Any

import pytest
from allauth.mfa.totp.internal.auth import hotp_value, yield_hotp_counters_from_time
from asgiref.sync import sync_to_async
from django.utils import timezone
from playwright.async_api import Browser, Page, expect

from accounts import agreements, invitations
from accounts.models import Agreement
from accounts.roles import Role
from tests.browser.conftest import PASSWORD, PHONE, build
from tests.browser.eyes import look
from tests.live.house import House
from tests.process import ServerProcess
from tests.stack import Stack

pytestmark = [
    pytest.mark.browser,
    pytest.mark.parametrize("stack", ["embedded"], indirect=True),
]

NEW = "lanterns over the harbor"


async def blank(browser: Browser, server: ServerProcess, **options: Any) -> Page:
    """A phone on which nobody is signed in."""
    size = {"width": PHONE[0], "height": PHONE[1]}
    place = await browser.new_context(base_url=server.url, viewport=size, **options)
    return await place.new_page()


async def sign_in(page: Page, name: str, password: str = PASSWORD) -> None:
    await page.get_by_label("E-mail or sign-in name").fill(name)
    await page.get_by_label("Password", exact=True).fill(password)
    await page.get_by_role("button", name="Sign in", exact=True).click()


@sync_to_async
def invited(house: House, role: Role, email: str = "") -> str:
    """The token of a new invitation."""
    olga = house.people["olga"]
    return invitations.invite(house.clinic, role, by=olga, now=timezone.now(), email=email)[1]


async def test_an_invitation_becomes_an_account_that_is_signed_in(browser, server, house):
    page = await blank(browser, server)
    token = await invited(house, Role.PARTICIPANT)
    await page.goto(f"/#invitation={token}")
    await page.get_by_role("heading", name="Harbor invites you").wait_for()
    assert token not in page.url
    await look(page, "join")
    await page.reload()  # a reload costs nobody their invitation
    await page.get_by_role("button", name="Make my account").click()

    await page.get_by_label("Your full name").fill("Nora Newcomer")
    await page.get_by_label("What may we call you?").fill("Nora")
    await page.get_by_label("Choose a password", exact=True).fill("password")
    await page.get_by_role("button", name="Join Harbor").click()
    await expect(page.get_by_text("This password is too common.")).to_be_visible()
    await look(page, "join-account")
    await page.get_by_label("Choose a password", exact=True).fill(NEW)
    await page.get_by_role("button", name="Join Harbor").click()

    await page.get_by_role("heading", name="You have joined Harbor").wait_for()
    await look(page, "joined")
    name = await page.locator("main strong").inner_text()
    await page.get_by_role("button", name="Go on").click()
    await page.get_by_role("heading", name="Hello, Nora").wait_for()

    again = await blank(browser, server)
    await again.goto("/")
    await sign_in(again, name, NEW)
    await again.get_by_role("heading", name="Hello, Nora").wait_for()

    await again.goto(f"/#invitation={token}")
    await again.get_by_role("heading", name="This link can not be used any more").wait_for()
    await again.get_by_role("button", name="Go to the sign-in").click()
    await again.get_by_role("heading", name="Hello, Nora").wait_for()


async def test_whoever_has_an_account_joins_with_one_tap(browser, server, house):
    page = await blank(browser, server)
    await page.goto(f"/#invitation={await invited(house, Role.GUEST, 'bob@example.org')}")
    await page.get_by_role("button", name="Make my account").click()
    await page.get_by_label("Your full name").fill("Bob Again")
    await page.get_by_label("Choose a password", exact=True).fill(NEW)
    await page.get_by_role("button", name="Join Harbor").click()
    await expect(page.get_by_role("alert")).to_contain_text("There is an account")
    await page.get_by_role("button", name="I have an account already").click()
    await sign_in(page, "bob@example.org")
    await page.get_by_role("button", name="Join with this account").click()
    await page.get_by_role("heading", name="Hello, Bob").wait_for()


async def test_an_invitation_for_somebody_else_says_what_to_do(browser, server, house):
    page = await blank(browser, server)
    await page.goto("/")
    await sign_in(page, "eve@example.org")
    await page.get_by_role("heading", name="Hello, Eve").wait_for()
    await page.goto(f"/#invitation={await invited(house, Role.GUEST, 'other@example.org')}")
    await page.get_by_role("button", name="Join with this account").click()
    await expect(page.get_by_role("alert")).to_contain_text("another e-mail address")
    await page.get_by_role("button", name="Sign out").click()
    await page.get_by_role("button", name="Make my account").wait_for()


async def test_a_forgotten_password_is_replaced_by_a_code(browser, server, house, stack: Stack):
    page = await blank(browser, server)
    await page.goto("/")
    await page.get_by_role("button", name="I have forgotten my password").click()
    await page.get_by_label("E-mail").fill("bob@example.org")
    await page.get_by_role("button", name="Next").click()
    await page.get_by_label("New password", exact=True).fill(NEW)
    await page.get_by_label("Code").fill("AAAA-AAAA")
    await page.get_by_role("button", name="Sign in", exact=True).click()
    await expect(page.get_by_role("alert")).to_contain_text("This code does not match")
    await page.get_by_label("Code").fill(code_from(Path(stack.environ["VGROUP_HOME"]) / "mail"))
    await page.get_by_role("button", name="Sign in", exact=True).click()
    await page.get_by_role("heading", name="Hello, Bob").wait_for()


def code_from(mails: Path) -> str:
    """The code in the only mail there is."""
    (mail,) = mails.iterdir()
    found = re.search(r"\n\s*(\w{4}-\w{4})\s*\n", mail.read_text())
    assert found
    return found[1]


def totp(secret: str) -> str:
    """What an authenticator app shows now."""
    now = list(yield_hotp_counters_from_time())[1]
    return f"{hotp_value(secret.replace(' ', ''), now):06}"


async def test_a_second_factor_from_its_making_to_its_end(browser, server, house):
    page = await blank(browser, server)
    await page.goto("/account")
    await sign_in(page, "bob@example.org")
    await page.get_by_role("button", name="Set up a second factor").click()
    secret = await page.locator("code").inner_text()
    await look(page, "second-factor")
    await page.get_by_label("2. Enter the code that the app shows.").fill(totp(secret))
    await page.get_by_role("button", name="Turn on").click()
    await say_again(page)
    shown = page.get_by_role("dialog").locator("ol li")
    await expect(shown).to_have_count(10)
    codes = await shown.all_inner_texts()
    await page.get_by_role("button", name="I have kept them").click()
    await page.get_by_text("10 recovery codes are left.").wait_for()

    await page.get_by_role("button", name="Sign out", exact=True).click()
    await sign_in(page, "bob@example.org")
    await page.get_by_role("heading", name="One more step").wait_for()
    await page.get_by_label("Code").fill(codes[0])
    await page.get_by_role("button", name="Sign in", exact=True).click()
    await page.get_by_text("9 recovery codes are left.").wait_for()

    await page.get_by_role("button", name="Turn off").click()
    await page.get_by_role("dialog").get_by_role("button", name="Turn off").click()
    await say_again(page)
    await page.get_by_role("button", name="Set up a second factor").wait_for()


async def say_again(page: Page) -> None:
    """Enter one's password once more, where what one does asks for it."""
    asked = page.get_by_role("dialog", name="Please enter your password again")
    await asked.get_by_label("Password", exact=True).fill(PASSWORD)
    await asked.get_by_role("button", name="Go on").click()


async def test_the_day_says_what_is_left_to_do_and_ticks_what_is_done(open_page, house):
    bob = await open_page("bob", size=PHONE)
    todo = bob.get_by_role("region", name="Before you go in")
    await expect(todo.get_by_text("Tell us whom to call in an emergency")).to_be_visible()
    await expect(todo.get_by_text("Check in: a few short questions")).to_be_visible()
    await look(bob, "today")
    await todo.get_by_role("link", name="Add a contact").click()
    contact = bob.get_by_role("region", name="Emergency contact")
    await contact.get_by_label("Name", exact=True).fill("Jo")
    await contact.get_by_label("Phone number").fill("480 555 0101")
    await contact.get_by_role("button", name="Save").click()
    await expect(contact.get_by_role("status")).to_have_text("Saved.")
    await look(bob, "account")
    await bob.get_by_role("link", name="Today").click()
    await expect(todo.get_by_text("The clinic knows whom to call")).to_be_visible()


async def test_a_name_in_the_group_is_chosen_and_is_nobody_elses(browser, server, house):
    page = await blank(browser, server)
    await page.goto("/")
    await sign_in(page, "bob@example.org")
    await page.get_by_role("button", name="Change your name in Evening group").click()
    await page.get_by_label("What the group calls you").fill("Eve")
    await page.get_by_role("button", name="Save").click()
    await expect(page.get_by_role("alert")).to_contain_text("goes by that name already")
    await look(page, "alias")
    await page.get_by_label("What the group calls you").fill("Heron")
    await page.get_by_role("button", name="Save").click()
    await expect(page.get_by_text("In this group you are Heron.")).to_be_visible()


@sync_to_async
def long_agreement(house: House) -> None:
    text = "\n\n".join(f"{n}. What is said here stays here." for n in range(1, 60))
    kind, audience = Agreement.Kind.GROUP_AGREEMENT, Agreement.Audience.PARTICIPANTS
    made = agreements.draft(house.clinic, kind, audience, "Group rules", text)
    agreements.publish(made, timezone.now())


async def test_an_agreement_is_read_to_its_end_before_it_is_signed(open_page, house):
    await long_agreement(house)
    bob = await open_page("bob", size=PHONE)
    await bob.get_by_role("button", name="Read and sign").click()
    sheet = bob.get_by_role("dialog", name="Group rules")
    await look(bob, "agreement-begun")
    await expect(sheet.get_by_role("button", name="I have read this")).to_have_count(0)
    await sheet.get_by_label("Group rules").press("End")
    await look(bob, "agreement-read")
    await sheet.get_by_role("button", name="I have read this and agree").click()
    await expect(bob.get_by_text("Agreements are signed")).to_be_visible()


async def test_the_language_is_ones_own_from_then_on(open_page, house):
    bob = await open_page("bob", size=PHONE)
    await bob.get_by_role("link", name="Account").click()
    await bob.get_by_label("Language").select_option("es")
    await bob.get_by_role("heading", name="Su cuenta").wait_for()
    await bob.reload()
    await bob.get_by_role("heading", name="Su cuenta").wait_for()
    await look(bob, "account-es")
    await bob.get_by_role("link", name="Hoy").click()
    await bob.get_by_role("heading", name="Hola, Bob").wait_for()
    await look(bob, "today-es")


async def test_a_page_that_nobody_touches_asks_and_then_signs_out(browser, server, house):
    page = await blank(browser, server)
    await page.clock.install()
    await page.goto("/account")
    await sign_in(page, "bob@example.org")
    await page.get_by_role("heading", name="Your account").wait_for()
    await page.clock.fast_forward("28:05")
    asked = page.get_by_role("dialog", name="Are you still there?")
    await look(page, "idle")
    await asked.get_by_role("button", name="I am here").click()
    await expect(asked).to_have_count(0)

    await page.clock.fast_forward("30:05")
    await expect(page.get_by_text("nobody touched the page for a while")).to_be_visible()
    assert page.url.endswith("/account")
    await look(page, "idle-out")
    await sign_in(page, "bob@example.org")
    await page.get_by_role("heading", name="Your account").wait_for()


async def test_a_part_that_can_not_be_loaded_can_be_loaded_again(browser, server, house):
    page = await blank(browser, server)
    await page.goto("/")
    await sign_in(page, "bob@example.org")
    lost = "**/assets/Account-*.js"
    await page.route(lost, lambda route: route.abort())
    await page.get_by_role("link", name="Account").click()
    await expect(page.get_by_role("alert")).to_contain_text("could not be loaded")
    await look(page, "page-lost")
    await page.unroute(lost)
    await page.get_by_role("button", name="Try again").click()
    await page.get_by_role("heading", name="Your account").wait_for()


async def test_staff_who_owe_a_second_factor_set_it_up_first(browser, serve, stack):
    server = serve(VGROUP_STAFF_SECOND_FACTOR="1")
    await sync_to_async(build)()
    page = await blank(browser, server)
    await page.goto("/groups")
    await sign_in(page, "alice@example.org")
    await page.get_by_role("heading", name="First, a second factor").wait_for()
    await look(page, "second-factor-due")
    secret = await page.locator("code").inner_text()
    await page.get_by_label("2. Enter the code that the app shows.").fill(totp(secret))
    await page.get_by_role("button", name="Turn on").click()
    await say_again(page)
    await page.get_by_role("button", name="I have kept them").click()
    await page.get_by_role("heading", name="Groups").wait_for()
