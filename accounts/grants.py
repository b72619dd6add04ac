"""Auditors' access: which days they may read, and whose names they see; the rest are numbers."""

from collections.abc import Collection
from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from accounts.errors import Invalid, NotFound
from accounts.models import AuditGrant, Clinic, Membership, User
from accounts.roles import Role


def active(user_id: int, clinic_id: UUID, now: datetime | None = None) -> QuerySet[AuditGrant]:
    """The auditor's grants at this clinic that are neither revoked nor run out."""
    return AuditGrant.objects.filter(
        clinic_id=clinic_id,
        auditor__user_id=user_id,
        auditor__active=True,
        revoked_at=None,
        expires_at__gt=now or timezone.now(),
    )


def covering(
    user_id: int, clinic_id: UUID, day: date, now: datetime | None = None
) -> QuerySet[AuditGrant]:
    """The grants under which the auditor may read records of this day."""
    return active(user_id, clinic_id, now).filter(starts__lte=day, ends__gte=day)


def names_visible(
    user_id: int, clinic_id: UUID, day: date, now: datetime | None = None
) -> set[int]:
    """Whom the auditor sees by name in records of this day; empty without a grant for it."""
    grants = list(covering(user_id, clinic_id, day, now))
    if any(grant.everyone for grant in grants):
        members = Membership.objects.filter(clinic_id=clinic_id)
        return set(members.values_list("user_id", flat=True))
    named = AuditGrant.people.through.objects.filter(auditgrant__in=grants)
    return set(named.values_list("user_id", flat=True))


@transaction.atomic
def grant(
    *,
    clinic: Clinic,
    auditor_code: str,
    purpose: str,
    starts: date,
    ends: date,
    expires_at: datetime,
    by: User,
    people: Collection[str] = (),
    everyone: bool = False,
) -> AuditGrant:
    """Grant access to an auditor of the clinic; `people` are public ids. NotFound or Invalid."""
    auditor = Membership.objects.filter(
        clinic=clinic, code=auditor_code, role=Role.AUDITOR, active=True
    ).first()
    if auditor is None:
        raise NotFound
    if starts > ends:
        raise Invalid("ends: choose a day that is not before the first one.")
    if expires_at <= timezone.now():
        raise Invalid("expires_at: choose a moment that is still to come.")
    made = AuditGrant.objects.create(
        clinic=clinic,
        auditor=auditor,
        purpose=purpose,
        starts=starts,
        ends=ends,
        everyone=everyone,
        expires_at=expires_at,
        granted_by=by,
    )
    made.people.set(_people(clinic, people))
    return made


def revoke(given: AuditGrant, now: datetime) -> AuditGrant:
    """End a grant at once; doing it again changes nothing."""
    AuditGrant.objects.filter(pk=given.pk, revoked_at=None).update(revoked_at=now)
    given.refresh_from_db()
    return given


def _people(clinic: Clinic, public_ids: Collection[str]) -> list[User]:
    found = list(
        User.objects.filter(public_id__in=public_ids, memberships__clinic=clinic).distinct()
    )
    if len(found) != len(set(public_ids)):
        raise NotFound
    return found
