"""The clock worker: wakes rooms at their deadlines, signs heads, lets go of dead processes.

Any number may run: a second Tick decides nothing. No lock is held while looking, and no timer
lives here that a restart could lose.
"""

import asyncio
import logging
import time
from uuid import UUID

from sessions_app.ledger import heads, seals
from sessions_app.live import leases, metrics, service
from sessions_app.live.leases import LEASE_MS, Lost
from sessions_app.live.reading import read
from sessions_app.live.standing import THE_CLOCK
from sessions_app.live.timepiece import timepiece
from sessions_app.live.writer import MovedOn, Unavailable
from sessions_app.room.clock import Tick
from sessions_app.room.errors import NotFound, RoomError
from sessions_app.room.people import Forget

log = logging.getLogger(__name__)

PACE_S = 0.25
LIMIT = 500
POSTPONE_MS = 30_000
OUTAGE_S = 5.0


class Clock:
    """Looks what is due, four times a second."""

    def __init__(self) -> None:
        self._task: asyncio.Task[None] | None = None
        # Nobody is let go for silence until every process had a whole lease to speak.
        self._patient_until = time.monotonic() + LEASE_MS / 1000
        self._looked_at = time.monotonic()
        self._unreadable: set[UUID] = set()

    def start(self) -> None:
        """Run until stopped."""
        self._task = asyncio.create_task(self._run())

    async def stop(self) -> None:
        """Stop; what is due waits for the next clock."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)

    async def _run(self) -> None:
        while True:
            try:
                await self.look()
            except Exception:
                # The clock goes on, whatever failed.
                log.exception("The clock could not look")
                await asyncio.sleep(1)
            await asyncio.sleep(PACE_S)

    async def look(self) -> None:
        """Do everything that is due now."""
        due = set(await read(_due)) - self._unreadable
        self._note_outage()
        await asyncio.gather(*(self._tick(session) for session in due))
        await read(_seal)
        if time.monotonic() > self._patient_until:
            for lost in await read(leases.expired):
                await self._let_go(lost)

    def _note_outage(self) -> None:
        # After an outage of the database no process could renew: that is no sign of death.
        now = time.monotonic()
        if now - self._looked_at > OUTAGE_S:
            self._be_patient()
        self._looked_at = now

    def _be_patient(self) -> None:
        self._patient_until = time.monotonic() + LEASE_MS / 1000

    async def _tick(self, session: UUID) -> None:
        try:
            await service.execute(session, THE_CLOCK, Tick())
        except Unavailable:
            return
        except MovedOn:
            self._give_up(session)
        except Exception:
            # Pushed forward, not tried again in a hot loop.
            log.exception("A room could not be woken")
            await read(heads.postpone, session, timepiece.now() + POSTPONE_MS)

    def _give_up(self, session: UUID) -> None:
        # A newer version wrote in this room, and has clocks of its own: postponing what is due
        # would only keep it from them.
        self._unreadable.add(session)
        log.error("A room's ledger can not be read by this version")

    async def _let_go(self, lost: Lost) -> None:
        if self._unreadable.intersection(lost.rooms):
            return
        metrics.leases_lost.labels("another").inc()
        log.warning("A process is gone; its connections in %d rooms are lost", len(lost.rooms))
        for session in lost.rooms:
            try:
                await service.execute(session, THE_CLOCK, Forget(lost.process, lost.as_of))
            except NotFound:
                continue
            except MovedOn:
                self._give_up(session)
                return
            except Unavailable:
                self._be_patient()  # where this can not be written, no sign of life could
                return
            except RoomError:
                return  # the lease stays, and is tried again
        await read(leases.end, lost.lease)


def _due() -> list[UUID]:
    return heads.due(timepiece.read(), LIMIT)


def _seal() -> None:
    now = timepiece.read()
    if waiting := seals.due(now, LIMIT):
        seals.checkpoint(waiting, now)
