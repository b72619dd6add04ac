"""The time of a session as it was recorded while it ran; corrections come after this."""

from collections.abc import Iterable
from typing import Literal, TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from sessions_app.accountability.intervals import Interval, Intervals, union
from sessions_app.accountability.sources import Mark
from sessions_app.room.clock import (
    BreakEnded,
    BreakStarted,
    Cancelled,
    DoorOpened,
    Ended,
    Extended,
    Held,
    NotHeld,
    Resumed,
    Started,
)
from sessions_app.room.decision import Stamped

Outcome: TypeAlias = Literal["open", "ended", "not_held", "cancelled"]


class Pause(Struct, frozen=True):
    """A break or a hold, and the entries that tell of it; `until` None while it lasts."""

    since: int
    until: int | None
    sources: tuple[int, ...]


class Recorded(Struct, frozen=True):
    """What happened when; `ends_at` is the planned end with all extensions (ms UTC)."""

    outcome: Outcome = "open"
    cause: str | None = None
    opened: Mark | None = None
    planned: Interval | None = None
    ends_at: int | None = None
    started: Mark | None = None
    ended: Mark | None = None
    extended_s: int = 0
    extensions: tuple[int, ...] = ()
    breaks: tuple[Pause, ...] = ()
    holds: tuple[Pause, ...] = ()


def read(facts: Iterable[Stamped], upto: int) -> Recorded:
    """The time of a session up to a moment (ms UTC); pauses that last are cut there."""
    recorded = Recorded()
    for fact in facts:
        recorded = _after(recorded, fact)
    return replace(
        recorded, breaks=_closed(recorded.breaks, upto), holds=_closed(recorded.holds, upto)
    )


def _after(recorded: Recorded, fact: Stamped) -> Recorded:
    mark = Mark(fact.at, fact.seq)
    match fact.event:
        case DoorOpened(plan=plan):
            planned = Interval(plan.starts_at, plan.ends_at)
            return replace(recorded, opened=mark, planned=planned, ends_at=plan.ends_at)
        case Started():
            return replace(recorded, started=mark)
        case Extended(ends_at=ends_at, minutes=minutes):
            return replace(
                recorded,
                ends_at=ends_at,
                extended_s=recorded.extended_s + minutes * 60,
                extensions=(*recorded.extensions, fact.seq),
            )
        case BreakStarted():
            return replace(recorded, breaks=(*recorded.breaks, Pause(fact.at, None, (fact.seq,))))
        case BreakEnded():
            return replace(recorded, breaks=_closed(recorded.breaks, fact.at, fact.seq))
        case Held():
            return replace(recorded, holds=(*recorded.holds, Pause(fact.at, None, (fact.seq,))))
        case Resumed():
            return replace(recorded, holds=_closed(recorded.holds, fact.at, fact.seq))
        case Ended(cause=cause):
            return _over(replace(recorded, cause=cause), "ended", mark)
        case NotHeld():
            return _over(recorded, "not_held", mark)
        case Cancelled():
            return _over(recorded, "cancelled", mark)
    return recorded


def _over(recorded: Recorded, outcome: Outcome, mark: Mark) -> Recorded:
    return replace(
        recorded,
        outcome=outcome,
        ended=mark,
        breaks=_closed(recorded.breaks, mark.at, mark.seq),
        holds=_closed(recorded.holds, mark.at, mark.seq),
    )


def _closed(pauses: tuple[Pause, ...], at: int, seq: int | None = None) -> tuple[Pause, ...]:
    if not pauses or pauses[-1].until is not None:
        return pauses
    last = pauses[-1]
    sources = last.sources if seq is None else (*last.sources, seq)
    return (*pauses[:-1], replace(last, until=at, sources=sources))


def spans(pauses: Iterable[Pause]) -> Intervals:
    """The time of some pauses."""
    return union(Interval(p.since, p.until) for p in pauses if p.until is not None)
