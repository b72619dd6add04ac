"""The load: many raw websocket clients in one loop, which count frames and look at little else.

A client library would cost as much as the servers that are measured; this one reads lengths.
"""

import asyncio
import base64
import os
import time
from collections.abc import Awaitable, Callable, Sequence
from typing import cast

from tests.bench.reading import Lost

OPEN_S, ARRIVE_S = 20.0, 15.0
TICK_S, LATE_S = 0.001, 0.01
TEXT, CLOSE, PING = 0x81, 0x88, 0x89
clock = time.perf_counter
Heard = Callable[["Client", bytes], None]  # counts a frame, or does not


class Client(asyncio.Protocol):
    """One open websocket; `frames` is how many text frames have come, of those `heard` counts."""

    def __init__(self, request: bytes, heard: Heard | None) -> None:
        self.frames = 0
        self.expected = 0
        self.closed = False
        self.opened = asyncio.get_running_loop().create_future()
        self.heard = heard
        self.told: Callable[[Client], None] | None = None
        self.errors: list[bytes] = []
        self._request = request
        self._rest = b""
        self._transport: asyncio.Transport

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast("asyncio.Transport", transport)
        self._transport.write(self._request)

    def connection_lost(self, exc: Exception | None) -> None:
        self.closed = True
        if not self.opened.done():
            self.opened.set_exception(ConnectionError("closed before it was open"))

    def data_received(self, data: bytes) -> None:
        if self._rest:
            data = self._rest + data
        if not self.opened.done():
            head, end, data = data.partition(b"\r\n\r\n")
            if not end:
                self._rest = head
                return
            self._shake(head)
        self._rest = self._frames(data)

    def send(self, text: bytes) -> None:
        """Send a text frame; its mask is zero, which is a mask like any other."""
        size = len(text)
        head = (
            bytes((TEXT, 0x80 | size)) if size < 126 else bytes((TEXT, 0xFE, size >> 8, size & 255))
        )
        self._transport.write(head + b"\0\0\0\0" + text)

    def cut(self) -> None:
        """Go without a word."""
        self._transport.abort()

    def close(self) -> None:
        """Say goodbye, and go."""
        if not self.closed:
            self._transport.write(bytes((CLOSE, 0x82, 0, 0, 0, 0, 3, 232)))

    def _shake(self, head: bytes) -> None:
        if b" 101 " in head.split(b"\r\n", 1)[0]:
            self.opened.set_result(None)
        else:
            self.opened.set_exception(ConnectionError(head.decode()))

    def _frames(self, data: bytes) -> bytes:
        start, size = 0, len(data)
        while size - start >= 2:
            length, head = data[start + 1], 2
            if length == 126:
                length, head = int.from_bytes(data[start + 2 : start + 4], "big"), 4
            elif length == 127:
                length, head = int.from_bytes(data[start + 2 : start + 10], "big"), 10
            end = start + head + length
            if end > size or head > size - start:
                break
            if data[start] == TEXT:
                if self.heard is None:
                    self.frames += 1
                else:
                    self.heard(self, data[start + head : end])
            elif data[start] == PING:
                payload = data[start + head : end]
                self._transport.write(bytes((0x8A, 0x80 | length)) + b"\0\0\0\0" + payload)
            start = end
        return data[start:]


async def connect(
    port: int, path: str, subprotocols: Sequence[str] = (), heard: Heard | None = None
) -> Client:
    """Open a websocket at this machine."""
    lines = [
        f"GET {path} HTTP/1.1",
        f"Host: 127.0.0.1:{port}",
        "Upgrade: websocket",
        "Connection: Upgrade",
        f"Sec-WebSocket-Key: {base64.b64encode(os.urandom(16)).decode()}",
        "Sec-WebSocket-Version: 13",
    ]
    if subprotocols:
        lines.append(f"Sec-WebSocket-Protocol: {', '.join(subprotocols)}")
    request = "\r\n".join((*lines, "", "")).encode()
    loop = asyncio.get_running_loop()
    async with asyncio.timeout(OPEN_S):
        _, client = await loop.create_connection(lambda: Client(request, heard), "127.0.0.1", port)
        await client.opened
    return client


async def paced(
    rate: float, seconds: float, send: Callable[[int], None], *, all_of_them: bool = True
) -> float:
    """Call `send` with 0, 1, 2 … so many times a second, evenly.

    What is due late is made up for at once, or, if not `all_of_them` must be, left out: several
    frames to a socket at a time cost less than one by one. Returns the part that was late.
    """
    start, sent, late, left_out = time.perf_counter(), 0, 0, 0
    at_once, patience = max(1, int(TICK_S * rate)), max(1, int(LATE_S * rate))
    while (passed := time.perf_counter() - start) < seconds:
        due = int(passed * rate) + 1 - left_out
        late += max(0, due - sent - patience)
        if not all_of_them and due - sent > at_once:
            left_out += due - sent - at_once
            due = sent + at_once
        while sent < due:
            send(sent)
            sent += 1
        ahead = (sent + left_out) / rate - (time.perf_counter() - start)
        await asyncio.sleep(max(0.0002, ahead))
    return min(1.0, late / sent)


async def arrived(clients: Sequence[Client], patience_s: float = ARRIVE_S) -> None:
    """Wait until every client has every frame it was to get; raises Lost."""
    deadline = time.monotonic() + patience_s
    while any(client.frames < client.expected for client in clients):
        if time.monotonic() > deadline or any(client.closed for client in clients):
            missing = sum(max(0, client.expected - client.frames) for client in clients)
            closed = sum(client.closed for client in clients)
            raise Lost(f"{missing} frames did not arrive; {closed} sockets were closed")
        await asyncio.sleep(0.002)


async def gathered(
    openings: Sequence[Callable[[], Awaitable[Client]]], at_once: int = 24
) -> list[Client]:
    """Open many, some at once."""
    limit = asyncio.Semaphore(at_once)

    async def opened(opening: Callable[[], Awaitable[Client]]) -> Client:
        async with limit:
            return await opening()

    return list(await asyncio.gather(*map(opened, openings)))
