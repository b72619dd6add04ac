"""What lists can be narrowed to."""

from datetime import UTC, datetime
from typing import Any

import django_filters
from django.core.exceptions import ValidationError
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from accounts.api.here import Here
from accounts.models import AccessLog, Agreement, AuditGrant, Invitation, Membership, User
from accounts.roles import Role


class ListFilter(django_filters.FilterSet):  # type: ignore[misc]  # it has no types
    """The base of every filter; it only carries the missing types."""


def within_reach(at: datetime) -> None:
    """Refuse a moment that is no moment any more in another zone."""
    try:
        at.astimezone(UTC)
    except OverflowError:
        raise ValidationError("Choose a moment between the years 1 and 9999.") from None


class PeopleFilter(ListFilter):
    """`?role=` and `?active=` look at roles at the clinic in question; `?search=` at names."""

    role = django_filters.ChoiceFilter(choices=Role.choices, method="having_role")
    active = django_filters.BooleanFilter(method="being_active")
    search = django_filters.CharFilter(method="named")

    class Meta:
        model = User
        fields: list[str] = []

    def having_role(self, people: QuerySet[User], _: str, role: str) -> QuerySet[User]:
        return people.filter(Exists(self._held(active=True, role=role)))

    def being_active(self, people: QuerySet[User], _: str, active: bool) -> QuerySet[User]:
        held = Exists(self._held(active=True))
        return people.filter(held if active else ~held)

    def named(self, people: QuerySet[User], _: str, text: str) -> QuerySet[User]:
        found = Q(preferred_name__icontains=text)
        if self._place().may("see_person"):
            found |= Q(legal_name__icontains=text)
        return people.filter(found)

    def _held(self, **also: Any) -> QuerySet[Membership]:
        return Membership.objects.filter(user=OuterRef("pk"), clinic=self._place().clinic, **also)

    def _place(self) -> Here:
        place: Here = self.request.parser_context["view"].place
        return place


class AgreementFilter(ListFilter):
    signed = django_filters.BooleanFilter()

    class Meta:
        model = Agreement
        fields = ["clinic", "kind", "audience"]


class InvitationFilter(ListFilter):
    """`?open=true`: neither accepted, nor revoked, nor run out."""

    open = django_filters.BooleanFilter(method="being_open")

    class Meta:
        model = Invitation
        fields = ["role"]

    def being_open(
        self, invitations: QuerySet[Invitation], _: str, is_open: bool
    ) -> QuerySet[Invitation]:
        still = Q(accepted_at=None, revoked_at=None, expires_at__gt=timezone.now())
        return invitations.filter(still if is_open else ~still)


class GrantFilter(ListFilter):
    auditor = django_filters.CharFilter("auditor__code")
    active = django_filters.BooleanFilter(method="being_active")

    class Meta:
        model = AuditGrant
        fields: list[str] = []

    def being_active(
        self, grants: QuerySet[AuditGrant], _: str, active: bool
    ) -> QuerySet[AuditGrant]:
        still = Q(revoked_at=None, expires_at__gt=timezone.now())
        return grants.filter(still if active else ~still)


class AccessFilter(ListFilter):
    """`?after=` and `?before=` are moments with a zone."""

    after = django_filters.IsoDateTimeFilter("at", "gte", validators=[within_reach])
    before = django_filters.IsoDateTimeFilter("at", "lt", validators=[within_reach])

    class Meta:
        model = AccessLog
        fields = ["actor", "kind", "object_id"]
