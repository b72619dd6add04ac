"""Planning sessions and changing their plans, until the door opens."""

import datetime as dt
from typing import Any

from django.db import transaction

from accounts.models import User
from sessions_app.ledger import planning
from sessions_app.models import Group, GroupSession
from sessions_app.models.session import instants
from sessions_app.setup.groups import require_kept
from sessions_app.setup.refusals import SetupRefused


def plan(group: Group, now: dt.datetime, by: User, fields: dict[str, Any]) -> GroupSession:
    """Plan a session of the group that is still to come; its standing team is assigned to it."""
    require_kept(group)
    zone = fields.get("zone") or group.clinic.zone
    date, start = fields["planned_date"], fields["planned_start"]
    _still_to_come(date, start, zone, fields["length_min"], now)
    return planning.plan(
        group,
        date,
        start,
        fields["length_min"],
        zone=zone,
        by=by,
        **{name: fields[name] for name in ("topic", "modality") if name in fields},
    )


def edit(session: GroupSession, changes: dict[str, Any], now: dt.datetime) -> GroupSession:
    """Change time, topic or modality; refused once the door has opened."""
    date = changes.get("planned_date", session.planned_date)
    start = changes.get("planned_start", session.planned_start)
    length = changes.get("length_min", session.length_min)
    _still_to_come(date, start, session.zone, length, now)
    try:
        with transaction.atomic():
            # Looks whether the plan is still open, under the head's lock.
            planning.move(session, date, start, length)
            _save(session, {k: changes[k] for k in ("topic", "modality") if k in changes})
    except planning.Fixed:
        raise SetupRefused("plan_fixed") from None
    return session


def _save(session: GroupSession, changes: dict[str, Any]) -> None:
    for name, value in changes.items():
        setattr(session, name, value)
    if changes:
        session.save(update_fields=list(changes))


def _still_to_come(
    date: dt.date, start: dt.time, zone: str, length_min: int, now: dt.datetime
) -> None:
    if instants(date, start, zone, length_min).ends_at <= now:
        raise SetupRefused("in_the_past")
