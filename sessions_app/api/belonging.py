"""Which groups and sessions are a person's, and in what capacity; everyone else's do not exist."""

from datetime import date
from functools import cached_property
from typing import Any
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Prefetch, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from rest_framework.request import Request

from accounts import grants
from accounts.api.here import Here, here, signed_in
from accounts.errors import NotFound, NotPermitted
from accounts.models import AuditGrant, User
from accounts.roles import Role
from sessions_app.api.permissions import Reach
from sessions_app.ledger import phases
from sessions_app.models import (
    Enrolment,
    Group,
    GroupFacilitator,
    GroupSession,
    SessionGuest,
    SessionStaff,
)
from sessions_app.setup.people import HOLDERS

_OFFICE = {Role.ADMINISTRATOR: Reach.ADMINISTRATOR, Role.SUPERVISOR: Reach.SUPERVISOR}


class Viewer:
    """A person at a clinic, and what of it is theirs."""

    def __init__(self, place: Here) -> None:
        self.place = place
        self._named: dict[date, set[int]] = {}

    @property
    def user(self) -> User:
        """The account."""
        return self.place.user

    @cached_property
    def grants(self) -> tuple[AuditGrant, ...]:
        """The auditor's grants that are in force."""
        if Role.AUDITOR not in self.place.codes:
            return ()
        return tuple(grants.active(self.user.pk, self.place.clinic.pk))

    @cached_property
    def office(self) -> frozenset[Reach]:
        """The capacities that reach everything of the clinic."""
        return frozenset(_OFFICE[role] for role in self.place.codes if role in _OFFICE)

    @property
    def holds(self) -> bool:
        """Whether this person has a role by which one may hold groups."""
        return not HOLDERS.isdisjoint(self.place.codes)

    @property
    def takes_part(self) -> bool:
        """Whether this person is a participant of the clinic."""
        return Role.PARTICIPANT in self.place.codes

    def groups(self) -> QuerySet[Any]:
        """The groups of this person at the clinic."""
        own = _of_groups(Group.objects.filter(clinic=self.place.clinic), self.user)
        if self.office:
            return own
        mine = Q(on_team=True) if self.holds else Q(pk__in=[])
        return own.filter(mine | Q(enrolled=True) if self.takes_part else mine)

    def sessions(self) -> QuerySet[Any]:
        """The sessions of this person at the clinic."""
        own = _of_sessions(GroupSession.objects.filter(clinic=self.place.clinic), self.user)
        if self.office:
            return own
        mine = Q(invited=True)
        if self.holds:
            mine |= Q(on_team=True) | Q(assigned=True)
        if self.takes_part:
            mine |= Q(enrolled=True)
        for grant in self.grants:
            mine |= Q(planned_date__range=(grant.starts, grant.ends))
        return own.filter(mine)

    def reach_group(self, group: Any) -> frozenset[Reach]:
        """In what capacity a group (one of `groups`) is reached; empty if it is not theirs."""
        return self.office | _given(
            (Reach.TEAM, self.holds and group.on_team),
            (Reach.PARTICIPANT, self.takes_part and group.enrolled),
        )

    def reach_session(self, session: Any) -> frozenset[Reach]:
        """In what capacity a session (one of `sessions`) is reached; empty if it is not theirs."""
        return self.office | _given(
            (Reach.TEAM, self.holds and session.on_team),
            (Reach.STAFF, self.holds and session.assigned),
            (Reach.PARTICIPANT, self.takes_part and session.enrolled),
            (Reach.GUEST, session.invited),
            (Reach.AUDITOR, bool(self.covering(session))),
        )

    def covering(self, session: GroupSession) -> tuple[AuditGrant, ...]:
        """The grants under which this person may read the records of a session."""
        day = session.planned_date
        return tuple(grant for grant in self.grants if grant.starts <= day <= grant.ends)

    def named(self, day: date) -> set[int]:
        """Whom this auditor sees by name in the records of a day."""
        if day not in self._named:
            clinic = self.place.clinic.pk
            self._named[day] = grants.names_visible(self.user.pk, clinic, day)
        return self._named[day]

    def attendances(self) -> QuerySet[Any]:
        """Those of the sessions whose attendance this person may see (as `see_attendance` has it).

        Raises NotPermitted for whom there can be none.
        """
        if self.office:
            return self.sessions()
        if not (self.holds or Role.AUDITOR in self.place.codes):
            raise NotPermitted
        mine = Q(assigned=True) if self.holds else Q(pk__in=[])
        for grant in self.grants:
            mine |= Q(planned_date__range=(grant.starts, grant.ends))
        return self.sessions().filter(mine)


def viewer_of_group(request: Request, pk: UUID) -> tuple[Viewer, Any]:
    """Who asks, and the group; NotFound where it is none of theirs."""
    found = _of_groups(Group.objects.filter(pk=pk), signed_in(request))
    group = found.select_related("clinic").first()
    if group is None:
        raise NotFound
    return Viewer(here(request, "see_clinic", group.clinic_id)), group


def viewer_of_session(request: Request, pk: UUID) -> tuple[Viewer, Any]:
    """Who asks, and the session with its phase; NotFound where it is none of theirs."""
    found = _of_sessions(GroupSession.objects.filter(pk=pk), signed_in(request))
    session = found.select_related("group__clinic").first()
    if session is None:
        raise NotFound
    return Viewer(here(request, "see_clinic", session.clinic_id)), session


def _given(*reaches: tuple[Reach, bool]) -> frozenset[Reach]:
    return frozenset(reach for reach, held in reaches if held)


def _of_groups(groups: QuerySet[Group], user: User) -> QuerySet[Any]:
    enrolled = Enrolment.objects.filter(seat__user=user, seat__group=OuterRef("pk"), active=True)
    team = GroupFacilitator.objects.filter(seat__user=user, group=OuterRef("pk"))
    held = GroupFacilitator.objects.select_related("seat__user")
    taking_part = Enrolment.objects.filter(seat__group=OuterRef("pk"), active=True)
    count = taking_part.order_by().values("seat__group").annotate(n=Count("*")).values("n")
    return groups.annotate(
        on_team=Exists(team), enrolled=Exists(enrolled), members=Coalesce(Subquery(count), 0)
    ).prefetch_related(Prefetch("facilitators", queryset=held))


def _of_sessions(sessions: QuerySet[GroupSession], user: User) -> QuerySet[Any]:
    team = GroupFacilitator.objects.filter(seat__user=user, group=OuterRef("group"))
    annotated: QuerySet[Any] = phases.told(sessions).annotate(on_team=Exists(team), **ties(user))
    return annotated


def ties(user: User) -> dict[str, Exists]:
    """How somebody belongs to a session: assigned to it, invited to it, or enrolled at its time."""
    # Whoever left the group keeps the sessions of the time they belonged to it.
    enrolled = Enrolment.objects.filter(
        Q(active=True) | Q(until__gt=OuterRef("starts_at")),
        seat__user=user,
        seat__group=OuterRef("group"),
        since__lt=OuterRef("ends_at"),
    )
    staff = SessionStaff.objects.filter(seat__user=user, session=OuterRef("pk"))
    guest = SessionGuest.objects.filter(seat__user=user, session=OuterRef("pk"))
    return {"assigned": Exists(staff), "invited": Exists(guest), "enrolled": Exists(enrolled)}
