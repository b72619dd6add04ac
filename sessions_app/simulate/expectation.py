"""What attendance must say of one person, by what their client lived through; pure.

The rules are those the attendance is documented to follow, worked out here by other arithmetic.
"""

from collections.abc import Sequence
from typing import NamedTuple

from sessions_app.simulate.diary import Said
from sessions_app.simulate.spans import Span, common, length, without

EARLY_MS = 1000
# A word hangs on one moment against another; nearer than this, it may come out either way. A
# tolerance beyond the usual makes it more.
NEAR_MS, USUAL_MS = 400, 1500


class Meeting(NamedTuple):
    """The group's time, ms UTC: as it was planned, and as the clients saw it run."""

    planned_start: int
    planned_end: int
    start: int | None
    end: int
    running: list[Span]
    grace_ms: int
    away_credited: bool


class Lived(NamedTuple):
    """One person's time, ms UTC; staff need no knock, for them it is the first time inside."""

    seat: str
    name: str
    present: list[Span]
    away: list[Span]
    knocked: int | None
    put_out: bool
    counts: dict[str, int]
    microphone: Sequence[Span] = ()
    camera: Sequence[Span] = ()
    said: Sequence[Said] = ()


class Sum(NamedTuple):
    """A sum of time, and how far off it may be."""

    ms: int
    slack_ms: int


class Expectation(NamedTuple):
    """The slacks are how far off the sums may be: by a tolerance for each beginning and end."""

    present: list[Span]
    present_ms: int
    present_slack_ms: int
    credited_ms: int
    credited_slack_ms: int
    late_ms: int
    early_ms: int
    statuses: frozenset[str]
    microphone: Sum
    camera: Sum
    talked: Sum


def expect(lived: Lived, meeting: Meeting, tolerance_ms: int) -> Expectation:
    """What the attendance of this person must be."""
    counted = lived.present if meeting.away_credited else without(lived.present, lived.away)
    credited = common(counted, meeting.running)
    part = common(lived.present, meeting.running)
    slack = tolerance_ms * 2 * max(1, len(credited))
    late, early = _late(lived, meeting), _early(lived, meeting)
    near = max(NEAR_MS, NEAR_MS * tolerance_ms // USUAL_MS)
    statuses = frozenset(
        _status(lived, meeting, length(credited) + off, late + came, early + went)
        for off in (-slack, 0, slack)
        for came in (-near, 0, near)
        for went in (-near, 0, near)
    )
    return Expectation(
        present=lived.present,
        present_ms=length(lived.present),
        present_slack_ms=tolerance_ms * 2 * max(1, len(lived.present)),
        credited_ms=length(credited),
        credited_slack_ms=slack,
        late_ms=late,
        early_ms=early,
        statuses=statuses,
        microphone=_sum(common(lived.microphone, part), tolerance_ms),
        camera=_sum(common(lived.camera, part), tolerance_ms),
        talked=_talked(lived.said, part, tolerance_ms),
    )


def _sum(spans: list[Span], tolerance_ms: int) -> Sum:
    return Sum(length(spans), tolerance_ms * 2 * max(1, len(spans)))


def _talked(said: Sequence[Said], part: list[Span], tolerance_ms: int) -> Sum:
    """Of what was told, as much as fits into the time there that it is about."""
    ms = sum(min(told.ms, length(common([told.span], part))) for told in said)
    return Sum(ms, tolerance_ms * 2 * len(said))


def _late(lived: Lived, meeting: Meeting) -> int:
    if lived.knocked is None or meeting.start is None:
        return 0
    return lived.knocked - max(meeting.planned_start, meeting.start)


def _early(lived: Lived, meeting: Meeting) -> int:
    if not lived.present:
        return 0
    return min(meeting.planned_end, meeting.end) - lived.present[-1][1]


def _status(lived: Lived, meeting: Meeting, credited_ms: int, late: int, early: int) -> str:
    if meeting.start is None:
        return "not_held"
    if lived.put_out:
        return "removed"
    if not common(lived.present, [(meeting.start, meeting.end)]):
        return "absent"
    if credited_ms * 2 < length(meeting.running):
        return "partial"
    is_late, is_early = late > max(0, meeting.grace_ms), early > EARLY_MS
    if is_late and is_early:
        return "late_and_left_early"
    if is_late:
        return "late"
    return "left_early" if is_early else "present"
