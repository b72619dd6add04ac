"""One transaction's worth of decisions: lock, look up, advance, decide, append, commit."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

from django.db import transaction
from msgspec import Struct

from accounts.ids import code
from sessions_app.ledger import append, entries, heads, keys, private
from sessions_app.ledger.append import Addition, Line
from sessions_app.ledger.heads import Head
from sessions_app.live import standing
from sessions_app.live.answers import Answer, Done
from sessions_app.live.rooms import Shelf
from sessions_app.live.standing import Account, Who
from sessions_app.live.timepiece import timepiece
from sessions_app.models import GroupSession
from sessions_app.room import clock, talk
from sessions_app.room import room as rooms
from sessions_app.room.decision import Actor, Ask, Command, Fact
from sessions_app.room.errors import NotFound, RoomError
from sessions_app.room.room import Room
from sessions_app.room.safety import RaiseAlert


class Committed(Struct, frozen=True):
    """What a batch added to one room, and the room after it."""

    session: UUID
    facts: tuple[Fact, ...]
    room: Room


@dataclass(eq=False)
class Request:
    """A command on its way; it is answered once, after the commit or the refusal."""

    session: UUID
    who: Who
    command: Command
    ref: str | None
    answer: Answer


class Outcome(Struct, frozen=True):
    """What became of a batch; answers are given only when it is committed."""

    committed: list[Committed]
    done: list[tuple[Request, Done]]
    refused: list[tuple[Request, Exception]]


class _Growing:
    """One room while a batch is decided."""

    def __init__(self, head: Head, room: Room) -> None:
        self.head, self.room = head, room
        self.due = rooms.deadline(room)
        self.lines: list[Line] = []
        self.facts: list[Fact] = []

    def add(self, room: Room, facts: tuple[Fact, ...], ref: str | None = None) -> None:
        self.room = room
        self.due = rooms.deadline(room)
        self.facts += facts
        self.lines += [Line(fact, ref, part) for part, fact in enumerate(facts)]

    def advance(self, now: int) -> None:
        if self.due is not None and self.due <= now:
            self.add(*rooms.advance(self.room, now))


def run(requests: Sequence[Request], shelf: Shelf) -> Outcome:
    """Decide a batch in one transaction; cached rooms change only after its commit."""
    sessions = {request.session for request in requests}
    shelf.warm(sessions)
    with transaction.atomic():
        outcome = _decide(requests, heads.lock(sessions), shelf)
    for committed in outcome.committed:
        shelf.put(committed.session, committed.room)
    return outcome


def _decide(requests: Sequence[Request], locked: dict[UUID, Head], shelf: Shelf) -> Outcome:
    now = timepiece.read()
    outcome = Outcome([], [], [])
    asked = _actors(requests, locked, outcome)
    answered = entries.done(
        (request.session, actor.id, request.ref)
        for request, actor in asked
        if request.ref is not None
    )
    live = shelf.at_heads({session: head.seq for session, head in locked.items()})
    growing = {session: _Growing(head, live[session]) for session, head in locked.items()}
    for room in growing.values():
        room.advance(now)
    for request, actor in asked:
        _answer(request, actor, growing[request.session], answered, outcome, now)
    _write(growing, outcome, now)
    return outcome


def _actors(
    requests: Sequence[Request], locked: dict[UUID, Head], outcome: Outcome
) -> list[tuple[Request, Actor]]:
    pairs = {(r.who.user_id, r.session) for r in requests if isinstance(r.who, Account)}
    standings = standing.read(pairs)
    asked = []
    for request in requests:
        try:
            if request.session not in locked:
                raise NotFound
            asked.append((request, standing.resolve(request.who, request.session, standings)))
        except RoomError as error:
            outcome.refused.append((request, error))
    return asked


def _answer(
    request: Request,
    actor: Actor,
    growing: _Growing,
    answered: dict[entries.Request, entries.Done],
    outcome: Outcome,
    now: int,
) -> None:
    key = (request.session, actor.id, request.ref or "")
    before = answered.get(key) if request.ref is not None else None
    if before is not None:
        outcome.done.append((request, Done(before.last_seq)))
        return
    try:
        command = request.command
        ask = Ask(command, actor, now, code, quoted=_quoted(request.session, growing.room, command))
        growing.add(*rooms.act(growing.room, ask), request.ref)
    except Exception as error:  # noqa: BLE001 (one bad command must not harm the others)
        outcome.refused.append((request, error))
        return
    done = Done(growing.room.seq)
    if request.ref is not None:
        answered[key] = entries.Done(done.seq, done.seq)
    outcome.done.append((request, done))
    growing.advance(now)


def _quoted(session: UUID, room: Room, command: Command) -> str | None:
    if not isinstance(command, RaiseAlert) or command.message is None:
        return None
    seq = room.talk.find(command.message).seq
    found = private.read(session, [seq]).get(seq)
    return found.body["text"] if found is not None else None


def _write(growing: dict[UUID, _Growing], outcome: Outcome, now: int) -> None:
    batch = [
        Addition(room.head, room.lines, room.due)
        for room in growing.values()
        if room.due != room.head.deadline_at or room.lines
    ]
    if not batch:
        return
    append.append(batch, now)
    for session, room in growing.items():
        if room.facts:
            _follow(session, room.facts, now)
            outcome.committed.append(Committed(session, tuple(room.facts), room.room))


def _follow(session: UUID, facts: Sequence[Fact], now: int) -> None:
    """What an event means for the rows around the ledger, in the same transaction."""
    for fact in facts:
        match fact.stamped.event:
            case talk.TalkErased():
                keys.shred(session, "talk", now)
            case clock.Cancelled():
                at = datetime.fromtimestamp(now / 1000, UTC)
                GroupSession.objects.filter(pk=session).update(cancelled_at=at)
