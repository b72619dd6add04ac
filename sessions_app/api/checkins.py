"""Checking in over HTTP: what is asked, and your own answers; nobody else's."""

from typing import ClassVar
from uuid import UUID

import msgspec
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from sessions_app.api.door import DoorView
from sessions_app.api.permissions import SessionAction
from sessions_app.api.problem import REFUSALS, ROOM_REFUSALS
from sessions_app.api.shapes.door import AckSerializer, CheckInSerializer, CheckInsSerializer
from sessions_app.live import feed, intake, rooms
from sessions_app.room import checkin


class CheckInView(DoorView):
    """Your check-in for this session."""

    may: ClassVar[dict[str, SessionAction]] = {"GET": "check_in", "POST": "check_in"}
    serializer_class = CheckInsSerializer

    @extend_schema(responses={200: CheckInsSerializer, **REFUSALS})
    def get(self, request: Request, pk: UUID) -> Response:
        """The form, when it is due, and what you answered so far."""
        seat, room = self.actor().id, rooms.load(pk)
        page = feed.welcome_frame(pk, room, seat).snapshot
        shown = {
            "form": msgspec.to_builtins(room.plan.form),
            "due": checkin.due(room, seat),
            "done": page.you.checked_in if page is not None else (),
            "answers": page.you.answers if page is not None else {},
        }
        return Response(CheckInsSerializer(shown).data)

    @extend_schema(request=CheckInSerializer, responses={200: AckSerializer, **ROOM_REFUSALS})
    def post(self, request: Request, pk: UUID) -> Response:
        """Answer some items; null is "prefer not to say". `done` when all is said."""
        sent = CheckInSerializer(data=request.data)
        sent.is_valid(raise_exception=True)
        said = dict(sent.validated_data)
        ref = said.pop("ref")
        return self.execute(intake.from_document({"type": "CheckIn", **said}), ref)
