"""Who belonged to a session, and as what, from the opening of the door to the last invitation."""

from collections.abc import Iterable
from typing import Literal, TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from sessions_app.room.clock import DoorOpened
from sessions_app.room.decision import Seat, Stamped
from sessions_app.room.plan import Guest, Member, Plan, Staff
from sessions_app.room.team import (
    GuestInvited,
    MemberExpected,
    Promoted,
    StaffAssigned,
    StaffDismissed,
)

Role: TypeAlias = Literal["participant", "staff", "guest"]


class Expected(Struct, frozen=True):
    """Someone on the roster, by the entry that put them there; `added_at` where it was later.

    `facilitates`: at any time of the session. `dismissed`: the assignment was taken back.
    `guest_since`: from then on (ms UTC) somebody dismissed was there as a guest.
    """

    seat: Seat
    name: str
    role: Role
    seq: int
    credential: str = ""
    function: str | None = None
    facilitates: bool = False
    added_at: int | None = None
    dismissed: bool = False
    guest_since: int | None = None


Roster: TypeAlias = dict[Seat, Expected]


def plan_of(facts: Iterable[Stamped]) -> Plan | None:
    """The plan as it was when the door opened; None where it never did."""
    return next((f.event.plan for f in facts if isinstance(f.event, DoorOpened)), None)


def read(facts: Iterable[Stamped]) -> Roster:
    """Everyone who was ever on the roster, in its order; who is dismissed stays on record."""
    roster: Roster = {}
    for fact in facts:
        for person in _named(fact):
            known = roster.get(person.seat)
            roster[person.seat] = _again(known, person) if known is not None else person
        match fact.event:
            case Promoted(seat=seat) if seat in roster:
                roster[seat] = replace(roster[seat], facilitates=True)
            case StaffDismissed(seat=seat) if seat in roster:
                roster[seat] = replace(roster[seat], dismissed=True)
    return roster


def _named(fact: Stamped) -> list[Expected]:
    match fact.event:
        case DoorOpened(plan=plan):
            planned: list[Member | Staff | Guest] = [*plan.staff, *plan.members, *plan.guests]
            return [_expected(person, fact.seq, None) for person in planned]
        case StaffAssigned(staff=person):
            return [_expected(person, fact.seq, fact.at)]
        case MemberExpected(member=person):
            return [_expected(person, fact.seq, fact.at)]
        case GuestInvited(guest=person):
            return [_expected(person, fact.seq, fact.at)]
    return []


def _expected(person: Member | Staff | Guest, seq: int, added_at: int | None) -> Expected:
    match person:
        case Member(seat=seat, name=name):
            return Expected(seat, name, "participant", seq, added_at=added_at)
        case Guest(seat=seat, name=name, function=function):
            return Expected(seat, name, "guest", seq, function=function, added_at=added_at)
        case Staff(seat=seat, name=name):
            return Expected(
                seat,
                name,
                "staff",
                seq,
                credential=person.credential,
                facilitates=person.facilitates,
                added_at=added_at,
            )


def _again(known: Expected, person: Expected) -> Expected:
    """Assigned once more: today's name and credential, and still whoever facilitated before."""
    if known.role == "staff" and person.role == "guest":
        # What they did for the team stays theirs, whatever they come as afterwards.
        since = person.added_at
        return replace(known, name=person.name, function=person.function, guest_since=since)
    facilitates = known.facilitates or person.facilitates
    return replace(person, facilitates=facilitates, seq=known.seq, added_at=known.added_at)
