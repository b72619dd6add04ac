"""One room as this process's sockets see it: events in, each encoded once per audience."""

import logging
from collections.abc import Collection, Mapping, Sequence
from typing import Any
from uuid import UUID

from msgspec import UNSET, UnsetType

from accounts.keys import KeyMissing
from sessions_app.ledger import entries, private
from sessions_app.ledger.errors import Unreadable
from sessions_app.ledger.private import PrivateBody
from sessions_app.live import cursor, frames, metrics
from sessions_app.live.message import Message
from sessions_app.live.outbox import Socket
from sessions_app.live.timepiece import timepiece
from sessions_app.room import room as rooms
from sessions_app.room import view
from sessions_app.room.decision import STAFF, Fact, Private, Stamped
from sessions_app.room.door import Admitted, CameBack, vacated
from sessions_app.room.page import PersonView
from sessions_app.room.people import ConnectionLost
from sessions_app.room.room import Room
from sessions_app.room.snapshot import name_of, person_view, snapshot
from sessions_app.room.talk import Announced, Posted
from sessions_app.room.view import Tokens

log = logging.getLogger(__name__)

RESUME_LIMIT = 1000  # events; beyond it a fresh snapshot is cheaper for everyone


class Feed:
    """The sockets of a room, and the room up to the last event they were sent."""

    def __init__(self, session: UUID, room: Room) -> None:
        self.session = session
        self.room = room
        self.sockets: set[Socket] = set()

    def deliver(self, facts: Sequence[Fact], room: Room | None = None) -> list[Socket]:
        """Pass on events that follow the last one; returns sockets that need a new snapshot."""
        changed: list[Socket] = []
        for fact in facts:
            before, seq = self.room, fact.stamped.seq
            # Whoever committed these has the room after the last of them already.
            arrived = room is not None and room.seq == seq
            self.room = room if room and arrived else rooms.evolve(before, fact.stamped)
            changed += self._pass_on(fact, moved=not view.alike(before, self.room))
            if isinstance(fact.stamped.event, ConnectionLost):
                self._part(fact.stamped.event.connection)
        return changed

    def _part(self, connection: str) -> None:
        # A socket that the ledger counts as lost shows a group it no longer counts in.
        for socket in self.sockets:
            if socket.connection == connection:
                socket.close(frames.RESTARTING)

    def add(self, socket: Socket) -> None:
        """Take a socket in, with the view it has from here."""
        self.sockets.add(socket)
        self._look(socket)

    def _look(self, socket: Socket) -> None:
        socket.stance = view.stance(self.room, socket.seat)
        socket.tokens = view.tokens(self.room, socket.seat)

    def _pass_on(self, fact: Fact, *, moved: bool) -> list[Socket]:
        encoded = Encoded(self.session, fact, self.room)
        changed, sent = [], 0
        for socket in self.sockets:
            if moved:
                before = socket.stance
                self._look(socket)
                if socket.stance != before:
                    socket.hold()
                    changed.append(socket)
                    continue
            if (message := encoded.seen_by(socket.tokens)) is not None:
                socket.deliver(fact.stamped.seq, message)
                sent += 1
        metrics.frames.inc(sent)
        return changed


class Encoded:
    """An event's frame, made once for each audience that sees it alike.

    `room` is the room after the event.
    """

    def __init__(self, session: UUID, fact: Fact, room: Room) -> None:
        self._session = session
        self._fact = fact
        self._room = room
        self._cursor = cursor.encode(session, fact.stamped.seq)
        self._to = fact.stamped.to
        self._told = fact.private.to if fact.private is not None else ()
        self._messages: dict[tuple[bool, bool], Message] = {}

    def seen_by(self, viewer: Tokens) -> Message | None:
        """The message as a viewer may see it; None where it leaves no trace."""
        if not view.may_see(self._to, viewer):
            return None
        key = STAFF in viewer, view.may_see(self._told, viewer)
        message = self._messages.get(key)
        if message is None:
            message = self._messages[key] = Message(self._encode(*key))
        return message

    def _encode(self, staff: bool, told: bool) -> str:
        stamped, secret = self._fact.stamped, self._fact.private
        return frames.encode(
            frames.EventFrame(
                self._cursor,
                stamped.at,
                view.event(stamped.event, staff=staff),
                secret.body if told and secret is not None else None,
                self._arrived(staff),
                self._author(),
            )
        )

    def _arrived(self, staff: bool) -> PersonView | UnsetType:
        event, people = self._fact.stamped.event, self._room.people
        if not isinstance(event, Admitted | CameBack) or not people.get(event.seat).inside:
            return UNSET
        return person_view(self._room, people.get(event.seat), staff=staff)

    def _author(self) -> str | UnsetType:
        event = self._fact.stamped.event
        return name_of(self._room, event.seat) if isinstance(event, Posted | Announced) else UNSET


def welcome(session: UUID, room: Room, seat: str) -> str:
    """A fresh snapshot as a frame."""
    return frames.encode(welcome_frame(session, room, seat))


def welcome_frame(session: UUID, room: Room, seat: str) -> frames.Welcome:
    """The same, not encoded yet; reads the private bodies it shows."""
    needed = view.bodies_needed(room, seat)
    bodies = _visible(_bodies(session, needed), view.tokens(room, seat))
    return frames.Welcome(
        cursor=cursor.encode(session, room.seq),
        now=timepiece.now(),
        resumed=False,
        snapshot=snapshot(room, seat, bodies),
    )


def resumption(session: UUID, after: int) -> str:
    """The frame before missed events: go on from where you were."""
    place = cursor.encode(session, after)
    return frames.encode(frames.Welcome(place, timepiece.now(), resumed=True, snapshot=None))


def _visible(bodies: Mapping[int, PrivateBody], viewer: Tokens) -> dict[int, dict[str, Any]]:
    return {seq: body.body for seq, body in bodies.items() if view.may_see(body.to, viewer)}


def facts_after(session: UUID, after: int) -> list[Fact]:
    """What followed a place in the ledger, with its private bodies."""
    stamped = entries.tail(session, after)
    return _with_private(session, stamped)


def _with_private(session: UUID, stamped: Sequence[Stamped]) -> list[Fact]:
    bodies = _bodies(session, [fact.seq for fact in stamped])
    return [Fact(fact, _private(bodies.get(fact.seq))) for fact in stamped]


def _bodies(session: UUID, seqs: Collection[int]) -> dict[int, PrivateBody]:
    """The private bodies that can be read; one that was tampered with must not close the room."""
    if not seqs:
        return {}
    try:
        return private.read(session, seqs)
    except (Unreadable, KeyMissing):
        log.exception("A private row can not be read; verify names it")
    if len(seqs) == 1:
        return {}
    return {seq: body for one in seqs for seq, body in _bodies(session, [one]).items()}


def _private(body: PrivateBody | None) -> Private | None:
    if body is None:
        return None
    return Private(body.seat, "record", body.to, body.body)


def resumed(session: UUID, seat: str, after: int, upto: Room) -> list[tuple[int, str]] | None:
    """The frames a viewer missed since a place; None where only a snapshot will do.

    That is so when their view changed in kind meanwhile, when too much has happened, or when
    what happened in their seat was somebody else's.
    """
    if not 0 < after <= upto.seq or upto.seq - after > RESUME_LIMIT:
        return None
    stamped = entries.tail(session, 0, upto.seq)
    room = rooms.fold(rooms.new(upto.plan), stamped[:after])
    stance = view.stance(room, seat)
    missed: list[tuple[int, str]] = []
    for fact in _with_private(session, stamped[after:]):
        room = rooms.evolve(room, fact.stamped)
        if view.stance(room, seat) != stance or vacated(fact.stamped.event) == seat:
            return None
        message = Encoded(session, fact, room).seen_by(view.tokens(room, seat))
        if message is not None:
            missed.append((fact.stamped.seq, message.text))
    return missed
