"""What the live shell asks of accounts before it decides: each answer is one query."""

from collections import defaultdict
from collections.abc import Collection
from typing import NamedTuple
from uuid import UUID

from django.db.models import FilteredRelation, Q

from accounts.agreements import current
from accounts.models import Agreement, Membership, User
from accounts.roles import Role


class Standing(NamedTuple):
    """An account as it stands now; `roles` maps (clinic, role) to the membership code."""

    user_id: int
    auth_epoch: int
    is_active: bool
    roles: dict[tuple[UUID, Role], str]

    def has(self, clinic_id: UUID, *roles: Role) -> bool:
        """True if the account is active and has one of the roles at the clinic."""
        return self.is_active and any((clinic_id, role) in self.roles for role in roles)


def standings(user_ids: Collection[int]) -> dict[int, Standing]:
    """How each account stands, with its active roles at every clinic; unknown ids are left out."""
    rows = (
        User.objects.filter(pk__in=user_ids)
        .annotate(held=FilteredRelation("memberships", condition=Q(memberships__active=True)))
        .order_by()
        .values_list("pk", "auth_epoch", "is_active", "held__clinic_id", "held__role", "held__code")
    )
    found: dict[int, Standing] = {}
    for pk, epoch, is_active, clinic_id, role, code in rows:
        standing = found.setdefault(pk, Standing(pk, epoch, is_active, {}))
        if code is not None:
            standing.roles[clinic_id, Role(role)] = code
    return found


def current_unsigned(
    user_ids: Collection[int],
    clinic_id: UUID,
    audience: Agreement.Audience = Agreement.Audience.PARTICIPANTS,
) -> dict[int, tuple[UUID, ...]]:
    """Which agreements in force each person has yet to sign; people who owe none are left out."""
    rows = (
        current()
        .filter(clinic_id=clinic_id, audience=audience)
        .annotate(
            mine=FilteredRelation("signatures", condition=Q(signatures__user_id__in=user_ids))
        )
        .values_list("pk", "mine__user_id")
    )
    signers: defaultdict[UUID, set[int | None]] = defaultdict(set)
    for agreement_id, user_id in rows:
        signers[agreement_id].add(user_id)
    owed = {
        user_id: tuple(pk for pk, signed in signers.items() if user_id not in signed)
        for user_id in user_ids
    }
    return {user_id: missing for user_id, missing in owed.items() if missing}


def members(clinic_id: UUID, role: Role) -> dict[int, str]:
    """Everyone who has the role at the clinic now: user id to membership code."""
    held = Membership.objects.filter(clinic_id=clinic_id, role=role, active=True)
    return dict(held.values_list("user_id", "code"))
