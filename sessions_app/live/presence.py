"""The connections this process holds: its lease, and the goodbyes that must reach the ledger."""

import asyncio
import itertools
import logging
from uuid import UUID

from django.db import DatabaseError
from msgspec import Struct

from sessions_app.live import frames, leases, service
from sessions_app.live.hub import Hub
from sessions_app.live.reading import read
from sessions_app.live.standing import Trusted
from sessions_app.room.decision import Actor
from sessions_app.room.errors import NotFound, RoomError
from sessions_app.room.people import Disconnect

log = logging.getLogger(__name__)


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
        hub.watchers.append(self._watch)

    async def start(self) -> None:
        """Take the lease; without it no socket may be opened."""
        await read(leases.take, self._process)

    async def stop(self) -> None:
        """Report what is left and give the lease back; otherwise the clock finds it."""
        await self.report()
        if not self._goodbyes:
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
        for n, goodbye in enumerate(waiting):
            try:
                await _report(goodbye)
            except NotFound:
                continue
            except RoomError:
                self._goodbyes.append(goodbye)
            except asyncio.CancelledError:
                self._goodbyes += waiting[n:]
                raise

    async def renew(self) -> None:
        """Give a sign of life; a process that lost its lease lets its sockets come back anew."""
        if await read(leases.renew, self._process):
            return
        log.warning("The lease was lost; every socket is asked to come back")
        process = leases.process_name()
        await read(leases.take, process)
        # New sockets take the new name only once its lease stands.
        self._process = process
        for session in tuple(self._hub.feeds):
            await read(leases.hold, process, session)
            self._hub.release(session, frames.RESTARTING)

    async def _watch(self, session: UUID, held: bool) -> None:
        if held:
            await read(leases.hold, self._process, session)
            return
        if any(goodbye.session == session for goodbye in self._goodbyes):
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
