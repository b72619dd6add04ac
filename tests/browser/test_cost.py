"""What an event costs a page in a full room; measured against the same page in the same run."""

import asyncio
import logging

import pytest
from playwright.async_api import CDPSession, Page

from tests.browser.conftest import PHONE
from tests.browser.full_room import PLAY, events, stand_in

pytestmark = [
    pytest.mark.browser,
    pytest.mark.parametrize("stack", ["embedded"], indirect=True),
]

# Seen with --log-cli-level=INFO.
log = logging.getLogger(__name__)
PEOPLE, MESSAGES = 14, 300
EVERY_MS = 50
EVENTS = 100


async def test_an_event_costs_the_same_in_a_full_room_as_in_a_small_one(open_page, house):
    small = await _cost_in(await open_page("bob", size=PHONE), house.id, 3, 0)
    full = await _cost_in(await open_page("eve", size=PHONE), house.id, PEOPLE, MESSAGES)
    log.info("scripting of an event: %.2f ms in a full room, %.2f in a small one", full, small)
    # Without parts that are drawn only when they change, this is a factor of ten and more.
    assert full < 3 * small


async def test_the_seconds_that_pass_cost_a_full_room_next_to_nothing(open_page, house):
    page = await open_page("bob", size=PHONE)
    probe = await _inside(page, house.id, PEOPLE, MESSAGES)
    idle = await _scripting(probe, asyncio.sleep(4))
    frames = events(PEOPLE, 80)
    busy = await _scripting(probe, page.evaluate(PLAY, [frames, EVERY_MS]))
    assert idle < busy / 2


async def _cost_in(page: Page, session: object, people: int, messages: int) -> float:
    """The scripting of one event, in ms, less what the page does anyway."""
    probe = await _inside(page, session, people, messages)
    frames = events(people, EVENTS)
    seconds = EVENTS * EVERY_MS / 1000
    idle = await _scripting(probe, asyncio.sleep(seconds))
    busy = await _scripting(probe, page.evaluate(PLAY, [frames, EVERY_MS]))
    await page.context.close()
    return max(0.01, busy - idle) / EVENTS * 1000


async def _inside(page: Page, session: object, people: int, messages: int) -> CDPSession:
    await stand_in(page, people, messages)
    await page.goto(f"/rooms/{session}")
    await page.get_by_role("button", name="Raise hand").wait_for()
    # The first events find code that nobody has run yet.
    await page.evaluate(PLAY, [events(people, 40), 10])
    probe = await page.context.new_cdp_session(page)
    await probe.send("Performance.enable")
    return probe


async def _scripting(probe: CDPSession, during) -> float:
    """How many seconds of scripting something takes."""
    before = await _seconds(probe)
    await during
    return await _seconds(probe) - before


async def _seconds(probe: CDPSession) -> float:
    metrics = (await probe.send("Performance.getMetrics"))["metrics"]
    return next(one["value"] for one in metrics if one["name"] == "ScriptDuration")
