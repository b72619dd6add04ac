"""The values that go into and come out of a decision; holds no rule of its own."""

from collections.abc import Callable
from typing import Any, Literal, TypeAlias, TypeVar

from msgspec import Struct

Seat: TypeAlias = str
T = TypeVar("T")
Role: TypeAlias = Literal[
    "participant", "guest", "facilitator", "supervisor", "administrator", "clock"
]
Audience: TypeAlias = tuple[str, ...]

ALL = "all"  # every socket of the room, waiting ones too
GROUP = "group"  # everyone inside, and the staff of the session before they come in
INSIDE = "inside"  # everyone inside, for what was said there
STAFF = "staff"
STAFF_INSIDE = "staff:inside"  # the staff who are inside, wherever they are
CLOCK = "clock"  # the room itself, as an actor


def only(seat: Seat) -> str:
    """The audience token of one person."""
    return f"seat:{seat}"


def at_place(place: str) -> str:
    """The audience token of everyone in one place: the main room or a side room."""
    return f"place:{place}"


class Command(Struct, frozen=True, tag=True, tag_field="type", forbid_unknown_fields=True):
    """What somebody asks of a room, in the imperative."""


class Event(Struct, frozen=True, tag=True, tag_field="type"):
    """What happened in a room, in the past tense.

    A class may name fields that only staff see in `hidden`.
    """

    def as_peers_see_it(self) -> "Event":
        """The event as it is told to peers, before hidden fields are left out."""
        return self


class Actor(Struct, frozen=True):
    """Who asks: a seat, a staff membership code, or the clock.

    `unsigned` says that agreements of the clinic wait for this person's signature.
    """

    id: str
    role: Role
    unsigned: bool = False


class Ask(Struct, frozen=True):
    """A command with all that the room must not fetch by itself.

    `at` is milliseconds since the epoch, UTC. `mint` makes an opaque id with a prefix.
    `quoted` is the text of the message the command names, where it names one.
    """

    command: Command
    actor: Actor
    at: int
    mint: Callable[[str], str]
    connection: str | None = None
    quoted: str | None = None


class Private(Struct, frozen=True):
    """What belongs to a person rather than to the record; stored sealed beside its event.

    `purpose` names the key: `talk` is shredded when the session is over, `record` is kept.
    """

    seat: Seat
    purpose: Literal["record", "talk"]
    to: Audience
    body: dict[str, Any]


class Emit(Struct, frozen=True):
    """One event of a decision and who may see it; `at` only where it is not now."""

    event: Event
    to: Audience
    private: Private | None = None
    at: int | None = None


Decision: TypeAlias = tuple[Emit, ...]


class Stamped(Struct, frozen=True):
    """An event with its place in the ledger; `at` is milliseconds since the epoch, UTC."""

    seq: int
    at: int
    actor: str
    to: Audience
    event: Event


class Fact(Struct, frozen=True):
    """A stamped event on its way to the ledger, with what is private about it."""

    stamped: Stamped
    private: Private | None = None


def without(by_seat: dict[Seat, T], seat: Seat) -> dict[Seat, T]:
    """What is kept by seat, but for one of them."""
    return {other: kept for other, kept in by_seat.items() if other != seat}
