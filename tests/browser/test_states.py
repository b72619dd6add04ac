"""How a participant's room looks and behaves in each state, with a socket that is stood in for."""

from typing import Any

import pytest
from playwright.async_api import Page, expect

from tests.browser import eyes
from tests.browser.conftest import PHONE
from tests.browser.full_room import NOON, YOU, breaks, happens, stand_in

pytestmark = [
    pytest.mark.browser,
    pytest.mark.parametrize("stack", ["embedded"], indirect=True),
]

MINUTE = 60_000
CRISIS = [{"name": "988 Lifeline", "phone": "988", "note": "Call or text at any time."}]
NOBODY: dict[str, Any] = {"people": [], "messages": []}
SIZES = ((320, 640), eyes.PHONE, eyes.DESK)
STATES: dict[str, dict[str, Any]] = {
    "early": {
        "times": {"phase": "scheduled", "started_at": None, "starts_at": NOON + 20 * MINUTE},
        "you": {"standing": "outside"},
        **NOBODY,
    },
    "waiting": {"you": {"standing": "waiting"}, **NOBODY},
    "refused": {"you": {"standing": "refused"}, **NOBODY},
    "removed": {"you": {"standing": "removed"}, **NOBODY},
    "left": {"you": {"standing": "left"}, **NOBODY},
    "running": {},
    "prompted": {"you": {"prompted": True}, "prompt_until": NOON + MINUTE},
    "asked-to-unmute": {"you": {"asked_to_unmute": True}, "may_unmute": False},
    "stepped-away": {"you": {"away": True}},
    "break": {"times": {"phase": "on_break", "break_until": NOON + 5 * MINUTE}},
    "hold": {"times": {"phase": "on_hold", "held_from": NOON}},
    "your-turn": {
        "round": {
            "seats": [YOU, "s_02"],
            "seconds": 60,
            "coming": ["s_02"],
            "turn": {"seat": YOU, "until": NOON + MINUTE, "left_ms": 0},
        }
    },
    "ended": {"times": {"phase": "ended", "ended_at": NOON}, "you": {"line": True}, **NOBODY},
    "not-held": {"times": {"phase": "not_held", "ended_at": NOON}, **NOBODY},
}


async def shown(open_page, session: object, **changes: Any) -> Page:
    """Bob's page in a room of nine that stands so."""
    page: Page = await open_page("bob", size=PHONE)
    await stand_in(page, 9, 6, crisis=CRISIS, **changes)
    await page.goto(f"/rooms/{session}")
    await page.get_by_role("heading", level=1).wait_for()
    await page.get_by_role("button", name="I need help").wait_for()
    return page


async def test_every_state_can_be_seen_and_reached(open_page, house):
    page = await open_page("bob", size=PHONE)
    for name, changes in STATES.items():
        fresh = await page.context.new_page()
        await stand_in(fresh, 9, 6, crisis=CRISIS, **changes)
        await fresh.goto(f"/rooms/{house.id}")
        # Before the door there is nobody yet who could be told.
        await fresh.get_by_text("988 Lifeline" if "people" in changes else "Raise hand").wait_for()
        await eyes.look(fresh, f"state-{name}", SIZES)
        await fresh.close()


async def test_are_you_with_us_is_asked_clearly_and_in_the_title(open_page, house):
    bob = await shown(open_page, house.id)
    await happens(bob, "PresenceAsked", until=NOON + MINUTE)
    await expect(bob.get_by_role("alert")).to_contain_text("Are you with us?")
    await expect(bob.get_by_role("timer")).to_contain_text("left to answer")
    await expect(bob).to_have_title("Are you with us? · vgroup")
    await happens(bob, "PresenceClosed")
    await expect(bob.get_by_role("alert")).to_have_count(0)


async def test_what_one_has_begun_to_write_outlives_the_chat_and_the_connection(open_page, house):
    bob = await shown(open_page, house.id)
    await bob.get_by_role("button", name="Chat").click()
    await bob.get_by_label("Write a message").fill("half a sentence")
    await bob.get_by_role("button", name="Chat").click()
    await expect(bob.get_by_label("Write a message")).to_have_count(0)
    await breaks(bob)
    await expect(bob.get_by_text("We lost your connection at")).to_be_visible()
    await bob.get_by_role("button", name="Chat").click()
    await expect(bob.get_by_label("Write a message")).to_have_value("half a sentence")


async def test_without_a_connection_help_begins_with_the_numbers(open_page, house):
    bob = await shown(open_page, house.id)
    await breaks(bob)
    await bob.get_by_role("button", name="I need help").click()
    dialog = bob.get_by_role("dialog")
    await expect(dialog.get_by_role("link", name="988")).to_be_visible()
    await expect(dialog.get_by_text("You can call:")).to_be_visible()
    await eyes.look(bob, "help-without-connection")


async def test_an_announcement_stays_until_it_is_put_aside(open_page, house):
    told = {"message": "m_x", "seat": "s_00", "name": "Person 0", "about": None, "at": NOON}
    bob = await shown(open_page, house.id, announced={**told, "text": "Ten past, then a break."})
    notice = bob.get_by_role("status").filter(has_text="Ten past")
    await expect(notice).to_be_visible()
    await bob.get_by_role("button", name="Put aside").click()
    await expect(notice).to_have_count(0)
    await expect(bob.get_by_role("listitem").filter(has_text="Ten past")).to_be_visible()


async def test_reactions_are_given_by_keyboard_and_told_in_words(open_page, house):
    bob = await shown(open_page, house.id)
    react = bob.get_by_role("button", name="React")
    await react.press("Enter")
    await expect(bob.get_by_role("button", name="Heart")).to_be_focused()
    await bob.keyboard.press("Escape")
    await expect(react).to_be_focused()
    await happens(bob, "Reacted", seat="s_03", reaction="clap")
    await expect(bob.get_by_role("log")).to_contain_text("Person 3 claps.")
