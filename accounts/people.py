"""Opens accounts, gives and ends roles, and keeps the details of people."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from accounts import revocation
from accounts.errors import NotFound, Refused
from accounts.ids import readable
from accounts.models import Clinic, Membership, User
from accounts.roles import Role

DETAILS = (
    "legal_name",
    "preferred_name",
    "birth_date",
    "emergency_contact",
    "credential",
    "licence",
    "locale",
)


@transaction.atomic
def open_account(*, email: str | None = None, password: str | None = None, **fields: Any) -> User:
    """A new account. Without an e-mail it gets a sign-in name; without a password it has none.

    The e-mail counts as verified: it is the clinic's, or came back from an invitation.
    """
    from allauth.account.models import EmailAddress

    email = email.strip().lower() if email else None
    user = User(email=email, sign_in=None if email else readable(), **fields)
    user.set_password(password)  # None: no password will ever match
    user.save(force_insert=True)
    if email:
        EmailAddress.objects.create(user=user, email=email, verified=True, primary=True)
    return user


@transaction.atomic
def register(clinic: Clinic, role: Role, **fields: Any) -> User:
    """An account that staff issue: this clinic keeps its details and hands out its codes."""
    user = open_account(managed_by=clinic, **fields)
    give_role(user, clinic, role)
    return user


@transaction.atomic
def give_role(user: User, clinic: Clinic, role: Role) -> Membership:
    """Give a role, or give it back; the first clinic manages the account until a second one comes.

    Whoever belongs to two clinics keeps their own details.
    """
    if user.managed_by_id == clinic.pk:
        _save(user, {} if user.is_active else {"is_active": True})
    elif user.managed_by_id is not None:
        _save(user, {"managed_by": None})
    elif not user.memberships.exists():
        _save(user, {"managed_by": clinic})
    membership, created = Membership.objects.get_or_create(user=user, clinic=clinic, role=role)
    if not created and not membership.active:
        membership.active, membership.since, membership.until = True, timezone.now(), None
        membership.save(update_fields=["active", "since", "until"])
    return membership


@transaction.atomic
def end_role(membership: Membership) -> None:
    """End a role and everything the person has open; doing it again changes nothing."""
    ended = Membership.objects.filter(pk=membership.pk, active=True).update(
        active=False, until=timezone.now()
    )
    if ended:
        membership.refresh_from_db()
        revocation.end_sessions(membership.user)


def end_role_of(user: User, clinic: Clinic, role: Role, by: User) -> None:
    """End somebody's role at the clinic; NotFound if they have none, Refused for one's own."""
    if user.pk == by.pk:
        raise Refused("not_yourself")
    membership = Membership.objects.filter(user=user, clinic=clinic, role=role, active=True).first()
    if membership is None:
        raise NotFound
    end_role(membership)


@transaction.atomic
def deactivate(user: User, clinic: Clinic, by: User) -> None:
    """End all roles at the clinic, and the account itself where the clinic manages it."""
    if user.pk == by.pk:
        raise Refused("not_yourself")
    Membership.objects.filter(user=user, clinic=clinic, active=True).update(
        active=False, until=timezone.now()
    )
    if user.managed_by_id == clinic.pk:
        _save(user, {"is_active": False})
    revocation.end_sessions(user)


def edit(user: User, clinic: Clinic, changes: dict[str, Any]) -> User:
    """Change details (those in DETAILS) of a person whom the clinic manages."""
    if user.managed_by_id != clinic.pk:
        raise Refused("keeps_own_details")
    return _save(user, {name: changes[name] for name in DETAILS if name in changes})


def edit_own(user: User, changes: dict[str, Any]) -> User:
    """What people change about themselves; the legal name is the clinic's to confirm."""
    own = ("preferred_name", "locale", "emergency_contact")
    return _save(user, {name: changes[name] for name in own if name in changes})


@transaction.atomic
def edit_by_operator(user: User, changes: dict[str, Any]) -> User:
    """What the installation's administrator changes; losing any right ends what is open."""
    lost = any(changes.get(right) is False for right in ("is_active", "is_staff", "is_superuser"))
    _save(user, changes)
    if lost:
        revocation.end_sessions(user)
    return user


def person_of(clinic: Clinic, public_id: str) -> User:
    """Somebody who has or had a role at the clinic; raises NotFound for everyone else."""
    user = User.objects.filter(public_id=public_id, memberships__clinic=clinic).first()
    if user is None:
        raise NotFound
    return user


def _save(user: User, changes: dict[str, Any]) -> User:
    # Only these columns: a whole row written back would undo an epoch bumped meanwhile.
    for name, value in changes.items():
        setattr(user, name, value)
    if changes:
        user.save(update_fields=list(changes))
    return user
