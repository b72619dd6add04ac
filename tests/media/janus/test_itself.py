"""The engine at Janus itself: what it asks is understood, and refused where it has to be."""

import asyncio
import os
import shutil
import socket
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from aiortc import RTCBundlePolicy, RTCConfiguration, RTCPeerConnection

from sessions_app.media.janus.engine import Janus
from sessions_app.media.janus.handle import Handle
from sessions_app.media.janus.trouble import Refused
from sessions_app.media.messages import MediaAgain, MediaOver, MediaPublish
from sessions_app.media.servers import janus
from sessions_app.media.servers.plan import Plan
from tests.media.ears import ALL, QUIET, Heard, Page, a_room
from tests.media.janus.conftest import KEY, SEATS, offers, until

SECRET = "a-secret-of-the-tests"


@pytest.fixture(autouse=True)
def here() -> None:
    """Skip where there is no Janus; in CI that is a failure."""
    if not shutil.which("janus"):
        why = pytest.fail if os.environ.get("CI") == "true" else pytest.skip
        why("not installed: janus (run .make/media.sh)")


class Itself:
    """Janus as a process, that can die and come back."""

    def __init__(self, folder: Path) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.url = f"ws://127.0.0.1:{port}/"
        plan = Plan(folder, "127.0.0.1", janus_port=port, janus_secret=SECRET)
        self._program = janus.prepared(plan)
        self.start()

    def start(self) -> None:
        self._process = subprocess.Popen(
            self._program.command,
            cwd=self._program.folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    def kill(self) -> None:
        self._process.kill()
        self._process.wait()

    def engine(self, heard: Heard) -> Janus:
        return Janus(self.url, SECRET, heard, KEY, lambda _: SEATS, unreached_s=0.2)


@pytest.fixture
def itself(tmp_path: Path) -> Iterator[Itself]:
    server = Itself(tmp_path)
    yield server
    server.kill()


async def an_offer() -> str:
    """What a page with three lines would offer."""
    policy = RTCConfiguration([], bundlePolicy=RTCBundlePolicy.MAX_BUNDLE)
    connection = RTCPeerConnection(policy)
    for kind in ("audio", "video", "video"):
        connection.addTransceiver(kind, direction="sendonly")
    await connection.setLocalDescription(await connection.createOffer())
    sdp = connection.localDescription.sdp
    await connection.close()
    return str(sdp)


async def started(engine: Janus) -> Janus:
    await engine.start()
    await until(lambda: engine._link.is_up, 5)
    return engine


async def test_what_is_silenced_taken_over_and_let_go(itself: Itself) -> None:
    room, heard, other_heard = a_room(), Heard(), Heard()
    one, other = await started(itself.engine(heard)), await started(itself.engine(other_heard))
    old = Page(room, "bob")
    await other.join(old.leg, QUIET)
    await other.say(old.leg, MediaPublish(await an_offer()))
    assert old.kinds() == ["MediaReady", "MediaAnswered"]

    new = Page(room, "bob")
    await one.join(new.leg, QUIET)
    await until(lambda: old.told[-1] == MediaOver("elsewhere"))
    assert other_heard.reports == [("lost: elsewhere", "bob")]
    await other.leave(old.leg)
    await one.say(new.leg, MediaPublish(await an_offer()))
    await one.allow(new.leg, ALL)
    assert new.kinds() == ["MediaReady", "MediaAnswered", "MediaPermitted"]

    # Who sends nothing over a network is nobody that others could subscribe to, but is there.
    assert await people(one, room) == 1
    stay = one._stays[new.leg]
    assert stay is not None
    token = stay._token
    await one.leave(new.leg)
    assert await people(one, room) == 0
    handle = await Handle.attach(one._link.session, lambda _: None)
    body = {"request": "join", "ptype": "publisher", "room": one._names.room(room, "main")}
    with pytest.raises(Refused) as refused:
        await handle.ask({**body, "id": "x", "token": token})
    assert refused.value.code == 433
    await one.close(room)
    with pytest.raises(Refused) as refused:
        await people(one, room)
    assert refused.value.code == 426
    await asyncio.gather(one.stop(), other.stop())


async def test_when_it_dies_and_is_back_everyone_is_told_to_come_again(itself: Itself) -> None:
    room = a_room()
    engine = await started(itself.engine(Heard()))
    page = Page(room, "bob")
    await engine.join(page.leg, ALL)
    itself.kill()
    await until(lambda: not engine._link.is_up)
    itself.start()
    await until(lambda: page.told[-1] == MediaAgain("restarted"), 10)
    await engine.leave(page.leg)
    again = Page(room, "bob")
    await engine.join(again.leg, ALL)
    assert again.kinds() == ["MediaReady"]
    assert offers(again) == []
    await engine.stop()


async def people(engine: Janus, session: object) -> int:
    """How many are in the main room."""
    room = engine._room(session, "main")  # type: ignore[arg-type]
    return len((await room._ask("listparticipants")).data["participants"])
