"""What of a session's time another one credits: for people who were in two groups at once."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from uuid import UUID

from sessions_app.accountability.attendance import attendance
from sessions_app.accountability.intervals import Intervals
from sessions_app.accountability.overlap import Claim, settle
from sessions_app.accountability.rows import Attendance
from sessions_app.ledger import entries
from sessions_app.models import GroupSession, Seat
from sessions_app.room.decision import Seat as SeatCode
from sessions_app.room.decision import Stamped

# How far apart two sessions may be planned and still meet, with every extension.
NEAR = dt.timedelta(hours=24)


def elsewhere(
    session: GroupSession, facts: Sequence[Stamped], now: int
) -> dict[SeatCode, Intervals]:
    """By seat, the time that goes to other sessions of the clinic; `now` is ms UTC."""
    own = attendance(facts, now=now)
    owners = _owners([own])
    others = list(_others(session, set(owners.values()), own))
    if not others:
        return {}
    ledgers = entries.tails([(other, 0, None) for other in others])
    read = {other: attendance(ledger, now=now) for other, ledger in ledgers.items()}
    owners |= _owners(read.values())
    claims = defaultdict(list)
    for other, found in (*read.items(), (session.pk, own)):
        for row in found.rows:
            if row.earned and row.seat in owners:
                claims[owners[row.seat]].append(Claim(str(other), _start(found), row.earned))
    return {
        row.seat: settle(claims[owners[row.seat]])[str(session.pk)].elsewhere
        for row in own.rows
        if row.earned and row.seat in owners
    }


def _owners(read: Iterable[Attendance]) -> dict[SeatCode, int]:
    codes = [row.seat for found in read for row in found.rows if row.earned]
    return dict(Seat.objects.filter(code__in=codes).values_list("code", "user_id"))


def _others(session: GroupSession, users: Collection[int], own: Attendance) -> Iterable[UUID]:
    if not users:
        return []
    near = (session.starts_at - NEAR, session.starts_at + NEAR)
    found = GroupSession.objects.filter(
        clinic_id=session.clinic_id,
        group__seats__user__in=users,
        starts_at__range=near,
        head__seq__gt=0,
        head__at__gt=_start(own),
    )
    return found.exclude(pk=session.pk).order_by().values_list("pk", flat=True).distinct()


def _start(found: Attendance) -> int:
    return found.meeting.actual_start or found.meeting.planned_start or 0
