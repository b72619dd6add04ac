"""When a group ran: from its start to its end, less breaks and holds, as corrected."""

from collections.abc import Iterable, Sequence
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from sessions_app.accountability import recorded
from sessions_app.accountability.intervals import Interval, Intervals, intersect, subtract, union
from sessions_app.accountability.recorded import Pause, Recorded
from sessions_app.accountability.sources import Sources, seqs
from sessions_app.room.decision import Seat, Stamped
from sessions_app.room.record import TimeCorrected


class Correction(Struct, frozen=True):
    """What was said afterwards (entry `seq`), and what had stood in its place; times in ms UTC.

    `before` is the start or the end that stood; `replaced` are the breaks whose place it took.
    """

    seq: int
    what: Literal["start", "break", "end"]
    at: int
    until: int | None
    reason: str
    by: Seat
    before: int | None = None
    replaced: Intervals = ()


class Running(Struct, frozen=True):
    """The time of a session as it is to be counted; `recorded` is how it was noted at first.

    `end` of a session that is not over is the moment up to which it is read. `span` is start to
    end, `intervals` the same less `breaks` and `holds`: both empty for what was never held.
    """

    recorded: Recorded
    start: int | None
    end: int
    corrections: tuple[Correction, ...] = ()
    breaks: Intervals = ()
    holds: Intervals = ()
    span: Intervals = ()
    intervals: Intervals = ()
    sources: Sources = {}

    @property
    def held(self) -> bool:
        """Whether there was a group at all."""
        return self.start is not None and self.recorded.outcome in ("open", "ended")


def read(facts: Sequence[Stamped], upto: int) -> Running:
    """The running time of a session, read up to a moment (ms UTC)."""
    first = recorded.read(facts, upto)
    start = first.started.at if first.started is not None else None
    end = first.ended.at if first.ended is not None else upto
    running, breaks = Running(first, start, end), first.breaks
    for fact in facts:
        if isinstance(fact.event, TimeCorrected):
            running, breaks = _corrected(running, breaks, fact.seq, fact.event)
    return _measured(running, breaks)


def _corrected(
    running: Running, breaks: tuple[Pause, ...], seq: int, event: TimeCorrected
) -> tuple[Running, tuple[Pause, ...]]:
    said = Correction(seq, event.what, event.at, event.until, event.reason, event.by)
    match event.what:
        case "start":
            said = replace(said, before=running.start)
            running = replace(running, start=event.at)
        case "end":
            said = replace(said, before=running.end)
            running = replace(running, end=event.at)
        case "break":
            until = event.until if event.until is not None else event.at
            gone = [pause for pause in breaks if _meets(pause, event.at, until)]
            said = replace(said, replaced=recorded.spans(gone))
            sources = tuple(sorted({seq, *_entries(gone)}))
            kept = [pause for pause in breaks if pause not in gone]
            breaks = (*kept, Pause(event.at, until, sources))
    return replace(running, corrections=(*running.corrections, said)), breaks


def _meets(pause: Pause, since: int, until: int) -> bool:
    # A correction of no length strikes the break it lies in.
    end = pause.until if pause.until is not None else pause.since
    return pause.since <= since < end or since < pause.since < until


def _entries(pauses: Iterable[Pause]) -> set[int]:
    return {seq for pause in pauses for seq in pause.sources}


def _measured(running: Running, breaks: tuple[Pause, ...]) -> Running:
    first = running.recorded
    sources = {
        "start": _with_corrections(running, "start", seqs([first.started])),
        "end": _with_corrections(running, "end", seqs([first.ended])),
        "breaks": tuple(sorted(_entries(breaks))),
        "holds": tuple(sorted(_entries(first.holds))),
    }
    running = replace(running, sources=sources)
    if not running.held or running.start is None:
        return running
    span = union([Interval(running.start, running.end)])
    rests = intersect(recorded.spans(breaks), span)
    holds = intersect(recorded.spans(first.holds), span)
    intervals = subtract(span, union(rests, holds))
    return replace(running, breaks=rests, holds=holds, span=span, intervals=intervals)


def _with_corrections(running: Running, what: str, first: tuple[int, ...]) -> tuple[int, ...]:
    return (*first, *(c.seq for c in running.corrections if c.what == what))
