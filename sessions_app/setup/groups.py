"""Opening, changing and archiving groups."""

from datetime import datetime
from typing import Any

from django.db import transaction

from accounts.models import Clinic
from sessions_app.ledger import heads, phases, planning
from sessions_app.models import Group, GroupSession
from sessions_app.room.clock import OPEN
from sessions_app.setup.refusals import SetupRefused


def found(clinic: Clinic, **fields: Any) -> Group:
    """A new group; raises Django's ValidationError."""
    group = Group(clinic=clinic, **fields)
    group.full_clean()
    group.save(force_insert=True)
    return group


@transaction.atomic
def edit(group: Group, changes: dict[str, Any]) -> Group:
    """Change name and rules; rooms that are open keep theirs. Raises Django's ValidationError."""
    for name, value in changes.items():
        setattr(group, name, value)
    group.full_clean()
    group.save(update_fields=list(changes))
    if "door_min" in changes:
        _reschedule(group)
    return group


def archive(group: Group, now: datetime) -> Group:
    """Put a group away; refused while sessions of it are planned or open."""
    sessions = phases.told(GroupSession.objects.filter(group=group))
    planned = phases.within(["scheduled"])
    if sessions.filter(planned, ends_at__gt=now).exists():
        raise SetupRefused("sessions_ahead")
    if sessions.filter(phases.within(OPEN)).exists():
        raise SetupRefused("sessions_ahead")
    return _put(group, group.archived or now)


def restore(group: Group) -> Group:
    """Bring an archived group back."""
    return _put(group, None)


def require_kept(group: Group) -> None:
    """Refuse what an archived group can not take."""
    if group.archived is not None:
        raise SetupRefused("group_archived")


def _put(group: Group, archived: datetime | None) -> Group:
    group.archived = archived
    group.save(update_fields=["archived"])
    return group


def _reschedule(group: Group) -> None:
    """Let the doors of planned sessions open by the rule as it is now."""
    planned = GroupSession.objects.filter(group=group, cancelled_at=None, head__seq=0)
    sessions = {session.pk: session for session in planned.select_related("group")}
    for head in heads.lock(sessions).values():
        if head.seq == 0:
            opens_at = planning.door_opens_at(sessions[head.session])
            heads.schedule(head.session, head.clinic, opens_at)
