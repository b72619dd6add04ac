"""A room as the sum of its parts: decide, evolve, advance, fold; holds no rule of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from types import ModuleType
from typing import Any, TypeAlias, get_args

import msgspec
from msgspec.structs import replace

from sessions_app.room import (
    activities,
    checkin,
    clock,
    door,
    floor,
    people,
    places,
    policy,
    record,
    safety,
    sound,
    speech,
    stage,
    talk,
    team,
)
from sessions_app.room.decision import CLOCK, Ask, Command, Decision, Emit, Event, Fact, Stamped
from sessions_app.room.plan import Plan


class Room(msgspec.Struct, frozen=True):
    """The live state of one session: a reading of its ledger up to `seq`, at `at` (ms UTC)."""

    plan: Plan
    seq: int = 0
    at: int = 0
    people: people.People = people.People()
    door: door.Door = door.Door()
    clock: clock.Clock = clock.Clock()
    team: team.Team = team.Team()
    floor: floor.Floor = floor.Floor()
    places: places.Places = places.Places()
    sound: sound.Sound = sound.Sound()
    stage: stage.Stage = stage.Stage()
    speech: speech.Speech = speech.Speech()
    talk: talk.Talk = talk.Talk()
    activities: activities.Activities = activities.Activities()
    checkins: checkin.Checkins = checkin.Checkins()
    safety: safety.Safety = safety.Safety()
    record: record.Record = record.Record()


# In this order an event reaches the parts: what comes later may look at what came before.
_PARTS: tuple[tuple[str, ModuleType], ...] = (
    ("people", people),
    ("door", door),
    ("clock", clock),
    ("team", team),
    ("floor", floor),
    ("places", places),
    ("sound", sound),
    ("stage", stage),
    ("speech", speech),
    ("talk", talk),
    ("activities", activities),
    ("safety", safety),
    ("checkins", checkin),
    ("record", record),
)
# What follows who is here, or whether the group runs, hears of all that changes either.
_FOLLOWING = (clock, team, floor, sound, stage)
_MOVING = people.HEARS | clock.HEARS


def _hears(part: ModuleType, kind: type[Event]) -> bool:
    return kind in part.HEARS or (part in _FOLLOWING and kind in _MOVING)


# Where several deadlines share a moment, the earlier part goes first.
_DEADLINES: tuple[Callable[[Room], Iterator[tuple[int, Decision]]], ...] = tuple(
    part.deadlines for part in (clock, team, people, floor, places, activities, talk)
)

RoomCommand: TypeAlias = (
    door.DoorCommand
    | clock.ClockCommand
    | people.PeopleCommand
    | team.TeamCommand
    | floor.FloorCommand
    | places.PlacesCommand
    | sound.SoundCommand
    | stage.StageCommand
    | speech.SpeechCommand
    | talk.TalkCommand
    | activities.ActivityCommand
    | checkin.CheckinCommand
    | safety.SafetyCommand
    | record.RecordCommand
)
_DECIDE: dict[type[Command], Callable[[Room, Ask, Any], Decision]] = {
    kind: part.decide
    for part, union in (
        (door, door.DoorCommand),
        (clock, clock.ClockCommand),
        (people, people.PeopleCommand),
        (team, team.TeamCommand),
        (floor, floor.FloorCommand),
        (places, places.PlacesCommand),
        (sound, sound.SoundCommand),
        (stage, stage.StageCommand),
        (speech, speech.SpeechCommand),
        (talk, talk.TalkCommand),
        (activities, activities.ActivityCommand),
        (checkin, checkin.CheckinCommand),
        (safety, safety.SafetyCommand),
        (record, record.RecordCommand),
    )
    for kind in (get_args(union) or (union,))
}


def new(plan: Plan) -> Room:
    """The room of a session whose door has not opened yet."""
    return Room(plan, people=people.from_plan(plan), clock=clock.Clock(ends_at=plan.ends_at))


def decide(room: Room, ask: Ask) -> Decision:
    """What a command makes happen; raises RoomError where it is refused."""
    policy.check(room, ask.actor, ask.command)
    return _DECIDE[type(ask.command)](room, ask, ask.command)


def evolve(room: Room, fact: Stamped) -> Room:
    """The room after one more event of its ledger."""
    plan = fact.event.plan if isinstance(fact.event, clock.DoorOpened) else room.plan
    after = replace(room, seq=fact.seq, at=max(room.at, fact.at), plan=plan)
    for name, evolved in _EVOLVE[type(fact.event)]:
        before = getattr(after, name)
        now = evolved(before, fact, after)
        if now is not before:
            after = replace(after, **{name: now})
    return after


def fold(room: Room, facts: Iterable[Stamped]) -> Room:
    """The room after a run of events."""
    for fact in facts:
        room = evolve(room, fact)
    return room


def act(room: Room, ask: Ask) -> tuple[Room, tuple[Fact, ...]]:
    """Decide a command and apply it; raises RoomError and changes nothing where refused."""
    if ask.at < room.at:  # time never runs backwards, so neither do the deadlines set by it
        ask = replace(ask, at=room.at)
    return _apply(room, decide(room, ask), ask.actor.id, ask.at)


def advance(room: Room, now: int) -> tuple[Room, tuple[Fact, ...]]:
    """Let everything happen that is due by `now` (ms UTC), dated at its deadline.

    Called before a command and after it, so that consequences (a hold that ends because a
    facilitator is back) follow at once.
    """
    facts: list[Fact] = []
    while (due := _next(room)) is not None and due[0] <= now:
        room, more = _apply(room, due[1], CLOCK, due[0])
        facts += more
    return room, tuple(facts)


def deadline(room: Room) -> int | None:
    """The next moment (ms UTC) at which the room must do something by itself."""
    due = _next(room)
    return due[0] if due is not None else None


def _next(room: Room) -> tuple[int, Decision] | None:
    every = (due for part in _DEADLINES for due in part(room))
    return min(every, key=lambda due: due[0], default=None)


def _apply(room: Room, decision: Decision, actor: str, at: int) -> tuple[Room, tuple[Fact, ...]]:
    facts: list[Fact] = []
    for emit in decision:
        fact = Fact(_stamp(room, emit, actor, at), emit.private)
        facts.append(fact)
        room = evolve(room, fact.stamped)
    return room, tuple(facts)


def _stamp(room: Room, emit: Emit, actor: str, at: int) -> Stamped:
    # Time never runs backwards in a ledger, whatever a clock says.
    when = max(room.at, emit.at if emit.at is not None else at)
    return Stamped(room.seq + 1, when, actor, emit.to, emit.event)


def _subclasses(base: type) -> dict[str, type]:
    return {kind.__name__: kind for kind in sorted(base.__subclasses__(), key=lambda k: k.__name__)}


COMMANDS: dict[str, type[Command]] = {kind.__name__: kind for kind in _DECIDE}
EVENTS: dict[str, type[Event]] = _subclasses(Event)
# Which parts an event reaches: most concern two, and the others need not be asked.
_EVOLVE: dict[type[Event], tuple[tuple[str, Callable[[Any, Stamped, Room], Any]], ...]] = {
    kind: tuple((name, part.evolve) for name, part in _PARTS if _hears(part, kind))
    for kind in EVENTS.values()
}
