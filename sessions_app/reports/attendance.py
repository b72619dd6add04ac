"""The attendance of a session as tables: people, the meeting, and the times behind the figures."""

from collections.abc import Iterator

from sessions_app.accountability.counts import Counts
from sessions_app.accountability.intervals import Interval, Intervals, total
from sessions_app.accountability.rows import Attendance, Row
from sessions_app.reports.moments import local, utc
from sessions_app.reports.names import Names
from sessions_app.reports.table import Line, Table, line

PEOPLE = (
    "row",
    "person",
    "seat",
    "role",
    "function",
    "credential",
    "status",
    "removed_for",
    "late_s",
    "early_s",
    "first_in",
    "first_in_local",
    "last_out",
    "last_out_local",
    "present_ms",
    "credited_ms",
    "credited_s",
    "credited_min",
    "away_ms",
    "waiting_ms",
    "gaps",
    "gaps_ms",
    "led_ms",
    "talked_ms",
    "talked_by",
    "microphone_ms",
    "camera_ms",
    *Counts.__struct_fields__,
    "flags",
    "provisional",
)
TIMES = ("row", "person", "what", "since", "since_local", "until", "until_local", "length_ms")
SOURCES = ("row", "person", "figure", "entries")


def people(attendance: Attendance, names: Names, *, codes: bool = False) -> Table:
    """One line a person: participants, then staff, then guests.

    `codes` fills the column `seat`, for readers who may match people across sessions. `row`
    counts the lines from 1 and ties a person to their times and sources, whatever they are called.
    """
    lines = (_person(attendance, n, row, names, codes) for n, row in _numbered(attendance))
    return Table(PEOPLE, lines)


def _numbered(attendance: Attendance) -> Iterator[tuple[int, Row]]:
    return enumerate(attendance.rows, start=1)


def _person(attendance: Attendance, n: int, row: Row, names: Names, codes: bool) -> Line:
    zone = attendance.meeting.zone
    counts = {name: getattr(row.counts, name) for name in Counts.__struct_fields__}
    return line(
        PEOPLE,
        {
            "row": n,
            "person": names.get(row.seat, row.seat),
            "seat": row.seat if codes else None,
            "role": row.role,
            "function": row.function,
            "credential": row.credential or None,
            "status": row.status,
            "removed_for": row.removed_for,
            "late_s": row.late_s,
            "early_s": row.early_s,
            "first_in": utc(row.first_in),
            "first_in_local": local(row.first_in, zone),
            "last_out": utc(row.last_out),
            "last_out_local": local(row.last_out, zone),
            "present_ms": row.present_ms,
            "credited_ms": row.credited_ms,
            "credited_s": row.credited_ms // 1000,
            "credited_min": row.credited_min,
            "away_ms": row.away_ms,
            "waiting_ms": row.waiting_ms,
            "gaps": len(row.gaps),
            "gaps_ms": total(row.gaps),
            "led_ms": row.led_ms,
            "talked_ms": row.talked_ms,
            "talked_by": row.talked_by,
            "microphone_ms": row.microphone_ms,
            "camera_ms": row.camera_ms,
            **counts,
            "flags": " ".join(row.flags) or None,
            "provisional": attendance.provisional,
        },
    )


def times(attendance: Attendance, names: Names) -> Table:
    """Every interval the figures are made of: the group's, then each person's."""
    return Table(TIMES, _times(attendance, names))


def _times(attendance: Attendance, names: Names) -> Iterator[Line]:
    meeting = attendance.meeting
    group: dict[str, Intervals] = {
        "running": meeting.running,
        "break": meeting.breaks,
        "hold": meeting.holds,
    }
    for what, intervals in group.items():
        for interval in intervals:
            yield _time((None, None), what, interval, meeting.zone)
    for n, row in _numbered(attendance):
        who = (n, names.get(row.seat, row.seat))
        own = {
            "waiting": row.waiting,
            "present": row.presence,
            "gap": row.gaps,
            "away": row.away,
            "credited": row.credited,
            "microphone": row.microphone,
            "camera": row.camera,
        }
        for what, intervals in own.items():
            for interval in intervals:
                yield _time(who, what, interval, meeting.zone)


def _time(who: tuple[int | None, str | None], what: str, interval: Interval, zone: str) -> Line:
    n, person = who
    return line(
        TIMES,
        {
            "row": n,
            "person": person,
            "what": what,
            "since": utc(interval.since),
            "since_local": local(interval.since, zone),
            "until": utc(interval.until),
            "until_local": local(interval.until, zone),
            "length_ms": interval.until - interval.since,
        },
    )


def sources(attendance: Attendance, names: Names) -> Table:
    """The numbers of the ledger entries behind each figure, with spaces between them."""
    people = ((n, names.get(row.seat, row.seat), row) for n, row in _numbered(attendance))
    found = [
        (None, None, attendance.meeting.sources),
        *((n, person, row.sources) for n, person, row in people),
    ]
    lines = (
        line(
            SOURCES,
            {"row": n, "person": person, "figure": figure, "entries": " ".join(map(str, seqs))},
        )
        for n, person, figures in found
        for figure, seqs in figures.items()
    )
    return Table(SOURCES, lines)
