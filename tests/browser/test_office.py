"""The clinic's office in real pages: olga invites, makes a group, enrols, plans and calls off."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.async_api import Page, expect

from tests.browser.conftest import PHONE
from tests.browser.eyes import look

pytestmark = [
    pytest.mark.browser,
    pytest.mark.parametrize("stack", ["embedded"], indirect=True),
]


async def dialog(page: Page, button: str) -> None:
    """Open a dialog by the button that is on the page itself."""
    await page.get_by_role("main").get_by_role("button", name=button, exact=True).click()
    await page.get_by_role("dialog").wait_for()


async def gone(page: Page) -> None:
    await expect(page.get_by_role("dialog")).to_have_count(0)


async def said(page: Page, sentence: str) -> None:
    """Somebody is told that it is done, by eye and by ear."""
    await expect(page.get_by_role("status").filter(has_text=sentence)).to_be_visible()


async def new_group(page: Page, name: str) -> None:
    """A group, from the list of groups to its own page."""
    await page.goto("/groups")
    await dialog(page, "New group")
    await page.get_by_label("Name").fill(name)
    await page.get_by_role("button", name="Open the group").click()
    await page.get_by_role("heading", name=name, level=1).wait_for()


async def plan(page: Page, topic: str) -> None:
    """A session tomorrow, of the group whose page it is."""
    tomorrow = timezone.localtime(timezone.now() + timedelta(days=1)).date()
    await dialog(page, "Plan a session")
    await page.get_by_label("Date").fill(tomorrow.isoformat())
    await page.get_by_label("Topic").fill(topic)
    await page.get_by_role("button", name="Plan it").click()
    await gone(page)


async def test_an_invitation_by_link_leads_to_the_page_where_one_joins(open_page, browser):
    olga = await open_page("olga")
    await olga.goto("/people/invitations")
    await expect(olga.get_by_text("No invitation is waiting")).to_be_visible()
    await dialog(olga, "Invite somebody")
    await olga.get_by_label("As what").select_option("facilitator")
    await olga.get_by_text("By a link I hand over").click()
    await look(olga, "office-invite")
    await olga.get_by_role("button", name="Make the link").click()
    link = await olga.get_by_role("textbox", name="The link").input_value()
    assert re.fullmatch(r"http://[^/]+/#invitation=[\w-]{40,}", link)
    await olga.get_by_role("button", name="I have it").click()

    waiting = olga.get_by_role("region", name="Waiting for an answer")
    await expect(waiting.get_by_role("row", name="Whoever has the link")).to_contain_text(
        "Facilitator"
    )
    guest = await (await browser.new_context()).new_page()
    await guest.goto(link)
    await expect(guest.get_by_text("Harbor").first).to_be_visible()
    await guest.context.close()

    await waiting.get_by_role("button", name="Take back").click()
    await olga.get_by_role("dialog").get_by_role("button", name="Take back").click()
    await said(olga, "The invitation is taken back.")
    await expect(olga.get_by_text("No invitation is waiting")).to_be_visible()
    await look(olga, "office-invitations")


async def test_a_group_from_its_making_to_a_session_in_the_schedule(open_page):
    olga = await open_page("olga")
    await new_group(olga, "Tuesday evening")
    await look(olga, "office-group-new")

    await dialog(olga, "Enrol somebody")
    await olga.get_by_role("searchbox").fill("bo")
    await expect(olga.get_by_role("radio")).to_have_count(1)
    await olga.get_by_role("radio", name="Bob").check()
    await olga.get_by_label("Name in the group").fill("Heron")
    await look(olga, "office-enrol")
    await olga.get_by_role("button", name="Enrol", exact=True).click()
    await said(olga, "Bob is enrolled, as Heron.")
    members = olga.get_by_role("region", name="Members")
    await expect(members.get_by_role("listitem")).to_contain_text("Heron")

    await dialog(olga, "Add")
    await olga.get_by_role("radio", name="Alice").check()
    await olga.get_by_label("Leads the group").check()
    await olga.get_by_role("button", name="Add to the team").click()
    await said(olga, "Alice is on the team.")
    await plan(olga, "What helps on a hard day")
    await said(olga, "The session is planned.")
    await expect(olga.get_by_text("What helps on a hard day")).to_be_visible()
    await look(olga, "office-group")

    await olga.goto("/groups")
    card = olga.get_by_role("listitem").filter(has_text="Tuesday evening")
    await expect(card).to_contain_text("One of 12 places taken")
    await expect(card).to_contain_text("Alice leads")
    await look(olga, "office-groups")

    alice = await open_page("alice")
    await expect(alice.get_by_text("Tuesday evening").first).to_be_visible()


async def test_a_session_is_called_off_once_and_with_a_reason(open_page):
    olga = await open_page("olga")
    await new_group(olga, "Morning group")
    await plan(olga, "A first meeting")
    meetings = olga.get_by_role("region", name="Sessions")
    await meetings.get_by_role("button", name="Change the session").click()
    await olga.get_by_role("menuitem", name="Call off the session").click()
    asked = olga.get_by_role("dialog")
    await asked.get_by_role("button", name="Call it off").click()
    await expect(asked.get_by_label("Reason")).to_be_focused()
    await expect(asked.get_by_text("This is needed.")).to_be_visible()
    await asked.get_by_label("Reason").fill("The building is closed")
    await look(olga, "office-cancel")
    await asked.get_by_role("button", name="Call it off").click()
    await said(olga, "The session is called off.")
    await expect(meetings.get_by_text("Nothing is planned")).to_be_visible()


async def test_a_series_is_planned_one_by_one_and_not_twice(open_page):
    olga = await open_page("olga")
    await new_group(olga, "Early group")
    for outcome in ("5 sessions are planned.", "All of these are planned already."):
        await dialog(olga, "Plan a series")
        await olga.get_by_label("Ends").select_option("count")
        await olga.get_by_label("How many").fill("5")
        # Late enough to be still to come today, wherever the clock of the clinic stands.
        await olga.get_by_label("Start").fill("23:59")
        await look(olga, "office-series")
        await olga.get_by_role("button", name="Plan 5 sessions").click()
        await said(olga, outcome)
        await olga.get_by_role("button", name="Done").click()
    meetings = olga.get_by_role("region", name="Sessions")
    await expect(meetings.get_by_role("button", name="Change the session")).to_have_count(5)


async def test_what_was_typed_stays_when_it_is_refused(open_page):
    olga = await open_page("olga")
    await olga.goto("/groups")
    await dialog(olga, "New group")
    await olga.get_by_label("Name").fill("Noon group")
    await olga.get_by_text("At the door").click()
    await olga.get_by_label("Closed to latecomers after").fill("2")
    await olga.get_by_text("At the door").click()
    await olga.get_by_role("button", name="Open the group").click()
    # The fold opens again, at the rule that contradicts another one.
    await expect(olga.get_by_label("Closed to latecomers after")).to_be_focused()
    await expect(olga.get_by_text("The door can not close to people")).to_be_visible()
    await look(olga, "office-rules")
    await olga.get_by_label("Closed to latecomers after").fill("10")
    # The browser would complain of a request that fails, and the page must not.
    await olga.evaluate("() => { reached = fetch; fetch = () => Promise.reject(TypeError()) }")
    await olga.context.set_offline(True)
    await olga.get_by_role("button", name="Open the group").click()
    await expect(olga.get_by_role("alert")).to_contain_text("Check your connection")
    await olga.context.set_offline(False)
    await olga.evaluate("() => { fetch = reached }")
    await olga.get_by_role("button", name="Open the group").click()
    await olga.get_by_role("heading", name="Noon group", level=1).wait_for()


async def test_a_person_is_found_known_and_let_go(open_page):
    olga = await open_page("olga")
    await olga.get_by_role("link", name="People").click()
    await olga.get_by_label("Search by name").fill("fin")
    await expect(olga.get_by_role("rowheader")).to_have_count(1)
    assert "fin" not in olga.url
    await look(olga, "office-people")
    await olga.get_by_role("link", name="Finn").click()
    await olga.get_by_role("heading", name="Finn", level=1).wait_for()

    await dialog(olga, "Edit: In an emergency")
    await olga.get_by_label("Whom to call").fill("Mara Doe")
    await olga.get_by_role("button", name="Save").click()
    await expect(olga.get_by_label("Phone number")).to_be_focused()
    await olga.get_by_label("Phone number").fill("480 555 0142")
    await look(olga, "office-edit")
    await olga.get_by_role("button", name="Save").click()
    await said(olga, "Saved: In an emergency.")
    await expect(olga.get_by_text("480 555 0142")).to_be_visible()

    await dialog(olga, "Make a sign-in code")
    await olga.get_by_role("button", name="Make a code").click()
    await expect(olga.get_by_text(re.compile(r"^[a-z\d]{4}-[a-z\d]{4}$"))).to_be_visible()
    await look(olga, "office-code")
    await olga.get_by_role("button", name="I have handed it over").click()
    await expect(olga.get_by_role("region", name="Groups")).to_contain_text("Evening group")
    await look(olga, "office-person")

    await dialog(olga, "Deactivate")
    await olga.get_by_role("dialog").get_by_role("button", name="Deactivate").click()
    await said(olga, "Finn has no role here any more")
    await olga.get_by_role("main").get_by_role("link", name="People").click()
    await expect(olga.get_by_role("rowheader").first).to_be_visible()
    await expect(olga.get_by_role("link", name="Finn")).to_have_count(0)


async def test_somebody_without_e_mail_gets_a_name_and_a_code(open_page):
    olga = await open_page("olga", size=PHONE)
    await olga.goto("/people")
    await dialog(olga, "New account")
    await olga.get_by_label("Legal name").fill("Ana Delgado")
    await olga.get_by_role("button", name="Make the account").click()
    await expect(olga.get_by_text("For Ana Delgado")).to_be_visible()
    await look(olga, "office-account")
    await olga.get_by_role("button", name="I have handed it over").click()
    await expect(olga.get_by_role("link", name="Ana Delgado")).to_be_visible()


async def test_facilitators_see_their_group_and_nothing_to_set_up(open_page, house):
    alice = await open_page("alice")
    await alice.goto("/groups")
    await alice.get_by_role("link", name="Evening group").click()
    await expect(alice.get_by_role("region", name="Members")).to_contain_text("Bob")
    await expect(alice.get_by_role("button", name="Plan a session")).to_be_visible()
    for button in ("Enrol somebody", "Add", "Archive", "More about Bob"):
        await expect(alice.get_by_role("button", name=button, exact=True)).to_have_count(0)
    await look(alice, "office-facilitator")
    for address in ("/people", f"/people/{house.people['bob'].public_id}"):
        await alice.goto(address)
        await expect(alice.get_by_role("heading", level=1)).to_have_text(
            "There is nothing here for you."
        )
