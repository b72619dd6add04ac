"""A plain websocket client of the tests: one device of one person."""

import asyncio
import contextlib
import itertools
import json
from typing import Any, Self

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

from sessions_app.live.frames import PROTOCOL, TICKET_PREFIX

Json = dict[str, Any]
HOME: Json = {
    "state": "AZ",
    "location": "12 Home Street, Tempe",
    "callback": "480 555 0100",
    "alone": True,
    "headphones": True,
    "sober": True,
    "not_driving": True,
    "agreements": True,
}
PATIENCE_S = 20


class Device:
    """Keeps every frame it was sent, in order."""

    def __init__(self, socket: ClientConnection) -> None:
        self.socket = socket
        self.frames: list[Json] = []
        self.closed: int | None = None
        self._refs = itertools.count(1)
        self._news = asyncio.Condition()
        self._reader = asyncio.create_task(self._read())

    @classmethod
    async def open(cls, url: str, session: object, ticket: str, resume: str | None = None) -> Self:
        """Connect with a ticket and say hello."""
        socket = await connect(
            f"{url}/ws/rooms/{session}",
            subprotocols=[PROTOCOL, TICKET_PREFIX + ticket],  # type: ignore[list-item]
            max_size=None,
        )
        device = cls(socket)
        with contextlib.suppress(ConnectionClosed):  # the server may have said no already
            await device.send({"type": "hello", "resume": resume})
        return device

    async def send(self, frame: Json | str | bytes) -> None:
        """Send a frame, or anything else."""
        await self.socket.send(frame if isinstance(frame, str | bytes) else json.dumps(frame))

    async def command(self, kind: str, ref: str | None = None, **fields: Any) -> Json:
        """Give a command and wait for its ack or error."""
        ref = ref or f"{id(self)}-{next(self._refs)}"
        await self.send({"type": "command", "ref": ref, "command": {"type": kind, **fields}})
        return await self.frame(lambda f: f["type"] in ("ack", "error") and f["ref"] == ref)

    async def does(self, kind: str, **fields: Any) -> Json:
        """Give a command that must be acknowledged."""
        answer = await self.command(kind, **fields)
        assert answer["type"] == "ack", answer
        return answer

    async def refused(self, kind: str, **fields: Any) -> str:
        """Give a command that must be refused; returns the code."""
        answer = await self.command(kind, **fields)
        assert answer["type"] == "error", answer
        return str(answer["code"])

    async def frame(self, wanted: Any, after: int = 0, patience_s: float = PATIENCE_S) -> Json:
        """The first frame, old or to come, that is wanted."""
        async with asyncio.timeout(patience_s), self._news:
            while True:
                for frame in self.frames[after:]:
                    if wanted(frame):
                        return frame
                assert self.closed is None, f"closed with {self.closed}: {self.frames[-3:]}"
                await self._news.wait()

    async def event(self, kind: str, after: int = 0, patience_s: float = PATIENCE_S) -> Json:
        """The first event of a kind, old or to come."""
        return await self.frame(
            lambda f: f["type"] == "event" and f["event"]["type"] == kind, after, patience_s
        )

    async def snapshot(self, wanted: Any = lambda s: True) -> Json:
        """A snapshot that is as wanted, waiting for one if need be."""
        frame = await self.frame(
            lambda f: f["type"] == "welcome" and f["snapshot"] and wanted(f["snapshot"])
        )
        return dict(frame["snapshot"])

    def events(self) -> list[str]:
        """The kinds of all events so far."""
        return [f["event"]["type"] for f in self.frames if f["type"] == "event"]

    @property
    def cursor(self) -> str:
        """Where to resume from."""
        return next(f["cursor"] for f in reversed(self.frames) if f["type"] in ("event", "welcome"))

    async def close(self) -> None:
        """Go, properly."""
        await self.socket.close()
        await asyncio.gather(self._reader, return_exceptions=True)

    def cut(self) -> None:
        """Go as a phone in a tunnel does."""
        self.socket.transport.abort()

    async def until_closed(self) -> int:
        """Wait until the server closes; returns the code."""
        async with asyncio.timeout(PATIENCE_S * 4):
            await asyncio.shield(self._reader)
        assert self.closed is not None
        return self.closed

    async def _read(self) -> None:
        try:
            async for text in self.socket:
                async with self._news:
                    self.frames.append(json.loads(text))
                    self._news.notify_all()
        except ConnectionClosed:
            pass
        async with self._news:
            self.closed = self.socket.close_code or 1006
            self._news.notify_all()
