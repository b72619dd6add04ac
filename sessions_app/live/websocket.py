"""The websocket door: whose socket it is, by ticket or by cookie, and whether it is let in."""

import re
from collections.abc import MutableMapping
from typing import Any
from uuid import UUID

from channels.auth import AuthMiddlewareStack, get_user
from channels.security.websocket import AllowedHostsOriginValidator, WebsocketDenier
from django.contrib.sessions.backends.base import SessionBase
from django.db import DatabaseError
from django.utils import timezone
from msgspec import Struct

from accounts import idle, second_factor, tickets
from accounts.models import User
from sessions_app.live import frames, process, standing, whereabouts
from sessions_app.live.conversation import Conversation, Receive, Send, close
from sessions_app.live.outbox import Socket
from sessions_app.live.reading import read
from sessions_app.live.standing import Account
from sessions_app.room.errors import RoomError

Scope = MutableMapping[str, Any]

_PATH = re.compile(r"^/ws/rooms/(?P<session>[0-9a-f-]{36})/?$")


class Holder(Struct, frozen=True):
    """Whose socket it is, and the seat they have in the room, if they have one."""

    account: Account
    seat: str | None


async def application(scope: Scope, receive: Receive, send: Send) -> None:
    """A ticket opens a room by itself; a cookie only for a page of our own."""
    if _ticket(scope) is not None:
        await _by_ticket(scope, receive, send)
    else:
        await _by_cookie(scope, receive, send)


def _ticket(scope: Scope) -> str | None:
    offered = (p for p in scope["subprotocols"] if p.startswith(frames.TICKET_PREFIX))
    ticket = next(offered, None)
    return ticket.removeprefix(frames.TICKET_PREFIX) if ticket is not None else None


async def _by_ticket(scope: Scope, receive: Receive, send: Send) -> None:
    session, ticket = _session(scope), _ticket(scope)
    holder = None
    try:
        if session is not None and ticket is not None:
            holder = await read(_redeemed, ticket, session)
    except DatabaseError:
        await _turn_away(receive, send)
    else:
        await _serve(scope, receive, send, holder)


def _redeemed(ticket: str, session: UUID) -> Holder | None:
    redeemed = tickets.redeem(ticket, session, timezone.now())
    return _holder(Account(*redeemed), session) if redeemed is not None else None


def _holder(account: Account, session: UUID) -> Holder:
    standings = standing.read([(account.user_id, session)])
    try:
        actor = standing.resolve(account, session, standings)
    except RoomError:
        return Holder(account, None)
    # The office manages sessions over HTTP; it has no seat in a room.
    office = actor.role in ("administrator", "supervisor")
    return Holder(account, None if office else actor.id)


async def _signed_in(scope: Scope, receive: Receive, send: Send) -> None:
    session, holder = _session(scope), None
    try:
        user = await get_user(scope)
        if isinstance(user, User):
            holder = await read(_by_session, user, session, scope["session"])
    except DatabaseError:
        await _turn_away(receive, send)
    else:
        await _serve(scope, receive, send, holder)


def _by_session(user: User, session: UUID | None, kept: SessionBase) -> Holder | None:
    """As over HTTP: a session that lay unused opens no room but the one its holder is in."""
    account = Account(user.pk, user.auth_epoch)
    if second_factor.due(user):
        return None
    if idle.over(kept) and not (session and whereabouts.is_there(user.pk, session)):
        return None
    return _holder(account, session) if session else Holder(account, None)


async def _turn_away(receive: Receive, send: Send) -> None:
    """Say "come back" where the database does not say who it is."""
    await receive()  # websocket.connect
    await send({"type": "websocket.accept", "subprotocol": frames.PROTOCOL})
    await close(send, frames.RESTARTING)


_known: Any = AllowedHostsOriginValidator(AuthMiddlewareStack(_signed_in))


async def _by_cookie(scope: Scope, receive: Receive, send: Send) -> None:
    # Cookies know no ports: what else is served on this host must not speak in a person's name.
    headers = dict(scope["headers"])
    origin = headers.get(b"origin", b"").partition(b"://")[2]
    await (_known if origin == headers.get(b"host") else WebsocketDenier())(scope, receive, send)


def _session(scope: Scope) -> UUID | None:
    match = _PATH.match(scope["path"])
    try:
        return UUID(match["session"]) if match is not None else None
    except ValueError:
        return None


async def _serve(scope: Scope, receive: Receive, send: Send, holder: Holder | None) -> None:
    await receive()  # websocket.connect
    spoken = frames.PROTOCOL if frames.PROTOCOL in scope["subprotocols"] else None
    await send({"type": "websocket.accept", "subprotocol": spoken})
    session = _session(scope)
    if spoken is None:
        await close(send, frames.BAD_PROTOCOL)
    elif holder is None:
        await close(send, frames.SIGNED_OUT)
    elif session is None or holder.seat is None:
        await close(send, frames.NOT_FOUND)
    else:
        name = process.current().presence.name()
        socket = Socket(session, holder.account, holder.seat, name, scope.get("vgroup.wire"))
        await Conversation(socket, receive, send).run()
