"""Reading the ledger: what followed a point of it, and which requests are already in it."""

from collections.abc import Iterable
from typing import TypeAlias
from uuid import UUID

from msgspec import Struct

from sessions_app.ledger import record, sql
from sessions_app.ledger.upcast import UPCASTS, current
from sessions_app.room import codec
from sessions_app.room.decision import Stamped

Request: TypeAlias = tuple[UUID, str, str]  # session, actor, ref
Span: TypeAlias = tuple[UUID, int, int | None]  # session, after, up to and with

_REQUEST = {"session_id": "uuid", "actor": "text", "ref": "text"}
_SPAN = {"session_id": "uuid", "after": "bigint", "upto": "bigint"}

_TAILS = """
    SELECT e.session_id, e.body FROM {given} JOIN ledger_entry e
    ON e.session_id = given.session_id AND e.seq > given.after
        AND (given.upto IS NULL OR e.seq <= given.upto)
    ORDER BY e.session_id, e.seq
"""
_DONE = """
    SELECT e.session_id, e.actor, e.ref, min(e.seq), max(e.seq) FROM {given} JOIN ledger_entry e
    ON e.session_id = given.session_id AND e.actor = given.actor AND e.ref = given.ref
    GROUP BY e.session_id, e.actor, e.ref
"""
_HAPPENED = """
    SELECT 1 FROM {given} JOIN ledger_entry e ON e.kind = given.kind
    WHERE e.session_id = %s LIMIT 1
"""


class Done(Struct, frozen=True):
    """Where the answer to a request is in the ledger: its first and its last row."""

    seq: int
    last_seq: int


def tail(session: UUID, after: int, upto: int | None = None) -> list[Stamped]:
    """What happened after row `after` (0 for all), up to and with row `upto`."""
    return tails([(session, after, upto)]).get(session, [])


def tails(spans: Iterable[Span]) -> dict[UUID, list[Stamped]]:
    """The same for many sessions by one statement; a session with nothing new is absent."""
    found: dict[UUID, list[Stamped]] = {}
    for session, body in sql.query_with(_TAILS, _SPAN, spans):
        found.setdefault(sql.uid(session), []).append(stamped(bytes(body)))
    return found


def stamped(body: bytes) -> Stamped:
    """A stored row as the room takes it, in today's shape, from its body and not its columns."""
    if not UPCASTS:
        return codec.decode_stamped(body)
    old = record.decode(body)
    event = codec.decode_event(current(bytes(old.event)))
    return Stamped(old.seq, old.at, old.actor, old.to, event)


def done(requests: Iterable[Request]) -> dict[Request, Done]:
    """Which of these requests the ledger has answered already."""
    rows = sql.query_with(_DONE, _REQUEST, requests)
    return {(sql.uid(session), actor, ref): Done(*seqs) for session, actor, ref, *seqs in rows}


def happened(session: UUID, *kinds: str) -> bool:
    """Whether an event of one of these kinds is in the session's ledger."""
    return bool(sql.query_with(_HAPPENED, {"kind": "text"}, [(kind,) for kind in kinds], session))
