"""Issues and redeems the single-use tickets that open one room's websocket."""

import hashlib
import secrets
from datetime import datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from django.db import connection

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


# One statement: a join in a crowded minute waits for its ticket.
_REDEEM = """
    UPDATE accounts_ticket SET used_at = %s FROM accounts_user
    WHERE accounts_ticket.digest = %s AND accounts_ticket.session_key = %s
        AND accounts_ticket.used_at IS NULL AND accounts_ticket.expires_at > %s
        AND accounts_user.id = accounts_ticket.user_id AND accounts_user.is_active
        AND accounts_user.auth_epoch = accounts_ticket.auth_epoch
    RETURNING accounts_ticket.user_id, accounts_ticket.auth_epoch
"""


def redeem(raw: str, session_key: UUID, now: datetime) -> Redeemed | None:
    """Whose ticket this is; None if it is unknown, used, late, for another session, or voided."""
    at = connection.ops.adapt_datetimefield_value(now)
    key = session_key if connection.vendor == "postgresql" else session_key.hex
    with connection.cursor() as cursor:
        cursor.execute(_REDEEM, [at, _digest(raw), key, at])
        row = cursor.fetchone()
    return Redeemed(*row) if row is not None else None


def _digest(raw: str) -> str:
    return hashlib.sha256(raw.encode()).hexdigest()
