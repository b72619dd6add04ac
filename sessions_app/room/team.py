"""Who leads and who belongs to the session: the lead, promotion, substitutes, guests."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final, Literal, TypeAlias, assert_never

from msgspec import Struct

from sessions_app.room.clock import DoorOpened, Started
from sessions_app.room.decision import (
    GROUP,
    STAFF,
    Ask,
    Command,
    Decision,
    Emit,
    Event,
    Seat,
    Stamped,
    only,
)
from sessions_app.room.door import Left
from sessions_app.room.errors import Invalid, NotFound, Refused
from sessions_app.room.plan import Guest, Member, Staff

if TYPE_CHECKING:
    from sessions_app.room.people import Person
    from sessions_app.room.room import Room

LeadCause = Literal["handed_over", "lead_gone", "started", "stepped_down", "dismissed"]


class HandOver(Command, frozen=True):
    """Give the lead to another facilitator who is present."""

    seat: Seat


class Promote(Command, frozen=True):
    """Make assigned staff who look on a co-facilitator."""

    seat: Seat


class StepDown(Command, frozen=True):
    """Stop leading, or stop facilitating."""


class AssignStaff(Command, frozen=True):
    """Assign a substitute, also while the group runs; from the office only."""

    staff: Staff


class DismissStaff(Command, frozen=True):
    """Take an assignment back; from the office only."""

    seat: Seat


class ExpectMember(Command, frozen=True):
    """Add someone enrolled after the door opened; from the office only."""

    member: Member


class InviteGuest(Command, frozen=True):
    """Add a guest for this session, with a named function."""

    guest: Guest


TeamCommand: TypeAlias = (
    HandOver | Promote | StepDown | AssignStaff | DismissStaff | ExpectMember | InviteGuest
)


class LeadChanged(Event, frozen=True):
    """Someone leads from now on; why is for staff only, as a dismissal is."""

    seat: Seat
    cause: LeadCause

    hidden = ("cause",)


class Promoted(Event, frozen=True):
    """Staff who looked on now facilitate."""

    seat: Seat


class SteppedDown(Event, frozen=True):
    """A facilitator looks on from now on."""

    seat: Seat


class StaffAssigned(Event, frozen=True):
    """Somebody joined the team of this session, or belongs to it differently."""

    staff: Staff


class StaffDismissed(Event, frozen=True):
    """Somebody no longer belongs to the team of this session."""

    seat: Seat


class MemberExpected(Event, frozen=True):
    """Somebody was enrolled after the door had opened."""

    member: Member


class GuestInvited(Event, frozen=True):
    """A guest is expected; announced to everyone."""

    guest: Guest


class Team(Struct, frozen=True):
    """Who leads, None until someone does; `lost_at`: the lead is not present since, ms UTC."""

    lead: Seat | None = None
    lost_at: int | None = None


def decide(room: Room, ask: Ask, command: TeamCommand) -> Decision:
    """Decide a command about the team."""
    match command:
        case HandOver(seat=seat):
            return _hand_over(room, ask, seat)
        case Promote(seat=seat):
            person = _staff(room, seat)
            return () if person.facilitates else (Emit(Promoted(seat), (GROUP,)),)
        case StepDown():
            return _step_down(room, ask.actor.id)
        case AssignStaff(staff=staff):
            return _assign(room, staff)
        case DismissStaff(seat=seat):
            return _dismiss(room, _staff(room, seat))
        case ExpectMember(member=member):
            if member.seat in room.people.roster:
                return ()
            return (Emit(MemberExpected(member), (STAFF, only(member.seat))),)
        case InviteGuest(guest=guest):
            if not guest.name.strip():
                raise Invalid("guest.name: say what the group may call this guest.")
            if guest.seat in room.people.roster:
                return ()
            return (Emit(GuestInvited(guest), (GROUP, only(guest.seat))),)
        case _:
            assert_never(command)


def _staff(room: Room, seat: Seat) -> Person:
    person = room.people.get(seat)
    if person.role != "staff":
        raise NotFound
    return person


def _hand_over(room: Room, ask: Ask, seat: Seat) -> Decision:
    person = _staff(room, seat)
    if seat == room.team.lead:
        return ()
    if not (person.present and person.facilitates):
        raise Refused("no_next_lead")
    return (Emit(LeadChanged(seat, "handed_over"), (GROUP,)),)


def _step_down(room: Room, seat: Seat) -> Decision:
    down = Emit(SteppedDown(seat), (GROUP,))
    if not room.people.get(seat).facilitates:
        return ()
    if seat != room.team.lead:
        return (down,)
    successor = next_lead(room)
    if successor is None:
        raise Refused("no_next_lead")
    return Emit(LeadChanged(successor, "stepped_down"), (GROUP,)), down


def _dismiss(room: Room, person: Person) -> Decision:
    seat = person.seat
    dismissed = Emit(StaffDismissed(seat), (STAFF, only(seat)))
    left = (Emit(Left(seat), (GROUP,)),) if person.inside else ()
    successor = next_lead(room) if seat == room.team.lead else None
    if successor is None:
        return (*left, dismissed)
    return (Emit(LeadChanged(successor, "dismissed"), (GROUP,)), *left, dismissed)


def _assign(room: Room, staff: Staff) -> Decision:
    seat = staff.seat
    known = room.people.roster.get(seat)
    if known is None:
        return (Emit(StaffAssigned(staff), (STAFF, only(seat))),)
    if known.role != "staff":
        raise Invalid("staff.seat: this person belongs to the group in another role.")
    takes_lead = room.team.lead is None and staff.facilitates
    if _as_known(known) == _as_said(staff) and not takes_lead:
        return ()
    # Whoever is inside is before everyone's eyes, and so is what changes about them.
    assigned = Emit(StaffAssigned(staff), (GROUP,) if known.inside else (STAFF, only(seat)))
    if seat == room.team.lead and not staff.facilitates:
        return *_lead_passes(room, known), assigned
    if takes_lead and known.inside:
        return assigned, Emit(LeadChanged(seat, "handed_over"), (GROUP,))
    return (assigned,)


def _as_known(person: Person) -> tuple[str, str, bool]:
    return person.name, person.credential, person.facilitates


def _as_said(staff: Staff) -> tuple[str, str, bool]:
    return staff.name, staff.credential, staff.facilitates


def _lead_passes(room: Room, lead: Person) -> Decision:
    """The lead goes to the next, where the one who has it will only look on."""
    successor = next_lead(room)
    if successor is not None:
        return (Emit(LeadChanged(successor, "handed_over"), (GROUP,)),)
    if lead.present:
        raise Refused("no_next_lead")
    return ()  # nobody leads until somebody comes, as after a dismissal


def next_lead(room: Room) -> Seat | None:
    """The co-facilitator who is present and would lead next, in roster order."""
    here = (person.seat for person in room.people.facilitators())
    return next((seat for seat in here if seat != room.team.lead), None)


def deadlines(room: Room) -> Iterator[tuple[int, Decision]]:
    """When a co-facilitator takes over from a lead who is gone; it sleeps during breaks."""
    if room.clock.phase != "running" or room.team.lost_at is None:
        return
    successor = next_lead(room)
    if successor is not None:
        due = room.team.lost_at + room.plan.rules.lead_grace_s * 1000
        yield due, (Emit(LeadChanged(successor, "lead_gone"), (GROUP,)),)


HEARS: Final[frozenset[type[Event]]] = frozenset(
    {
        DoorOpened,
        LeadChanged,
        StaffAssigned,
        StaffDismissed,
        Started,
    }
)


def evolve(team: Team, fact: Stamped, room: Room) -> Team:
    """The team after an event; people and clock have already evolved."""
    lead = _lead(team.lead, fact, room)
    lost_at = None
    # Only while the group runs: after a break a lead who is gone has the whole time again.
    if room.clock.phase == "running" and not room.people.is_present(lead):
        lost_at = team.lost_at if team.lost_at is not None and lead == team.lead else fact.at
    if lead == team.lead and lost_at == team.lost_at:
        return team
    return Team(lead, lost_at)


def _lead(lead: Seat | None, fact: Stamped, room: Room) -> Seat | None:
    match fact.event:
        case DoorOpened(plan=plan):
            return next((staff.seat for staff in plan.staff if staff.leads), None)
        case LeadChanged(seat=seat):
            return seat
        case StaffAssigned(staff=staff) if lead is None and staff.facilitates:
            return staff.seat
        case StaffAssigned(staff=staff) if staff.seat == lead and not staff.facilitates:
            return next_lead(room)
        case StaffDismissed(seat=seat) if seat == lead:
            return next_lead(room)
        case Started(by=seat) if room.people.is_present(seat):
            # Whoever starts in the lead's absence leads.
            return lead if room.people.is_present(lead) else seat
    return lead
