"""Commands that are made durable and then told to everyone in the room, with how long that took."""

import asyncio
import itertools
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import cycle
from typing import Protocol

from tests.bench import crowd
from tests.bench.crowd import Client
from tests.bench.program import Program, daphne, python
from tests.bench.reading import Lost, Reading
from tests.bench.rooms import TEXT, Filled
from tests.bench.serving import Served, issued
from tests.bench.stage import Stage
from tests.stack import Stack

TURN = ("Post", "RaiseHand", "Post", "LowerHand")
Line = Callable[[str, int], bytes]  # a command of a kind, and its number, as one frame


@dataclass
class Ring:
    """The people of one room; the n-th event each of them hears is the n-th command given."""

    people: list[Client]
    given_at: list[float] = field(default_factory=list)
    heard_by: list[int] = field(default_factory=list)
    took_ms: list[float] = field(default_factory=list)

    def __post_init__(self) -> None:
        for client in self.people:
            client.told = self.told
            client.heard = client.heard or heard

    def begin(self) -> None:
        """Forget what was."""
        self.given_at, self.heard_by, self.took_ms = [], [], []
        for client in self.people:
            client.frames = client.expected = 0

    def give(self, client: Client, line: bytes) -> None:
        """One person gives a command that everyone is to hear of."""
        self.given_at.append(crowd.clock())
        self.heard_by.append(0)
        for each in self.people:
            each.expected += 1
        client.send(line)

    def told(self, client: Client) -> None:
        """Note who heard; the last one ends it."""
        event = client.frames - 1
        if event >= len(self.heard_by):
            return
        self.heard_by[event] += 1
        if self.heard_by[event] == len(self.people):
            self.took_ms.append((crowd.clock() - self.given_at[event]) * 1000)


def heard(client: Client, text: bytes) -> None:
    """What a socket of the reference counts."""
    client.frames += 1
    if client.told is not None:
        client.told(client)


class Using(Protocol):
    """A process whose time counts."""

    def cpu_us(self) -> float:
        """What it has used so far."""


class Commands:
    """Rooms in which people give commands in turn."""

    def __init__(self, name: str, line: Line) -> None:
        self.name, self._line = name, line
        self.numbers = itertools.count()
        self.rings: list[Ring] = []
        self.using: list[Using] = []

    async def drive(self, rate: float, seconds: float) -> Reading:
        """Let one room after the other give a command, in each room everyone in turn."""
        await self._quiet()
        for ring in self.rings:
            ring.begin()
        clients = [client for ring in self.rings for client in ring.people]
        used, start = self._used(), crowd.clock()
        late = await crowd.paced(rate, seconds, lambda _: self._give(next(self.numbers)))
        try:
            await crowd.arrived(clients)
        finally:
            errors = [error for client in clients for error in client.errors]
            if errors:
                raise Lost(f"{len(errors)} commands were refused, the first: {errors[0].decode()}")
        took, used = crowd.clock() - start, self._used() - used
        latencies = [ms for ring in self.rings for ms in ring.took_ms]
        return Reading(used, sum(client.frames for client in clients), took, late, latencies)

    def _give(self, number: int) -> None:
        turn, room = divmod(number, len(self.rings))
        ring = self.rings[room]
        _, *members = ring.people  # whoever leads raises no hand
        again, seat = divmod(turn, len(members))
        ring.give(members[seat], self._line(TURN[again % len(TURN)], number))

    async def _quiet(self) -> None:
        """Wait until what happened before, such as people coming in, is over."""
        before = -1
        while before != (now := sum(c.frames for ring in self.rings for c in ring.people)):
            before = now
            await asyncio.sleep(0.1)

    def _used(self) -> float:
        return sum(process.cpu_us() for process in self.using)


class ServedCommands(Commands):
    """Ours: the sockets of each room dealt out over one process or more."""

    def __init__(
        self, name: str, stack: Stack, filled: Sequence[Filled], served: Sequence[Served]
    ) -> None:
        super().__init__(name, _ours)
        self.stack, self.filled, self.served = stack, filled, served
        self.using = list(served)

    async def start(self) -> None:
        """Join everyone."""
        for served in self.served:
            await served.start()
        people = range(len(self.filled[0].seats))
        held = await asyncio.to_thread(issued, self.stack, self.filled, people)
        openings = [
            partial(served.join, *one)
            for served, one in zip(cycle(self.served), held, strict=False)
        ]
        opened = await crowd.gathered(openings)
        size = len(people)
        self.rings = [Ring(opened[n : n + size]) for n in range(0, len(opened), size)]

    async def stop(self) -> None:
        """Leave the processes to whoever started them."""


class OrmCommands(Commands):
    """The reference: plain consumers with a transaction for each command."""

    def __init__(self, name: str, stage: Stage, rooms: int, seats: int) -> None:
        super().__init__(name, _theirs)
        self.stage, self.rooms, self.seats = stage, rooms, seats

    async def start(self) -> None:
        """Make the tables, start the server and open every socket."""
        environ = {"BENCH_DATABASE_URL": self.stage.postgres.url(self.stage.empty())}
        made = await asyncio.create_subprocess_exec(*python(ORM), env=environ)
        if await made.wait():
            raise RuntimeError("the tables of the reference could not be made")
        self.program = Program(daphne(f"{ORM}:application"), **environ)
        await self.program.start()
        self.using = [self.program]
        openings = [
            partial(crowd.connect, self.program.port, f"/rooms/{room}/{seat}")
            for room in range(self.rooms)
            for seat in range(self.seats)
        ]
        opened = await crowd.gathered(openings)
        self.rings = [Ring(opened[n : n + self.seats]) for n in range(0, len(opened), self.seats)]

    async def stop(self) -> None:
        """End the server."""
        self.program.stop()


ORM = "tests.bench.references.orm.rooms"


def _ours(kind: str, number: int) -> bytes:
    text = f',"text":"{TEXT}"' if kind == "Post" else ""
    return f'{{"type":"command","ref":"r{number}","command":{{"type":"{kind}"{text}}}}}'.encode()


def _theirs(kind: str, number: int) -> bytes:
    text = f',"text":"{TEXT}"' if kind == "Post" else ""
    return f'{{"kind":"{kind}","ref":"r{number}"{text}}}'.encode()
