"""The time of a group: door, start, breaks, extension, warnings, holds, the end; every deadline."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final, Literal, TypeAlias, assert_never

from msgspec import Struct
from msgspec.structs import replace

from sessions_app.room.decision import (
    ALL,
    STAFF,
    Ask,
    Command,
    Decision,
    Emit,
    Event,
    Seat,
    Stamped,
)
from sessions_app.room.errors import Invalid, Refused
from sessions_app.room.plan import Plan

if TYPE_CHECKING:
    from sessions_app.room.room import Room

Phase = Literal[
    "scheduled", "door_open", "running", "on_break", "on_hold", "ended", "not_held", "cancelled"
]
OPEN: frozenset[Phase] = frozenset({"door_open", "running", "on_break", "on_hold"})
LIVE: frozenset[Phase] = frozenset({"running", "on_break", "on_hold"})
OVER: frozenset[Phase] = frozenset({"ended", "not_held", "cancelled"})

EndCause = Literal["facilitator", "time", "no_facilitator", "safety", "technical"]
EndReason = Literal["facilitator", "safety", "technical"]


class OpenDoor(Command, frozen=True):
    """Open the door before its time."""


class Start(Command, frozen=True):
    """Start the group."""


class Break(Command, frozen=True):
    """Take a break of some minutes; it ends by itself."""

    minutes: int


class EndBreak(Command, frozen=True):
    """End the break early."""


class Extend(Command, frozen=True):
    """Let the group run longer, within the cap."""

    minutes: int
    reason: str


class End(Command, frozen=True):
    """End the group for everyone."""

    reason: EndReason = "facilitator"


class Cancel(Command, frozen=True):
    """Call the session off before it has started."""

    reason: str


class Tick(Command, frozen=True):
    """Let the room do what is due; given by the clock."""


ClockCommand: TypeAlias = OpenDoor | Start | Break | EndBreak | Extend | End | Cancel | Tick


class DoorOpened(Event, frozen=True):
    """The door is open; rules and people are fixed from here on, whatever is edited later."""

    plan: Plan

    hidden = ("plan",)


class StartDue(Event, frozen=True):
    """The planned start has come."""


class Started(Event, frozen=True):
    """The group runs."""

    by: Seat


class BreakStarted(Event, frozen=True):
    """A break runs until `until`, ms UTC; no time is credited."""

    until: int
    by: Seat


class BreakEnded(Event, frozen=True):
    """The group runs again."""

    early: bool


class Extended(Event, frozen=True):
    """The group ends later, at `ends_at`, ms UTC; `busy` have another session by then."""

    ends_at: int
    minutes: int
    reason: str
    busy: tuple[Seat, ...]

    hidden = ("reason", "busy")


class Warned(Event, frozen=True):
    """So many seconds are left."""

    left_s: int


class Held(Event, frozen=True):
    """No facilitator is here: microphones and chat freeze, no time is credited."""


class Resumed(Event, frozen=True):
    """A facilitator is back."""


class Ended(Event, frozen=True):
    """The group has ended for everyone; that it was for someone's safety is for staff alone."""

    cause: EndCause

    def as_peers_see_it(self) -> Ended:
        """Peers learn that a facilitator ended it, not why."""
        return Ended(told_to_peers(self.cause))


def told_to_peers(cause: EndCause) -> EndCause:
    """The cause of an end, without what is nobody's business but the staff's."""
    return "facilitator" if cause in ("safety", "technical") else cause


class NotHeld(Event, frozen=True):
    """No facilitator came; nobody counts as absent."""


class Cancelled(Event, frozen=True):
    """The session was called off."""

    reason: str

    hidden = ("reason",)


class Clock(Struct, frozen=True):
    """Where the session is in time; all times ms since the epoch, UTC.

    `alone_since`: no facilitator is present since then.
    """

    phase: Phase = "scheduled"
    opened_at: int | None = None
    started_at: int | None = None
    ended_at: int | None = None
    cause: EndCause | None = None
    ends_at: int = 0
    extended_s: int = 0
    break_from: int | None = None
    break_until: int | None = None
    held_from: int | None = None
    start_due: bool = False
    warned: tuple[int, ...] = ()
    alone_since: int | None = None
    had_facilitator: bool = False


def decide(room: Room, ask: Ask, command: ClockCommand) -> Decision:
    """Decide a command about time; phases are checked by the policy."""
    match command:
        case OpenDoor():
            return (_door(room),)
        case Start():
            return (Emit(Started(ask.actor.id), (ALL,)),)
        case Break(minutes=minutes):
            return _break(room, ask, minutes)
        case EndBreak():
            return (Emit(BreakEnded(early=True), (ALL,)),)
        case Extend():
            return _extend(room, ask.at, command)
        case End(reason=reason):
            return (Emit(Ended(reason), (ALL,)),)
        case Cancel(reason=reason):
            return (Emit(Cancelled(_reason(reason)), (ALL,)),)
        case Tick():
            return ()
        case _:
            assert_never(command)


def _door(room: Room) -> Emit:
    return Emit(DoorOpened(room.plan), (ALL,))


def _reason(text: str) -> str:
    reason = text.strip()
    if not 0 < len(reason) <= 300:
        raise Invalid("reason: say why, in 1 to 300 characters.")
    return reason


def _break(room: Room, ask: Ask, minutes: int) -> Decision:
    if not 1 <= minutes <= 60:
        raise Invalid("minutes: a break lasts 1 to 60 minutes.")
    until = ask.at + minutes * 60_000
    if until >= room.clock.ends_at:
        raise Refused("break_too_long")
    return (Emit(BreakStarted(until, ask.actor.id), (ALL,)),)


def _extend(room: Room, at: int, command: Extend) -> Decision:
    if command.minutes < 1:
        raise Invalid("minutes: extend by at least 1 minute.")
    reason = _reason(command.reason)
    clock, rules = room.clock, room.plan.rules
    if clock.extended_s + command.minutes * 60 > rules.extension_cap_s:
        raise Refused("extension_cap")
    ends_at = clock.ends_at + command.minutes * 60_000
    busy = tuple(
        person.seat
        for person in room.people.inside()
        if at < room.plan.busy_from.get(person.seat, ends_at) < ends_at
    )
    return (Emit(Extended(ends_at, command.minutes, reason, busy), (ALL,)),)


def deadlines(room: Room) -> Iterator[tuple[int, Decision]]:
    """What the room must do by itself, and when."""
    clock, plan = room.clock, room.plan
    if clock.phase == "scheduled":
        yield plan.starts_at - plan.rules.door_s * 1000, (_door(room),)
    elif clock.phase == "door_open":
        yield from _before_start(room)
    elif clock.phase in LIVE:
        yield clock.ends_at, (Emit(Ended("time"), (ALL,)),)
        yield from _warnings(room)
        if clock.phase == "on_break" and clock.break_until is not None:
            yield clock.break_until, (Emit(BreakEnded(early=False), (ALL,)),)
        yield from _loss(room)


def _before_start(room: Room) -> Iterator[tuple[int, Decision]]:
    clock, plan = room.clock, room.plan
    if not clock.start_due:
        yield plan.starts_at, (Emit(StartDue(), (STAFF,)),)
    if clock.had_facilitator:
        yield clock.ends_at, (Emit(Ended("time"), (ALL,)),)
    else:
        cutoff = min(plan.starts_at + plan.rules.late_cutoff_s * 1000, clock.ends_at)
        yield cutoff, (Emit(NotHeld(), (ALL,)),)


def _warnings(room: Room) -> Iterator[tuple[int, Decision]]:
    for left_s in room.plan.rules.warnings_s:
        if left_s not in room.clock.warned:
            yield room.clock.ends_at - left_s * 1000, (Emit(Warned(left_s), (ALL,)),)


def _loss(room: Room) -> Iterator[tuple[int, Decision]]:
    """The facilitator-loss ladder; it sleeps during breaks."""
    clock, rules = room.clock, room.plan.rules
    if clock.phase == "on_hold" and clock.alone_since is None:
        yield room.at, (Emit(Resumed(), (ALL,)),)
    if clock.alone_since is None:
        return
    if clock.phase == "running":
        yield clock.alone_since + rules.hold_after_s * 1000, (Emit(Held(), (ALL,)),)
    if clock.phase == "on_hold":
        due = clock.alone_since + rules.end_after_s * 1000
        yield due, (Emit(Ended("no_facilitator"), (ALL,)),)


HEARS: Final[frozenset[type[Event]]] = frozenset(
    {
        DoorOpened,
        StartDue,
        Started,
        BreakStarted,
        BreakEnded,
        Extended,
        Warned,
        Held,
        Resumed,
        Ended,
        NotHeld,
        Cancelled,
    }
)


def evolve(clock: Clock, fact: Stamped, room: Room) -> Clock:
    """The clock after an event; the people have already evolved."""
    return _watch(_moved(clock, fact, room), fact.at, room)


def _moved(clock: Clock, fact: Stamped, room: Room) -> Clock:
    match fact.event:
        case DoorOpened(plan=plan):
            return replace(clock, phase="door_open", opened_at=fact.at, ends_at=plan.ends_at)
        case StartDue():
            return replace(clock, start_due=True)
        case Started():
            warned = _past(room.plan.rules.warnings_s, clock.ends_at, fact.at)
            return replace(clock, phase="running", started_at=fact.at, warned=warned)
        case BreakStarted(until=until):
            return replace(clock, phase="on_break", break_from=fact.at, break_until=until)
        case BreakEnded():
            return _after_break(clock, fact.at)
        case Extended(ends_at=ends_at, minutes=minutes):
            warned = _past(room.plan.rules.warnings_s, ends_at, fact.at)
            extended_s = clock.extended_s + minutes * 60
            return replace(clock, ends_at=ends_at, extended_s=extended_s, warned=warned)
        case Warned(left_s=left_s):
            return replace(clock, warned=(*clock.warned, left_s))
        case Held():
            return replace(clock, phase="on_hold", held_from=fact.at)
        case Resumed():
            return replace(clock, phase="running", held_from=None)
        case Ended(cause=cause):
            return replace(clock, phase="ended", ended_at=fact.at, cause=cause, break_until=None)
        case NotHeld():
            return replace(clock, phase="not_held", ended_at=fact.at)
        case Cancelled():
            return replace(clock, phase="cancelled", ended_at=fact.at)
    return clock


def _past(warnings_s: tuple[int, ...], ends_at: int, at: int) -> tuple[int, ...]:
    # What would have been due already is not said late: a group begun at T-7 skips T-10.
    return tuple(left_s for left_s in warnings_s if ends_at - left_s * 1000 <= at)


def _after_break(clock: Clock, at: int) -> Clock:
    alone = clock.alone_since
    if alone is not None and clock.break_from is not None:
        # The countdown slept: what had run before the break is kept, the break does not count.
        alone = at - max(0, clock.break_from - alone)
    return replace(clock, phase="running", break_from=None, break_until=None, alone_since=alone)


def _watch(clock: Clock, at: int, room: Room) -> Clock:
    """Note since when no facilitator is present."""
    here = next(room.people.facilitators(), None) is not None
    alone = (clock.alone_since or at) if clock.phase in LIVE and not here else None
    had = clock.had_facilitator or here
    if alone == clock.alone_since and had == clock.had_facilitator:
        return clock
    return replace(clock, alone_since=alone, had_facilitator=had)
