"""What time it is for the rooms: milliseconds since the epoch, UTC, that never jump.

On PostgreSQL the database says it, so that all processes agree, and a new one asks those that
run; on SQLite, which has one process, the wall clock of the start plus what has passed since.
"""

import logging
import time
from collections.abc import Callable

from sessions_app.ledger import sql
from sessions_app.live import metrics

log = logging.getLogger(__name__)

JUMP_MS = 60_000
SIGN_S = 12.0  # in which every process gives a sign of life, and a slow one too


def _wall_ms() -> int:
    return time.time_ns() // 1_000_000


def _monotonic_ms() -> int:
    # Where there is one, the clock that also counts while the machine is suspended.
    clock = getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC)
    return time.clock_gettime_ns(clock) // 1_000_000


class Timepiece:
    """Tells the time; a clock that jumps is not followed, and raises an alarm.

    What a jump would make due can not be undone (a group ended, a seat given up), so time goes
    on as it passed until the clock comes back to it or the process starts anew.
    """

    def __init__(
        self,
        wall: Callable[[], int] = _wall_ms,
        monotonic: Callable[[], int] = _monotonic_ms,
    ) -> None:
        self._monotonic = monotonic
        self._wall = wall
        self._offset = wall() - monotonic()
        self._followed = False
        self.jumped = False

    def now(self) -> int:
        """The time by this process alone, for what is not written down."""
        return self._offset + self._monotonic()

    def read(self) -> int:
        """The time to decide by; on PostgreSQL asks the database, in the caller's transaction."""
        if not sql.postgres():
            return self.now()
        ((at,),) = sql.query("SELECT (extract(epoch FROM clock_timestamp()) * 1000)::bigint")
        if not self._followed:
            at = _agreed(at)
        return self.follow(at)

    def follow(self, at: int) -> int:
        """Take the time from the database's clock, unless it has jumped."""
        expected = self.now()
        if abs(at - expected) <= JUMP_MS or not self._followed:
            self._offset += at - expected
            self._followed, self.jumped = True, False
            return at
        if not self.jumped:
            self.jumped = True
            log.critical(
                "The clock jumped by %d s. Rooms go on by the time that has passed; "
                "set the clock right, or restart every process once it is.",
                (at - expected) // 1000,
            )
        return expected


def _agreed(at: int) -> int:
    """The time by the processes that run: where the clock has jumped, they have not followed it.

    They write it down with each sign of life. Those of a process that is gone stand still and
    say nothing, so where none is near the clock, the first that moves is waited for.
    """
    signs = _signs()
    if not signs or any(abs(at - sign) <= JUMP_MS for sign in signs.values()):
        return at
    until = time.monotonic() + SIGN_S
    while time.monotonic() < until:
        time.sleep(0.1)
        for process, sign in _signs().items():
            if signs.get(process) != sign:
                return sign
    return at


def _signs() -> dict[str, int]:
    """The last sign of life of each process, by the time it goes by."""
    return dict(sql.query("SELECT process, renewed_at FROM sessions_app_lease"))


timepiece = Timepiece()
metrics.measured(metrics.clock_jumped, lambda: timepiece.jumped)
