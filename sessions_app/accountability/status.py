"""What a person's attendance comes to, in one word, and how late or early they were."""

from fractions import Fraction
from typing import Literal, TypeAlias

from msgspec import Struct

from sessions_app.accountability.credit import Credit
from sessions_app.accountability.entry import Entry
from sessions_app.accountability.intervals import intersect, total
from sessions_app.accountability.roster import Expected
from sessions_app.accountability.running import Running
from sessions_app.accountability.sources import Mark

Status: TypeAlias = Literal[
    "present",
    "late",
    "left_early",
    "late_and_left_early",
    "partial",
    "absent",
    "removed",
    "expected",  # the group has not begun, and this person has not come yet
    "not_held",
    "cancelled",
]

# Credited with less than this share of the running time, a person attended in part only.
PARTIAL_BELOW = Fraction(1, 2)
# Two clocks may differ by so much; who goes within it of the end stayed to the end.
EARLY_TOLERANCE_MS = 1000


class Case(Struct, frozen=True):
    """All that a verdict is made of; the grace is a rule of the group."""

    person: Expected
    entry: Entry
    credit: Credit
    running: Running
    late_grace_s: int = 0

    @property
    def attended(self) -> bool:
        """Whether the person was there at any moment between start and end."""
        return bool(intersect(self.credit.present, self.running.span))

    @property
    def knocked(self) -> Mark | None:
        """The first complete knock; for staff, who need none, the first time inside."""
        staff = self.person.role == "staff"
        return self.entry.entered if staff else self.entry.knocked


def late_ms(case: Case) -> int:
    """How long after the later of planned and actual start the person knocked, beyond the grace."""
    start, planned = case.running.start, case.running.recorded.planned
    if case.knocked is None or start is None or planned is None:
        return 0
    late = case.knocked.at - max(planned.since, start)
    return late if late > case.late_grace_s * 1000 else 0


def early_ms(case: Case) -> int:
    """How long before the earlier of planned and actual end the person was last there."""
    first, present = case.running.recorded, case.credit.present
    if not present or first.planned is None or case.running.start is None:
        return 0
    ends = [first.planned.until, case.running.end]
    if first.ended is not None:
        ends.append(first.ended.at)  # nobody can stay in a room that has closed
    early = min(ends) - present[-1].until
    return early if early > EARLY_TOLERANCE_MS else 0


def status(case: Case) -> Status:
    """The status of one person; what stands further up goes before what stands below."""
    outcome = case.running.recorded.outcome
    if outcome == "cancelled":
        return "cancelled"
    if not case.running.held:
        return _unstarted(case) if outcome == "open" else "not_held"
    if case.entry.removed is not None:
        return "removed"
    if not case.attended:
        return "absent"
    if _partial(case):
        return "partial"
    return _timely(late_ms(case) > 0, early_ms(case) > 0)


def _unstarted(case: Case) -> Status:
    return "present" if case.credit.present else "expected"


def _partial(case: Case) -> bool:
    return total(case.credit.credited) < PARTIAL_BELOW * total(case.running.intervals)


def _timely(late: bool, early: bool) -> Status:
    if late and early:
        return "late_and_left_early"
    if late:
        return "late"
    return "left_early" if early else "present"
