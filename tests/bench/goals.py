"""What is to be reached, as data: a figure is one contestant's measure over another's."""

from dataclasses import dataclass
from typing import Literal

Measure = Literal["cost", "rate", "p99"]


@dataclass(frozen=True)
class Goal:
    """`reference` None: the contestant's own measure is the figure, in `unit`."""

    key: str
    what: str
    subject: str
    reference: str | None
    measure: Measure
    reach: float
    at_least: bool = False
    unit: str = "times"

    def reached(self, value: float) -> bool:
        """Whether a figure is good enough."""
        return value >= self.reach if self.at_least else value <= self.reach


GOALS = (
    Goal(
        "fanout_public_vs_websockets",
        "a delivered frame, 20 rooms of 12, public API only ÷ bare websockets.broadcast",
        "rooms, public API",
        "websockets",
        "cost",
        6,
    ),
    Goal(
        "fanout_vs_websockets",
        "the same with the direct send path",
        "rooms",
        "websockets",
        "cost",
        2.5,
    ),
    Goal("fanout_vs_autobahn", "the same ÷ bare autobahn", "rooms", "autobahn", "cost", 0.8),
    Goal(
        "fanout_vs_channels_240",
        "the same ÷ plain Channels in memory, 240 sockets",
        "rooms",
        "Channels in memory",
        "cost",
        1 / 8,
    ),
    Goal(
        "fanout_vs_channels_1200",
        "the same with 1,200 sockets",
        "100 rooms",
        "Channels in memory, 100 rooms",
        "cost",
        1 / 20,
    ),
    Goal("fanout_100_vs_1_room", "100 rooms ÷ one room", "100 rooms", "1 room", "cost", 1.6),
    Goal(
        "append_vs_pgbench_tx",
        "commands a second made durable, 100 rooms ÷ pgbench, one transaction each",
        "writer",
        "pgbench",
        "rate",
        2,
        at_least=True,
    ),
    Goal("append_p99_vs_pgbench", "their p99 ÷ pgbench's", "writer", "pgbench", "p99", 1),
    Goal(
        "e2e_vs_orm",
        "commands a second, durable and broadcast within 50 ms (p99) ÷ an ORM transaction each",
        "vgroup serve",
        "Channels and ORM",
        "rate",
        4,
        at_least=True,
    ),
    Goal(
        "e2e_two_processes",
        "a delivered frame, each room's sockets in two processes ÷ in one",
        "two processes",
        "one process",
        "cost",
        2,
    ),
    Goal(
        "decide_vs_encode",
        "decide and evolve ÷ msgspec's round trip of the frame",
        "decide and evolve",
        "frame there and back",
        "cost",
        20,
    ),
    Goal(
        "join_vs_daphne",
        "a whole join ÷ a bare daphne connection",
        "join",
        "daphne connection",
        "cost",
        4,
    ),
    Goal(
        "socket_kb",
        "memory of an idle joined socket",
        "idle sockets",
        None,
        "cost",
        40,
        unit="KB",
    ),
    Goal(
        "media_janus_growth",
        "Janus's time for a person, 12 who all film ÷ 3 (each gets 11 pictures, not 2)",
        "Janus, 12 people",
        "Janus, 3 people",
        "cost",
        6,
    ),
    Goal(
        "media_service_growth",
        "the same of the service",
        "service, 12 people",
        "service, 3 people",
        "cost",
        2,
    ),
    Goal(
        "media_first_picture",
        "from joining to the last of the first pictures (p99), 12 people at once ÷ 3",
        "Janus, 12 people",
        "Janus, 3 people",
        "p99",
        6,
    ),
)
