"""Who may come in: knocking, the waiting room, admission, lateness, the lock, removal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, TypeAlias, assert_never

from msgspec import Struct, to_builtins
from msgspec.structs import replace

from sessions_app.room.clock import OPEN
from sessions_app.room.decision import (
    GROUP,
    STAFF,
    Actor,
    Ask,
    Command,
    Decision,
    Emit,
    Event,
    Private,
    Seat,
    Stamped,
    only,
)
from sessions_app.room.errors import Invalid, Refused

if TYPE_CHECKING:
    from sessions_app.room.people import Person
    from sessions_app.room.room import Room

Identity = Literal["known", "name_and_birth_date", "document", "vouched"]
RefusalReason = Literal["late", "intoxication", "wrong_room", "not_this_person", "other"]
RemovalReason = Literal[
    "safety", "intoxication", "conduct", "wrong_room", "not_this_person", "other"
]


class Attestation(Struct, frozen=True, forbid_unknown_fields=True):
    """What a person says at the door: where they are and that the place is fit for a group.

    `state` is the code of the state or region; an empty `location` keeps a person waiting.
    """

    state: str
    location: str
    callback: str
    alone: bool
    headphones: bool
    sober: bool
    not_driving: bool
    agreements: bool


class Knock(Command, frozen=True):
    """Ask to come in. Without an attestation the last one of this session still holds."""

    attestation: Attestation | None = None


class Admit(Command, frozen=True):
    """Let one person in; `late` and `over_capacity` are reasons, where the rules ask for one."""

    seat: Seat
    identity: Identity
    late: str = ""
    over_capacity: str = ""


class AdmitAll(Command, frozen=True):
    """Let in everyone about whom there is nothing to decide, in the order of their knocks."""

    identity: Identity


class Refuse(Command, frozen=True):
    """Do not let someone in."""

    seat: Seat
    reason: RefusalReason


class SendBack(Command, frozen=True):
    """Send someone back to the waiting room."""

    seat: Seat


class Lock(Command, frozen=True):
    """Let nobody new in."""


class Unlock(Command, frozen=True):
    """Let people in again."""


class Remove(Command, frozen=True):
    """Take someone out; they stay out until they are let back in."""

    seat: Seat
    reason: RemovalReason
    note: str = ""


class LetBackIn(Command, frozen=True):
    """Let someone who was removed or refused knock again."""

    seat: Seat


DoorCommand: TypeAlias = (
    Knock | Admit | AdmitAll | Refuse | SendBack | Lock | Unlock | Remove | LetBackIn
)


class Knocked(Event, frozen=True):
    """Someone asked to come in; the answers themselves are private.

    `answered`: nothing in the answers keeps them waiting. `unsigned`: agreements do.
    `look`: staff should read the answers first.
    """

    seat: Seat
    answered: bool
    unsigned: bool
    look: bool
    state: str
    unchanged: bool

    @property
    def complete(self) -> bool:
        """Whether this person may be admitted."""
        return self.answered and not self.unsigned


class Admitted(Event, frozen=True):
    """Someone was let in; `by` is None where being on the team was enough."""

    seat: Seat
    by: Seat | None
    identity: str
    late: str = ""
    over_capacity: str = ""

    hidden = ("by", "identity", "late", "over_capacity")


class CameBack(Event, frozen=True):
    """Someone who had been admitted is inside again."""

    seat: Seat
    over_capacity: str = ""

    hidden = ("over_capacity",)


class Left(Event, frozen=True):
    """Someone is no longer inside; peers see no more than this, whatever the reason."""

    seat: Seat


class RefusedEntry(Event, frozen=True):
    """Someone was not let in."""

    seat: Seat
    reason: RefusalReason


class SentBack(Event, frozen=True):
    """Someone was sent back to the waiting room."""

    seat: Seat


class Locked(Event, frozen=True):
    """Nobody new comes in."""


class Unlocked(Event, frozen=True):
    """People may come in again."""


class Removed(Event, frozen=True):
    """Someone was taken out; peers only see that they left."""

    seat: Seat
    reason: RemovalReason


class LetIn(Event, frozen=True):
    """Someone who was removed or refused may knock again."""

    seat: Seat


def vacated(event: Event) -> Seat | None:
    """The seat in which this event found somebody else: nothing they did there is its person's.

    Peers are not told why someone left, so what the whole group sees of a seat stays as it is.
    """
    match event:
        case Removed(seat=seat, reason="not_this_person"):
            return seat
        case RefusedEntry(seat=seat, reason="not_this_person"):
            return seat
    return None


class Visitor(Struct, frozen=True):
    """How a person stands with the door; `attested` is the seq of their last answers."""

    standing: Literal["waiting", "admitted", "sent_back", "refused", "removed", "may_knock"]
    knocked_at: int = 0
    first_complete: int | None = None
    complete: bool = False
    answered: bool = False
    look: bool = False
    state: str = ""
    attested: int | None = None
    reason: str | None = None


class Door(Struct, frozen=True):
    """The lock, and how everyone who ever knocked stands."""

    locked: bool = False
    visitors: dict[Seat, Visitor] = {}

    def is_waiting(self, seat: Seat) -> bool:
        """Whether a person has knocked and is not let in yet."""
        visitor = self.visitors.get(seat)
        return visitor is not None and visitor.standing in ("waiting", "sent_back")

    def returns(self, room: Room, person: Person, at: int) -> bool:
        """Whether a person who was admitted comes back without asking."""
        visitor = self.visitors.get(person.seat)
        if person.inside or visitor is None or visitor.standing != "admitted":
            return False
        if room.clock.phase not in OPEN:
            return False
        if person.gone_at is None:
            return False  # not inside before in this role: staff who were made a guest knock
        gap = at - person.gone_at
        return person.role == "staff" or gap <= room.plan.rules.return_gap_s * 1000

    def back(self, room: Room, person: Person) -> Emit:
        """That person comes back; over capacity too, which is marked."""
        full = room.people.occupancy() >= room.plan.rules.capacity
        reason = "returned" if full and person.role == "participant" else ""
        return Emit(CameBack(person.seat, reason), (GROUP,))

    def late(self, room: Room, seat: Seat) -> bool:
        """Whether the first complete knock came after the cut-off.

        Measured against the later of planned and actual start, so nobody who was kept
        waiting, or who came while nothing had begun, is late.
        """
        visitor = self.visitors.get(seat)
        if visitor is None or visitor.first_complete is None or room.clock.started_at is None:
            return False
        start = max(room.plan.starts_at, room.clock.started_at)
        return visitor.first_complete > start + room.plan.rules.late_cutoff_s * 1000


def decide(room: Room, ask: Ask, command: DoorCommand) -> Decision:
    """Decide a command about the door."""
    match command:
        case Knock(attestation=attestation):
            return _knock(room, ask, attestation)
        case Admit():
            return _admit(room, ask.actor, command)
        case AdmitAll(identity=identity):
            return _admit_all(room, ask.actor, identity)
        case Refuse(seat=seat, reason=reason):
            _waiting(room, seat)
            return (Emit(RefusedEntry(seat, reason), (STAFF, only(seat))),)
        case SendBack(seat=seat):
            _guarded(room, seat)
            return _back_to_waiting(seat)
        case Lock():
            return () if room.door.locked else (Emit(Locked(), (GROUP,)),)
        case Unlock():
            return (Emit(Unlocked(), (GROUP,)),) if room.door.locked else ()
        case Remove():
            return _remove(room, command)
        case LetBackIn(seat=seat):
            visitor = room.door.visitors.get(room.people.get(seat).seat)
            if visitor is None or visitor.standing not in ("removed", "refused"):
                return ()
            return (Emit(LetIn(seat), (STAFF, only(seat))),)
        case _:
            assert_never(command)


def _left(seat: Seat) -> Emit:
    return Emit(Left(seat), (GROUP,))


def _back_to_waiting(seat: Seat) -> Decision:
    return _left(seat), Emit(SentBack(seat), (STAFF, only(seat)))


def _knock(room: Room, ask: Ask, attestation: Attestation | None) -> Decision:
    person = room.people.get(ask.actor.id)
    if person.role == "staff":
        return _staff_enters(room, person, ask.at)
    visitor = room.door.visitors.get(person.seat)
    if visitor is not None and visitor.standing in ("removed", "refused"):
        raise Refused(visitor.standing)
    knocked = _knocked(room, ask.actor, visitor, attestation)
    private = None
    if attestation is not None:
        answers = to_builtins(attestation)
        private = Private(person.seat, "record", (STAFF, only(person.seat)), answers)
    emits = [Emit(knocked, (STAFF, only(person.seat)), private)]
    if person.inside:
        # Who can no longer take part, because they drive for one, waits like anyone else.
        return tuple(emits) if knocked.complete else (*emits, *_back_to_waiting(person.seat))
    looked_at = attestation is None or not knocked.look
    comes_back = person.connections and room.door.returns(room, person, ask.at)
    if knocked.complete and looked_at and comes_back:
        emits.append(room.door.back(room, person))
    return tuple(emits)


def _staff_enters(room: Room, person: Person, at: int) -> Decision:
    if person.inside:
        return ()
    if not person.connections:
        raise Refused("not_here")
    if room.door.returns(room, person, at):
        return (room.door.back(room, person),)
    return (Emit(Admitted(person.seat, None, "assigned"), (GROUP,)),)


def _knocked(
    room: Room, actor: Actor, visitor: Visitor | None, attestation: Attestation | None
) -> Knocked:
    if attestation is None:
        if visitor is None or visitor.attested is None:
            raise Refused("attestation_needed")
        return Knocked(
            actor.id, visitor.answered, actor.unsigned, visitor.look, visitor.state, unchanged=True
        )
    a = _checked(attestation)
    # Driving counts as not answered, so that the record does not tell one from the other.
    answered = bool(a.location and a.state and a.callback and a.agreements and a.not_driving)
    licensed = room.plan.rules.licensed_states
    outside = bool(licensed) and a.state not in licensed
    fit = answered and a.alone and a.headphones and a.sober and not outside
    return Knocked(actor.id, answered, actor.unsigned, not fit, a.state, unchanged=False)


def _checked(attestation: Attestation) -> Attestation:
    limits = {"state": 32, "location": 300, "callback": 40}
    trimmed = {name: getattr(attestation, name).strip() for name in limits}
    for name, limit in limits.items():
        if len(trimmed[name]) > limit:
            raise Invalid(f"attestation.{name}: at most {limit} characters.")
    return replace(attestation, **trimmed)


def _waiting(room: Room, seat: Seat) -> Visitor:
    person = room.people.get(seat)
    if person.inside:
        raise Refused("already_inside")
    visitor = room.door.visitors.get(seat)
    if visitor is None or person.left or visitor.standing not in ("waiting", "sent_back"):
        raise Refused("not_waiting")
    return visitor


def _admit(room: Room, actor: Actor, command: Admit) -> Decision:
    visitor = _waiting(room, command.seat)
    person = room.people.get(command.seat)
    if not person.connections:
        raise Refused("not_here")
    if not visitor.complete:
        raise Refused("must_wait")
    if room.door.locked:
        raise Refused("locked")
    late = command.late.strip()[:300] if room.door.late(room, command.seat) else None
    if late == "":
        raise Refused("late")
    full = room.people.occupancy() >= room.plan.rules.capacity and person.role == "participant"
    reason = command.over_capacity.strip()[:300] if full else ""
    if full and not reason:
        raise Refused("at_capacity")
    return _enters(person, Admitted(command.seat, actor.id, command.identity, late or "", reason))


def _enters(person: Person, admitted: Admitted) -> Decision:
    """Let someone in. Who was inside before is told to peers as one who comes back.

    So that a removal, or being sent back, looks to them like leaving to the end.
    """
    if person.gone_at is None:
        return (Emit(admitted, (GROUP,)),)
    seat = person.seat
    return Emit(admitted, (STAFF, only(seat))), Emit(CameBack(seat), (GROUP,))


def _admit_all(room: Room, actor: Actor, identity: Identity) -> Decision:
    if room.door.locked:
        raise Refused("locked")
    free = room.plan.rules.capacity - room.people.occupancy()
    emits: list[Emit] = []
    for seat, visitor in sorted(room.door.visitors.items(), key=lambda item: item[1].knocked_at):
        person = room.people.roster.get(seat)
        if person is None or not person.connections or person.left or person.inside:
            continue
        if not room.door.is_waiting(seat) or not visitor.complete or visitor.look:
            continue
        takes = person.role == "participant"
        if room.door.late(room, seat) or (takes and free <= 0):
            continue
        free -= takes
        emits += _enters(person, Admitted(seat, actor.id, identity))
    return tuple(emits)


def _guarded(room: Room, seat: Seat) -> Person:
    person = room.people.get(seat)
    if person.role == "staff":
        raise Invalid("seat: staff are dismissed by the office, not by the room.")
    if not person.inside:
        raise Refused("not_here")
    return person


def _remove(room: Room, command: Remove) -> Decision:
    person = room.people.get(command.seat)
    if not room.door.is_waiting(command.seat):
        person = _guarded(room, command.seat)
    note = command.note.strip()
    if len(note) > 1000:
        raise Invalid("note: at most 1000 characters.")
    private = Private(command.seat, "record", (STAFF,), {"note": note}) if note else None
    removed = Emit(Removed(command.seat, command.reason), (STAFF, only(command.seat)), private)
    return (removed, _left(command.seat)) if person.inside else (removed,)


HEARS: Final[frozenset[type[Event]]] = frozenset(
    {
        Locked,
        Unlocked,
        Knocked,
        Admitted,
        CameBack,
        RefusedEntry,
        SentBack,
        Removed,
        LetIn,
    }
)


def evolve(door: Door, fact: Stamped, room: Room) -> Door:
    """The door after an event."""
    event = fact.event
    match event:
        case Locked():
            return replace(door, locked=True)
        case Unlocked():
            return replace(door, locked=False)
        case Knocked():
            inside = room.people.get(event.seat).inside
            visitor = _after_knock(door.visitors.get(event.seat), event, fact, inside)
            return _with(door, event.seat, visitor)
        case Admitted(seat=seat):
            return _stand(door, seat, "admitted")
        case CameBack(seat=seat):
            return _stand(door, seat, "admitted")
        case RefusedEntry(seat=seat, reason=reason):
            return _stand(door, seat, "refused", reason)
        case SentBack(seat=seat):
            return _stand(door, seat, "sent_back")
        case Removed(seat=seat, reason=reason):
            return _stand(door, seat, "removed", reason)
        case LetIn(seat=seat):
            return _stand(door, seat, "may_knock")
    return door


def _after_knock(visitor: Visitor | None, event: Knocked, fact: Stamped, inside: bool) -> Visitor:
    before = visitor or Visitor("waiting")
    standing = before.standing if inside or before.standing == "sent_back" else "waiting"
    first = before.first_complete
    if first is None and event.complete:
        first = fact.at
    return replace(
        before,
        standing=standing,
        knocked_at=before.knocked_at or fact.at,
        first_complete=first,
        complete=event.complete,
        answered=event.answered,
        look=event.look,
        state=event.state,
        attested=before.attested if event.unchanged else fact.seq,
        reason=None,
    )


def _with(door: Door, seat: Seat, visitor: Visitor) -> Door:
    return replace(door, visitors={**door.visitors, seat: visitor})


def _stand(door: Door, seat: Seat, standing: str, reason: str | None = None) -> Door:
    visitor = door.visitors.get(seat) or Visitor("waiting")
    if reason == "not_this_person":
        visitor = Visitor("waiting")  # what someone else answered, and when, is not theirs
    return _with(door, seat, replace(visitor, standing=standing, reason=reason))
