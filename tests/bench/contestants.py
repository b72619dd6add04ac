"""Everyone who takes part, by the name the goals use; made only if a goal asks for them."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import Any, TypeAlias

from tests.bench.commands import Commands, OrmCommands, ServedCommands
from tests.bench.fanout import Broadcasting
from tests.bench.joining import Connections, Idle, Joins
from tests.bench.media import Group, InGroup, Of
from tests.bench.program import daphne, python
from tests.bench.rates import Highest, Steady
from tests.bench.reading import Contestant
from tests.bench.references import prosody, socketio
from tests.bench.references.pgbench import Pgbench
from tests.bench.rooms import Filled
from tests.bench.serving import Served
from tests.bench.stage import Stage
from tests.bench.worker import Worker
from tests.stack import Stack

CHANNELS = daphne("tests.bench.references.channels_rooms:application")
SEATS = 12
LOG_SHOWN = 1000  # characters of what a process logged
RETURNING = range(1, 6)  # those of a room who come back, one a round
STEADY = 8.0  # commands a second in each room, at which one process and two are compared
Maker: TypeAlias = Callable[["Field", str], Contestant]


@dataclass(frozen=True)
class Scale:
    """How much of everything: the whole thing, or just enough to see that it works."""

    rounds: int
    seconds: float
    rooms: int  # where twelve people each write
    many: int  # where rooms are many
    idle: int  # rooms filled with silent people, each round
    steps: int  # of the search for the highest rate
    limit_ms: float  # within which the last one must hear of a command
    calibrated: bool
    films_per_s: int  # pictures of a bot that films


WHOLE = Scale(
    rounds=5,
    seconds=2.0,
    rooms=20,
    many=100,
    idle=17,
    steps=6,
    limit_ms=50,
    calibrated=True,
    films_per_s=5,
)
QUICK = Scale(
    rounds=1,
    seconds=0.25,
    rooms=3,
    many=8,
    idle=4,
    steps=2,
    limit_ms=10_000,
    calibrated=False,
    films_per_s=2,
)


def message(room: int, number: int) -> bytes:
    """What people write where the frame is handed on as it is."""
    return b'{"message":"%08d %s"}' % (number, b"x" * 200)


def command(room: int, number: int) -> bytes:
    """The same for ours, of which an event as long is made."""
    text = b"Sorry, one moment"
    return b'{"type":"command","ref":"r%d","command":{"type":"Post","text":"%s"}}' % (number, text)


class Field:
    """Makes contestants, and what several of them share: a clinic, and its processes."""

    def __init__(self, stage: Stage, scale: Scale) -> None:
        self.stage, self.scale = stage, scale
        self._served: dict[str, Served] = {}
        self._groups: dict[int, Group] = {}

    def make(self, name: str) -> Contestant:
        """One contestant, not started yet."""
        return _MAKERS[name](self, name)

    async def close(self) -> dict[str, str]:
        """End the processes that were shared; says what went wrong in which."""
        wrong = {}
        for name, served in self._served.items():
            try:
                await served.stop()
            except AssertionError as error:
                wrong[f"vgroup serve, process {name}"] = str(error)[-LOG_SHOWN:]
        return wrong

    @cached_property
    def clinic(self) -> tuple[Stack, dict[str, list[Filled]]]:
        """One database; each task has rooms of its own in it."""
        scale = self.scale
        sizes = {
            "serve": scale.rooms,
            "one": scale.rooms,
            "two": scale.rooms,
            "writer": scale.many,
            "join": scale.many,
            "idle": scale.idle * scale.rounds,
        }
        stack, filled = self.stage.clinic(sum(sizes.values()), SEATS)
        rooms = iter(filled)
        dealt = {task: list(islice(rooms, size)) for task, size in sizes.items()}
        self.stage.lose(stack, dealt["join"], RETURNING)
        return stack, dealt

    def served(self, name: str, *options: str) -> Served:
        """A `vgroup serve` of the clinic, the same one for the same name."""
        if name not in self._served:
            self._served[name] = Served(self.clinic[0], name, *options)
        return self._served[name]

    def group(self, people: int) -> Group:
        """A group with sound and picture, the same one for the same size."""
        return self._groups.setdefault(people, Group(people, self.scale.films_per_s))

    def commands(self, name: str, task: str, *processes: str) -> ServedCommands:
        """The clinic's rooms of a task, their sockets dealt out over these processes."""
        stack, rooms = self.clinic
        return ServedCommands(name, stack, rooms[task], [self.served(p) for p in processes])

    def highest(self, commands: Commands, guess: float) -> Highest:
        """Search from so many commands a second in each room."""
        scale = self.scale
        return Highest(commands, guess * scale.rooms, scale.steps, scale.limit_ms)

    def steady(self, commands: Commands) -> Steady:
        """At a rate at which two processes share a core easily."""
        return Steady(commands, STEADY * self.scale.rooms)


def _rooms(count: str | int, *, direct: bool = True, paced_as: str = "") -> Maker:
    def make(field: Field, name: str) -> Broadcasting:
        number = count if isinstance(count, int) else getattr(field.scale, count)
        environ = {"VGROUP_DIRECT_SEND": str(int(direct)), "VGROUP_HOME": str(field.stage.folder)}
        line = python("tests.bench.subject.fanout", "{port}", str(SEATS))
        return Broadcasting(name, line, environ, number, SEATS, command, paced_as=paced_as)

    return make


def _reference(line: list[str], count: str = "rooms", guess: float = 500.0, **given: str) -> Maker:
    def make(field: Field, name: str) -> Broadcasting:
        environ = {"BENCH_REDIS_URL": field.stage.redis.url, **given}
        rooms = getattr(field.scale, count)
        return Broadcasting(name, line, environ, rooms, SEATS, message, guess)

    return make


def _spoken(tongue: Any) -> Maker:
    """A reference that has a protocol of its own."""
    return lambda field, name: Broadcasting(
        name,
        tongue.command(field.stage.folder),
        tongue.ENVIRON,
        field.scale.rooms,
        SEATS,
        tongue.message,
        join=tongue.join,
    )


def _writer(field: Field, name: str) -> Worker:
    stack, rooms = field.clinic
    environ = stack.environ | {"DJANGO_SETTINGS_MODULE": "vgroup.settings"}
    sessions = tuple(str(filled.session) for filled in rooms["writer"])
    return Worker(name, "tests.bench.subject.append", sessions, environ)


def _inside(which: str) -> Maker:
    return lambda field, name: Worker(
        name,
        "tests.bench.subject.inside",
        (which,),
        dict(os.environ) | {"VGROUP_HOME": str(field.stage.folder)},
    )


def _joins(field: Field, name: str) -> Joins:
    stack, rooms = field.clinic
    return Joins(name, stack, rooms["join"], field.served("c", "--no-clock"), RETURNING)


def _idle(field: Field, name: str) -> Idle:
    stack, rooms = field.clinic
    served = field.served("d", "--no-clock")
    return Idle(name, stack, rooms["idle"], served, field.scale.idle)


def _in_group(people: int, of: Of) -> Maker:
    return lambda field, name: InGroup(name, field.group(people), of)


_MAKERS: dict[str, Maker] = {
    "rooms": _rooms("rooms"),
    "rooms, public API": _rooms("rooms", direct=False),
    "100 rooms": _rooms("many"),
    "1 room": _rooms(1, paced_as="100 rooms"),
    "websockets": _reference(python("tests.bench.references.websockets_broadcast", "{port}")),
    "autobahn": _reference(python("tests.bench.references.autobahn_broadcast", "{port}")),
    "Channels in memory": _reference(CHANNELS, guess=100, BENCH_LAYER="memory"),
    "Channels with PubSub": _reference(CHANNELS, guess=100, BENCH_LAYER="pubsub"),
    "Channels in memory, 100 rooms": _reference(CHANNELS, "many", 40, BENCH_LAYER="memory"),
    "Socket.IO": _spoken(socketio),
    "Prosody": _spoken(prosody),
    "writer": _writer,
    "pgbench": lambda field, name: Pgbench(name, field.stage, field.scale.many),
    "vgroup serve": lambda field, name: field.highest(field.commands(name, "serve", "a"), 25),
    "Channels and ORM": lambda field, name: field.highest(
        OrmCommands(name, field.stage, field.scale.rooms, SEATS), 8
    ),
    "one process": lambda field, name: field.steady(field.commands(name, "one", "a")),
    "two processes": lambda field, name: field.steady(field.commands(name, "two", "a", "b")),
    "decide and evolve": _inside("decide"),
    "frame there and back": _inside("encode"),
    "join": _joins,
    "daphne connection": lambda field, name: Connections(name, field.scale.many),
    "idle sockets": _idle,
    "Janus, 3 people": _in_group(3, "janus_us"),
    "Janus, 12 people": _in_group(12, "janus_us"),
    "service, 3 people": _in_group(3, "service_us"),
    "service, 12 people": _in_group(12, "service_us"),
}
