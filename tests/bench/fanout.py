"""Rooms where what one person writes reaches everyone: who delivers a frame for how much."""

import itertools
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from functools import partial

from tests.bench import crowd, machine
from tests.bench.crowd import Client
from tests.bench.program import Program
from tests.bench.reading import Reading

Message = Callable[[int, int], bytes]  # of the room, the how manieth
Join = Callable[[int, int, int], Awaitable[Client]]  # at a port, in a room, on a seat


async def join(port: int, room: int, seat: int) -> Client:
    """Be in a room by opening its path."""
    return await crowd.connect(port, f"/rooms/{room}/{seat}")


@dataclass
class Broadcasting:
    """A server and the people at it: `rooms` of `seats` each."""

    name: str
    command: Sequence[str]
    environ: dict[str, str]
    rooms: int
    seats: int
    message: Message
    guess: float = 200.0  # messages a second, to begin calibrating at
    join: Join = join
    paced_as: str = ""  # at the rate of another contestant, started before
    most: float = 6000.0  # what the load itself can offer evenly

    async def start(self) -> None:
        """Start the server and open every socket."""
        self.program = Program(self.command, **self.environ)
        await self.program.start()
        openings = [
            partial(self.join, self.program.port, room, seat)
            for room in range(self.rooms)
            for seat in range(self.seats)
        ]
        opened = await crowd.gathered(openings)
        self.people = [
            opened[first : first + self.seats] for first in range(0, len(opened), self.seats)
        ]
        self.numbers = itertools.count()

    async def drive(self, rate: float, seconds: float) -> Reading:
        """Let the rooms write in turn, in each room everyone in turn."""
        clients = [client for room in self.people for client in room]
        before = sum(client.frames for client in clients)
        pid = self.program.pid
        used, waited, start = machine.cpu_us(pid), machine.waited_us(pid), crowd.clock()
        late = await crowd.paced(
            rate, seconds, lambda _: self.write(next(self.numbers)), all_of_them=False
        )
        await crowd.arrived(clients)
        took = crowd.clock() - start
        used, waited = machine.cpu_us(pid) - used, machine.waited_us(pid) - waited
        units = sum(client.frames for client in clients) - before
        return Reading(used, units, took, max(late, waited / took / 1e6))

    def write(self, number: int) -> None:
        """One person writes."""
        turn, room = divmod(number, self.rooms)
        people = self.people[room]
        for client in people:
            client.expected += 1
        people[turn % self.seats].send(self.message(room, number))

    async def stop(self) -> None:
        """End the server."""
        self.program.stop()
