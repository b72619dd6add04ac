"""What of a session's time another one credits: for people who were in two groups at once."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import TypeAlias
from uuid import UUID

from django.db.models import OuterRef, Subquery

from sessions_app.accountability.attendance import attendance
from sessions_app.accountability.intervals import Intervals
from sessions_app.accountability.overlap import Claim, settle
from sessions_app.accountability.rows import Attendance
from sessions_app.ledger import entries
from sessions_app.models import GroupSession, LedgerEntry, Seat
from sessions_app.room.decision import Seat as SeatCode

# How far apart two sessions may be planned and still meet, with every extension.
NEAR = dt.timedelta(hours=24)
OVER = ("Ended", "NotHeld", "Cancelled")

Read: TypeAlias = Mapping[UUID, Attendance]
Owners: TypeAlias = Mapping[SeatCode, int]


def elsewhere(
    sessions: Iterable[GroupSession], read: Read, now: int
) -> dict[UUID, dict[SeatCode, Intervals]]:
    """By session and seat, the time that goes to other sessions of the clinic.

    `read` is each session's own attendance, `now` ms UTC. A session of which nothing goes
    elsewhere is absent.
    """
    owners = _owners(read.values())
    others = _others(list(sessions), _spans(read, owners))
    ledgers = entries.tails([(other, 0, None) for other in others])
    beside = {other: attendance(facts, now=now) for other, facts in ledgers.items()}
    owners = {**owners, **_owners(beside.values())}
    shares = _settled({**beside, **read}, owners)
    found: dict[UUID, dict[SeatCode, Intervals]] = {}
    for session, own in read.items():
        for row in own.rows:
            share = shares.get((owners.get(row.seat), str(session)))
            if row.earned and share:
                found.setdefault(session, {})[row.seat] = share
    return found


def _owners(read: Iterable[Attendance]) -> Owners:
    codes = {row.seat for found in read for row in found.rows if row.earned}
    if not codes:
        return {}
    return dict(Seat.objects.filter(code__in=codes).values_list("code", "user_id"))


def _spans(read: Read, owners: Owners) -> dict[int, list[tuple[int, int]]]:
    """When each person earned anything, from the first moment to the last of each session."""
    spans: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for found in read.values():
        for row in found.rows:
            if row.earned and row.seat in owners:
                spans[owners[row.seat]].append((row.earned[0].since, row.earned[-1].until))
    return spans


def _others(
    sessions: Collection[GroupSession], spans: Mapping[int, list[tuple[int, int]]]
) -> set[UUID]:
    """The other sessions that were open while one of these people earned something here."""
    if not spans:
        return set()
    starts = [session.starts_at for session in sessions]
    entry = LedgerEntry.objects.filter(session_id=OuterRef("pk"))
    ends = entry.filter(kind__in=OVER).order_by("-seq")
    found = GroupSession.objects.filter(
        clinic_id__in={session.clinic_id for session in sessions},
        group__seats__user__in=list(spans),
        starts_at__range=(min(starts) - NEAR, max(starts) + NEAR),
        head__seq__gt=0,
    ).exclude(pk__in=[session.pk for session in sessions])
    told = found.annotate(
        since=Subquery(entry.filter(seq=1).values("at")), until=Subquery(ends.values("at")[:1])
    )
    rows = told.order_by().values_list("pk", "group__seats__user", "since", "until")
    return {pk for pk, user, since, until in rows if _meet(spans.get(user, []), since, until)}


def _meet(spans: Iterable[tuple[int, int]], since: int, until: int | None) -> bool:
    return any(since < end and (until is None or start < until) for start, end in spans)


def _settled(read: Read, owners: Owners) -> dict[tuple[int | None, str], Intervals]:
    """By person and session, what another session has."""
    claims: dict[int, list[Claim]] = defaultdict(list)
    for owner, claim in _claims(read, owners):
        claims[owner].append(claim)
    return {
        (owner, session): share.elsewhere
        for owner, theirs in claims.items()
        if len(theirs) > 1
        for session, share in settle(theirs).items()
    }


def _claims(read: Read, owners: Owners) -> Iterator[tuple[int, Claim]]:
    for session, found in read.items():
        start = found.meeting.actual_start or found.meeting.planned_start or 0
        for row in found.rows:
            if row.earned and row.seat in owners:
                yield owners[row.seat], Claim(str(session), start, row.earned)
