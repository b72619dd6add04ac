"""Sessions as they are planned: the row, its team, and the head of its ledger, in one step."""

import datetime as dt
from typing import Any

from django.db import transaction

from accounts.models import User
from sessions_app.ledger import entries, heads
from sessions_app.models import Group, GroupFacilitator, GroupSession, Seat, SessionStaff
from sessions_app.models.session import instants


class Fixed(Exception):
    """The door has opened or the session was called off: its plan is fixed from here on."""


def plan(
    group: Group,
    date: dt.date,
    start: dt.time,
    length_min: int,
    *,
    zone: str = "",
    by: User | None = None,
    **details: Any,
) -> GroupSession:
    """Plan a session at this wall time (in the clinic's zone unless another is given).

    The standing team is assigned to it; `details` are its other fields (topic, modality).
    """
    zone = zone or group.clinic.zone
    when = instants(date, start, zone, length_min)
    with transaction.atomic():
        session = GroupSession.objects.create(
            clinic_id=group.clinic_id,
            group=group,
            planned_date=date,
            planned_start=start,
            length_min=length_min,
            zone=zone,
            starts_at=when.starts_at,
            ends_at=when.ends_at,
            **details,
        )
        team = GroupFacilitator.objects.filter(group=group).select_related("seat__user")
        for member in team:
            assign(session, member.seat, leads=member.leads, by=by)
        heads.schedule(session.pk, session.clinic_id, door_opens_at(session))
    return session


def move(session: GroupSession, date: dt.date, start: dt.time, length_min: int) -> None:
    """Plan it for another time; raises Fixed once the door has opened."""
    with transaction.atomic():
        _still_planned(session)
        when = instants(date, start, session.zone, length_min)
        session.planned_date, session.planned_start = date, start
        session.length_min = length_min
        session.starts_at, session.ends_at = when
        session.save(
            update_fields=[
                "planned_date",
                "planned_start",
                "length_min",
                "starts_at",
                "ends_at",
            ]
        )
        heads.schedule(session.pk, session.clinic_id, door_opens_at(session))


def assign(
    session: GroupSession,
    seat: Seat,
    *,
    leads: bool = False,
    facilitates: bool = True,
    by: User | None = None,
) -> SessionStaff:
    """Let staff into a session, with the credential and licence they have now.

    Once the door is open, the room must be told too (AssignStaff).
    """
    user = seat.user
    return SessionStaff.objects.create(
        session=session,
        seat=seat,
        leads=leads,
        facilitates=facilitates,
        credential=user.credential,
        licence=user.licence,
        assigned_by=by,
    )


def door_opens_at(session: GroupSession) -> int:
    """When its door opens, milliseconds since the epoch, UTC."""
    opens = session.planned().starts_at - dt.timedelta(minutes=session.group.door_min)
    return round(opens.timestamp() * 1000)


def _still_planned(session: GroupSession) -> None:
    # Under the head's lock, so that the door can not open meanwhile.
    heads.lock([session.pk])
    if entries.happened(session.pk, "DoorOpened", "Cancelled"):
        raise Fixed("This session has opened or was called off. Plan another one.")
