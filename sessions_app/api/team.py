"""The standing team of a group."""

from typing import Any, ClassVar
from uuid import UUID

from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema
from rest_framework.generics import ListAPIView
from rest_framework.request import Request
from rest_framework.response import Response

from accounts.people import person_of
from sessions_app.api.permissions import GroupAction
from sessions_app.api.place import GroupView, seat_in
from sessions_app.api.problem import REFUSALS
from sessions_app.api.shapes.groups import NewTeamMemberSerializer, TeamMemberSerializer
from sessions_app.models import GroupFacilitator
from sessions_app.setup import teams


class TeamView(GroupView, ListAPIView[Any]):
    """Who holds the group as a rule: assigned to each session that is planned from then on."""

    may: ClassVar[dict[str, GroupAction]] = {"GET": "see_team", "POST": "edit_team"}
    serializer_class = TeamMemberSerializer
    queryset = GroupFacilitator.objects.none()

    def get_queryset(self) -> QuerySet[GroupFacilitator]:
        if not hasattr(self, "group"):
            return GroupFacilitator.objects.none()
        return GroupFacilitator.objects.filter(group=self.group).select_related("seat__user")

    @extend_schema(responses={200: TeamMemberSerializer(many=True), **REFUSALS})
    def get(self, request: Request, pk: UUID) -> Response:
        return self.list(request)

    @extend_schema(
        request=NewTeamMemberSerializer, responses={201: TeamMemberSerializer, **REFUSALS}
    )
    def post(self, request: Request, pk: UUID) -> Response:
        """Put somebody on the team, or change whether they lead."""
        sent = NewTeamMemberSerializer(data=request.data)
        sent.is_valid(raise_exception=True)
        user = person_of(self.group.clinic, sent.validated_data["person"])
        member = teams.join(self.group, user, leads=sent.validated_data["leads"])
        return Response(TeamMemberSerializer(member).data, status=201)


class OneTeamMemberView(GroupView):
    """One of the standing team."""

    may: ClassVar[dict[str, GroupAction]] = {"DELETE": "edit_team"}
    serializer_class = TeamMemberSerializer

    @extend_schema(request=None, responses={204: None, **REFUSALS})
    def delete(self, request: Request, pk: UUID, seat: str) -> Response:
        """Take somebody off the team; sessions that are planned keep whom they have."""
        teams.leave(self.group, seat_in(self.group, seat))
        return Response(status=204)
