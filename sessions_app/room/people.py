"""Who is here, on how many connections, and who has stepped away."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final, Literal, TypeAlias, assert_never

from msgspec import Struct
from msgspec.structs import replace

from sessions_app.room import team
from sessions_app.room.clock import OPEN, Cancelled, DoorOpened, Ended, NotHeld
from sessions_app.room.decision import (
    GROUP,
    STAFF,
    Ask,
    Audience,
    Command,
    Decision,
    Emit,
    Event,
    Seat,
    Stamped,
    only,
)
from sessions_app.room.door import Admitted, CameBack, Knocked, Left, Removed, SentBack
from sessions_app.room.errors import Invalid, NotFound, Refused
from sessions_app.room.places import MAIN, Moved, PlacesClosed
from sessions_app.room.plan import Guest, Member, Plan, Staff

if TYPE_CHECKING:
    from sessions_app.room.room import Room

DEVICES = 8
AwayReason = Literal["break", "call", "family", "overwhelmed", "technical", "other"]


class Connect(Command, frozen=True):
    """A socket of this person opened; given by the shell."""

    connection: str


class Disconnect(Command, frozen=True):
    """A socket of this person closed or fell silent; `as_of` is its last sign of life, ms UTC."""

    connection: str
    as_of: int | None = None


class Forget(Command, frozen=True):
    """A whole process is gone, with every connection it held; `as_of` is its last sign of life."""

    process: str
    as_of: int


class Leave(Command, frozen=True):
    """Leave the group, or the waiting room, by one's own word."""


class StepAway(Command, frozen=True):
    """Be silent and blank both ways for a while."""

    why: AwayReason = "other"


class ComeBack(Command, frozen=True):
    """Be back after stepping away."""


PeopleCommand: TypeAlias = Connect | Disconnect | Forget | Leave | StepAway | ComeBack


class Connected(Event, frozen=True):
    """A connection opened; `first` where the person had none."""

    seat: Seat
    connection: str
    first: bool

    hidden = ("connection",)


class ConnectionLost(Event, frozen=True):
    """A connection is gone since `as_of`; `last` where the person has no other."""

    seat: Seat
    connection: str
    as_of: int
    last: bool

    hidden = ("connection",)


class GivenUp(Event, frozen=True):
    """A lost connection did not come back in time; the seat is free."""

    seat: Seat


class SteppedAway(Event, frozen=True):
    """Someone is away for a while; only staff see why."""

    seat: Seat
    why: AwayReason

    hidden = ("why",)


class SteppedBack(Event, frozen=True):
    """Someone is back."""

    seat: Seat


class Person(Struct, frozen=True):
    """Someone on the roster. `left` is by their own word: connecting alone does not bring them in.

    `connections` is keyed by connection, not by person: two tabs are one person.
    """

    seat: Seat
    name: str
    role: Literal["participant", "guest", "staff"]
    credential: str = ""
    facilitates: bool = False
    function: str | None = None
    inside: bool = False
    away: bool = False
    why: str | None = None
    place: str = MAIN
    left: bool = False
    connections: tuple[str, ...] = ()
    lost_at: int | None = None
    gone_at: int | None = None

    @property
    def present(self) -> bool:
        """Inside, and on at least one connection."""
        return self.inside and bool(self.connections)


class People(Struct, frozen=True):
    """The roster in seating order."""

    roster: dict[Seat, Person] = {}

    def get(self, seat: Seat) -> Person:
        """The person of a seat; NotFound where the roster has none."""
        person = self.roster.get(seat)
        if person is None:
            raise NotFound
        return person

    def inside(self) -> Iterator[Person]:
        """Everyone inside, connected or expected back."""
        return (person for person in self.roster.values() if person.inside)

    def facilitators(self) -> Iterator[Person]:
        """The facilitators who are present."""
        return (p for p in self.roster.values() if p.facilitates and p.inside and p.connections)

    def is_present(self, seat: Seat | None) -> bool:
        """Whether this seat is taken by someone who is present."""
        person = self.roster.get(seat) if seat is not None else None
        return person is not None and person.present

    def staff_connected(self) -> bool:
        """Whether any staff have a connection, inside or not."""
        return any(p.role == "staff" and p.connections for p in self.roster.values())

    def occupancy(self) -> int:
        """How many participants are inside; guests and staff do not count."""
        return sum(1 for p in self.roster.values() if p.inside and p.role == "participant")


def from_plan(plan: Plan) -> People:
    """The roster as planned: staff first, as they sit at the top of the circle."""
    people = [_from_staff(staff) for staff in plan.staff]
    people += [_from_member(member) for member in plan.members]
    people += [_from_guest(guest) for guest in plan.guests]
    return People({person.seat: person for person in people})


def _from_staff(staff: Staff) -> Person:
    return Person(
        staff.seat, staff.name, "staff", credential=staff.credential, facilitates=staff.facilitates
    )


def _from_member(member: Member) -> Person:
    return Person(member.seat, member.name, "participant")


def _from_guest(guest: Guest) -> Person:
    return Person(guest.seat, guest.name, "guest", function=guest.function)


def decide(room: Room, ask: Ask, command: PeopleCommand) -> Decision:
    """Decide a command about presence."""
    match command:
        case Connect(connection=connection):
            return _connect(room, ask, connection)
        case Disconnect(connection=connection, as_of=as_of):
            return _lose(room, ask, ask.actor.id, connection, as_of)
        case Forget(process=process, as_of=as_of):
            return _forget(room, ask, process, as_of)
        case Leave():
            return _leave(room, ask.actor.id)
        case StepAway(why=why):
            person = inside(room, ask.actor.id)
            return () if person.away else (Emit(SteppedAway(person.seat, why), (GROUP,)),)
        case ComeBack():
            person = inside(room, ask.actor.id)
            return (Emit(SteppedBack(person.seat), (GROUP,)),) if person.away else ()
        case _:
            assert_never(command)


def inside(room: Room, seat: Seat) -> Person:
    """The person of a seat, who must be inside to do this."""
    person = room.people.get(seat)
    if not person.inside:
        raise Refused("come_in_first")
    return person


def _audience(person: Person, noticeable: bool) -> Audience:
    return (GROUP,) if person.inside and noticeable else (STAFF, only(person.seat))


def _connect(room: Room, ask: Ask, connection: str) -> Decision:
    person = room.people.get(ask.actor.id)
    if not 0 < len(connection) <= 64:
        raise Invalid("connection: 1 to 64 characters.")
    if connection in person.connections:
        return ()
    first = not person.connections
    opened = Emit(Connected(person.seat, connection, first), _audience(person, first))
    if room.door.returns(room, person, ask.at) and not person.left:
        return *_displaced(person, ask.at), opened, room.door.back(room, person)
    return *_displaced(person, ask.at), opened


def _displaced(person: Person, at: int) -> Decision:
    # The oldest makes room: it may be of a process that died, whose connections stand until its
    # lease is over, and whoever comes back must not be kept out by them.
    if len(person.connections) < DEVICES:
        return ()
    lost = ConnectionLost(person.seat, person.connections[0], at, last=False)
    return (Emit(lost, _audience(person, False)),)


def _lose(room: Room, ask: Ask, seat: Seat, connection: str, as_of: int | None) -> Decision:
    person = room.people.get(seat)
    if connection not in person.connections:
        return ()
    last = len(person.connections) == 1
    since = min(as_of, ask.at) if as_of is not None else ask.at
    lost = Emit(ConnectionLost(seat, connection, since, last), _audience(person, last))
    return (lost, *room.safety.repeat(seat)) if last else (lost,)


def _forget(room: Room, ask: Ask, process: str, as_of: int) -> Decision:
    emits: list[Emit] = []
    for person in room.people.roster.values():
        held = [c for c in person.connections if c.startswith(process + ".")]
        for connection in held:
            # Only the last of a person's connections is noticed, so mark it by what remains.
            last = connection == held[-1] and len(held) == len(person.connections)
            lost = ConnectionLost(person.seat, connection, min(as_of, ask.at), last)
            emits.append(Emit(lost, _audience(person, last)))
            if last:
                emits += room.safety.repeat(person.seat)
    return tuple(emits)


def _leave(room: Room, seat: Seat) -> Decision:
    person = room.people.get(seat)
    if person.inside:
        return (Emit(Left(seat), (GROUP, only(seat))),)
    if room.door.is_waiting(seat):
        return (Emit(Left(seat), (STAFF, only(seat))),)
    return ()


def deadlines(room: Room) -> Iterator[tuple[int, Decision]]:
    """When each lost connection is given up."""
    if room.clock.phase not in OPEN:
        return
    for person in room.people.roster.values():
        if person.inside and person.lost_at is not None:
            due = person.lost_at + room.plan.rules.reconnect_s * 1000
            yield due, (Emit(GivenUp(person.seat), (GROUP,)),)


HEARS: Final[frozenset[type[Event]]] = frozenset(
    {
        DoorOpened,
        Ended,
        NotHeld,
        Cancelled,
        team.StaffAssigned,
        team.MemberExpected,
        team.GuestInvited,
        team.StaffDismissed,
        Connected,
        ConnectionLost,
        Knocked,
        Admitted,
        CameBack,
        Left,
        Removed,
        SentBack,
        GivenUp,
        SteppedAway,
        SteppedBack,
        Moved,
        PlacesClosed,
        team.Promoted,
        team.SteppedDown,
    }
)


def evolve(people: People, fact: Stamped, room: Room) -> People:
    """The roster after an event."""
    match fact.event:
        case DoorOpened(plan=plan):
            return from_plan(plan)
        case Ended() | NotHeld() | Cancelled():
            gone = {seat: _out(person, fact.at) for seat, person in people.roster.items()}
            return People(gone)
        case PlacesClosed():
            return People({s: _at(person, MAIN) for s, person in people.roster.items()})
        case team.StaffAssigned(staff=staff):
            return _assigned(people, staff)
        case team.MemberExpected(member=member):
            return People({**people.roster, member.seat: _from_member(member)})
        case team.GuestInvited(guest=guest):
            return People({**people.roster, guest.seat: _from_guest(guest)})
        case team.StaffDismissed(seat=seat):
            return People({s: person for s, person in people.roster.items() if s != seat})
    about: Seat | None = getattr(fact.event, "seat", None)
    person = people.roster.get(about) if about is not None else None
    if person is None:
        return people
    after = _after(person, fact, room.places.of(person.seat))
    return people if after is person else People({**people.roster, person.seat: after})


def _after(person: Person, fact: Stamped, belongs: str) -> Person:
    match fact.event:
        case Connected(connection=connection):
            return replace(person, connections=(*person.connections, connection), lost_at=None)
        case ConnectionLost(connection=connection, last=last):
            rest = tuple(c for c in person.connections if c != connection)
            lost = fact.at if last and person.inside else person.lost_at
            return replace(person, connections=rest, lost_at=lost)
        case Knocked():
            return replace(person, left=False) if person.left else person
        case Admitted() | CameBack():
            # An admission is told again as a return: who is inside by then stays where they are.
            place = person.place if person.inside else belongs
            return replace(person, inside=True, left=False, gone_at=None, place=place)
        case Moved(place=place):
            return _at(person, place)
        case Left() | Removed():
            return _out(person, fact.at, left=True)
        case SentBack():
            return replace(_out(person, fact.at), left=False)
        case GivenUp():
            return _out(person, person.lost_at or fact.at)
        case SteppedAway(why=why):
            return replace(person, away=True, why=why)
        case SteppedBack():
            return replace(person, away=False, why=None)
        case team.Promoted():
            return replace(person, facilitates=True)
        case team.SteppedDown():
            return replace(person, facilitates=False)
    return person


def _at(person: Person, place: str) -> Person:
    return person if person.place == place else replace(person, place=place)


def _out(person: Person, at: int, *, left: bool = False) -> Person:
    gone = at if person.inside else person.gone_at
    return replace(
        person,
        inside=False,
        away=False,
        why=None,
        place=MAIN,
        lost_at=None,
        gone_at=gone,
        left=left or person.left,
    )


def _assigned(people: People, staff: Staff) -> People:
    known = people.roster.get(staff.seat)
    if known is None:
        return People({staff.seat: _from_staff(staff), **people.roster})
    changed = replace(
        known, name=staff.name, credential=staff.credential, facilitates=staff.facilitates
    )
    return People({**people.roster, staff.seat: changed})
