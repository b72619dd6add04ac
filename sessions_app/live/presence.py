"""The connections this process holds: its lease, and the goodbyes that must reach the ledger."""

import asyncio
import itertools
import logging
import time
from collections import Counter as Tally
from uuid import UUID

from django.db import DatabaseError
from msgspec import Struct

from sessions_app.live import frames, leases, metrics, service
from sessions_app.live.hub import Hub
from sessions_app.live.pokes import shared_layer
from sessions_app.live.reading import read
from sessions_app.live.standing import Trusted
from sessions_app.live.writer import MovedOn
from sessions_app.room.decision import Actor
from sessions_app.room.errors import NotFound, RoomError
from sessions_app.room.people import Disconnect

log = logging.getLogger(__name__)

ANSWER_S = 5.0  # for one sign of life; there is time for another before the lease is over
MARGIN_S = 2.0  # before others may think so, a process takes its lease for lost


class Goodbye(Struct, frozen=True):
    """A socket that is gone; `as_of` is its last sign of life, ms UTC."""

    session: UUID
    seat: str
    connection: str
    as_of: int


class Presence:
    """Names connections, renews the lease, and reports every loss, however long it takes."""

    def __init__(self, hub: Hub) -> None:
        self._hub = hub
        self._process = leases.process_name()
        self._numbers = itertools.count(1)
        self._goodbyes: list[Goodbye] = []
        self._telling: Tally[UUID] = Tally()  # goodbyes that are on their way to the ledger
        self._left: set[UUID] = set()  # rooms that this version can no longer read
        self._renewed_at = time.monotonic()
        hub.watchers.append(self._watch)

    async def start(self) -> None:
        """Take the lease; without it no socket may be opened."""
        await read(leases.take, self._process)
        self._renewed_at = time.monotonic()

    async def stop(self) -> None:
        """Report what is left and give the lease back; otherwise the clock finds it."""
        await self.report()
        if not self._goodbyes and not self._telling:
            await read(leases.end, self._process)

    def name(self) -> str:
        """A name for a new connection."""
        return f"{self._process}.{next(self._numbers)}"

    async def part(self, goodbye: Goodbye) -> None:
        """Report a lost connection; if the database does not answer, later."""
        self._goodbyes.append(goodbye)
        await self.report()

    async def report(self) -> None:
        """Report the losses that have not reached the ledger yet."""
        waiting, self._goodbyes = self._goodbyes, []
        sessions = Tally(goodbye.session for goodbye in waiting)
        self._telling += sessions
        try:
            await self._tell(waiting)
        finally:
            self._telling -= sessions

    async def _tell(self, waiting: list[Goodbye]) -> None:
        for n, goodbye in enumerate(waiting):
            try:
                await _report(goodbye)
            except NotFound:
                continue
            except MovedOn:
                await self._leave(goodbye)
            except RoomError:
                self._goodbyes.append(goodbye)
            except asyncio.CancelledError:
                self._goodbyes += waiting[n:]
                raise

    async def _leave(self, goodbye: Goodbye) -> None:
        # A newer version wrote in this room, and every socket here was asked to come back: a
        # clock of that version says all the goodbyes of this process at once.
        if goodbye.session in self._left:
            return
        process, number = goodbye.connection.partition(".")[0], len(self._left)
        self._left.add(goodbye.session)
        try:
            await read(leases.leave, process, number, goodbye.session, goodbye.as_of)
        except DatabaseError:
            self._left.discard(goodbye.session)
            self._goodbyes.append(goodbye)

    async def renew(self) -> None:
        """Give a sign of life; a process that lost its lease lets its sockets come back anew."""
        asked_at = time.monotonic()
        try:
            async with asyncio.timeout(min(max(self._until() - asked_at, MARGIN_S), ANSWER_S)):
                renewed = await read(leases.renew, self._process)
        except (DatabaseError, TimeoutError):
            self._doubt()
            raise
        if renewed:
            self._renewed_at = asked_at
            return
        metrics.leases_lost.labels("own").inc()
        log.warning("The lease was lost; every socket is asked to come back")
        process = leases.process_name()
        await read(leases.take, process)
        # New sockets take the new name only once its lease stands.
        self._process, self._renewed_at = process, asked_at
        for session in tuple(self._hub.feeds):
            await read(leases.hold, process, session)
            self._hub.release(session, frames.RESTARTING)

    def _until(self) -> float:
        return self._renewed_at + leases.LEASE_MS / 1000 - MARGIN_S

    def _doubt(self) -> None:
        # Soon another process lets them go, and may take them in: they should know.
        # Where this is the only one, it is the only one to come back to.
        if shared_layer() is None or time.monotonic() < self._until():
            return
        for session in tuple(self._hub.feeds):
            self._hub.release(session, frames.RESTARTING)

    async def _watch(self, session: UUID, held: bool) -> None:
        if held:
            await read(leases.hold, self._process, session)
            return
        if self._telling[session] or any(g.session == session for g in self._goodbyes):
            return  # should this process die before they are told, the clock must find the room
        try:
            await read(leases.drop, self._process, session)
        except DatabaseError:
            log.warning("A room could not be taken off the lease; it goes with the lease")


async def _report(goodbye: Goodbye) -> None:
    # In the name of the seat: the account may have lost its right meanwhile.
    who = Trusted(Actor(goodbye.seat, "participant"))
    command = Disconnect(goodbye.connection, goodbye.as_of)
    await service.execute(goodbye.session, who, command)
