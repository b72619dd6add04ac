"""What a room must know before anyone comes, read from the set-up of its session."""

import datetime as dt
from typing import Any

from django.db.models import FilteredRelation, Q, QuerySet

from sessions_app.models.assignment import SessionStaff
from sessions_app.models.enrolment import Enrolment
from sessions_app.models.seat import Seat
from sessions_app.models.session import GroupSession
from sessions_app.room.plan import Contact, Guest, Member, Plan, Staff

# How far ahead another session can matter to an extension of this one.
HORIZON = dt.timedelta(hours=24)


def plan_of(session: GroupSession) -> Plan:
    """The plan as the set-up has it now; the room keeps the one it opens with.

    Two queries, if group and clinic are selected with the session.
    """
    group, when = session.group, session.planned()
    members, staff, guests = _people(session, when.starts_at)
    seats = [m.seat for m in members] + [s.seat for s in staff] + [g.seat for g in guests]
    return Plan(
        name=group.name,
        kind=group.kind,
        starts_at=_ms(when.starts_at),
        ends_at=_ms(when.ends_at),
        zone=session.zone,
        rules=group.rules(),
        members=members,
        staff=staff,
        guests=guests,
        crisis=tuple(Contact(**contact) for contact in group.clinic.crisis_contacts),
        form=group.form(),
        busy_from=_busy_from(session, seats, when.starts_at),
    )


def _people(
    session: GroupSession, starts_at: dt.datetime
) -> tuple[tuple[Member, ...], tuple[Staff, ...], tuple[Guest, ...]]:
    members, staff, guests = [], [], []
    for person in _roster(session, starts_at):
        if person["staffed__id"] is not None:
            staff.append(
                Staff(
                    person["code"],
                    person["alias"],
                    person["staffed__credential"],
                    leads=person["staffed__leads"],
                    facilitates=person["staffed__facilitates"],
                )
            )
        elif person["visit__id"] is not None:
            guests.append(Guest(person["code"], person["visit__name"], person["visit__function"]))
        else:
            members.append(Member(person["code"], person["alias"]))
    staff.sort(key=lambda person: not person.leads)
    return tuple(members), tuple(staff), tuple(guests)


def _roster(session: GroupSession, starts_at: dt.datetime) -> Any:
    enrolled = Enrolment.objects.filter(
        Q(until__isnull=True) | Q(until__gt=starts_at), active=True, since__lte=starts_at
    )
    seats: QuerySet[Any] = Seat.objects.filter(group_id=session.group_id)
    return (
        seats.annotate(
            staffed=FilteredRelation("assignments", condition=Q(assignments__session=session)),
            visit=FilteredRelation("visits", condition=Q(visits__session=session)),
        )
        .filter(
            Q(staffed__isnull=False) | Q(visit__isnull=False) | Q(pk__in=enrolled.values("seat"))
        )
        .order_by("pk")
        .values(
            "code",
            "alias",
            "staffed__id",
            "staffed__credential",
            "staffed__leads",
            "staffed__facilitates",
            "visit__id",
            "visit__name",
            "visit__function",
        )
    )


def _busy_from(session: GroupSession, seats: list[str], starts_at: dt.datetime) -> dict[str, int]:
    def soon(path: str) -> dict[str, Any]:
        return {
            f"{path}starts_at__gt": starts_at,
            f"{path}starts_at__lte": starts_at + HORIZON,
            f"{path}cancelled_at": None,
            "seat__user__seats__code__in": seats,
        }

    as_staff: QuerySet[Any] = SessionStaff.objects.order_by().filter(**soon("session__"))
    as_member: QuerySet[Any] = Enrolment.objects.order_by().filter(
        active=True, **soon("seat__group__sessions__")
    )
    starts = as_staff.values_list(
        "seat__user__seats__code", "session_id", "session__starts_at"
    ).union(
        as_member.values_list(
            "seat__user__seats__code",
            "seat__group__sessions__id",
            "seat__group__sessions__starts_at",
        )
    )
    busy: dict[str, int] = {}
    for seat, other, start in starts:
        if other != session.pk:
            busy[seat] = min(busy.get(seat, _ms(start)), _ms(start))
    return busy


def _ms(moment: dt.datetime) -> int:
    return round(moment.timestamp() * 1000)
