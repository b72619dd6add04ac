"""Coming in: what a join costs, against a bare connection, and what a socket weighs that is in."""

import asyncio
import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from tests.bench import crowd, machine
from tests.bench.program import Program, daphne
from tests.bench.reading import Reading
from tests.bench.rooms import Filled
from tests.bench.serving import Served, issued
from tests.stack import Stack

AT_ONCE = 24  # on their way in at a time, as when groups begin


@dataclass
class Joins:
    """Somebody who was let in before comes back to a room of twelve: one in each room at a time.

    A ticket redeemed, the seat and its rights looked up, the connection written to the ledger,
    and a snapshot of twelve with the private answers it may show.
    """

    name: str
    stack: Stack
    filled: Sequence[Filled]
    served: Served
    people: Sequence[int]

    async def start(self) -> None:
        """Let whoever leads be there, so that the room is; begin with the first who comes back."""
        await self.served.start()
        held = await asyncio.to_thread(issued, self.stack, self.filled, [0])
        await crowd.gathered([partial(self.served.join, *one) for one in held])
        self._turns = itertools.cycle(self.people)

    async def drive(self, rate: float, seconds: float) -> Reading:
        """Let one person join every room, then go again."""
        held = await asyncio.to_thread(issued, self.stack, self.filled, [next(self._turns)])
        joins = [partial(self.served.join, *one) for one in held]
        used, start = self.served.cpu_us(), crowd.clock()
        joined = await crowd.gathered(joins, AT_ONCE)
        took, used = crowd.clock() - start, self.served.cpu_us() - used
        await self.served.part(joined)
        await _gone(joined)
        return Reading(used, len(joined), took)

    async def stop(self) -> None:
        """Leave the process to whoever started it."""


@dataclass
class Connections:
    """The reference: daphne, and an application that accepts."""

    name: str
    count: int

    async def start(self) -> None:
        """Start the server."""
        self.program = Program(daphne("tests.bench.references.daphne_accept:application"))
        await self.program.start()

    async def drive(self, rate: float, seconds: float) -> Reading:
        """Open as many, then close them."""
        opening = [partial(crowd.connect, self.program.port, "/")] * self.count
        used, start = self.program.cpu_us(), crowd.clock()
        opened = await crowd.gathered(opening, AT_ONCE)
        took, used = crowd.clock() - start, self.program.cpu_us() - used
        for client in opened:
            client.close()
        await _gone(opened)
        return Reading(used, len(opened), took)

    async def stop(self) -> None:
        """End it."""
        self.program.stop()


@dataclass
class Idle:
    """People who are in and silent, some rooms more each round; a unit of cost is a kilobyte."""

    name: str
    stack: Stack
    filled: Sequence[Filled]
    served: Served
    rooms: int  # a round

    async def start(self) -> None:
        """Begin with the first rooms."""
        await self.served.start()
        self._from = 0

    async def drive(self, rate: float, seconds: float) -> Reading:
        """Fill some rooms more."""
        filled = self.filled[self._from : self._from + self.rooms]
        self._from += self.rooms
        everyone = range(len(filled[0].seats))
        held = await asyncio.to_thread(issued, self.stack, filled, everyone)
        before, start = machine.resident_kb(self.served.pid), crowd.clock()
        joined = await crowd.gathered([partial(self.served.join, *one) for one in held])
        await asyncio.sleep(0.5)
        grown = machine.resident_kb(self.served.pid) - before
        return Reading(grown, len(joined), crowd.clock() - start)

    async def stop(self) -> None:
        """Leave the process to whoever started it."""


async def _gone(clients: Sequence[crowd.Client]) -> None:
    while not all(client.closed for client in clients):  # noqa: ASYNC110 (many things, all soon)
        await asyncio.sleep(0.01)
    await asyncio.sleep(0.3)  # for the server to note it
