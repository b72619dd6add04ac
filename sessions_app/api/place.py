"""The bases of every view that acts on one group or one session, or lists them."""

from typing import Any, ClassVar

from django.db.models import QuerySet
from rest_framework.generics import GenericAPIView
from rest_framework.request import Request

from accounts.api.here import here
from accounts.errors import NotFound, NotPermitted
from accounts.roles import Role
from sessions_app.api import belonging
from sessions_app.api.belonging import Viewer
from sessions_app.api.permissions import (
    GROUPS,
    OFFICE,
    SESSIONS,
    GroupAction,
    Reach,
    SessionAction,
)
from sessions_app.models import Group, GroupSession, Seat
from sessions_app.setup import rooms
from sessions_app.setup.rooms import Giver


class ClinicView(GenericAPIView[Any]):
    """What lies at one clinic: the one that is named, or the only one the person belongs to.

    `elsewhere` names the methods that find their clinic by something else.
    """

    elsewhere: ClassVar[frozenset[str]] = frozenset()
    viewer: Viewer

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        super().initial(request, *args, **kwargs)
        if request.method not in self.elsewhere:
            self.viewer = Viewer(here(request, "see_clinic"))

    def get_serializer_context(self) -> dict[str, Any]:
        return {**super().get_serializer_context(), "viewer": getattr(self, "viewer", None)}


class PlacedView(GenericAPIView[Any]):
    """One thing the person may reach, in some capacity."""

    viewer: Viewer
    reach: frozenset[Reach]

    def get_serializer_context(self) -> dict[str, Any]:
        return {**super().get_serializer_context(), "viewer": getattr(self, "viewer", None)}

    def require(self, allowed: frozenset[Reach] | None) -> None:
        """NotFound for what is none of theirs, NotPermitted for what their capacity can not do."""
        if not self.reach:
            raise NotFound
        if allowed is not None and self.reach.isdisjoint(allowed):
            raise NotPermitted

    def giver(self) -> Giver:
        """In whose name a room is told what this person changes."""
        codes = self.viewer.place.codes
        if self.reach.isdisjoint(OFFICE):
            return Giver(self.viewer.user)
        if Role.ADMINISTRATOR in codes:
            return rooms.office(self.viewer.user, codes[Role.ADMINISTRATOR], "administrator")
        return rooms.office(self.viewer.user, codes[Role.SUPERVISOR], "supervisor")


class GroupView(PlacedView):
    """`may` names the action of each method on the group of the address."""

    may: ClassVar[dict[str, GroupAction]]
    queryset: QuerySet[Any] = Group.objects.none()
    group: Any

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        super().initial(request, *args, **kwargs)
        self.viewer, self.group = belonging.viewer_of_group(request, kwargs["pk"])
        self.reach = self.viewer.reach_group(self.group)
        action = self.may.get(_method(request))
        self.require(GROUPS[action] if action else None)


class SessionView(PlacedView):
    """`may` names the action of each method on the session of the address."""

    may: ClassVar[dict[str, SessionAction]]
    queryset: QuerySet[Any] = GroupSession.objects.none()
    session: Any

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        super().initial(request, *args, **kwargs)
        self.viewer, self.session = belonging.viewer_of_session(request, kwargs["pk"])
        self.reach = self.viewer.reach_session(self.session)
        action = self.may.get(_method(request))
        self.require(SESSIONS[action] if action else None)

    def seat(self, code: str) -> Seat:
        """A seat of the session's group; NotFound where there is none."""
        return seat_in(self.session.group, code)

    def own_seat(self) -> Seat:
        """The person's own seat; NotFound where they have none."""
        seat = Seat.objects.filter(group=self.session.group_id, user=self.viewer.user).first()
        if seat is None:
            raise NotFound
        return seat


def _method(request: Request) -> str:
    # What answers a GET answers a HEAD.
    return "GET" if request.method == "HEAD" else request.method or ""


def seat_in(group: Group, code: str) -> Seat:
    """A seat of a group by its code; NotFound where there is none."""
    # PostgreSQL takes no text with a NUL in it.
    seats = Seat.objects.none() if "\0" in code else Seat.objects.filter(group=group, code=code)
    seat = seats.select_related("user").first()
    if seat is None:
        raise NotFound
    return seat
