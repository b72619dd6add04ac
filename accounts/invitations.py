"""Invites people by a single-use, expiring link, and lets them in once."""

import hashlib
import secrets
from datetime import datetime, timedelta
from typing import Any

from django.db import IntegrityError, transaction

from accounts.errors import NotFound, Refused
from accounts.models import Clinic, Invitation, User
from accounts.people import give_role, open_account
from accounts.roles import Role

LIFETIME = timedelta(days=7)


def invite(
    clinic: Clinic, role: Role, by: User, now: datetime, email: str = ""
) -> tuple[Invitation, str]:
    """A new invitation and its token, which is nowhere else."""
    token = secrets.token_urlsafe(32)
    invitation = Invitation.objects.create(
        clinic=clinic,
        role=role,
        email=email.strip().lower(),
        digest=_digest(token),
        created=now,
        expires_at=now + LIFETIME,
        invited_by=by,
    )
    return invitation, token


def look_up(token: str, now: datetime) -> Invitation:
    """The open invitation of a token; NotFound if it never was, is used, revoked or run out."""
    invitation = (
        Invitation.objects.select_related("clinic")
        .filter(
            digest=_digest(token),
            accepted_at=None,
            revoked_at=None,
            expires_at__gt=now,
        )
        .first()
    )
    if invitation is None:
        raise NotFound
    return invitation


@transaction.atomic
def accept(
    token: str, now: datetime, user: User | None = None, **details: Any
) -> tuple[Invitation, User]:
    """Join with the account that is signed in, or with a new one made of `details`.

    Raises NotFound, or Refused: account_exists, not_your_invitation.
    """
    invitation = look_up(token, now)
    _check_owner(invitation, user)
    claimed = Invitation.objects.filter(pk=invitation.pk, accepted_at=None, revoked_at=None).update(
        accepted_at=now
    )
    if not claimed:
        raise NotFound
    user = user or _open_account(invitation, details)
    give_role(user, invitation.clinic, Role(invitation.role))
    invitation.accepted_at, invitation.accepted_by = now, user
    invitation.save(update_fields=["accepted_by"])
    return invitation, user


def revoke(invitation: Invitation, now: datetime) -> Invitation:
    """Void an invitation; one that was accepted stays as it is."""
    Invitation.objects.filter(pk=invitation.pk, accepted_at=None, revoked_at=None).update(
        revoked_at=now
    )
    invitation.refresh_from_db()
    return invitation


def _check_owner(invitation: Invitation, user: User | None) -> None:
    if user and invitation.email and (user.email or "").lower() != invitation.email:
        raise Refused("not_your_invitation")


def _open_account(invitation: Invitation, details: dict[str, Any]) -> User:
    try:
        return open_account(email=invitation.email or None, **details)
    except IntegrityError as error:
        # Only the holder of the mailbox has this token, so this tells nobody else anything.
        raise Refused("account_exists") from error


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
