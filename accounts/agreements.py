"""Publishes versions of the clinic's agreements and takes signatures under them."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Exists, Max, OuterRef, QuerySet

from accounts.errors import NotFound, Refused
from accounts.models import Agreement, Clinic, Membership, Signature, User
from accounts.roles import Role

AUDIENCES = {
    Role.PARTICIPANT: Agreement.Audience.PARTICIPANTS,
    Role.GUEST: Agreement.Audience.GUESTS,
}


def current() -> QuerySet[Agreement]:
    """Every agreement in force, at every clinic."""
    return Agreement.objects.filter(published_at__isnull=False, retired=False)


def draft(
    clinic: Clinic,
    kind: Agreement.Kind,
    audience: Agreement.Audience,
    title: str,
    text: str,
) -> Agreement:
    """The next version of an agreement, not in force yet."""
    new = Agreement(clinic=clinic, kind=kind, audience=audience, title=title, text=text)
    new.version = next_version(new)
    new.save(force_insert=True)
    return new


def next_version(agreement: Agreement) -> int:
    """The number that follows the last version of this agreement."""
    versions = Agreement.objects.filter(
        clinic=agreement.clinic, kind=agreement.kind, audience=agreement.audience
    )
    last: int = versions.aggregate(last=Max("version"))["last"] or 0
    return last + 1


@transaction.atomic
def publish(agreement: Agreement, now: datetime) -> Agreement:
    """Put a version in force for good, and retire the one before it; everyone signs anew."""
    if agreement.published_at is not None:
        raise Refused("published")
    current().filter(
        clinic=agreement.clinic, kind=agreement.kind, audience=agreement.audience
    ).update(retired=True)
    agreement.published_at = now
    agreement.save(update_fields=["published_at"])
    return agreement


def sign(user: User, agreement_id: UUID, name: str, now: datetime) -> Signature:
    """Sign a version in force at one of the person's clinics; signing again changes nothing."""
    mine = Membership.objects.filter(user=user, active=True, clinic=OuterRef("clinic"))
    agreement = current().filter(Exists(mine), pk=agreement_id).first()
    if agreement is None:
        raise NotFound
    signature, _ = Signature.objects.get_or_create(
        user=user, agreement=agreement, defaults={"name": name, "signed_at": now}
    )
    return signature


def visible_to(user: User) -> QuerySet[Agreement]:
    """The agreements in force at the person's clinics; `signed` says whether they signed it."""
    mine = Membership.objects.filter(user=user, active=True, clinic=OuterRef("clinic"))
    return current().filter(Exists(mine)).annotate(signed=Exists(_signed_by(user)))


def due(user: User) -> list[Agreement]:
    """What this person has yet to sign, by the roles they have."""
    roles = Membership.objects.filter(user=user, active=True).values_list("clinic_id", "role")
    asked = {(clinic, AUDIENCES[Role(role)]) for clinic, role in roles if role in AUDIENCES}
    return [
        agreement
        for agreement in visible_to(user).filter(~Exists(_signed_by(user)))
        if (agreement.clinic_id, agreement.audience) in asked
    ]


def _signed_by(user: User) -> QuerySet[Signature]:
    return Signature.objects.filter(user=user, agreement=OuterRef("pk"))
