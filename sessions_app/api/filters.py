"""What lists of groups and sessions can be narrowed to; nobody finds by it what they do not see."""

from typing import Any

import django_filters
from django.db.models import Exists, OuterRef, Q, QuerySet

from accounts.api.filters import ListFilter
from accounts.models import User
from sessions_app.api.belonging import Viewer, ties
from sessions_app.api.shapes.sessions import PHASES
from sessions_app.ledger import phases
from sessions_app.models import Enrolment, Group, GroupFacilitator, GroupSession


class GroupFilter(ListFilter):
    """`?archived=` leaves out one or the other; `?search=` looks at names.

    `?person=` looks at who takes part or is of the team: for those who may know.
    """

    person = django_filters.CharFilter(method="involving")
    archived = django_filters.BooleanFilter("archived", "isnull", exclude=True)
    search = django_filters.CharFilter("name", "icontains")

    class Meta:
        model = Group
        fields = ["kind"]

    def involving(self, groups: QuerySet[Any], _: str, public_id: str) -> QuerySet[Any]:
        viewer: Viewer = self.request.parser_context["view"].viewer
        person = User.objects.filter(public_id=public_id).first()
        if person is None:
            return groups.none()
        enrolled = Enrolment.objects.filter(seat__user=person, active=True)
        held = GroupFacilitator.objects.filter(seat__user=person)
        involved = groups.filter(
            Exists(enrolled.filter(seat__group=OuterRef("pk")))
            | Exists(held.filter(group=OuterRef("pk")))
        )
        if viewer.office or person.pk == viewer.user.pk:
            return involved
        return involved.filter(on_team=True) if viewer.holds else involved.none()


class MemberFilter(ListFilter):
    class Meta:
        model = Enrolment
        fields = ["active"]


class SessionFilter(ListFilter):
    """`?since=` and `?until=` are days of the plan, both included; `?phase=` may be repeated.

    `?person=` looks at who is enrolled, assigned or invited: for those who may know.
    """

    since = django_filters.DateFilter("planned_date", "gte")
    until = django_filters.DateFilter("planned_date", "lte")
    phase = django_filters.MultipleChoiceFilter(
        choices=[(phase, phase) for phase in PHASES], method="within"
    )
    person = django_filters.CharFilter(method="involving")
    group = django_filters.UUIDFilter("group")

    class Meta:
        model = GroupSession
        fields: list[str] = []

    def within(self, sessions: QuerySet[Any], _: str, wanted: list[Any]) -> QuerySet[Any]:
        return sessions.filter(phases.within(wanted)) if wanted else sessions

    def involving(self, sessions: QuerySet[Any], _: str, public_id: str) -> QuerySet[Any]:
        viewer: Viewer = self.request.parser_context["view"].viewer
        person = User.objects.filter(public_id=public_id).first()
        if person is None:
            return sessions.none()
        tied = Q(pk__in=[])
        for tie in ties(person).values():
            tied |= Q(tie)
        return sessions.filter(tied & _may_know(viewer, person))


def _may_know(viewer: Viewer, person: User) -> Q:
    """The sessions of which this viewer may know whether the person belongs to them."""
    if viewer.office or person.pk == viewer.user.pk:
        return Q()
    known = Q(on_team=True) | Q(assigned=True) if viewer.holds else Q(pk__in=[])
    for grant in viewer.grants:
        if grant.everyone or grant.people.filter(pk=person.pk).exists():
            known |= Q(planned_date__range=(grant.starts, grant.ends))
    return known
