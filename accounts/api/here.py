"""Where a request stands: which clinic, in which roles, and whether its action is allowed there."""

from dataclasses import dataclass
from typing import cast
from uuid import UUID

from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter
from rest_framework.request import Request

from accounts import access, second_factor
from accounts.errors import NotFound, NotPermitted, Refused, SecondFactorDue
from accounts.models import Clinic, Membership, User
from accounts.roles import MAY, RANK, STAFF, Action, Role

CLINIC = OpenApiParameter(
    "clinic",
    OpenApiTypes.UUID,
    description="Which clinic; may be left out by whoever belongs to one only.",
)


@dataclass(frozen=True)
class Here:
    """A person at a clinic, with the membership code of each role they have there."""

    user: User
    clinic: Clinic
    codes: dict[Role, str]

    @property
    def code(self) -> str:
        """The membership code under which records know this person: that of the highest role."""
        return next(self.codes[role] for role in RANK if role in self.codes)

    def may(self, action: Action) -> bool:
        return not MAY[action].isdisjoint(self.codes)

    def looked_at(self, kind: str, object_id: str = "", purpose: str = "care") -> None:
        """Write down that this person looked at something."""
        access.record(self.clinic.pk, self.code, purpose, kind, object_id)


def signed_in(request: Request) -> User:
    """The account that asks; the permission classes have seen to it that there is one."""
    return cast(User, request.user)


def here(request: Request, action: Action, clinic_id: UUID | None = None) -> Here:
    """Where the request stands, if its role there allows the action.

    Raises NotFound for a clinic that is not theirs, Refused where they must name one,
    SecondFactorDue, NotPermitted.
    """
    held = Membership.objects.filter(user=signed_in(request), active=True).select_related("clinic")
    chosen = clinic_id or _named(request)
    if chosen:
        held = held.filter(clinic=chosen)
    rows = list(held)
    if not rows:
        raise NotFound
    if len({row.clinic_id for row in rows}) > 1:
        raise Refused("clinic_needed")
    place = Here(signed_in(request), rows[0].clinic, {Role(row.role): row.code for row in rows})
    if not STAFF.isdisjoint(place.codes) and second_factor.due(place.user):
        raise SecondFactorDue
    if not place.may(action):
        raise NotPermitted
    return place


def _named(request: Request) -> UUID | None:
    text = request.query_params.get("clinic")
    if not text:
        return None
    try:
        return UUID(text)
    except ValueError:
        raise NotFound from None
