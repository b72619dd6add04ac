"""Media encrypted between devices, in a real browser: who has the key decodes, and nobody else."""

import asyncio
import statistics
import subprocess
import threading
from collections.abc import AsyncIterator, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import Page

from tests.conftest import chromium
from vgroup.security import HEADERS

pytestmark = pytest.mark.browser

FRONTEND = Path(__file__).parents[2] / "frontend"
FLAGS = (
    "--allow-loopback-in-peer-connection",
    "--autoplay-policy=no-user-gesture-required",
    "--use-fake-device-for-media-stream",
    "--use-fake-ui-for-media-stream",
)
# Two cores that do other things meanwhile.
SLOWNESS = 2.5
# A browser from before the standard way had only this one.
OLDER = "delete globalThis.RTCRtpScriptTransform;"


class Strict(SimpleHTTPRequestHandler):
    """Files, with the headers of every page of ours."""

    def end_headers(self) -> None:
        """Add what the browser is to allow."""
        for name, value in HEADERS.items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, *_: Any) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of the proof, bundled like the app."""
    out = tmp_path_factory.mktemp("proof")
    program = FRONTEND / "node_modules" / ".bin" / "vite"
    folder = "src/media/encryption/proof"
    command = [str(program), "build", folder, "--outDir", str(out), "--logLevel", "error"]
    subprocess.run(command, cwd=FRONTEND, check=True, timeout=120)
    return out


@pytest.fixture
def address(built: Path) -> Iterator[str]:
    """Where the page is served."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Strict, directory=str(built)))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture(params=["", OLDER], ids=["standard", "older"])
async def page(request: pytest.FixtureRequest, address: str) -> AsyncIterator[Page]:
    """A page with devices in it; it complains of nothing."""
    complaints: list[str] = []
    async with chromium(*FLAGS) as browser:
        page = await browser.new_page()
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        await page.add_init_script(request.param)
        await page.goto(address)
        yield page
    assert [one for one in complaints if "favicon" not in one and "404" not in one] == []


async def call(page: Page, name: str, *values: str) -> Any:
    """One of the page's functions."""
    return await page.evaluate("([name, values]) => proof[name](...values)", [name, values])


async def heard(page: Page) -> dict[tuple[str, str], dict[str, float]]:
    """What each device decoded of each other so far, by sender and listener."""
    return {(one["from"], one["to"]): one for one in await call(page, "heard")}


async def gained(page: Page, seconds: float) -> dict[tuple[str, str], dict[str, float]]:
    """What each device decodes from now on for a while."""
    before = await heard(page)
    await asyncio.sleep(seconds)
    after = await heard(page)
    names = ("frames", "energy", "bytes")
    return {
        pair: {name: after[pair][name] - before[pair][name] for name in names} for pair in before
    }


async def decoding(page: Page, sender: str, listener: str, seconds: float) -> None:
    """Wait until picture and sound of one come out at another."""
    end = asyncio.get_running_loop().time() + seconds
    while True:
        one = (await heard(page)).get((sender, listener))
        if one and one["frames"] > 0 and one["energy"] > 0:
            return
        assert asyncio.get_running_loop().time() < end, (sender, listener, one)
        await asyncio.sleep(0.05)


async def agreed(page: Page, *seats: str) -> list[str]:
    """Wait until the devices show one and the same code."""
    states: Any = None
    for _ in range(100):
        states = await call(page, "states")
        codes = [states[seat]["safety"] for seat in seats]
        if codes[0] is not None and all(code == codes[0] for code in codes):
            return list(codes[0])
        await asyncio.sleep(0.05)
    pytest.fail(f"no common code: {states}")


async def alike(page: Page, one: tuple[str, str], other: tuple[str, str]) -> float:
    """How two pictures correlate, by sender and listener: 1 for the same, 0 for strangers."""
    first, second = await call(page, "picture", *one), await call(page, "picture", *other)
    # A picture of one colour is like nothing.
    flat = min(map(len, map(set, (first, second)))) == 1
    return 0.0 if flat else statistics.correlation(first, second)


async def test_members_decode_and_nobody_else_does(page: Page) -> None:
    assert await call(page, "unsupported") is None
    assert await call(page, "agrees")
    await call(page, "join", "bob")
    await call(page, "join", "eve")
    await decoding(page, "bob", "eve", 5)
    await decoding(page, "eve", "bob", 5)
    first = await agreed(page, "bob", "eve")
    assert await call(page, "levels"), "who speaks must be known without a key"

    # Without a key nothing is decoded, though everything is delivered. A decoder that is given
    # what passes as it is (dana) makes no picture of it.
    await call(page, "join", "carol", "none")
    await call(page, "join", "dana", "bare")
    later = await gained(page, 3)
    for sender in ("bob", "eve"):
        keyless, bare = later[sender, "carol"], later[sender, "dana"]
        assert keyless["bytes"] > 10_000
        assert (keyless["frames"], keyless["energy"]) == (0, 0)
        assert bare["bytes"] > 10_000
    assert await alike(page, ("bob", "eve"), ("eve", "bob")) > 0.6
    assert await alike(page, ("bob", "eve"), ("bob", "dana")) < 0.4

    # Whoever joins sees and hears within two seconds, and the code is another. A browser with the
    # older way can not ask for a whole picture, and waits until its decoder does.
    standard = await page.evaluate("typeof RTCRtpScriptTransform !== 'undefined'")
    began = asyncio.get_running_loop().time()
    await call(page, "join", "finn")
    await decoding(page, "bob", "finn", 8)
    await decoding(page, "finn", "bob", 8)
    took = asyncio.get_running_loop().time() - began
    assert took < (2 if standard else 5) * SLOWNESS, took
    second = await agreed(page, "bob", "eve", "finn")
    assert second != first

    # Whoever left decodes nothing more, though everything is still delivered to them.
    await call(page, "leave", "finn")
    await agreed(page, "bob", "eve")
    await asyncio.sleep(1.5)
    later = await gained(page, 3)
    assert later["bob", "finn"]["bytes"] > 10_000
    assert later["bob", "finn"]["frames"] == 0
    assert later["finn", "bob"]["frames"] == 0
    assert later["bob", "eve"]["frames"] > 10
    assert later["bob", "eve"]["energy"] > 0


async def test_a_camera_that_goes_off_and_on_is_seen_again(page: Page) -> None:
    await call(page, "join", "bob")
    await call(page, "join", "eve")
    await decoding(page, "bob", "eve", 5)
    await call(page, "replace", "bob")
    assert (await gained(page, 3))["bob", "eve"]["frames"] > 5


async def test_a_line_that_is_used_anew_opens_as_the_other_persons_alone(page: Page) -> None:
    await call(page, "join", "bob")
    await call(page, "join", "eve")
    await decoding(page, "bob", "eve", 5)
    await call(page, "reuse", "bob", "eve", "finn")
    await asyncio.sleep(1)
    assert (await gained(page, 2))["bob", "eve"]["frames"] == 0
    before = (await heard(page))["bob", "eve"]["frames"]
    await call(page, "reuse", "bob", "eve", "bob")
    # The decoder of a browser with the older way waits for a whole picture by itself.
    for _ in range(100):
        if (await heard(page))["bob", "eve"]["frames"] > before + 5:
            return
        await asyncio.sleep(0.1)
    pytest.fail("the picture did not come back")
