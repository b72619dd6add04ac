"""Fixtures of the web app's tests: a house whose people have passwords, and a page for each."""

import re
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
from asgiref.sync import sync_to_async
from playwright.async_api import Browser, Page

from tests.live import house as houses
from tests.live.client import HOME
from tests.live.house import House
from tests.process import ServerProcess

PASSWORD = "a long walk by the water"
# A browser says this of every answer that is an error; the sign-in begins with one.
EXPECTED = "Failed to load resource: the server responded with a status of 401"
ENTER = re.compile("^(Enter|Come in|Open the room)$")
PHONE, DESK = (360, 760), (1280, 800)
SHOTS = Path(__file__).parent / "screenshots"

Open = Callable[..., Awaitable[Page]]


def build(**options: Any) -> House:
    """A house as the live tests have it, whose people can sign in."""
    house = houses.build(**options)
    for person in house.people.values():
        person.set_password(PASSWORD)
        person.save(update_fields=["password"])
    return house


@pytest.fixture
def group_name() -> str:
    """What the group is called; a room that is open goes on with the name it opened with."""
    return houses.NAME


@pytest.fixture
async def house(server: ServerProcess, group_name: str) -> House:
    """A group whose door is open."""
    return await sync_to_async(build)(name=group_name)


@pytest.fixture
async def open_page(browser: Browser, server: ServerProcess, house: House) -> AsyncIterator[Open]:
    """Opens signed-in pages: the person, then `size` and options of the browser context."""
    complaints: list[str] = []

    async def signed_in(name: str, size: tuple[int, int] = DESK, **context: Any) -> Page:
        viewport = {"width": size[0], "height": size[1]}
        place = await browser.new_context(viewport=viewport, base_url=server.url, **context)
        page = await place.new_page()
        page.on("console", lambda message: _note(message.type, message.text, complaints))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        await page.goto("/")
        await page.get_by_label("E-mail or sign-in name").fill(f"{name}@example.org")
        await page.get_by_label("Password", exact=True).fill(PASSWORD)
        await page.get_by_role("button", name="Sign in", exact=True).click()
        await page.get_by_label("Password", exact=True).wait_for(state="detached")
        await page.get_by_role("heading", level=1).filter(has_text=re.compile(r"\w")).wait_for()
        return page

    yield signed_in
    assert complaints == []


def _note(kind: str, text: str, complaints: list[str]) -> None:
    if kind in ("error", "warning") and not text.startswith(EXPECTED):
        complaints.append(text)


async def enter(page: Page) -> None:
    """From the list of groups to the door of the one that is open."""
    await page.get_by_role("link", name=ENTER).first.click()


async def knock(page: Page) -> None:
    """Answer the questions at the door, one at a time, and knock."""
    for name in ("state", "location", "callback"):
        await page.get_by_role("textbox").fill(str(HOME[name]))
        await page.get_by_role("button", name="Next").click()
    for number in range(4, 9):
        await page.get_by_text(f"Question {number} of 8").wait_for()
        await page.get_by_role("button", name="Yes").click()
    await page.get_by_role("button", name="Knock").click()


async def shot(page: Page, name: str) -> None:
    """Keep a picture of the page, to be looked at."""
    SHOTS.mkdir(exist_ok=True)
    await page.screenshot(path=SHOTS / f"{name}.png")
