"""A burst of commands loses none, and a reader that stalls is nobody else's trouble."""

import asyncio
import gc
import socket
import statistics
import time
from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from asgiref.sync import sync_to_async
from websockets.asyncio.client import connect
from websockets.typing import Subprotocol

from sessions_app.ledger import verify
from sessions_app.live import frames
from tests.faults import crowd
from tests.faults.crowd import PEOPLE, Circle
from tests.live.client import Device
from tests.process import ServerProcess
from tests.stack import Stack

ROOMS, EACH = 10, 20  # 2,400 commands
PATIENCE_S = 60
LONG = "x" * 1900
TALK_S, PAUSE_S = 4.0, 0.06  # within 20 frames a second
SLACK_S = 0.1
MEMORY_KB = 1024


async def test_of_a_burst_of_2400_commands_none_is_lost(stack, serve):
    urls = await asyncio.to_thread(servers, stack, serve)
    circles = await sync_to_async(crowd.build)(ROOMS)
    async with crowd.inside(circles, urls):
        await asyncio.gather(*(burst(d) for circle in circles for d in circle.devices))
        for circle in circles:
            await asyncio.gather(*(told_of_everything(device) for device in circle.devices))
            await each_was_told_the_same(circle)
            assert (await sync_to_async(verify.verify_session)(circle.session)).ok


async def test_a_reader_that_stalls_delays_nobody_and_costs_no_memory(stack, serve):
    server = await asyncio.to_thread(serve)
    (circle,) = await sync_to_async(crowd.build)(1)
    async with crowd.inside([circle], [server.socket_url]):
        await talk(circle, asyncio.sleep(TALK_S / 2))  # what a server keeps for good, it has then
        before = Memory(server)
        usual = await talk(circle, before.watch_for(TALK_S))
        stalled = await device_with_a_short_queue(server, circle)
        stalled.socket.transport.pause_reading()
        memory = Memory(server)
        meanwhile = await talk(circle, memory.watch_until(lambda: lost(circle)))
        stalled.socket.transport.resume_reading()
        assert await stalled.until_closed() == frames.RESYNC
        assert [device.closed for device in circle.devices] == [None] * PEOPLE
    assert memory.grown_kb < MEMORY_KB
    assert p90(meanwhile) < 2 * p90(usual) + SLACK_S


def servers(stack: Stack, serve) -> list[str]:
    """The processes of a stack: one alone, or two, with the rooms' people in both."""
    if stack.name == "embedded":
        return [serve().socket_url]
    return [serve().socket_url, serve("--no-clock").socket_url]


async def burst(device: Device) -> None:
    """Give all commands at once."""
    for n in range(EACH):
        command = {"type": "Post", "text": f"{id(device)} {n}"}
        await device.send({"type": "command", "ref": f"burst {n}", "command": command})


async def told_of_everything(device: Device) -> None:
    """Wait until a device has every answer and every event of its room."""
    async with asyncio.timeout(PATIENCE_S):
        while len(answers(device)) < EACH or len(texts(device)) < EACH * PEOPLE:
            assert device.closed is None, device.closed
            await asyncio.sleep(0.05)


async def each_was_told_the_same(circle: Circle) -> None:
    """Everything is acknowledged, and everyone heard all of it, in the order of the ledger."""
    posted = await sync_to_async(circle.posted)()
    heard = texts(circle.devices[0])
    seats = {str(id(d)): seat for d, seat in zip(circle.devices, circle.seats, strict=True)}
    assert [seats[text.split()[0]] for text in heard] == posted
    for device in circle.devices:
        assert [answer["type"] for answer in answers(device)] == ["ack"] * EACH
        assert texts(device) == heard
        own = [text for text in heard if text.startswith(f"{id(device)} ")]
        assert own == [f"{id(device)} {n}" for n in range(EACH)], "in the order they were given"


def answers(device: Device) -> list[dict[str, object]]:
    """The answers to the commands of a burst."""
    return [f for f in device.frames if str(f.get("ref", "")).startswith("burst ")]


def texts(device: Device) -> list[str]:
    """What a device heard, in order."""
    return [
        frame["private"]["text"]
        for frame in device.frames
        if frame["type"] == "event" and frame["event"]["type"] == "Posted"
    ]


async def talk(circle: Circle, while_this: Coroutine[Any, Any, None]) -> list[float]:
    """Everyone posts long texts while something goes on; returns how long each ack took, s."""
    waits: list[float] = []
    talking = asyncio.gather(*(_talk(device, waits) for device in circle.devices))
    try:
        with no_pauses_of_our_own():
            async with asyncio.timeout(PATIENCE_S):
                await while_this
    finally:
        talking.cancel()
        await asyncio.gather(talking, return_exceptions=True)
    return waits


@contextmanager
def no_pauses_of_our_own() -> Iterator[None]:
    """Collect no garbage for a while: in a long run that takes longer than what is measured."""
    gc.collect()
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


async def _talk(device: Device, waits: list[float]) -> None:
    while True:
        began, after = time.monotonic(), len(device.frames)
        ref = f"{began}"
        command = {"type": "Post", "text": LONG}
        await device.send({"type": "command", "ref": ref, "command": command})
        answer = await device.frame(lambda f, ref=ref: f.get("ref") == ref, after)
        assert answer["type"] == "ack", answer
        waits.append(time.monotonic() - began)
        await asyncio.sleep(PAUSE_S)


def p90(waits: list[float]) -> float:
    """What one in ten takes longer than.

    Whoever waits for the stalled reader waits at every frame. A single pause of the machine is
    once for each of twelve people, so 2 % of what is measured here: that is not looked at.
    """
    return statistics.quantiles(waits, n=10)[-1]


async def device_with_a_short_queue(server: ServerProcess, circle: Circle) -> Device:
    """One more device of the last person, for which the system keeps as little as it can."""
    host, port = server.url.removeprefix("http://").split(":")
    line = socket.socket()
    line.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 2048)
    line.setsockopt(socket.IPPROTO_TCP, socket.TCP_MAXSEG, 536)
    line.setblocking(False)
    await asyncio.get_running_loop().sock_connect(line, (host, int(port)))
    ticket = await sync_to_async(circle.ticket)(PEOPLE - 1)
    connection = await connect(
        f"{server.socket_url}/ws/rooms/{circle.session}",
        sock=line,
        subprotocols=[Subprotocol(frames.PROTOCOL), Subprotocol(frames.TICKET_PREFIX + ticket)],
        max_size=None,
    )
    device = Device(connection)
    await device.send({"type": "hello", "resume": None})
    await device.snapshot()
    return device


def lost(circle: Circle) -> bool:
    """Whether the server has told the others that the stalled device is gone."""
    return "ConnectionLost" in circle.devices[0].events()


class Memory:
    """How much the server's memory has grown, at most, since this was made."""

    def __init__(self, server: ServerProcess) -> None:
        self._status = Path(f"/proc/{server.process.pid}/status")
        self._first = self._kb()
        self.grown_kb = 0

    async def watch_until(self, over: Callable[[], bool]) -> None:
        """Look often until something is so."""
        while not over():
            self.grown_kb = max(self.grown_kb, self._kb() - self._first)
            await asyncio.sleep(0.05)

    async def watch_for(self, seconds: float) -> None:
        """Look often for so long."""
        until = time.monotonic() + seconds
        await self.watch_until(lambda: time.monotonic() > until)

    def _kb(self) -> int:
        return int(self._status.read_text().split("VmRSS:")[1].split()[0])
