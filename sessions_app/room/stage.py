"""What everyone looks at: the spotlight, and the screen, window or handout somebody shares."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, TypeAlias, assert_never

from msgspec import Struct
from msgspec.structs import replace

from sessions_app.room.clock import BreakStarted, Ended, Held
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
from sessions_app.room.errors import Refused
from sessions_app.room.people import Person, inside
from sessions_app.room.sound import Following, quiet
from sessions_app.room.team import Promoted, StaffAssigned, SteppedDown

if TYPE_CHECKING:
    from sessions_app.room.room import Room

Shared = Literal["screen", "window", "handout"]


class Spotlight(Command, frozen=True):
    """Show one person large to everyone in their place.

    None shows everyone alike in `place`, or in one's own where none is named.
    """

    seat: Seat | None
    place: str | None = None


class StartSharing(Command, frozen=True):
    """Share one's screen, a window or a handout with the place one is in."""

    what: Shared


class StopSharing(Command, frozen=True):
    """End one's own sharing, or as a facilitator anyone's."""

    seat: Seat | None = None


class InviteToShare(Command, frozen=True):
    """Let someone share, once, if they like."""

    seat: Seat


class WithdrawInvitation(Command, frozen=True):
    """Take back that someone may share, before they do."""

    seat: Seat


StageCommand: TypeAlias = (
    Spotlight | StartSharing | StopSharing | InviteToShare | WithdrawInvitation
)


class Spotlighted(Event, frozen=True):
    """One person is shown large in `place`; None: everyone alike.

    Where no place is named it is an entry from before each had its own: it is of the whole room.
    """

    seat: Seat | None
    place: str | None = None


class SharingStarted(Event, frozen=True):
    """Someone shares something with their place."""

    seat: Seat
    what: Shared


class SharingStopped(Event, frozen=True):
    """Someone shares no more; `by` is who ended it."""

    seat: Seat
    by: Seat


class InvitedToShare(Event, frozen=True):
    """Someone may share, once, if they like."""

    seat: Seat


class InvitationWithdrawn(Event, frozen=True):
    """Someone who was invited to share and has not begun may not any more."""

    seat: Seat


class Share(Struct, frozen=True):
    """What someone shares, and in which place."""

    what: Shared
    place: str


class Stage(Struct, frozen=True):
    """Who is shown large and where, at most one in a place; who shares what, who else may where.

    It ends by itself when a person leaves or changes place; but for an invitation, also when
    they step away.
    """

    spotlights: dict[Seat, str] = {}
    sharing: dict[Seat, Share] = {}
    invited: dict[Seat, str] = {}

    def sharer(self, place: str) -> Seat | None:
        """Who shares in a place."""
        return next((seat for seat, share in self.sharing.items() if share.place == place), None)

    def may_share(self, person: Person) -> bool:
        """Whether someone may start sharing: facilitators, and whoever is invited."""
        return person.inside and (person.facilitates or person.seat in self.invited)


def decide(room: Room, ask: Ask, command: StageCommand) -> Decision:
    """Decide a command about what everyone looks at."""
    match command:
        case Spotlight(seat=seat, place=place):
            if seat is not None:
                return _spotlight(room, seat)
            return _alike(room, place or room.people.get(ask.actor.id).place)
        case StartSharing(what=what):
            return _start(room, inside(room, ask.actor.id), what)
        case StopSharing(seat=seat):
            return _stop(room, ask.actor.id, seat or ask.actor.id)
        case InviteToShare(seat=seat):
            person = room.people.get(seat)
            if not person.inside:
                raise Refused("not_here")
            known = room.stage.may_share(person)
            return () if known else (Emit(InvitedToShare(seat), (STAFF, only(seat))),)
        case WithdrawInvitation(seat=seat):
            known = seat in room.stage.invited
            return (Emit(InvitationWithdrawn(seat), (STAFF, only(seat))),) if known else ()
        case _:
            assert_never(command)


def _alike(room: Room, place: str) -> Decision:
    lit = place in room.stage.spotlights.values()
    return (Emit(Spotlighted(None, place), (GROUP,)),) if lit else ()


def _spotlight(room: Room, seat: Seat) -> Decision:
    person = room.people.get(seat)
    if not person.inside or person.away:
        raise Refused("not_here")
    known = seat in room.stage.spotlights
    return () if known else (Emit(Spotlighted(seat, person.place), (GROUP,)),)


def _start(room: Room, person: Person, what: Shared) -> Decision:
    stage, seat = room.stage, person.seat
    mine = stage.sharing.get(seat)
    if mine is not None and mine.what == what:
        return ()
    if mine is None and not stage.may_share(person):
        raise Refused("not_invited")
    _may_now(room, person)
    other = stage.sharer(person.place)
    started = Emit(SharingStarted(seat, what), (GROUP,))
    if other is None or other == seat:
        return (started,)
    if not person.facilitates:
        raise Refused("already_shared")
    return Emit(SharingStopped(other, seat), (GROUP,)), started


def _may_now(room: Room, person: Person) -> None:
    if person.away:
        raise Refused("stepped_away")
    if room.sound.follows.get(person.seat) == "text":
        raise Refused("follows_text")
    if person.role != "staff" and room.clock.phase == "on_hold":
        raise Refused("on_hold")
    if person.role != "staff" and quiet(room):
        raise Refused("break_quiet")


def _stop(room: Room, by: Seat, seat: Seat) -> Decision:
    if seat != by and not room.people.get(by).facilitates:
        raise Refused("not_staff")
    known = seat in room.stage.sharing
    return (Emit(SharingStopped(seat, by), (GROUP,)),) if known else ()


HEARS: Final[frozenset[type[Event]]] = frozenset(
    {
        Spotlighted,
        SharingStarted,
        SharingStopped,
        InvitedToShare,
        InvitationWithdrawn,
        Following,
        Promoted,
        SteppedDown,
        StaffAssigned,
        Held,
        BreakStarted,
        Ended,
    }
)


def evolve(stage: Stage, fact: Stamped, room: Room) -> Stage:
    """The stage after an event; people and sound have already evolved."""
    return _kept(_moved(stage, fact, room), room)


def _moved(stage: Stage, fact: Stamped, room: Room) -> Stage:
    match fact.event:
        case Spotlighted():
            return replace(stage, spotlights=_lit(stage, fact.event, room))
        case SharingStarted(seat=seat, what=what):
            share = Share(what, room.people.get(seat).place)
            sharing = {**stage.sharing, seat: share}
            return replace(_uninvited(stage, seat), sharing=sharing)
        case SharingStopped(seat=seat) | SteppedDown(seat=seat):
            return _without(stage, {seat})
        case InvitedToShare(seat=seat):
            invited = {**stage.invited, seat: room.people.get(seat).place}
            return replace(stage, invited=invited)
        case InvitationWithdrawn(seat=seat) | Promoted(seat=seat):
            return _uninvited(stage, seat)
        case StaffAssigned(staff=staff):
            return _uninvited(stage, staff.seat)
        case Held():
            return _staff_only(stage, room)
        case BreakStarted() if room.plan.rules.break_quiet:
            return _staff_only(stage, room)
        case Ended():
            return Stage()
    return stage


def _lit(stage: Stage, event: Spotlighted, room: Room) -> dict[Seat, str]:
    seat, place = event.seat, event.place
    others = {s: lit for s, lit in stage.spotlights.items() if place not in (None, lit)}
    if seat is None:
        return others
    return {**others, seat: place or room.people.get(seat).place}


def _staff_only(stage: Stage, room: Room) -> Stage:
    return _without(stage, {s for s in stage.sharing if room.people.get(s).role != "staff"})


def _uninvited(stage: Stage, seat: Seat) -> Stage:
    if seat not in stage.invited:
        return stage
    return replace(stage, invited={s: p for s, p in stage.invited.items() if s != seat})


def _without(stage: Stage, seats: set[Seat]) -> Stage:
    if stage.sharing.keys().isdisjoint(seats):
        return stage
    return replace(stage, sharing={s: w for s, w in stage.sharing.items() if s not in seats})


def _kept(stage: Stage, room: Room) -> Stage:
    """The stage without those who are no longer where they were."""
    if not (stage.sharing or stage.spotlights or stage.invited):
        return stage
    inside_now = {person.seat: person for person in room.people.inside()}
    here = {seat: person.place for seat, person in inside_now.items() if not person.away}
    texting = {seat for seat, mode in room.sound.follows.items() if mode == "text"}
    gone = {s for s, share in stage.sharing.items() if here.get(s) != share.place or s in texting}
    lit = {s: place for s, place in stage.spotlights.items() if here.get(s) == place}
    invited = {
        seat: place
        for seat, place in stage.invited.items()
        if seat in inside_now and inside_now[seat].place == place
    }
    if lit == stage.spotlights and not gone and invited == stage.invited:
        return stage
    return replace(_without(stage, gone), spotlights=lit, invited=invited)
