"""A slow reader delays nobody, and one socket cannot send as fast as it likes."""

from uuid import uuid4

import pytest

from sessions_app.live import frames, outbox
from sessions_app.live.bucket import Bucket
from sessions_app.live.outbox import Socket
from sessions_app.live.standing import Account


@pytest.fixture
def socket() -> Socket:
    made = Socket(uuid4(), Account(1, 0), "s_bob", "p.1")
    made.release(0)
    return made


async def drained(socket: Socket) -> list[str | None]:
    texts = []
    while (text := await socket.next()) is not None:
        texts.append(text)
    return texts


@pytest.mark.parametrize("text", ["x", "x" * 4096])
async def test_a_reader_that_is_too_slow_is_asked_to_resync(socket, text):
    for _ in range(outbox.LIMIT + 10):
        socket.push(text)
    assert socket.closing == frames.RESYNC
    kept = await drained(socket)
    assert len(kept) <= outbox.LIMIT
    assert sum(map(len, kept)) <= outbox.LIMIT_BYTES


async def test_what_happens_while_a_snapshot_is_made_follows_it_once(socket):
    socket.hold()
    for seq in (4, 5, 6):
        socket.deliver(seq, f"event {seq}")
    socket.push("snapshot at 5")
    socket.release(5)
    socket.deliver(7, "event 7")
    socket.close(frames.RESTARTING)
    assert await drained(socket) == ["snapshot at 5", "event 6", "event 7"]


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
