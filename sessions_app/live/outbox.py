"""One open socket as the hub sees it: whose it is, and a bounded outbox of encoded frames."""

import asyncio
from uuid import UUID

from sessions_app.live import frames
from sessions_app.live.standing import Account
from sessions_app.live.timepiece import timepiece

LIMIT = 512  # frames
LIMIT_BYTES = 1024 * 1024  # several times what the staff of a group of 200 are welcomed with


class Socket:
    """A person's socket in one room; used only in the event loop."""

    def __init__(self, session: UUID, account: Account, seat: str, connection: str) -> None:
        self.session = session
        self.account = account
        self.seat = seat
        self.connection = connection
        self.stance = ""
        self.seen_at = timepiece.now()
        self.closing: int | None = None
        # While a snapshot is being made, what happens after it waits here: (seq, frame).
        self.held: list[tuple[int, str]] | None = []
        self.greeting = 0  # counts the snapshots asked for: only the newest is sent
        self._outbox: asyncio.Queue[str | None] = asyncio.Queue()
        self._bytes = 0

    def push(self, text: str) -> None:
        """Queue a frame; a reader that is too slow is closed and may resync."""
        if self.closing is not None:
            return
        self._bytes += len(text)
        if self._outbox.qsize() >= LIMIT or self._bytes > LIMIT_BYTES:
            self.close(frames.RESYNC)
            return
        self._outbox.put_nowait(text)

    def deliver(self, seq: int, text: str) -> None:
        """Queue an event, or hold it until the snapshot it follows has been sent."""
        if self.held is not None:
            self.held.append((seq, text))
        else:
            self.push(text)

    def hold(self) -> None:
        """Hold what comes from here on: a new snapshot is being made."""
        self.held = []
        self.greeting += 1

    def release(self, after: int) -> None:
        """Send what was held and is newer than the snapshot at `after`."""
        held, self.held = self.held or [], None
        for seq, text in held:
            if seq > after:
                self.push(text)

    def close(self, code: int) -> None:
        """Close with a code once what is queued before has been sent."""
        if self.closing is None:
            self.closing = code
            self._outbox.put_nowait(None)

    async def next(self) -> str | None:
        """The next frame to send; None when the socket is to be closed."""
        text = await self._outbox.get()
        self._bytes -= len(text or "")
        return text

    def alive(self) -> None:
        """Note a sign of life."""
        self.seen_at = timepiece.now()
