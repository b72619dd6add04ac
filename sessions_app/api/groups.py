"""Groups: listed for whoever belongs to them, set up by administrators and supervisors."""

from typing import Any, ClassVar
from uuid import UUID

from django.db.models import QuerySet
from django.utils import timezone
from drf_spectacular.utils import extend_schema
from rest_framework.generics import ListAPIView
from rest_framework.request import Request
from rest_framework.response import Response

from accounts.api.here import CLINIC
from accounts.errors import NotPermitted
from sessions_app.api.filters import GroupFilter
from sessions_app.api.permissions import GroupAction
from sessions_app.api.place import ClinicView, GroupView
from sessions_app.api.problem import REFUSALS, named_fields
from sessions_app.api.shapes.groups import GroupSerializer
from sessions_app.models import Group
from sessions_app.setup import groups


class GroupsView(ClinicView, ListAPIView[Any]):
    """The groups of the clinic that are yours; all of them for administrators and supervisors."""

    serializer_class = GroupSerializer
    filterset_class = GroupFilter
    queryset = Group.objects.none()

    def get_queryset(self) -> QuerySet[Any]:
        return self.viewer.groups() if hasattr(self, "viewer") else Group.objects.none()

    @extend_schema(parameters=[CLINIC], responses={200: GroupSerializer(many=True), **REFUSALS})
    def get(self, request: Request) -> Response:
        if not (self.viewer.office or self.viewer.holds or self.viewer.takes_part):
            raise NotPermitted
        return self.list(request)

    @extend_schema(parameters=[CLINIC], responses={201: GroupSerializer, **REFUSALS})
    def post(self, request: Request) -> Response:
        """Open a group."""
        if not self.viewer.office:
            raise NotPermitted
        sent = GroupSerializer(data=request.data)
        sent.is_valid(raise_exception=True)
        with named_fields():
            made = groups.found(self.viewer.place.clinic, **sent.validated_data)
        fresh = self.viewer.groups().get(pk=made.pk)
        return Response(self.get_serializer(fresh).data, status=201)


class OneGroupView(GroupView):
    """One group and its rules."""

    may: ClassVar[dict[str, GroupAction]] = {"GET": "see_group", "PATCH": "edit_group"}
    serializer_class = GroupSerializer

    @extend_schema(responses={200: GroupSerializer, **REFUSALS})
    def get(self, request: Request, pk: UUID) -> Response:
        return Response(self.get_serializer(self.group).data)

    @extend_schema(responses={200: GroupSerializer, **REFUSALS})
    def patch(self, request: Request, pk: UUID) -> Response:
        """Change it; rooms that are open keep the rules they have."""
        sent = GroupSerializer(data=request.data, partial=True)
        sent.is_valid(raise_exception=True)
        with named_fields():
            groups.edit(self.group, sent.validated_data)
        return Response(self.get_serializer(self.group).data)


class ArchiveView(GroupView):
    """Put a group away, once no session of it is planned or open."""

    may: ClassVar[dict[str, GroupAction]] = {"POST": "edit_group"}
    serializer_class = GroupSerializer

    @extend_schema(request=None, responses={200: GroupSerializer, **REFUSALS})
    def post(self, request: Request, pk: UUID) -> Response:
        groups.archive(self.group, timezone.now())
        return Response(self.get_serializer(self.group).data)


class RestoreView(GroupView):
    """Bring an archived group back."""

    may: ClassVar[dict[str, GroupAction]] = {"POST": "edit_group"}
    serializer_class = GroupSerializer

    @extend_schema(request=None, responses={200: GroupSerializer, **REFUSALS})
    def post(self, request: Request, pk: UUID) -> Response:
        groups.restore(self.group)
        return Response(self.get_serializer(self.group).data)
