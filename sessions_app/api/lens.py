"""The record as one reader may see it: whose names, by which codes, for what purpose."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple, TypeAlias

from msgspec.structs import replace

from accounts.models import User
from sessions_app.accountability.rows import Attendance
from sessions_app.api.belonging import Viewer
from sessions_app.api.permissions import OFFICE, Reach
from sessions_app.models import GroupSession
from sessions_app.models import Seat as SeatRow
from sessions_app.reports.names import numbered
from sessions_app.room.decision import Seat, Stamped
from sessions_app.room.door import Admitted, CameBack

WITHHELD = "withheld"
Owners: TypeAlias = Mapping[Seat, User]


class Lens(NamedTuple):
    """`codes`: seats may be told, by which people are the same across sessions."""

    names: dict[Seat, str]
    codes: bool
    purpose: str
    hidden: frozenset[Seat] = frozenset()

    def seats(self, name: str) -> list[Seat]:
        """Whom this reader means by a name, or by a code they may know."""
        found = [seat for seat, shown in self.names.items() if shown == name]
        return [*found, name] if self.codes and name in self.names else found


def lens(
    viewer: Viewer,
    reach: frozenset[Reach],
    session: GroupSession,
    attendance: Attendance,
    owners: Owners | None = None,
) -> Lens:
    """For the office legal names; for the session's staff the names in the room; for auditors
    the legal names of those in their grant, and numbered seats.

    `owners` are the people of the seats, for whoever has read them already.
    """
    if reach & OFFICE:
        theirs = _theirs(attendance, owners)
        known = {code: user.legal_name or user.shown_name() for code, user in theirs}
        return Lens(_shown(attendance) | known, codes=True, purpose="operations")
    if Reach.STAFF in reach:
        return Lens(_shown(attendance), codes=True, purpose="care")
    visible = viewer.named(session.planned_date)
    purpose = viewer.covering(session)[0].purpose
    known = {
        code: user.legal_name or user.shown_name()
        for code, user in _theirs(attendance, owners)
        if user.pk in visible
    }
    hidden = frozenset(row.seat for row in attendance.rows if row.seat not in known)
    return Lens(numbered(attendance) | known, codes=False, purpose=purpose, hidden=hidden)


def discreet(attendance: Attendance, hidden: frozenset[Seat]) -> Attendance:
    """Without the words that were written about people whom the reader does not know."""
    meeting = attendance.meeting
    over = tuple(
        replace(entry, reason=WITHHELD) if entry.seat in hidden else entry
        for entry in meeting.over_capacity
    )
    return replace(attendance, meeting=replace(meeting, over_capacity=over))


def discreet_fact(fact: Stamped, hidden: frozenset[Seat]) -> Stamped:
    """The same of one entry."""
    match fact.event:
        case Admitted(seat=seat, late=late, over_capacity=over) if seat in hidden:
            words = {"late": late and WITHHELD, "over_capacity": over and WITHHELD}
            return replace(fact, event=replace(fact.event, **words))
        case CameBack(seat=seat, over_capacity=over) if seat in hidden:
            return replace(fact, event=replace(fact.event, over_capacity=over and WITHHELD))
    return fact


def _shown(attendance: Attendance) -> dict[Seat, str]:
    return {row.seat: row.name for row in attendance.rows}


def owners(read: Iterable[Attendance]) -> Owners:
    """The people of all the seats of some sessions."""
    codes = {row.seat for attendance in read for row in attendance.rows}
    seats = SeatRow.objects.filter(code__in=codes).select_related("user")
    return {seat.code: seat.user for seat in seats}


def _theirs(attendance: Attendance, known: Owners | None) -> Iterable[tuple[Seat, User]]:
    known = owners([attendance]) if known is None else known
    return ((row.seat, known[row.seat]) for row in attendance.rows if row.seat in known)
