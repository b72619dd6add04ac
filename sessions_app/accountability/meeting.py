"""The facts of one meeting: planned and actual time, how full it was, who was there and led."""

from collections.abc import Iterator, Sequence

from sessions_app.accountability.capacity import Fullness
from sessions_app.accountability.intervals import total
from sessions_app.accountability.rows import Meeting, MeetingFlag, Row
from sessions_app.accountability.running import Running
from sessions_app.accountability.sources import seqs
from sessions_app.room.plan import Plan


def meeting(
    plan: Plan | None,
    running: Running,
    full: Fullness,
    participants: Sequence[Row],
    staff: Sequence[Row],
) -> Meeting:
    """The facts of a meeting, from its times and the rows of its people."""
    first = running.recorded
    over = first.outcome != "open"
    return Meeting(
        name=plan.name if plan is not None else "",
        kind=plan.kind if plan is not None else "",
        zone=plan.zone if plan is not None else "UTC",
        outcome=first.outcome,
        cause=first.cause,
        planned_start=first.planned.since if first.planned is not None else None,
        planned_end=first.planned.until if first.planned is not None else None,
        ends_at=first.ends_at,
        extended_s=first.extended_s,
        opened=first.opened.at if first.opened is not None else None,
        actual_start=running.start if running.held else None,
        actual_end=running.end if running.held and over else None,
        recorded_start=first.started.at if first.started is not None else None,
        recorded_end=first.ended.at if first.ended is not None else None,
        running=running.intervals,
        running_ms=total(running.intervals),
        breaks=running.breaks,
        holds=running.holds,
        corrections=running.corrections,
        capacity=full.capacity,
        peak=full.peak,
        seats_taken=full.seats_taken,
        exceeded=full.exceeded,
        over_capacity=full.over,
        expected=len(participants),
        present=sum(1 for row in participants if row.attended),
        facilitators=tuple(r.seat for r in staff if r.facilitates and r.attended),
        flags=tuple(sorted(_flags(running, full))),
        sources={
            **running.sources,
            "planned": seqs([first.opened]),
            "extension": first.extensions,
            "over_capacity": tuple(entry.seq for entry in full.over),
        },
    )


def _flags(running: Running, full: Fullness) -> Iterator[MeetingFlag]:
    for what in {correction.what for correction in running.corrections}:
        match what:
            case "start":
                yield "start_corrected"
            case "break":
                yield "break_corrected"
            case "end":
                yield "end_corrected"
    if running.holds:
        yield "held_up"
    if running.recorded.outcome == "ended" and not running.held:
        yield "never_started"
    if full.exceeded:
        yield "over_capacity" if full.over else "over_capacity_unexplained"
