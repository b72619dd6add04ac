"""The record as one reader may see it: whose names, by which codes, for what purpose."""

from collections.abc import Iterable
from typing import NamedTuple

from msgspec.structs import replace

from accounts import grants
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
    viewer: Viewer, reach: frozenset[Reach], session: GroupSession, attendance: Attendance
) -> Lens:
    """For the office legal names; for the session's staff the names in the room; for auditors
    the legal names of those in their grant, and numbered seats."""
    if reach & OFFICE:
        known = {code: user.legal_name or user.shown_name() for code, user in _users(attendance)}
        return Lens(_shown(attendance) | known, codes=True, purpose="operations")
    if Reach.STAFF in reach:
        return Lens(_shown(attendance), codes=True, purpose="care")
    day, purpose = session.planned_date, viewer.covering(session)[0].purpose
    visible = grants.names_visible(viewer.user.pk, session.clinic_id, day)
    known = {
        code: user.legal_name or user.shown_name()
        for code, user in _users(attendance)
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


def _users(attendance: Attendance) -> Iterable[tuple[Seat, User]]:
    codes = [row.seat for row in attendance.rows]
    for seat in SeatRow.objects.filter(code__in=codes).select_related("user"):
        yield seat.code, seat.user
