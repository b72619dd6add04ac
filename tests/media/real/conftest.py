"""Fixtures of real media: Janus, coturn and a server that uses them, people, pages and bots."""

import os
import subprocess
import threading
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Sequence
from contextlib import AsyncExitStack
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from asgiref.sync import sync_to_async
from playwright.async_api import Browser

from tests.conftest import Serve, chromium
from tests.live.client import Device
from tests.media import ground as grounds
from tests.media import network, speech
from tests.media.ground import Ground, Servers
from tests.stack import Stack
from vgroup.env import PROJECT

# By the name of the folder they are left to `tests/media/test_real.py`, which takes them inside.
collect_ignore_glob = [] if network.INSIDE in os.environ else ["test_*.py"]

MakeGround = Callable[..., Awaitable[Ground]]


@pytest.fixture(scope="session")
def voice(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Ten seconds of speech and silence, which Chromium plays again and again."""
    return speech.write(tmp_path_factory.mktemp("speech") / "talk.wav", 10)


class Quiet(SimpleHTTPRequestHandler):
    """Files, without a word."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="session")
def lab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where a page with the web app's encryption is, bundled like the app."""
    out = tmp_path_factory.mktemp("lab")
    program = PROJECT / "frontend" / "node_modules" / ".bin" / "vite"
    folder = Path(__file__).parent / "lab"
    command = [program, "build", folder, "--outDir", out, "--logLevel", "error"]
    subprocess.run(command, check=True, cwd=PROJECT / "frontend", timeout=100)
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(out))) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        thread.join()


@pytest.fixture
def engine() -> str:
    """How media go; a test that is for a mesh is given another."""
    return "sfu"


@pytest.fixture
def servers(stack: Stack, tmp_path: Path, engine: str) -> Iterator[Servers]:
    """Janus and coturn; for a mesh coturn alone."""
    with grounds.servers(stack, tmp_path / "media.log", engine) as running:
        yield running


@pytest.fixture
async def ground(
    stack: Stack, servers: Servers, serve: Serve, voice: Path, engine: str
) -> AsyncIterator[MakeGround]:
    """Call it for a group whose door is open and whom alice leads: `ground("bob", "eve")`.

    Those who are named are inside and the group is under way; `people` more may come. `over` are
    the ways to the relay.
    """
    async with AsyncExitStack() as opened:
        made: dict[Path, Browser] = {}

        async def browser(sound: Path | None) -> Browser:
            sound = sound or voice
            if sound not in made:
                flag = f"--use-file-for-fake-audio-capture={sound}"
                made[sound] = await opened.enter_async_context(chromium(*grounds.FLAGS, flag))
            return made[sound]

        async def make(
            *names: str, people: int = 0, over: Sequence[str] = ("udp", "tcp"), **rules: Any
        ) -> Ground:
            house = await sync_to_async(grounds.evening)(people, **rules)
            server = serve(**grounds.settings(engine, over))
            ticket = await sync_to_async(house.ticket)("alice")
            lead = await Device.open(server.socket_url, house.id, ticket)
            await lead.snapshot(lambda s: s["times"]["phase"] == "door_open")
            await lead.does("Knock")
            made_ground = Ground(stack, servers, server, browser, house, lead)
            opened.push_async_callback(made_ground.close)
            await made_ground.admit(*names)
            await lead.does("Start")
            return made_ground

        yield make
