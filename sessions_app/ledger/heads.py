"""The head of each room's ledger: where it ends, and when the room must act by itself next."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from django.db import connection
from msgspec import Struct

from sessions_app.ledger import sql
from sessions_app.ledger.errors import NotLocked
from sessions_app.ledger.record import ZERO

_SELECT = """
    SELECT h.session_id, h.clinic_id, h.seq, h.hash, h.at, h.deadline_at, h.seal_due_at
    FROM {given} JOIN room_head h ON h.session_id = given.session_id
"""
_SCHEDULE = """
    INSERT INTO room_head (session_id, clinic_id, seq, hash, at, deadline_at)
    VALUES (%s, %s, 0, %s, 0, %s)
    ON CONFLICT (session_id) DO UPDATE SET deadline_at = excluded.deadline_at
    RETURNING session_id
"""
_MOVE = {
    "seq": "bigint",
    "hash": "bytea",
    "at": "bigint",
    "deadline_at": "bigint",
    "seal_due_at": "bigint",
    "session_id": "uuid",
    "was": "bigint",
}
_MOVE_ONE = """
    UPDATE room_head SET seq = %s, hash = %s, at = %s, deadline_at = %s, seal_due_at = %s
    WHERE session_id = %s AND seq = %s
"""
_MOVE_MANY = """
    UPDATE room_head SET seq = given.seq, hash = given.hash, at = given.at,
        deadline_at = given.deadline_at, seal_due_at = given.seal_due_at
    FROM {given} WHERE room_head.session_id = given.session_id AND room_head.seq = given.was
"""


class Head(Struct, frozen=True):
    """A room's head; times are milliseconds since the epoch, UTC.

    `seal_due_at` is when the rows after the last checkpoint must be signed, null if there are none.
    """

    session: UUID
    clinic: UUID
    seq: int
    hash: bytes
    at: int
    deadline_at: int | None
    seal_due_at: int | None


def schedule(session: UUID, clinic: UUID, deadline_at: int | None) -> None:
    """Give a session its head, or an existing head another deadline."""
    sql.query(_SCHEDULE, session, clinic, ZERO, deadline_at)


def lock(sessions: Iterable[UUID]) -> dict[UUID, Head]:
    """The heads of these sessions, locked in id order until the transaction ends.

    A session without a head is absent. Raises NotLocked outside a transaction.
    """
    if not connection.in_atomic_block:
        raise NotLocked("Heads are locked in a transaction. Open one around lock and append.")
    # SQLite has one writer: its IMMEDIATE transaction is the lock.
    locking = "ORDER BY h.session_id FOR UPDATE OF h" if sql.postgres() else ""
    return _select(_SELECT + locking, sessions)


def peek(sessions: Iterable[UUID]) -> dict[UUID, Head]:
    """The heads of these sessions as they are committed, without a lock."""
    return _select(_SELECT, sessions)


def due(now: int, limit: int) -> list[UUID]:
    """Sessions whose deadline has come, longest overdue first; takes no lock."""
    rows = sql.query(
        "SELECT session_id FROM room_head WHERE deadline_at <= %s ORDER BY deadline_at LIMIT %s",
        now,
        limit,
    )
    return [sql.uid(session) for (session,) in rows]


def oldest_due() -> int | None:
    """The earliest deadline of all rooms (milliseconds UTC), past or to come; None without any."""
    ((oldest,),) = sql.query("SELECT min(deadline_at) FROM room_head")
    return None if oldest is None else int(oldest)


def postpone(session: UUID, until: int) -> None:
    """Push a deadline forward that could not be met, so that it is not tried in a hot loop.

    Leaves one alone that is later already: another process has met it meanwhile.
    """
    sql.query(
        "UPDATE room_head SET deadline_at = %s WHERE session_id = %s AND deadline_at < %s "
        "RETURNING session_id",
        until,
        session,
        until,
    )


def move(pairs: Sequence[tuple[Head, Head]]) -> None:
    """Put new heads in the place of locked ones; for `append` and `seals` only.

    Raises NotLocked where a head is no longer the one that was locked.
    """
    rows = [
        (new.seq, new.hash, new.at, new.deadline_at, new.seal_due_at, new.session, old.seq)
        for old, new in pairs
    ]
    if sql.change(_MOVE, rows, many=_MOVE_MANY, one=_MOVE_ONE) != len(rows):
        raise NotLocked("A head moved on without its lock. Lock it before deciding.")


def _select(text: str, sessions: Iterable[UUID]) -> dict[UUID, Head]:
    rows = sql.query_with(text, {"session_id": "uuid"}, [(session,) for session in sessions])
    heads = (
        Head(sql.uid(session), sql.uid(clinic), seq, bytes(digest), *times)
        for session, clinic, seq, digest, *times in rows
    )
    return {head.session: head for head in heads}
