"""Who takes part in a group, and what each of them is called there."""

from typing import Any, ClassVar
from uuid import UUID

from django.db.models import QuerySet
from django.utils import timezone
from drf_spectacular.utils import extend_schema
from rest_framework.generics import ListAPIView
from rest_framework.request import Request
from rest_framework.response import Response

from accounts.errors import NotFound
from accounts.people import person_of
from sessions_app.api.filters import MemberFilter
from sessions_app.api.permissions import GroupAction
from sessions_app.api.place import GroupView, seat_in
from sessions_app.api.problem import REFUSALS, ROOM_REFUSALS, named_fields
from sessions_app.api.shapes.groups import (
    MemberSerializer,
    MyPlaceSerializer,
    NewMemberSerializer,
)
from sessions_app.models import Enrolment, Seat
from sessions_app.setup import enrolments


class MembersView(GroupView, ListAPIView[Any]):
    """Who takes part, and who did."""

    may: ClassVar[dict[str, GroupAction]] = {"GET": "see_members", "POST": "enrol"}
    serializer_class = MemberSerializer
    filterset_class = MemberFilter
    queryset = Enrolment.objects.none()

    def get_queryset(self) -> QuerySet[Enrolment]:
        if not hasattr(self, "group"):
            return Enrolment.objects.none()
        return Enrolment.objects.filter(seat__group=self.group).select_related("seat__user")

    @extend_schema(responses={200: MemberSerializer(many=True), **REFUSALS})
    def get(self, request: Request, pk: UUID) -> Response:
        self.viewer.place.looked_at("members", str(pk))
        return self.list(request)

    @extend_schema(request=NewMemberSerializer, responses={201: MemberSerializer, **ROOM_REFUSALS})
    def post(self, request: Request, pk: UUID) -> Response:
        """Enrol a participant, also while the group meets; again it changes nothing."""
        sent = NewMemberSerializer(data=request.data)
        sent.is_valid(raise_exception=True)
        user = person_of(self.group.clinic, sent.validated_data["person"])
        alias = sent.validated_data.get("alias", "")
        with named_fields():
            made = enrolments.enrol(self.group, user, timezone.now(), self.giver(), alias)
        return Response(MemberSerializer(made).data, status=201)


class OneMemberView(GroupView):
    """One person's enrolment in a group."""

    may: ClassVar[dict[str, GroupAction]] = {"DELETE": "enrol"}
    serializer_class = MemberSerializer

    @extend_schema(request=None, responses={200: MemberSerializer, **REFUSALS})
    def delete(self, request: Request, pk: UUID, seat: str) -> Response:
        """End it from now on; the record of what was stays. Again it changes nothing."""
        held = Enrolment.objects.filter(seat=seat_in(self.group, seat)).select_related("seat__user")
        last = held.order_by("since", "pk").last()
        if last is None:
            raise NotFound
        enrolments.end(last, timezone.now())
        last.refresh_from_db()
        return Response(MemberSerializer(last).data)


class MyPlaceView(GroupView):
    """Your own place in a group, and the name you go by there."""

    may: ClassVar[dict[str, GroupAction]] = {"GET": "choose_alias", "PATCH": "choose_alias"}
    serializer_class = MyPlaceSerializer

    @extend_schema(responses={200: MyPlaceSerializer, **REFUSALS})
    def get(self, request: Request, pk: UUID) -> Response:
        return Response(MyPlaceSerializer(self._seat()).data)

    @extend_schema(responses={200: MyPlaceSerializer, **REFUSALS})
    def patch(self, request: Request, pk: UUID) -> Response:
        """Choose the name; a room that is open keeps the one it knows."""
        sent = MyPlaceSerializer(data=request.data)
        sent.is_valid(raise_exception=True)
        with named_fields():
            seat = enrolments.rename(self._seat(), sent.validated_data["alias"])
        return Response(MyPlaceSerializer(seat).data)

    def _seat(self) -> Seat:
        return Seat.objects.get(group=self.group, user=self.viewer.user)
