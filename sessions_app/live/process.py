"""The live rooms of one process: writer, hub, pokes and presence, as one."""

import asyncio
import contextlib
import logging
from collections.abc import Awaitable, Callable
from uuid import UUID

from accounts import revocation
from sessions_app.live import frames, metrics, pokes, reading, service
from sessions_app.live.hub import Hub
from sessions_app.live.leases import RENEW_S
from sessions_app.live.media import Media
from sessions_app.live.presence import Presence

log = logging.getLogger(__name__)

SWEEP_S = 3.0
RECHECK_S = 5.0
MEDIA_S = 1.0


class Live:
    """The live rooms of one process."""

    def __init__(self) -> None:
        self.hub = Hub()
        self.presence = Presence(self.hub)
        layer = pokes.shared_layer()
        self.pokes = pokes.Pokes(self.hub, layer) if layer is not None else None
        self.media = Media(self.hub, self.whisper)
        self._loops: list[asyncio.Task[None]] = []
        self._loop = asyncio.get_running_loop()

    async def start(self) -> None:
        """Be ready for sockets when this returns."""
        service.writer().listeners.append(self.hub.heard)
        await self.presence.start()
        if self.pokes is not None:
            await self.pokes.start()
        await self.media.start()
        revocation.listeners.append(self._revoked)
        self._measure()
        for every, work in (
            (SWEEP_S, self._sweep),
            (RECHECK_S, self.hub.recheck),
            (RENEW_S, self.presence.renew),
            (MEDIA_S, self.media.tick),
        ):
            self._loops.append(asyncio.create_task(_repeat(every, work)))

    def _measure(self) -> None:
        hub = self.hub
        metrics.measured(metrics.sockets, lambda: len(hub.sockets()))
        metrics.measured(metrics.rooms, lambda: len(hub.feeds))
        metrics.measured(
            metrics.outbox_frames,
            lambda: max((len(socket.waiting) for socket in hub.sockets()), default=0),
        )
        metrics.measured(
            metrics.outbox_bytes, lambda: sum(socket.waiting_size for socket in hub.sockets())
        )

    async def drain(self, spread_s: float) -> None:
        """Ask the sockets to come back, room by room, so that they do not all come at once."""
        sessions = tuple(self.hub.feeds)
        for session in sessions:
            self.hub.release(session, frames.RESTARTING)
            await asyncio.sleep(spread_s / len(sessions))

    async def stop(self) -> None:
        """Close what is open, report every goodbye, finish what is queued."""
        for task in self._loops:
            task.cancel()
        await asyncio.gather(*self._loops, return_exceptions=True)
        for session in tuple(self.hub.feeds):
            self.hub.release(session, frames.RESTARTING)
        await self.media.stop()
        with contextlib.suppress(TimeoutError):  # what is left, the lease tells
            await self.hub.settled()
        await self.presence.stop()
        if self.pokes is not None:
            await self.pokes.stop()
        revocation.listeners.remove(self._revoked)
        service.writer().listeners.remove(self.hub.heard)
        await asyncio.to_thread(service.stop)

    def whisper(self, session: UUID, place: str, text: str, seat: str | None = None) -> None:
        """Pass an expendable message on in every process: to a place, or to one person there."""
        self.hub.whisper(session, place, text, seat)
        if self.pokes is not None:
            self.pokes.whisper(session, place, text, seat)

    async def _sweep(self) -> None:
        await self.hub.sweep()
        await self.presence.report()

    def _revoked(self, user_id: int) -> None:
        """An account's standing changed, here; from whichever thread committed it."""
        self._loop.call_soon_threadsafe(self._recheck)

    def _recheck(self) -> None:
        self.hub.spawn(self.hub.recheck())
        if self.pokes is not None:
            self.pokes.recheck()


async def _repeat(every: float, work: Callable[[], Awaitable[None]]) -> None:
    while True:
        await asyncio.sleep(every)
        try:
            await work()
        except Exception:
            # A database or a layer that is away comes back.
            log.exception("Background work failed")


_live: Live | None = None


def current() -> Live:
    """The live rooms of this process; they start with the server."""
    if _live is None:
        raise RuntimeError("The live rooms have not started: serve with `vgroup serve`.")
    return _live


def media_away() -> bool:
    """Whether the rooms here are without sound and picture until a server is back."""
    return _live is not None and _live.media.away


async def start() -> None:
    """Start the live rooms in the running loop."""
    global _live  # noqa: PLW0603 (one a process is the point)
    _live = Live()
    await _live.start()


async def drain(spread_s: float) -> None:
    """Let the sockets of every room go, over so many seconds."""
    if _live is not None:
        await _live.drain(spread_s)


async def stop() -> None:
    """Stop them; every goodbye has reached the ledger, or is left to the lease."""
    global _live  # noqa: PLW0603
    if _live is not None:
        await _live.stop()
        _live = None
    await asyncio.to_thread(reading.close)
