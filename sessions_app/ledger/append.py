"""Writing the ledger: many rooms' new rows in one transaction, each room's behind its head."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from django.db import connection
from msgspec import Raw, Struct
from msgspec.structs import replace

from sessions_app.ledger import heads, private, proof, record, seals, sql
from sessions_app.ledger.errors import NotLocked, OutOfOrder
from sessions_app.ledger.heads import Head
from sessions_app.room.codec import encode_event
from sessions_app.room.decision import Fact

_COLUMNS = {
    "session_id": "uuid",
    "seq": "bigint",
    "clinic_id": "uuid",
    "at": "bigint",
    "actor": "text",
    "ref": "text",
    "part": "smallint",
    "kind": "text",
    "body": "bytea",
    "hash": "bytea",
}


class Line(Struct, frozen=True):
    """One row to write: what happened, and the request it answers (`ref` null: a deadline).

    `part` counts the events of one request, across everything it decided.
    """

    fact: Fact
    ref: str | None = None
    part: int = 0


class Addition(Struct, frozen=True):
    """What one room has to say after its locked head; `deadline_at` is its next deadline."""

    head: Head
    lines: Sequence[Line]
    deadline_at: int | None


class _Growth:
    """The rows of a batch while they are made, and the places among them that must be signed."""

    def __init__(self, sealed: dict[private.Place, record.Sealed]) -> None:
        self.sealed = sealed
        self.rows: list[tuple[object, ...]] = []
        self.marks: list[seals.Mark] = []

    def extend(self, head: Head, line: Line) -> Head:
        fact = line.fact.stamped
        if fact.seq != head.seq + 1 or fact.at < head.at:
            raise OutOfOrder(f"Row {fact.seq} does not follow row {head.seq} of {head.session}.")
        kind = type(fact.event).__name__
        body = self._body(head.session, line)
        digest = record.link(head.hash, body)
        self.rows.append(
            (
                head.session,
                fact.seq,
                head.clinic,
                fact.at,
                fact.actor,
                line.ref,
                line.part,
                kind,
                body,
                digest,
            )
        )
        if kind in proof.SIGNED:
            point = proof.Point(head.clinic, head.session, fact.seq, digest)
            self.marks.append(seals.Mark(point, proof.LINKED.get(kind)))
        return replace(
            head, seq=fact.seq, hash=digest, at=fact.at, seal_due_at=_due(head, fact.at, kind)
        )

    def _body(self, session: UUID, line: Line) -> bytes:
        fact = line.fact.stamped
        row = record.Record(
            v=record.VERSION,
            session=session,
            seq=fact.seq,
            at=fact.at,
            actor=fact.actor,
            ref=line.ref,
            part=line.part,
            to=fact.to,
            event=Raw(encode_event(fact.event)),
            private=self.sealed.get((session, fact.seq)),
        )
        return record.encode(row)


def append(batch: Sequence[Addition], now: int) -> dict[UUID, Head]:
    """Append to each room, in the transaction that locked the heads; returns the new heads.

    Private rows, entries, heads, then signatures and the clinics' chains: one statement each.
    `now` (milliseconds since the epoch, UTC) dates the signatures. Raises OutOfOrder or NotLocked.
    """
    if not connection.in_atomic_block:
        raise NotLocked("Append in the transaction that locked the heads.")
    growth = _Growth(private.store(list(_drafts(batch))))
    grown = {}
    for addition in batch:
        head = addition.head
        for line in addition.lines:
            head = growth.extend(head, line)
        grown[head.session] = replace(head, deadline_at=addition.deadline_at)
    sql.insert("ledger_entry", _COLUMNS, growth.rows)
    heads.move([(addition.head, grown[addition.head.session]) for addition in batch])
    seals.seal(growth.marks, now)
    return grown


def _drafts(batch: Sequence[Addition]) -> Iterable[private.Draft]:
    for addition in batch:
        head = addition.head
        for line in addition.lines:
            if (secret := line.fact.private) is not None:
                yield private.Draft(head.session, head.clinic, line.fact.stamped.seq, secret)


def _due(head: Head, at: int, kind: str) -> int | None:
    if kind in proof.SIGNED:
        return None
    return head.seal_due_at or at + proof.MINUTE_MS
