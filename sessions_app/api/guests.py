"""Guests of one session."""

from typing import Any, ClassVar
from uuid import UUID

from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema
from rest_framework.generics import ListAPIView
from rest_framework.request import Request
from rest_framework.response import Response

from accounts.errors import NotFound
from accounts.models import Invitation, User
from accounts.people import person_of
from sessions_app.api.permissions import SessionAction
from sessions_app.api.place import SessionView
from sessions_app.api.problem import REFUSALS, ROOM_REFUSALS
from sessions_app.api.shapes.sessions import GuestSerializer, NewGuestSerializer
from sessions_app.models import SessionGuest
from sessions_app.setup import guests


class GuestsView(SessionView, ListAPIView[Any]):
    """Who is invited to this session only."""

    may: ClassVar[dict[str, SessionAction]] = {"GET": "see_guests", "POST": "invite_guests"}
    serializer_class = GuestSerializer
    queryset = SessionGuest.objects.none()

    def get_queryset(self) -> QuerySet[SessionGuest]:
        if not hasattr(self, "session"):
            return SessionGuest.objects.none()
        return SessionGuest.objects.filter(session=self.session).select_related("seat__user")

    @extend_schema(responses={200: GuestSerializer(many=True), **REFUSALS})
    def get(self, request: Request, pk: UUID) -> Response:
        return self.list(request)

    @extend_schema(request=NewGuestSerializer, responses={201: GuestSerializer, **ROOM_REFUSALS})
    def post(self, request: Request, pk: UUID) -> Response:
        """Invite somebody for a function; an open room announces it to the group."""
        sent = NewGuestSerializer(data=request.data)
        sent.is_valid(raise_exception=True)
        how = sent.validated_data
        row = guests.invite(
            self.session,
            self._person(how),
            self.giver(),
            function=how["function"],
            name=how["name"],
        )
        return Response(GuestSerializer(row).data, status=201)

    def _person(self, sent: dict[str, Any]) -> User:
        clinic = self.session.group.clinic
        if "person" in sent:
            return person_of(clinic, sent["person"])
        invitation = Invitation.objects.filter(clinic=clinic, pk=sent["invitation"]).first()
        if invitation is None:
            raise NotFound
        return guests.accepted(invitation, clinic)


class OneGuestView(SessionView):
    """One guest of the session."""

    may: ClassVar[dict[str, SessionAction]] = {"DELETE": "invite_guests"}
    serializer_class = GuestSerializer

    @extend_schema(request=None, responses={204: None, **REFUSALS})
    def delete(self, request: Request, pk: UUID, seat: str) -> Response:
        """Take the invitation back, while the door is closed."""
        guests.uninvite(self.session, self.seat(seat))
        return Response(status=204)
