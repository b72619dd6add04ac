"""One open socket as the hub sees it: whose it is, and a bounded outbox of messages."""

import asyncio
from collections import deque
from collections.abc import Callable
from typing import Protocol
from uuid import UUID

from sessions_app.live import frames
from sessions_app.live.message import Message
from sessions_app.live.standing import Account
from sessions_app.live.timepiece import timepiece
from sessions_app.room.view import Tokens

# Characters that may wait for one reader. A batch of 256 commands of one room fits in.
EVENTS_LIMIT = 512 * 1024
WELCOME_LIMIT = 2 * 1024 * 1024  # the staff of a group of 200, and the longest chat in view


class Wire(Protocol):
    """What carries a socket's messages, as far as an outbox must know it."""

    @property
    def stalled(self) -> bool:
        """Whether so much has not left yet that nothing more should be sent."""

    def write(self, message: Message) -> bool:
        """Send at once; False, with nothing sent, where it must go the usual way."""

    def when_clear(self, tell: Callable[[], None]) -> None:
        """Whom to tell when a stalled wire is clear again."""


class Socket:
    """A person's socket in one room; used only in the event loop."""

    def __init__(
        self,
        session: UUID,
        account: Account,
        seat: str,
        connection: str,
        wire: Wire | None = None,
    ) -> None:
        self.session = session
        self.account = account
        self.seat = seat
        self.connection = connection
        self.stance = ""
        self.tokens: Tokens = frozenset()
        self.seen_at = timepiece.now()
        self.closing: int | None = None
        # While a snapshot is being made, what happens after it waits here: (seq, message).
        self.held: list[tuple[int, Message]] | None = []
        self.greeting = 0  # counts the snapshots asked for: only the newest is sent
        self.waiting: deque[Message] = deque()
        self.waiting_size = 0
        self._speaker: asyncio.Future[None] | None = None  # set while it waits for something to do
        self._wire = wire
        if wire is not None:
            wire.when_clear(self._wake)

    def push(self, message: Message, limit: int = EVENTS_LIMIT) -> None:
        """Send or queue a message; a reader that is too slow is closed and may resync."""
        if self.closing is not None:
            return
        # Nothing waits, so nothing is overtaken.
        if not self.waiting and self._wire is not None and self._wire.write(message):
            return
        self.waiting_size += len(message)
        if self.waiting_size > limit:
            self.close(frames.RESYNC)
            return
        self.waiting.append(message)
        self._wake()

    def deliver(self, seq: int, message: Message) -> None:
        """Pass on an event, or hold it until the snapshot it follows has been sent."""
        if self.held is not None:
            self.held.append((seq, message))
        else:
            self.push(message)

    def hold(self) -> None:
        """Hold what comes from here on: a new snapshot is being made."""
        self.held = []
        self.greeting += 1

    def release(self, after: int) -> None:
        """Send what was held and is newer than the snapshot at `after`."""
        held, self.held = self.held or [], None
        for seq, message in held:
            if seq > after:
                self.push(message)

    def close(self, code: int) -> None:
        """Close with a code, after what waits unless its reader does not read."""
        if self.closing is not None:
            return
        self.closing = code
        if code == frames.RESYNC or self._stalled():
            self.waiting.clear()
            self.waiting_size = 0
        self._wake()

    async def next(self) -> Message | None:
        """The next message to send, once the reader takes it; None when it is time to close."""
        while not self.waiting or (self._wire is not None and self._wire.stalled):
            if self.closing is not None:
                return None
            self._speaker = asyncio.get_running_loop().create_future()
            await self._speaker
        message = self.waiting.popleft()
        self.waiting_size -= len(message)
        return message

    def alive(self) -> None:
        """Note a sign of life."""
        self.seen_at = timepiece.now()

    def _wake(self) -> None:
        speaker, self._speaker = self._speaker, None
        if speaker is not None and not speaker.done():
            speaker.set_result(None)

    def _stalled(self) -> bool:
        return self._wire is not None and self._wire.stalled
