"""Who of the staff may enter one session."""

from typing import Any, ClassVar
from uuid import UUID

from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema
from rest_framework.generics import ListAPIView
from rest_framework.request import Request
from rest_framework.response import Response

from accounts.people import person_of
from sessions_app.api.permissions import SessionAction
from sessions_app.api.place import SessionView
from sessions_app.api.problem import REFUSALS, ROOM_REFUSALS
from sessions_app.api.shapes.sessions import NewStaffSerializer, StaffSerializer
from sessions_app.models import SessionStaff
from sessions_app.setup import staff


class StaffView(SessionView, ListAPIView[Any]):
    """Who is assigned to the session."""

    may: ClassVar[dict[str, SessionAction]] = {"GET": "see_staff", "POST": "assign"}
    serializer_class = StaffSerializer
    queryset = SessionStaff.objects.none()

    def get_queryset(self) -> QuerySet[SessionStaff]:
        if not hasattr(self, "session"):
            return SessionStaff.objects.none()
        return SessionStaff.objects.filter(session=self.session).select_related("seat__user")

    @extend_schema(responses={200: StaffSerializer(many=True), **REFUSALS})
    def get(self, request: Request, pk: UUID) -> Response:
        return self.list(request)

    @extend_schema(request=NewStaffSerializer, responses={201: StaffSerializer, **ROOM_REFUSALS})
    def post(self, request: Request, pk: UUID) -> Response:
        """Assign somebody, also while it runs: a substitute may enter at once."""
        sent = NewStaffSerializer(data=request.data)
        sent.is_valid(raise_exception=True)
        how = dict(sent.validated_data)
        user = person_of(self.session.group.clinic, how.pop("person"))
        row = staff.assign(self.session, user, self.giver(), **how)
        return Response(StaffSerializer(row).data, status=201)


class OneStaffView(SessionView):
    """One assignment."""

    may: ClassVar[dict[str, SessionAction]] = {"DELETE": "assign"}
    serializer_class = StaffSerializer

    @extend_schema(request=None, responses={204: None, **ROOM_REFUSALS})
    def delete(self, request: Request, pk: UUID, seat: str) -> Response:
        """Take it back, also while the session runs; the ledger keeps who was there."""
        staff.dismiss(self.session, self.seat(seat), self.giver())
        return Response(status=204)
