"""A slow reader delays nobody, and one socket cannot send as fast as it likes."""

from collections.abc import Callable
from uuid import uuid4

import pytest

from sessions_app.live import frames, outbox
from sessions_app.live.bucket import Bucket
from sessions_app.live.message import Message
from sessions_app.live.outbox import Socket
from sessions_app.live.standing import Account


class FakeWire:
    """Takes what it is given, until it is told to stall."""

    def __init__(self, *, short: bool = True) -> None:
        self.stalled = False
        self.short = short
        self.written: list[str] = []

    def write(self, message: Message) -> bool:
        if self.short and not self.stalled:
            self.written.append(message.text)
        return self.short and not self.stalled

    def when_clear(self, tell: Callable[[], None]) -> None:
        self.tell = tell

    def clear(self) -> None:
        self.stalled = False
        self.tell()


def made(wire: FakeWire | None = None) -> Socket:
    socket = Socket(uuid4(), Account(1, 0), "s_bob", "p.1", wire)
    socket.release(0)
    return socket


@pytest.fixture
def socket() -> Socket:
    return made()


async def drained(socket: Socket) -> list[str]:
    texts = []
    while (message := await socket.next()) is not None:
        texts.append(message.text)
    return texts


@pytest.mark.parametrize("size", [200, 4096])
async def test_a_reader_that_is_too_slow_is_asked_to_resync_and_holds_no_memory(socket, size):
    for _ in range(outbox.EVENTS_LIMIT // size):
        socket.push(Message("x" * size))
    assert socket.closing is None
    socket.push(Message("x" * size))
    assert socket.closing == frames.RESYNC
    assert await drained(socket) == []
    assert not socket.waiting


async def test_a_welcome_may_be_larger_than_what_events_may_pile_up_to(socket):
    socket.push(Message("x" * (outbox.WELCOME_LIMIT - 10)), outbox.WELCOME_LIMIT)
    assert socket.closing is None
    socket.push(Message("an event"))
    assert socket.closing == frames.RESYNC


async def test_what_happens_while_a_snapshot_is_made_follows_it_once(socket):
    socket.hold()
    for seq in (4, 5, 6):
        socket.deliver(seq, Message(f"event {seq}"))
    socket.push(Message("snapshot at 5"))
    socket.release(5)
    socket.deliver(7, Message("event 7"))
    socket.close(frames.RESTARTING)
    assert await drained(socket) == ["snapshot at 5", "event 6", "event 7"]


async def test_the_short_way_overtakes_nothing():
    wire = FakeWire()
    socket = made(wire)
    wire.short = False
    socket.push(Message("first"))
    wire.short = True
    socket.push(Message("second"))
    assert wire.written == []
    socket.close(frames.RESTARTING)
    assert await drained(socket) == ["first", "second"]


async def test_what_goes_the_short_way_waits_nowhere():
    wire = FakeWire()
    socket = made(wire)
    socket.push(Message("first"))
    assert wire.written == ["first"]
    assert not socket.waiting


async def test_nothing_is_sent_into_a_wire_that_stalls_until_it_is_clear():
    wire = FakeWire(short=False)
    socket = made(wire)
    wire.stalled = True
    socket.push(Message("later"))
    assert len(socket.waiting) == 1
    wire.clear()
    assert (await socket.next()).text == "later"


async def test_who_stalls_is_closed_without_waiting_for_them():
    wire = FakeWire(short=False)
    socket = made(wire)
    wire.stalled = True
    socket.push(Message("never"))
    socket.close(frames.RESTARTING)
    assert await drained(socket) == []


def test_a_bucket_lets_a_burst_through_and_then_its_rate():
    bucket = Bucket(rate=10, burst=3, now=0)
    assert [bucket.take(0) for _ in range(4)] == [True, True, True, False]
    assert not bucket.take(99)
    assert bucket.take(200)
    assert [bucket.take(10_000) for _ in range(4)] == [True, True, True, False]


def test_a_clock_that_runs_backwards_gives_nothing_away():
    bucket = Bucket(rate=10, burst=1, now=1_000)
    assert bucket.take(1_000)
    assert not bucket.take(0)
