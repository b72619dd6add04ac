"""Side rooms: which are open and until when, who is where, who belongs where.

Being in a side room is being in the group: presence, clock, floor and help are the room's. Only
what is said, written and shown stays in its place, and staff read the chat of every place.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final, TypeAlias, assert_never

from msgspec import Struct
from msgspec.structs import replace

from sessions_app.room.decision import (
    GROUP,
    Ask,
    Command,
    Decision,
    Emit,
    Event,
    Seat,
    Stamped,
)
from sessions_app.room.door import Removed, SentBack
from sessions_app.room.errors import Invalid, Refused
from sessions_app.room.team import StaffDismissed

if TYPE_CHECKING:
    from sessions_app.room.room import Room

MAIN: Final = "main"  # the place everyone comes into
MOST = 8
NAME_LIMIT = 60
SHORTEST_S, LONGEST_S = 10, 4 * 3600
LONGEST_RECALL_S = 300


class PlaceDraft(Struct, frozen=True, forbid_unknown_fields=True):
    """A side room to be: what it is called and who goes there."""

    name: str
    seats: tuple[Seat, ...] = ()


class OpenPlaces(Command, frozen=True):
    """Open side rooms and send people there, for some seconds or until they are called back."""

    places: tuple[PlaceDraft, ...]
    seconds: int | None = None


class Move(Command, frozen=True):
    """Bring someone to another place: a side room that is open, or "main"."""

    seat: Seat
    place: str


class GoTo(Command, frozen=True):
    """Go to another place oneself, as staff."""

    place: str


class Recall(Command, frozen=True):
    """Call everyone back in some seconds, which everyone sees; 0 is at once."""

    seconds: int = 60


PlacesCommand: TypeAlias = OpenPlaces | Move | GoTo | Recall


class Place(Struct, frozen=True):
    """A side room that is open."""

    place: str
    name: str


class PlacesOpened(Event, frozen=True):
    """Side rooms are open, until `closes_at` (ms UTC) where they have an end."""

    places: tuple[Place, ...]
    closes_at: int | None = None


class Moved(Event, frozen=True):
    """Someone is in another place now; `by` is themselves where staff went there."""

    seat: Seat
    place: str
    by: Seat

    hidden = ("by",)


class RecallStarted(Event, frozen=True):
    """Everyone comes back at `closes_at`, ms UTC."""

    closes_at: int


class PlacesClosed(Event, frozen=True):
    """The side rooms are closed; everyone is back together."""


class Places(Struct, frozen=True):
    """The side rooms that are open; `assigned` is to which of them someone belongs.

    Whoever drops and comes back, even through the door, lands where they belong.
    """

    open: tuple[Place, ...] = ()
    assigned: dict[Seat, str] = {}
    closes_at: int | None = None

    def of(self, seat: Seat) -> str:
        """Where someone who comes in now lands."""
        return self.assigned.get(seat, MAIN)


def decide(room: Room, ask: Ask, command: PlacesCommand) -> Decision:
    """Decide a command about side rooms; they are open only while the group runs."""
    match command:
        case OpenPlaces():
            return _open(room, ask, command)
        case Move(seat=seat, place=place):
            return _move(room, seat, place, ask.actor.id)
        case GoTo(place=place):
            if not room.people.get(ask.actor.id).inside:
                raise Refused("come_in_first")
            return _move(room, ask.actor.id, place, ask.actor.id)
        case Recall(seconds=seconds):
            return _recall(room, ask.at, seconds)
        case _:
            assert_never(command)


def _open(room: Room, ask: Ask, command: OpenPlaces) -> Decision:
    if room.places.open:
        raise Refused("places_open")
    _checked(room, command)
    drafts = tuple((draft, Place(ask.mint("p"), draft.name.strip())) for draft in command.places)
    closes_at = ask.at + command.seconds * 1000 if command.seconds is not None else None
    opened = Emit(PlacesOpened(tuple(place for _, place in drafts), closes_at), (GROUP,))
    moved = (
        Emit(Moved(seat, place.place, ask.actor.id), (GROUP,))
        for draft, place in drafts
        for seat in draft.seats
    )
    return opened, *moved


def _checked(room: Room, command: OpenPlaces) -> None:
    if not 1 <= len(command.places) <= MOST:
        raise Invalid(f"places: open 1 to {MOST} side rooms.")
    names = [draft.name.strip() for draft in command.places]
    if len(set(names)) < len(names) or not all(1 <= len(name) <= NAME_LIMIT for name in names):
        raise Invalid(f"places: give each a name of its own, of 1 to {NAME_LIMIT} characters.")
    if command.seconds is not None and not SHORTEST_S <= command.seconds <= LONGEST_S:
        raise Invalid(f"seconds: {SHORTEST_S} to {LONGEST_S}, or none.")
    seats = [seat for draft in command.places for seat in draft.seats]
    if len(set(seats)) < len(seats):
        raise Invalid("places: send each person to one of them.")
    if not all(room.people.get(seat).inside for seat in seats):
        raise Refused("not_here")


def _move(room: Room, seat: Seat, place: str, by: Seat) -> Decision:
    if not room.places.open:
        raise Refused("no_places")
    person = room.people.get(seat)
    if not person.inside:
        raise Refused("not_here")
    if place != MAIN and all(known.place != place for known in room.places.open):
        raise Refused("place_closed")
    return () if person.place == place else (Emit(Moved(seat, place, by), (GROUP,)),)


def _recall(room: Room, at: int, seconds: int) -> Decision:
    if not 0 <= seconds <= LONGEST_RECALL_S:
        raise Invalid(f"seconds: call everyone back in 0 to {LONGEST_RECALL_S} seconds.")
    if not room.places.open:
        raise Refused("no_places")
    if seconds == 0:
        return (Emit(PlacesClosed(), (GROUP,)),)
    stands, closes_at = room.places.closes_at, at + seconds * 1000
    # An end that comes sooner stands: nobody is promised time that they do not have.
    sooner = stands is not None and stands <= closes_at
    return () if sooner else (Emit(RecallStarted(closes_at), (GROUP,)),)


def deadlines(room: Room) -> Iterator[tuple[int, Decision]]:
    """When everyone is brought back together.

    At the time that was set; and at once when the group no longer runs. On hold nobody may be
    left in a side room without a facilitator. A break is the whole group's: nobody leads a side
    room meanwhile, and everyone must hear alike when it is over.
    """
    if not room.places.open:
        return
    closed = (Emit(PlacesClosed(), (GROUP,)),)
    if room.clock.phase != "running":
        yield room.at, closed
    elif room.places.closes_at is not None:
        yield room.places.closes_at, closed


HEARS: Final[frozenset[type[Event]]] = frozenset(
    {
        PlacesOpened,
        Moved,
        RecallStarted,
        PlacesClosed,
        SentBack,
        Removed,
        StaffDismissed,
    }
)


def evolve(places: Places, fact: Stamped, room: Room) -> Places:
    """The side rooms after an event."""
    match fact.event:
        case PlacesOpened(places=opened, closes_at=closes_at):
            return Places(opened, {}, closes_at)
        case Moved(seat=seat, place=place):
            return _belongs(places, seat, place)
        case RecallStarted(closes_at=closes_at):
            return replace(places, closes_at=closes_at)
        case PlacesClosed():
            return Places()
        case SentBack(seat=seat) | Removed(seat=seat) | StaffDismissed(seat=seat):
            # Who was taken out is admitted anew, and begins where the group is.
            return _belongs(places, seat, MAIN)
    return places


def _belongs(places: Places, seat: Seat, place: str) -> Places:
    if places.of(seat) == place:
        return places
    others = {other: where for other, where in places.assigned.items() if other != seat}
    return replace(places, assigned=others if place == MAIN else {**others, seat: place})
