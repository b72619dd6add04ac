"""What the group is asked to do together: presence prompts, and check-in rounds."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final, TypeAlias, assert_never

from msgspec import Struct
from msgspec.structs import replace

from sessions_app.room.clock import Ended, Resumed, Started
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
    without,
)
from sessions_app.room.door import RefusedEntry, Removed, vacated
from sessions_app.room.floor import HandRaised, TurnPassed, TurnTaken
from sessions_app.room.speech import SpeechNoted
from sessions_app.room.talk import Posted

if TYPE_CHECKING:
    from sessions_app.room.room import Room


HEARD_MS = 2_000  # who talked for less in a minute may only have coughed


class AskPresence(Command, frozen=True):
    """Ask everyone "are you with us?"."""


class AnswerPresence(Command, frozen=True):
    """Say that one is with the group."""


class OpenRound(Command, frozen=True):
    """Ask everyone to check in, now."""


class CloseRound(Command, frozen=True):
    """End the check-in round."""


ActivityCommand: TypeAlias = AskPresence | AnswerPresence | OpenRound | CloseRound


class PresenceAsked(Event, frozen=True):
    """Everyone is asked whether they are with the group, until `until`, ms UTC."""

    until: int


class PresenceAnswered(Event, frozen=True):
    """Someone is with the group; `recent` where what they just did says so."""

    seat: Seat
    recent: bool


class PresenceMissed(Event, frozen=True):
    """Someone did not answer; staff see it, and it costs no minutes."""

    seat: Seat


class PresenceClosed(Event, frozen=True):
    """The question is no longer asked."""


class RoundOpened(Event, frozen=True):
    """Everyone is asked to check in."""


class RoundClosed(Event, frozen=True):
    """The check-in round is over."""


class Activities(Struct, frozen=True):
    """The open prompt (`until`, and who has yet to answer), the round, and who was heard.

    `heard` counts turns, hands and messages to the group by seat; `active` is when anyone last
    did something, ms UTC. `showed` have answered the open prompt by what they did.
    """

    until: int | None = None
    waited_for: frozenset[Seat] = frozenset()
    showed: tuple[Seat, ...] = ()
    prompted_at: int | None = None
    round_open: bool = False
    heard: dict[Seat, int] = {}
    active: dict[Seat, int] = {}


def decide(room: Room, ask: Ask, command: ActivityCommand) -> Decision:
    """Decide a command about what the group does together."""
    match command:
        case AskPresence():
            return () if room.activities.until is not None else _prompt(room, ask.at)
        case AnswerPresence():
            seat = ask.actor.id
            waited = seat in room.activities.waited_for
            return (Emit(PresenceAnswered(seat, False), (STAFF, only(seat))),) if waited else ()
        case OpenRound():
            return () if room.activities.round_open else (Emit(RoundOpened(), (GROUP,)),)
        case CloseRound():
            return (Emit(RoundClosed(), (GROUP,)),) if room.activities.round_open else ()
        case _:
            assert_never(command)


def _prompt(room: Room, at: int) -> Decision:
    since = at - room.plan.rules.recent_s * 1000
    asked = Emit(PresenceAsked(at + room.plan.rules.prompt_open_s * 1000), (GROUP,))
    answered = tuple(
        Emit(PresenceAnswered(seat, True), (STAFF, only(seat)))
        for seat in _asked(room)
        if room.activities.active.get(seat, since) > since
    )
    return asked, *answered


def _asked(room: Room) -> list[Seat]:
    """Participants who are present; whoever has stepped away is not asked."""
    return [
        p.seat for p in room.people.inside() if p.role == "participant" and p.present and not p.away
    ]


def deadlines(room: Room) -> Iterator[tuple[int, Decision]]:
    """When the open prompt closes, and when the room asks by itself."""
    activities, rules = room.activities, room.plan.rules
    if room.clock.phase == "ended":
        return
    if activities.until is not None:
        for seat in activities.showed:
            yield room.at, (Emit(PresenceAnswered(seat, True), (STAFF, only(seat))),)
        missed = tuple(
            Emit(PresenceMissed(seat), (STAFF,))
            for seat in sorted(activities.waited_for)
            if room.people.roster[seat].inside
        )
        if room.clock.phase in ("on_break", "on_hold"):
            # Nobody misses a question while the group pauses: it is asked again after it.
            yield room.at, (Emit(PresenceClosed(), (GROUP,)),)
        yield activities.until, (*missed, Emit(PresenceClosed(), (GROUP,)))
    elif rules.prompt_every_s and room.clock.phase == "running" and activities.prompted_at:
        # What fell due in a break is asked after it, with all the time there is to answer.
        due = max(activities.prompted_at + rules.prompt_every_s * 1000, room.at)
        yield due, _prompt(room, due)


HEARS: Final[frozenset[type[Event]]] = frozenset(
    {
        Started,
        Resumed,
        PresenceAsked,
        PresenceAnswered,
        PresenceClosed,
        RoundOpened,
        RoundClosed,
        Ended,
        HandRaised,
        Posted,
        SpeechNoted,
        TurnTaken,
        TurnPassed,
        Removed,
        RefusedEntry,
    }
)


def evolve(activities: Activities, fact: Stamped, room: Room) -> Activities:
    """The activities after an event; speaking, writing or a hand answers an open prompt."""
    if (seat := vacated(fact.event)) is not None:
        return _anew(activities, seat)
    match fact.event:
        case Started() | Resumed():
            return replace(activities, prompted_at=fact.at)
        case PresenceAsked(until=until):
            asked = frozenset(_asked(room))
            return replace(activities, until=until, waited_for=asked, prompted_at=fact.at)
        case PresenceAnswered(seat=seat):
            showed = tuple(s for s in activities.showed if s != seat)
            return replace(activities, waited_for=activities.waited_for - {seat}, showed=showed)
        case PresenceClosed():
            return replace(activities, until=None, waited_for=frozenset(), showed=())
        case RoundOpened():
            return replace(activities, round_open=True)
        case RoundClosed():
            return replace(activities, round_open=False)
        case Ended():
            return Activities(heard=activities.heard, active=activities.active)
        case (
            HandRaised(seat=seat) | Posted(seat=seat) | TurnTaken(seat=seat) | TurnPassed(seat=seat)
        ):
            heard = not (isinstance(fact.event, Posted) and fact.event.about is not None)
            # A private line must not show in the order of a go-round.
            activities = _heard(activities, seat) if heard else activities
            return _active(activities, seat, fact.at)
        case SpeechNoted(since=since, until=until, spoken=spoken):
            own = room.speech.own(since, spoken)
            return _spoke(activities, room, min(until, fact.at), own)
    return activities


def _anew(activities: Activities, seat: Seat) -> Activities:
    return replace(
        activities,
        waited_for=activities.waited_for - {seat},
        showed=tuple(s for s in activities.showed if s != seat),
        heard=without(activities.heard, seat),
        active=without(activities.active, seat),
    )


def _heard(activities: Activities, seat: Seat) -> Activities:
    heard = {**activities.heard, seat: activities.heard.get(seat, 0) + 1}
    return replace(activities, heard=heard)


def _spoke(activities: Activities, room: Room, at: int, spoken: dict[Seat, int]) -> Activities:
    """Who talked lately is with the group; what is told of long ago answers nothing."""
    if at > room.at - room.plan.rules.recent_s * 1000:
        for seat, ms in spoken.items():
            if ms >= HEARD_MS:
                activities = _active(activities, seat, at)
    return activities


def _active(activities: Activities, seat: Seat, at: int) -> Activities:
    waited = seat in activities.waited_for and seat not in activities.showed
    return replace(
        activities,
        active={**activities.active, seat: max(at, activities.active.get(seat, at))},
        showed=(*activities.showed, seat) if waited else activities.showed,
    )
