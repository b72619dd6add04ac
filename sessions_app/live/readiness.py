"""Whether this process may be sent people: its database answers, and it is not about to go.

A channel layer or an SFU that is away, or a clock that is late, is told and does not make a process
unfit: every process would be unfit at once, and the rooms go on without the layer, and by text.
"""

import asyncio
from typing import Any

from msgspec import Struct

from sessions_app.ledger import heads
from sessions_app.live import metrics, pokes, process
from sessions_app.live.reading import read
from sessions_app.live.timepiece import timepiece

PATIENCE_S = 2.0
FRESH_S = 0.5  # asked more often, the last answer is good enough
LATE_S = 10.0


class State(Struct, frozen=True):
    """What was found; `clock_lag_s` is null where the database did not say."""

    database: bool
    layer: bool
    media: bool
    draining: bool
    clock_lag_s: float | None

    @property
    def ready(self) -> bool:
        """Whether new people may be sent here."""
        return self.database and not self.draining

    def report(self) -> dict[str, Any]:
        """The same for whoever watches."""
        late = self.clock_lag_s is not None and self.clock_lag_s > LATE_S
        if not self.ready:
            word = "draining" if self.draining else "unavailable"
        else:
            word = "degraded" if late or not (self.layer and self.media) else "ready"
        return {
            "status": word,
            "database": "ok" if self.database else "away",
            "layer": "ok" if self.layer else "away",
            "media": "ok" if self.media else "away",
            "draining": self.draining,
            "clock_lag_s": self.clock_lag_s,
        }


class Watch:
    """Looks when somebody asks, one look at a time, and says at once that the process drains."""

    def __init__(self) -> None:
        self.draining = False
        self._look: asyncio.Task[float] | None = None
        self._seen_at = 0.0
        self._seen: tuple[bool, float | None] = (False, None)

    async def state(self) -> State:
        """The state of this process, at most half a second old."""
        now = asyncio.get_running_loop().time()
        if now - self._seen_at > FRESH_S:
            self._seen = await asyncio.gather(_layer_answers(), self._clock_lag())
            self._seen_at = asyncio.get_running_loop().time()
        layer, lag = self._seen
        return State(lag is not None, layer, not process.media_away(), self.draining, lag)

    async def _clock_lag(self) -> float | None:
        # A look that hangs goes on alone: asking again must not tie up one thread more.
        if self._look is None or self._look.done():
            self._look = asyncio.create_task(read(_overdue_s))
        await asyncio.wait({self._look}, timeout=PATIENCE_S)
        if not self._look.done() or self._look.exception() is not None:
            return None
        lag = self._look.result()
        metrics.clock_lag_seconds.set(lag)
        return lag


def _overdue_s() -> float:
    oldest = heads.oldest_due()
    return 0.0 if oldest is None else max(0, timepiece.now() - oldest) / 1000


async def _layer_answers() -> bool:
    layer = pokes.shared_layer()
    try:
        async with asyncio.timeout(PATIENCE_S):
            if layer is not None:
                # To a group nobody is in: the layer takes it, and it goes nowhere.
                await layer.group_send("nobody", {"type": "nothing"})
    except Exception:  # noqa: BLE001 (whatever its client raises)
        return False
    return True


watch = Watch()


async def state() -> State:
    """The state of this process."""
    return await watch.state()
