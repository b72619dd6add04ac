"""Checking in: the answers are private; that someone did, and that a rule fired, is recorded."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from sessions_app.checkins.form import Answer, Item, Moment
from sessions_app.room.activities import RoundOpened
from sessions_app.room.clock import OPEN, OVER
from sessions_app.room.decision import (
    STAFF,
    Ask,
    Command,
    Decision,
    Emit,
    Event,
    Private,
    Seat,
    Stamped,
    only,
    without,
)
from sessions_app.room.door import RefusedEntry, Removed, vacated
from sessions_app.room.errors import Invalid, WrongPhase
from sessions_app.room.safety import AlertRaised

if TYPE_CHECKING:
    from sessions_app.room.room import Room


ROUND: Moment = "round"


class CheckIn(Command, frozen=True):
    """Answer some items of the form; None is "prefer not to say". `done` when all is said."""

    moment: Moment
    answers: dict[str, Answer]
    done: bool = False


CheckinCommand: TypeAlias = CheckIn


class CheckedIn(Event, frozen=True):
    """Someone answered, or changed, items of a check-in; `done` when they say so."""

    seat: Seat
    form: str
    moment: Moment
    done: bool


class Checkins(Struct, frozen=True):
    """Who has checked in when: the entries with their answers, and which rules have fired."""

    answered: dict[Seat, dict[Moment, tuple[int, ...]]] = {}
    done: dict[Seat, tuple[Moment, ...]] = {}
    fired: dict[Seat, tuple[str, ...]] = {}


def decide(room: Room, ask: Ask, command: CheckinCommand) -> Decision:
    """Decide a check-in; a rule fires at the moment of the answer, once for a moment and item."""
    form = room.plan.form
    if form is None:
        raise Invalid("moment: this group has no check-in.")
    if room.clock.phase in OVER and command.moment != "after":
        raise WrongPhase(room.clock.phase)
    person = room.people.get(ask.actor.id)
    items = {item.id: item for item in form.due(command.moment)}
    for name, answer in command.answers.items():
        if name not in items or not items[name].accepts(answer):
            raise Invalid(f"answers.{name}: not an answer to this question of the form.")
    if not command.answers and (not command.done or command.moment in _done(room, person.seat)):
        return ()
    audience = (STAFF, only(person.seat))
    body = {"form": form.name, "moment": command.moment, "answers": command.answers}
    event = CheckedIn(person.seat, form.name, command.moment, command.done)
    checked = Emit(event, audience, Private(person.seat, "record", audience, body))
    return checked, *_alerts(room, ask, command, items)


def due(room: Room, seat: Seat) -> tuple[Moment, ...]:
    """The moments at which a person is asked to check in now."""
    if room.plan.form is None:
        return ()
    asked: dict[Moment, bool] = {
        "before": room.clock.phase in OPEN and "before" not in _done(room, seat),
        "round": room.activities.round_open,
        "after": room.clock.phase == "ended" and "after" not in _done(room, seat),
    }
    return tuple(moment for moment, now in asked.items() if now)


def _done(room: Room, seat: Seat) -> tuple[Moment, ...]:
    return room.checkins.done.get(seat, ())


def _alerts(room: Room, ask: Ask, command: CheckIn, items: dict[str, Item]) -> Decision:
    fired = room.checkins.fired.get(ask.actor.id, ())
    return tuple(
        Emit(AlertRaised(ask.mint("l"), ask.actor.id, "check_in", key), (STAFF,))
        for name, answer in command.answers.items()
        if (rule := items[name].alert) is not None
        and rule.fires(answer)
        and (key := f"{command.moment}.{name}") not in fired
    )


HEARS: Final[frozenset[type[Event]]] = frozenset(
    {
        CheckedIn,
        RoundOpened,
        AlertRaised,
        Removed,
        RefusedEntry,
    }
)


def evolve(checkins: Checkins, fact: Stamped, room: Room) -> Checkins:
    """The check-ins after an event."""
    if (seat := vacated(fact.event)) is not None:
        return Checkins(
            answered=without(checkins.answered, seat),
            done=without(checkins.done, seat),
            fired=without(checkins.fired, seat),
        )
    match fact.event:
        case CheckedIn(seat=seat, moment=moment, done=done):
            mine = checkins.answered.get(seat, {})
            entries = {**mine, moment: (*mine.get(moment, ()), fact.seq)}
            moments = checkins.done.get(seat, ())
            if done and moment not in moments:
                moments = (*moments, moment)
            return replace(
                checkins,
                answered={**checkins.answered, seat: entries},
                done={**checkins.done, seat: moments},
            )
        case RoundOpened():
            return _anew(checkins)
        case AlertRaised(seat=seat, item=str() as item):
            fired = (*checkins.fired.get(seat, ()), item)
            return replace(checkins, fired={**checkins.fired, seat: fired})
    return checkins


def _anew(checkins: Checkins) -> Checkins:
    """Each round asks and alerts anew."""
    return Checkins(
        answered={
            s: {m: e for m, e in a.items() if m != ROUND} for s, a in checkins.answered.items()
        },
        done={s: tuple(m for m in d if m != ROUND) for s, d in checkins.done.items()},
        fired={
            s: tuple(key for key in f if not key.startswith(f"{ROUND}."))
            for s, f in checkins.fired.items()
        },
    )
