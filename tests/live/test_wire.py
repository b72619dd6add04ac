"""Both ways out of a process, against real sockets: the same bytes, and the same end."""

import asyncio
import contextlib
import socket
from types import SimpleNamespace

import pytest
from asgiref.sync import sync_to_async
from twisted.internet import tcp
from websockets.frames import Opcode
from websockets.protocol import CLIENT, OPEN, Protocol

from sessions_app.live.message import Message
from tests.live import house as houses
from tests.live.client import HOME, Device
from vgroup import wire

WAYS = pytest.mark.parametrize("direct", ["1", "0"])


@pytest.mark.parametrize("size", [0, 125, 126, 65_535, 65_536, 200_000])
def test_a_frame_is_what_the_standard_says(size):
    reader = Protocol(CLIENT, state=OPEN, max_size=None)
    reader.receive_data(Message("ü" * (size // 2)).frame)
    (frame,) = reader.events_received()
    assert (frame.opcode, frame.fin) == (Opcode.TEXT, True)
    assert frame.data.decode() == "ü" * (size // 2)


@WAYS
async def test_a_group_reads_the_same_whichever_way_its_frames_go(serve, direct):
    server = serve(VGROUP_DIRECT_SEND=direct)
    house = await sync_to_async(houses.build)()
    devices = []
    for name in ("alice", "bob"):
        ticket = await sync_to_async(house.ticket)(name)
        devices.append(await Device.open(server.socket_url, house.id, ticket))
    alice, bob = devices
    await alice.snapshot(lambda s: s["times"]["phase"] == "door_open")
    await alice.does("Knock")
    await alice.snapshot(lambda s: s["you"]["standing"] == "inside")
    await bob.does("Knock", attestation=HOME)
    await alice.does("Admit", seat=house.seats["bob"], identity="known")
    await bob.snapshot(lambda s: s["you"]["standing"] == "inside")
    texts = [f"{n} {'ü' * (n * 7 + 1)}" for n in range(40)]
    for text in texts:
        await alice.send(
            {"type": "command", "ref": text[:3], "command": {"type": "Post", "text": text}}
        )
    await bob.frame(lambda f: f["type"] == "event" and f["private"] == {"text": texts[-1]})
    events = [f for f in bob.frames if f["type"] == "event"]
    heard = [f["private"]["text"] for f in events if f["event"]["type"] == "Posted"]
    assert heard == texts
    await asyncio.gather(*(device.close() for device in devices))


class StillReactor:
    """Lets a transport be, so that what it would write later waits."""

    def addReader(self, _: object) -> None: ...  # noqa: N802 (Twisted's names)

    def addWriter(self, _: object) -> None: ...  # noqa: N802

    def removeReader(self, _: object) -> None: ...  # noqa: N802

    def removeWriter(self, _: object) -> None: ...  # noqa: N802


@pytest.fixture
def line():
    """A real connection: autobahn's side as far as a wire looks at it, and the reader's socket."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        reader = socket.create_connection(listening.getsockname())
        ours, address = listening.accept()
    ours.setblocking(False)
    transport = tcp.Server(ours, None, address, None, 1, StillReactor())
    autobahn = SimpleNamespace(
        transport=transport,
        STATE_OPEN=3,
        state=3,
        send_queue=[],
        _perMessageCompress=None,
        registerProducer=transport.registerProducer,
        unregisterProducer=transport.unregisterProducer,
    )
    with ours, reader:
        yield autobahn, reader


def test_a_frame_leaves_at_once_by_the_short_way(line):
    autobahn, reader = line
    message = Message("hello")
    assert wire.Wire(autobahn, direct=True).write(message)
    assert reader.recv(100) == message.frame


def test_nothing_takes_the_short_way_while_something_waits_or_where_it_is_closed(line):
    autobahn, _ = line
    open_wire, closed = wire.Wire(autobahn, direct=True), wire.Wire(autobahn, direct=False)
    assert not closed.write(Message("hello"))
    autobahn.transport.write(b"before it")
    assert not open_wire.write(Message("hello"))


def test_a_reader_that_stalls_is_told_of_and_gets_the_rest_in_order(line):
    autobahn, reader = line
    way, cleared, message = wire.Wire(autobahn, direct=True), [], Message("x" * 20_000_000)
    way.when_clear(lambda: cleared.append(True))
    assert way.write(message)
    assert way.stalled
    reader.setblocking(False)
    got = b""
    while len(got) < len(message.frame):
        autobahn.transport.doWrite()
        with contextlib.suppress(BlockingIOError):
            got += reader.recv(1 << 20)
    assert got == message.frame
    assert (way.stalled, cleared) == (False, [True])


def test_the_short_way_is_taken_with_what_is_installed_here():
    assert wire.fits(direct=True)
    assert not wire.fits(direct=False)


def test_a_version_it_was_not_tested_with_is_not_trusted(monkeypatch, caplog):
    monkeypatch.setitem(wire.TESTED, "autobahn", "1.")
    assert not wire.fits(direct=True)
    assert "autobahn" in caplog.text
