"""Issues and redeems the single-use tickets that open one room's websocket."""

import hashlib
import secrets
from datetime import datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from django.db import transaction
from django.db.models import F

from accounts.models import Ticket, User

LIFETIME = timedelta(seconds=30)
KEPT = timedelta(days=1)


class Redeemed(NamedTuple):
    user_id: int
    auth_epoch: int


def issue(user: User, session_key: UUID, now: datetime) -> str:
    """A ticket for one group session, good once and for 30 seconds. The caller checks the right."""
    raw = secrets.token_urlsafe(32)
    Ticket.objects.filter(expires_at__lt=now - KEPT).delete()
    Ticket.objects.create(
        digest=_digest(raw),
        user=user,
        session_key=session_key,
        auth_epoch=user.auth_epoch,
        expires_at=now + LIFETIME,
    )
    return raw


@transaction.atomic
def redeem(raw: str, session_key: UUID, now: datetime) -> Redeemed | None:
    """Whose ticket this is; None if it is unknown, used, late, for another session, or voided."""
    tickets = Ticket.objects.filter(digest=_digest(raw), session_key=session_key)
    if not tickets.filter(used_at=None, expires_at__gt=now).update(used_at=now):
        return None
    holder = tickets.filter(user__is_active=True, user__auth_epoch=F("auth_epoch")).values_list(
        "user_id", "auth_epoch"
    )
    return next((Redeemed(*row) for row in holder), None)


def _digest(raw: str) -> str:
    return hashlib.sha256(raw.encode()).hexdigest()
