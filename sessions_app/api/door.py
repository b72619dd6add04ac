"""The way into a room from HTTP: tickets for a socket, the snapshot, and the room's commands."""

from typing import ClassVar
from uuid import UUID

import msgspec
from django.utils import timezone
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from accounts import tickets
from sessions_app.api import structs
from sessions_app.api.permissions import SessionAction
from sessions_app.api.place import SessionView
from sessions_app.api.problem import REFUSALS, ROOM_REFUSALS, TooLarge
from sessions_app.api.shapes.door import AckSerializer, CommandSerializer, TicketSerializer
from sessions_app.api.throttles import (
    CommandThrottle,
    EveryoneElseThrottle,
    HelpThrottle,
    TicketThrottle,
)
from sessions_app.live import cursor, feed, frames, intake, rooms, service, standing
from sessions_app.live.standing import Account
from sessions_app.room.decision import Actor, Command


class DoorView(SessionView):
    """What is done in a room under the person's own seat, as on a socket."""

    def account(self) -> Account:
        """The person as the rooms take them."""
        user = self.viewer.user
        return Account(user.pk, user.auth_epoch)

    def actor(self) -> Actor:
        """Who the person is in the room; raises NotFound or SignedOut."""
        account, session = self.account(), self.session.pk
        return standing.resolve(account, session, standing.read([(account.user_id, session)]))

    def execute(self, command: Command, ref: str) -> Response:
        """Execute a command and answer as the socket's ack does; raises RoomError."""
        done = service.execute_now(self.session.pk, self.account(), command, ref)
        return Response({"ref": ref, "cursor": cursor.encode(self.session.pk, done.seq)})


class TicketView(DoorView):
    """A ticket that opens this room's websocket: good once, for 30 seconds."""

    may: ClassVar[dict[str, SessionAction]] = {"POST": "enter"}
    serializer_class = TicketSerializer
    throttle_classes = (*SessionView.throttle_classes, TicketThrottle)

    @extend_schema(request=None, responses={201: TicketSerializer, **REFUSALS})
    def post(self, request: Request, pk: UUID) -> Response:
        self.actor()
        address = request.build_absolute_uri(f"/ws/rooms/{pk}")
        issued = {
            "ticket": tickets.issue(self.viewer.user, pk, timezone.now()),
            "url": address.replace("http", "ws", 1),
            "protocol": frames.PROTOCOL,
            "expires_in": int(tickets.LIFETIME.total_seconds()),
        }
        return Response(TicketSerializer(issued).data, status=201)


class RoomView(DoorView):
    """The room as you may see it: what a socket is welcomed with."""

    may: ClassVar[dict[str, SessionAction]] = {"GET": "enter"}

    @extend_schema(responses={200: structs.WELCOME, **REFUSALS})
    def get(self, request: Request, pk: UUID) -> Response:
        seat = self.actor().id
        return Response(msgspec.to_builtins(feed.welcome_frame(pk, rooms.load(pk), seat)))


class CommandsView(DoorView):
    """Give the room a command, for automation or when the socket does not work.

    The rules, refusals and refs are the socket's own: a ref that was done there is not done again.
    """

    may: ClassVar[dict[str, SessionAction]] = {"POST": "command"}
    serializer_class = CommandSerializer
    throttle_classes = (EveryoneElseThrottle, CommandThrottle, HelpThrottle)

    @extend_schema(request=CommandSerializer, responses={200: AckSerializer, **ROOM_REFUSALS})
    def post(self, request: Request, pk: UUID) -> Response:
        if int(request.META.get("CONTENT_LENGTH") or 0) > frames.FRAME_LIMIT:
            raise TooLarge
        sent = CommandSerializer(data=request.data)
        sent.is_valid(raise_exception=True)
        command = intake.from_document(sent.validated_data["command"])
        return self.execute(command, sent.validated_data["ref"])
