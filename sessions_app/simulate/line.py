"""One account's way into one session: its devices, its commands, and waiting for news."""

import asyncio
import contextlib
import itertools
from collections.abc import Callable, Coroutine
from typing import Any

from sessions_app.simulate.account import Account, Json
from sessions_app.simulate.chronicle import Chronicle
from sessions_app.simulate.device import Device
from sessions_app.simulate.errors import Closed, Refused

PATIENCE_S = 30.0
TRIES = 6
RETURNS, RETURN_S = 30, 1.0
# The server could not say what came of a command: the same ref is sent again.
AGAIN = frozenset({"unavailable", "restarting", "busy"})
# Refusals that no honest client of these ever earns; all others are a matter of who was first.
UNEARNED = frozenset({"invalid", "malformed", "too_large", "too_fast", "failed", "signed_out"})


class Line:
    """Any number of devices of one account; usable by itself as a plain client of a room."""

    def __init__(self, account: Account, url: str, session: str, chronicle: Chronicle) -> None:
        self.account, self.session, self.chronicle = account, session, chronicle
        self.name = ""
        self.devices: list[Device] = []
        self.acked: list[str] = []  # kinds of commands the server acknowledged
        self.acks: dict[str, tuple[str, str]] = {}  # by ref: the kind, and the ack's cursor
        self.refusals: dict[str, str] = {}  # by ref: the code
        self.closes: list[int] = []  # codes of sockets that were closed from the other side
        self.leaving = False
        self.returns = 0  # sockets that are being opened again
        self.cursor: str | None = None
        self._url = url.replace("http", "ws", 1)
        self._news = asyncio.Event()
        self._refs = itertools.count(1)
        self._tasks: set[asyncio.Task[None]] = set()

    # Coming and going

    async def open(self, *, resume: bool = False) -> Device:
        """Open one more device; it is in the room when the welcome has come.

        Tries again for a while where the server is away; raises Closed in the end.
        """
        for _ in range(RETURNS - 1):
            with contextlib.suppress(Closed):
                return await self._open(resume=resume)
            await asyncio.sleep(RETURN_S)
        return await self._open(resume=resume)

    async def _open(self, *, resume: bool) -> Device:
        ticket = await self.account.ticket(self.session)
        cursor = self.cursor if resume else None
        device = await Device.open(self._url, self.session, ticket, self.take, resume=cursor)
        self.devices.append(device)
        await self.until(lambda: device.cursor is not None or not device.is_open)
        return device

    def live(self) -> list[Device]:
        """The devices that serve."""
        return [device for device in self.devices if device.is_open]

    def lose(self) -> None:
        """Lose every connection at once."""
        self.chronicle.drops += 1
        for device in self.live():
            device.cut()

    async def close(self) -> None:
        """Go for good; whatever still runs for this person ends."""
        self.leaving = True
        for task in tuple(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await asyncio.gather(*(device.close() for device in self.devices), return_exceptions=True)

    # Commands

    async def does(self, kind: str, **fields: Any) -> bool:
        """Give a command, over again with the same ref if the socket goes; False if refused."""
        try:
            await self.command(kind, **fields)
        except Refused:
            return False
        return True

    async def command(self, kind: str, **fields: Any) -> None:
        """The same; raises Refused, or Closed where nobody answers."""
        ref = f"{kind}-{next(self._refs)}-{id(self)}"
        for _ in range(TRIES):
            device = await self._device()
            try:
                place = await device.command(kind, ref, **fields)
            except Closed:
                continue
            except Refused as refused:
                if refused.code in AGAIN:
                    self.chronicle.again[refused.code] += 1
                    await asyncio.sleep(RETURN_S)
                    continue
                self.refusals[ref] = refused.code
                self._note_refusal(kind, refused)
                raise
            self.acks[ref] = kind, place
            self.acked.append(kind)
            self.chronicle.done[kind] += 1
            return
        raise Closed(f"{self.name}: nobody answers {kind}")

    async def _device(self) -> Device:
        if not self.live():
            await self.until(lambda: bool(self.live()))
        for device in self.live():
            return device
        raise Closed(f"{self.name} is not connected")

    def _note_refusal(self, kind: str, refused: Refused) -> None:
        self.chronicle.refused[refused.code] += 1
        if refused.code in UNEARNED:
            self.chronicle.trouble(f"{self.name}: {kind} was refused: {refused}")

    # News

    def take(self, device: Device, frame: Json, text: str, at: int) -> None:
        """A frame of one of the devices, `at` local ticks, or that it is closed."""
        if frame["type"] in ("welcome", "event"):
            self.cursor = frame["cursor"]
        elif frame["type"] == "closed" and not frame["ours"]:
            self.closes.append(frame["code"])
        self._news.set()

    async def until(self, wanted: Callable[[], bool], timeout_s: float = PATIENCE_S) -> bool:
        """Wait until something is so; False where it is not in time."""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(timeout_s):
                while not wanted():
                    self._news.clear()
                    await self._news.wait()
        return wanted()

    def spawn(self, work: Coroutine[Any, Any, None]) -> None:
        """Do something beside; what goes wrong there is a trouble of the run."""
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._ended)

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        error = task.exception() if not task.cancelled() else None
        if error is not None and not isinstance(error, Refused) and not self.leaving:
            self.chronicle.trouble(f"{self.name}: {type(error).__name__}: {error}")
