"""Two people in a mesh, with real browsers: they see each other, also after one comes anew."""

import asyncio
import json
import os
import re
import time
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from asgiref.sync import sync_to_async
from playwright.async_api import Browser, Page, WebSocketRoute, expect

from tests.browser import conftest as web
from tests.browser import firefox as firefoxes
from tests.browser.conftest import Open
from tests.browser.firefox import Firefox
from tests.conftest import chromium
from tests.live.conftest import enter, gather
from tests.live.house import House
from tests.media import speech
from tests.media.seeing import code, sees
from tests.process import ServerProcess

__all__ = ["enter", "gather"]

pytestmark = [
    pytest.mark.browser,
    pytest.mark.timeout(120),
    pytest.mark.parametrize("stack", ["embedded"], indirect=True),
]


@pytest.fixture
async def browser(tmp_path: Path) -> AsyncIterator[Browser]:
    """A Chromium with a camera and a voice that are made up, and peers on this machine."""
    voice = speech.write(tmp_path / "voice.wav", speech.ROUND_S)
    async with chromium(
        f"--use-file-for-fake-audio-capture={voice}",
        "--use-fake-device-for-media-stream",
        "--use-fake-ui-for-media-stream",
        "--allow-loopback-in-peer-connection",
        "--autoplay-policy=no-user-gesture-required",
    ) as running:
        yield running


@pytest.fixture
async def firefox(tmp_path: Path) -> AsyncIterator[Firefox]:
    """A real Firefox, headless; where CI has none, that is a failure."""
    program = firefoxes.program()
    if not program and os.environ.get("CI") != "true":
        pytest.skip("Firefox is not installed: run .make/browsers.sh")
    assert program, "Firefox is not installed"
    folder = tmp_path / "firefox"
    folder.mkdir()
    async with firefoxes.running(program, folder) as running:
        yield running


@pytest.fixture(params=[False, True], ids=["plain", "encrypted"])
async def house(server: ServerProcess, request: pytest.FixtureRequest) -> House:
    """A group whose door is open, encrypted between the devices or not."""
    return await sync_to_async(web.build)(encrypted=request.param)


async def come_in(page: Page) -> None:
    """Whoever was admitted opens the room and turns everything on."""
    await page.get_by_role("button", name="Mic off").click()
    await page.get_by_role("button", name="Camera off").click()
    await page.get_by_role("button", name="Camera on").wait_for()


async def test_two_people_see_each_other_also_when_one_comes_anew(open_page: Open, house, gather):
    await gather(house, "bob", "eve", start=True)
    bob, eve = [await open_page(name) for name in ("bob", "eve")]
    for page in (bob, eve):
        await web.enter(page)
        await come_in(page)
    await asyncio.gather(sees(bob, 2), sees(eve, 2))
    if house.group.encrypted:
        assert await code(bob) == await code(eve) != []
    # Who offers is drawn by lot, so it is drawn a few times.
    for _ in range(3):
        await eve.reload()
        await eve.get_by_role("button", name="Raise hand").wait_for()
        await eve.get_by_role("button", name="Camera off").wait_for()
        await come_in(eve)
        await asyncio.gather(sees(bob, 2), sees(eve, 2))


async def test_a_chromium_and_a_firefox_see_each_other(
    open_page: Open, house, gather, server, firefox: Firefox
):
    await gather(house, "bob", "eve", start=True)
    bob = await open_page("bob")
    await web.enter(bob)
    await come_in(bob)
    await firefox.goto(server.url)
    await firefox.fill("E-mail or sign-in name", "eve@example.org")
    await firefox.fill("Password", web.PASSWORD)
    await firefox.click("Sign in")
    await firefox.wait_for("Password", there=False)
    # Who offers is drawn by lot, so it is drawn a few times.
    for _ in range(3):
        await firefox.goto(f"{server.url}/rooms/{house.id}")
        await firefox.click("Mic off")
        await firefox.click("Camera off")
        await asyncio.gather(sees(bob, 2), sees(firefox, 2))
    if house.group.encrypted:
        compared = await code(bob)
        await firefox.click("Encrypted")
        await firefox.wait_for("Close")
        words = await firefox.evaluate("() => document.querySelector('[role=dialog]').innerText")
        assert re.findall(r"\b\d{4}\b", words) == compared != []


@pytest.mark.parametrize("house", [False], indirect=True, ids=["plain"])
async def test_the_others_see_who_talks_and_the_device_reports_for_how_long(
    open_page: Open, house, gather
):
    devices = await gather(house, "bob", "eve", start=True)
    bob, eve = [await open_page(name) for name in ("bob", "eve")]
    for page in (bob, eve):
        await web.enter(page)
    await come_in(bob)
    await sees(eve, 1)
    tile = eve.get_by_role("listitem").filter(has_text="Bob").first
    await expect(tile).to_contain_text("is talking")
    await expect(tile).not_to_contain_text("is talking")
    # Whole rounds of the file: wherever in it they begin, as much of them is speech.
    began = time.monotonic()
    for _ in range(2):
        await asyncio.sleep(speech.ROUND_S)
        await devices["alice"].send({"type": "beat"})
    await bob.get_by_role("button", name="Mic on").click()
    noted = (await devices["alice"].event("SpeechNoted"))["event"]
    said = noted["spoken"][(await devices["bob"].snapshot())["you"]["seat"]]
    lasted = noted["until"] - noted["since"]
    assert (noted["measured"], lasted > (time.monotonic() - began) * 900) == ("self", True)
    assert said == pytest.approx(lasted * speech.share(), rel=0.1)


@pytest.mark.parametrize("house", [True], indirect=True, ids=["encrypted"])
async def test_whose_keys_are_missing_is_said_until_they_come(open_page: Open, house, gather):
    await gather(house, "bob", "eve", start=True)
    bob, eve = [await open_page(name) for name in ("bob", "eve")]
    letters = Letters()
    await eve.route_web_socket("**/ws/rooms/*", letters.follow)
    for page in (bob, eve):
        await web.enter(page)
        await come_in(page)
    tile = (
        bob.get_by_role("list", name="Everyone here").get_by_role("listitem").filter(has_text="Eve")
    )
    await expect(tile).to_contain_text("exchanging keys")
    await bob.get_by_role("button", name="Encrypted").click()
    sheet = bob.get_by_role("dialog")
    await expect(sheet).to_contain_text("still being exchanged with Eve")
    letters.lost = False
    await expect(sheet).to_contain_text("Read it aloud to each other")
    await expect(tile).not_to_contain_text("exchanging keys")


class Letters:
    """A connection on which what devices say to each other is lost, until it is not."""

    lost = True

    def follow(self, page: WebSocketRoute) -> None:
        """Pass everything on but that."""
        server = page.connect_to_server()

        def say(frame: str | bytes) -> None:
            if not self.lost or json.loads(frame)["type"] != "signal":
                server.send(frame)

        page.on_message(say)
