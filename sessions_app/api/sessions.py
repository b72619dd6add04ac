"""Sessions: listed, planned, changed until the door opens, and called off."""

from typing import Any, ClassVar
from uuid import UUID

from django.db.models import QuerySet
from django.utils import timezone
from drf_spectacular.utils import extend_schema
from rest_framework.generics import ListAPIView
from rest_framework.request import Request
from rest_framework.response import Response

from accounts.api.here import CLINIC
from accounts.errors import NotFound, NotPermitted
from sessions_app.api.belonging import viewer_of_group
from sessions_app.api.filters import SessionFilter
from sessions_app.api.permissions import GROUPS, SessionAction
from sessions_app.api.place import ClinicView, SessionView
from sessions_app.api.problem import REFUSALS, ROOM_REFUSALS
from sessions_app.api.shapes.sessions import (
    CancelSerializer,
    NewSessionSerializer,
    SessionPlanSerializer,
    SessionSerializer,
)
from sessions_app.live import service
from sessions_app.models import GroupSession
from sessions_app.room.clock import Cancel
from sessions_app.setup import sessions


class SessionsView(ClinicView, ListAPIView[Any]):
    """Your sessions at the clinic; an auditor's are those of the days of their grants."""

    elsewhere: ClassVar[frozenset[str]] = frozenset({"POST"})
    serializer_class = SessionSerializer
    filterset_class = SessionFilter
    queryset = GroupSession.objects.none()

    def get_queryset(self) -> QuerySet[Any]:
        if not hasattr(self, "viewer"):
            return GroupSession.objects.none()
        return self.viewer.sessions().select_related("group")

    @extend_schema(parameters=[CLINIC], responses={200: SessionSerializer(many=True), **REFUSALS})
    def get(self, request: Request) -> Response:
        return self.list(request)

    @extend_schema(request=NewSessionSerializer, responses={201: SessionSerializer, **REFUSALS})
    def post(self, request: Request) -> Response:
        """Plan a session; the standing team of its group is assigned to it."""
        sent = NewSessionSerializer(data=request.data)
        sent.is_valid(raise_exception=True)
        fields = dict(sent.validated_data)
        self.viewer, group = viewer_of_group(request, fields.pop("group"))
        reach = self.viewer.reach_group(group)
        if not reach:
            raise NotFound
        if reach.isdisjoint(GROUPS["plan_sessions"]):
            raise NotPermitted
        made = sessions.plan(group, timezone.now(), self.viewer.user, fields)
        return Response(self.get_serializer(self._fresh(made)).data, status=201)

    def _fresh(self, session: GroupSession) -> Any:
        return self.viewer.sessions().select_related("group").get(pk=session.pk)


class OneSessionView(SessionView):
    """One session: when it is, and how far it has come."""

    may: ClassVar[dict[str, SessionAction]] = {"GET": "see_session", "PATCH": "edit_session"}
    serializer_class = SessionSerializer

    @extend_schema(responses={200: SessionSerializer, **REFUSALS})
    def get(self, request: Request, pk: UUID) -> Response:
        return Response(self.get_serializer(self.session).data)

    @extend_schema(request=SessionPlanSerializer, responses={200: SessionSerializer, **REFUSALS})
    def patch(self, request: Request, pk: UUID) -> Response:
        """Change the plan; refused once the door has opened."""
        sent = SessionPlanSerializer(data=request.data, partial=True)
        sent.is_valid(raise_exception=True)
        sessions.edit(self.session, sent.validated_data, timezone.now())
        return Response(self.get_serializer(self.session).data)


class CancelView(SessionView):
    """Call a session off before it has started; the room's own command, with its refusals."""

    may: ClassVar[dict[str, SessionAction]] = {"POST": "cancel"}
    serializer_class = CancelSerializer

    @extend_schema(request=CancelSerializer, responses={200: SessionSerializer, **ROOM_REFUSALS})
    def post(self, request: Request, pk: UUID) -> Response:
        sent = CancelSerializer(data=request.data)
        sent.is_valid(raise_exception=True)
        command, ref = Cancel(sent.validated_data["reason"]), sent.validated_data.get("ref")
        service.execute_now(self.session.pk, self.giver().who, command, ref)
        fresh = self.viewer.sessions().select_related("group").get(pk=pk)
        return Response(SessionSerializer(fresh, context=self.get_serializer_context()).data)
