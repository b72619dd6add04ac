"""A Firefox of its own, driven by WebDriver BiDi: enough to be one person in a room.

See https://www.w3.org/TR/webdriver-bidi/; nothing else drives a Firefox as people have it.
"""

import asyncio
import json
import re
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from itertools import count
from pathlib import Path
from typing import Any

from websockets.asyncio.client import ClientConnection, connect

PROGRAMS = ("firefox-esr", "firefox")
PREFERENCES = {
    # A camera and a microphone that are made up, and nobody to ask for them.
    "media.navigator.streams.fake": True,
    "media.navigator.permission.disabled": True,
    "media.autoplay.default": 0,
    # Peers on this machine.
    "media.peerconnection.ice.loopback": True,
    "media.peerconnection.ice.obfuscate_host_addresses": False,
    # It asks nobody outside for anything.
    "app.update.enabled": False,
    "browser.safebrowsing.downloads.enabled": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "media.gmp-manager.updateEnabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
}
PATIENCE_S = 20
LISTENS = re.compile(r"WebDriver BiDi listening on (ws://\S+)")
# The first thing that can be seen, has a name, and is one of these.
FIND = """(name) => [...document.querySelectorAll("a, button, input")].find(
  (one) => one.checkVisibility() && [one.ariaLabel, one.innerText, one.labels?.[0]?.innerText]
    .some((words) => words?.trim() === name))"""


class Firefox:
    """One window; `evaluate` is as Playwright's."""

    def __init__(self, socket: ClientConnection) -> None:
        self._socket = socket
        self._numbers = count(1)
        self._window = ""

    async def begin(self) -> None:
        """Take the window that is there."""
        await self._call("session.new", capabilities={})
        tree = await self._call("browsingContext.getTree")
        self._window = tree["contexts"][0]["context"]

    async def goto(self, url: str) -> None:
        """Open a page and wait until it has loaded."""
        where = {"context": self._window, "url": url, "wait": "complete"}
        await self._call("browsingContext.navigate", **where)

    async def reload(self) -> None:
        """Load the page anew."""
        await self._call("browsingContext.reload", context=self._window, wait="complete")

    async def evaluate(self, function: str, argument: Any = None) -> Any:
        """What a function of the page answers, as JSON has it."""
        answer = await self._call(
            "script.evaluate",
            expression=f"Promise.resolve(({function})({json.dumps(argument)})).then("
            "(answer) => JSON.stringify(answer ?? null))",
            target={"context": self._window},
            awaitPromise=True,
            userActivation=True,
        )
        assert answer["type"] == "success", answer
        return json.loads(answer["result"]["value"])

    async def click(self, name: str) -> None:
        """Press a button or follow a link, once it is there and can be used."""
        press = f"""(name) => {{
          const one = ({FIND})(name);
          if (!one || one.disabled) return false;
          one.click();
          return true;
        }}"""
        async with asyncio.timeout(PATIENCE_S):
            while not await self.evaluate(press, name):  # noqa: ASYNC110 (a browser)
                await asyncio.sleep(0.1)

    async def fill(self, name: str, words: str) -> None:
        """Type into a field."""
        await self.wait_for(name)
        await self.evaluate(f"(name) => ({FIND})(name).focus()", name)
        keys = [{"type": kind, "value": key} for key in words for kind in ("keyDown", "keyUp")]
        await self._call(
            "input.performActions",
            context=self._window,
            actions=[{"type": "key", "id": "keys", "actions": keys}],
        )

    async def wait_for(self, name: str, there: bool = True) -> None:
        """Wait until something of this name is there, or is not."""
        async with asyncio.timeout(PATIENCE_S):
            while await self.evaluate(f"(name) => !!({FIND})(name)", name) is not there:  # noqa: ASYNC110 (a browser)
                await asyncio.sleep(0.1)

    async def _call(self, method: str, **params: Any) -> dict[str, Any]:
        number = next(self._numbers)
        await self._socket.send(json.dumps({"id": number, "method": method, "params": params}))
        async with asyncio.timeout(PATIENCE_S):
            while (answer := json.loads(await self._socket.recv())).get("id") != number:
                pass
        assert answer["type"] == "success", answer
        result: dict[str, Any] = answer["result"]
        return result


def program() -> str | None:
    """Where this machine has its Firefox."""
    return next(filter(None, map(shutil.which, PROGRAMS)), None)


@asynccontextmanager
async def running(path: str, folder: Path) -> AsyncIterator[Firefox]:
    """A Firefox with a profile of its own in a folder, until the block ends."""
    lines = (f"user_pref({json.dumps(k)}, {json.dumps(v)});" for k, v in PREFERENCES.items())
    (folder / "user.js").write_text("\n".join(lines))
    log = folder / "log"
    options = ("--headless", "--no-remote", "--remote-debugging-port", "0", "--profile", folder)
    with log.open("wb") as said:
        process = await asyncio.create_subprocess_exec(path, *options, stdout=said, stderr=said)
    try:
        async with asyncio.timeout(PATIENCE_S):
            while not (address := LISTENS.search(log.read_text())):  # noqa: ASYNC110
                await asyncio.sleep(0.1)
        async with connect(f"{address[1]}/session", max_size=None) as socket:
            firefox = Firefox(socket)
            await firefox.begin()
            yield firefox
    finally:
        if process.returncode is None:
            process.terminate()
        await process.wait()
