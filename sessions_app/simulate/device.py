"""One websocket of one person: sends commands, hands on what it is sent, drops when told to."""

import asyncio
import itertools
import json
import time
from collections.abc import Callable
from typing import Any

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, WebSocketException
from websockets.typing import Subprotocol

from sessions_app.simulate.errors import Closed, Refused

PROTOCOL = "vgroup.v1"
BEAT_S = 10.0
ANSWER_S = 30.0
OPEN_S = 30.0
Json = dict[str, Any]
# A frame, its text, and when it came: ms by this machine's clock, which never jumps.
Listener = Callable[["Device", Json, str, int], None]

_numbers = itertools.count(1)


def ticks() -> int:
    """Milliseconds by a clock that never jumps; its zero means nothing."""
    return time.monotonic_ns() // 1_000_000


class Device:
    """Open from `open` until it is cut, closed, or closed by the server with `closed`."""

    def __init__(self, socket: ClientConnection, listener: Listener, name: str) -> None:
        self.number = next(_numbers)
        self.cursor: str | None = None
        self.closed: int | None = None
        self.gone_at: int | None = None
        self._socket, self._listener, self._name = socket, listener, name
        self._refs = itertools.count(1)
        self._waiting: dict[str, asyncio.Future[str]] = {}
        self._tasks = [asyncio.create_task(self._read()), asyncio.create_task(self._beat())]

    @classmethod
    async def open(
        cls,
        url: str,
        session: str,
        ticket: str,
        listener: Listener,
        *,
        name: str = "",
        resume: str | None = None,
    ) -> "Device":
        """Connect with a ticket and say hello; `url` begins with ws:// or wss://."""
        try:
            socket = await connect(
                f"{url}/ws/rooms/{session}",
                subprotocols=[Subprotocol(PROTOCOL), Subprotocol(f"ticket.{ticket}")],
                max_size=None,
                open_timeout=OPEN_S,
                compression=None,
            )
            device = cls(socket, listener, name)
            await device._send({"type": "hello", "resume": resume})
        except (OSError, WebSocketException) as error:
            raise Closed(str(error)) from error
        return device

    @property
    def is_open(self) -> bool:
        """Whether it still serves."""
        return self.closed is None

    async def command(self, kind: str, ref: str | None = None, **fields: Any) -> str:
        """Give a command; returns the cursor of its ack. Raises Refused or Closed."""
        ref = ref or f"{self._name}-{self.number}-{next(self._refs)}"
        answer = asyncio.get_running_loop().create_future()
        self._waiting[ref] = answer
        try:
            await self._send({"type": "command", "ref": ref, "command": {"type": kind, **fields}})
            async with asyncio.timeout(ANSWER_S):
                return str(await answer)
        except TimeoutError:
            raise Closed(f"no answer to {kind} in {ANSWER_S:.0f} s") from None
        finally:
            self._waiting.pop(ref, None)

    def cut(self) -> None:
        """Be gone at once, as a phone in a tunnel is."""
        self.gone_at = ticks()
        self._end(1006, ours=True)
        self._socket.transport.abort()

    async def close(self) -> None:
        """Go with a proper goodbye."""
        if self.closed is None:
            self.gone_at = ticks()
            self._end(1000, ours=True)
        await self._socket.close()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _send(self, frame: Json) -> None:
        try:
            await self._socket.send(json.dumps(frame))
        except ConnectionClosed as error:
            raise Closed(str(error)) from error

    async def _beat(self) -> None:
        while self.closed is None:
            await asyncio.sleep(BEAT_S)
            try:
                await self._send({"type": "beat"})
            except Closed:
                return

    async def _read(self) -> None:
        try:
            async for text in self._socket:
                if self.closed is None:
                    self._take(text if isinstance(text, str) else text.decode())
        except ConnectionClosed:
            pass
        if self.closed is None:
            self.gone_at = ticks()
            self._end(self._socket.close_code or 1006, ours=False)

    def _take(self, text: str) -> None:
        at = ticks()
        frame: Json = json.loads(text)
        if frame["type"] in ("event", "welcome"):
            self.cursor = frame["cursor"]
        self._listener(self, frame, text, at)
        waiting = self._waiting.get(frame.get("ref") or "")
        if waiting is None or waiting.done():
            return
        if frame["type"] == "ack":
            waiting.set_result(frame["cursor"])
        else:
            waiting.set_exception(Refused(frame["code"], frame["message"]))

    def _end(self, code: int, *, ours: bool) -> None:
        self.closed = code
        for waiting in self._waiting.values():
            if not waiting.done():
                waiting.set_exception(Closed(f"closed with {code}"))
        closed = {"type": "closed", "code": code, "ours": ours}
        self._listener(self, closed, "", self.gone_at or ticks())
