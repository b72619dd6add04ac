"""The facts of one meeting, and what was corrected in them, as tables."""

from sessions_app.accountability.intervals import total
from sessions_app.accountability.rows import Attendance
from sessions_app.accountability.running import Correction
from sessions_app.reports.moments import local, utc
from sessions_app.reports.names import Names
from sessions_app.reports.table import Line, Table, Value, line

MOMENTS = (
    "opened",
    "planned_start",
    "planned_end",
    "ends_at",
    "actual_start",
    "actual_end",
    "recorded_start",
    "recorded_end",
)
MEETING = (
    "name",
    "kind",
    "zone",
    "outcome",
    "cause",
    *(column for moment in MOMENTS for column in (moment, f"{moment}_local")),
    "extended_s",
    "running_ms",
    "running_min",
    "breaks",
    "breaks_ms",
    "holds",
    "holds_ms",
    "corrections",
    "capacity",
    "peak",
    "seats_taken",
    "exceeded",
    "over_capacity",
    "expected",
    "present",
    "facilitators",
    "flags",
    "provisional",
    "upto",
)
CORRECTIONS = (
    "entry",
    "what",
    "at",
    "at_local",
    "until",
    "until_local",
    "before",
    "before_local",
    "replaced_ms",
    "reason",
    "by",
)


def meeting(attendance: Attendance, names: Names) -> Table:
    """One line: when the group was planned and ran, how full it was, who facilitated."""
    facts = attendance.meeting
    moments: dict[str, Value] = {}
    for moment in MOMENTS:
        at: int | None = getattr(facts, moment)
        moments |= {moment: utc(at), f"{moment}_local": local(at, facts.zone)}
    only = line(
        MEETING,
        {
            "name": facts.name,
            "kind": facts.kind,
            "zone": facts.zone,
            "outcome": facts.outcome,
            "cause": facts.cause,
            **moments,
            "extended_s": facts.extended_s,
            "running_ms": facts.running_ms,
            "running_min": facts.running_ms // 60_000,
            "breaks": len(facts.breaks),
            "breaks_ms": total(facts.breaks),
            "holds": len(facts.holds),
            "holds_ms": total(facts.holds),
            "corrections": len(facts.corrections),
            "capacity": facts.capacity,
            "peak": facts.peak,
            "seats_taken": facts.seats_taken,
            "exceeded": facts.exceeded,
            "over_capacity": "; ".join(over.reason for over in facts.over_capacity) or None,
            "expected": facts.expected,
            "present": facts.present,
            "facilitators": "; ".join(_facilitators(attendance, names)) or None,
            "flags": " ".join(facts.flags) or None,
            "provisional": attendance.provisional,
            "upto": utc(attendance.upto),
        },
    )
    return Table(MEETING, [only])


def _facilitators(attendance: Attendance, names: Names) -> list[str]:
    credentials = {row.seat: row.credential for row in attendance.staff}
    return [
        ", ".join(filter(None, (names.get(seat, seat), credentials[seat])))
        for seat in attendance.meeting.facilitators
    ]


def corrections(attendance: Attendance, names: Names) -> Table:
    """One line a correction: what was said, and what had stood in its place."""
    zone = attendance.meeting.zone
    found = attendance.meeting.corrections
    return Table(CORRECTIONS, [_correction(correction, zone, names) for correction in found])


def _correction(said: Correction, zone: str, names: Names) -> Line:
    return line(
        CORRECTIONS,
        {
            "entry": said.seq,
            "what": said.what,
            "at": utc(said.at),
            "at_local": local(said.at, zone),
            "until": utc(said.until),
            "until_local": local(said.until, zone),
            "before": utc(said.before),
            "before_local": local(said.before, zone),
            "replaced_ms": total(said.replaced) if said.what == "break" else None,
            "reason": said.reason,
            "by": names.get(said.by, said.by),
        },
    )
