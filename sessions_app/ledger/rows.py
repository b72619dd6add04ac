"""A session's rows as they are stored, each held against the row before it and its own columns."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

import msgspec
from msgspec import Struct

from sessions_app.ledger import record, sql
from sessions_app.ledger.envelope import Owner, digest
from sessions_app.ledger.problem import Flaw
from sessions_app.ledger.record import ZERO, Record, Sealed

CHUNK = 1000

_SELECT = """
    SELECT e.seq, e.clinic_id, e.at, e.actor, e.ref, e.part, e.kind, e.body, e.hash,
        p.body, p.clinic_id, p.key_id, k.session_id, k.clinic_id, k.seat, k.purpose
    FROM ledger_entry e
    LEFT JOIN private_row p ON p.session_id = e.session_id AND p.seq = e.seq
    LEFT JOIN private_key k ON k.key_id = p.key_id
    WHERE e.session_id = %s AND e.seq > %s AND e.seq <= %s ORDER BY e.seq LIMIT %s
"""


class Secret(Struct, frozen=True):
    """A private row; `owner` is what its key says, null where the key itself is gone."""

    body: bytes
    key_id: str
    owner: Owner | None
    clinics: frozenset[UUID]


class Row(Struct, frozen=True):
    """A row of the ledger: its columns, its bytes, and the private row beside it."""

    seq: int
    clinic: UUID
    at: int
    actor: str
    ref: str | None
    part: int
    kind: str
    body: bytes
    hash: bytes
    secret: Secret | None


class Place(Struct, frozen=True):
    """Where a walk along the rows has come to."""

    seq: int = 0
    hash: bytes = ZERO
    at: int = 0


def stored(session: UUID, upto: int) -> Iterator[list[Row]]:
    """The rows of a session up to one, in chunks, so that no ledger is too long."""
    after = 0
    while found := sql.query(_SELECT, session, after, upto, CHUNK):
        chunk = [_row(values) for values in found]
        yield chunk
        after = chunk[-1].seq


def flaw(row: Row, before: Place, session: UUID, clinic: UUID) -> Flaw | None:
    """What does not hold about a row that should follow `before`; None if all does."""
    if row.hash != record.link(before.hash, row.body):
        return Flaw("chain", "its hash does not cover the hash before it and its bytes")
    try:
        written = record.decode(row.body)
        kind = record.kind(written.event)
    except msgspec.MsgspecError:
        return Flaw("record", "its bytes are no record")
    if wrong := _columns(row, written, kind, session, clinic):
        return Flaw("column", f"{wrong} says something else than the row's bytes")
    if row.at < before.at:
        return Flaw("time", "it is dated before the row it follows")
    return _private(row, written.private, session, clinic)


def _columns(row: Row, written: Record, kind: str, session: UUID, clinic: UUID) -> str:
    pairs = {
        "session_id": (session, written.session),
        "seq": (row.seq, written.seq),
        "clinic_id": (row.clinic, clinic),
        "at": (row.at, written.at),
        "actor": (row.actor, written.actor),
        "ref": (row.ref, written.ref),
        "part": (row.part, written.part),
        "kind": (row.kind, kind),
    }
    return ", ".join(name for name, (column, bytes_) in pairs.items() if column != bytes_)


def _private(row: Row, announced: Sealed | None, session: UUID, clinic: UUID) -> Flaw | None:
    secret = row.secret
    if announced is None:
        unnamed = Flaw("private", "a private row lies here that the record does not name")
        return unnamed if secret else None
    if secret is None:
        shredded = sql.query(
            "SELECT 1 FROM private_key WHERE key_id = %s AND session_id = %s "
            "AND shredded_at IS NOT NULL",
            announced.key,
            session,
        )
        return None if shredded else Flaw("private", "its private row is missing")
    if secret.owner is None:
        return Flaw("private", "the key of its private row is missing")
    if secret.clinics != {clinic} or secret.owner.session != session:
        return Flaw("private", "its private row, or the key, lies in another session or clinic")
    if secret.key_id != announced.key or announced.digest != digest(
        secret.key_id, secret.owner, row.seq, secret.body
    ):
        return Flaw("private", "its private row, or whose it is, was changed")
    return None


def _row(values: tuple[Any, ...]) -> Row:
    seq, clinic, at, actor, ref, part, kind, body, hash_, *secret = values
    return Row(
        seq,
        sql.uid(clinic),
        at,
        actor,
        ref,
        part,
        kind,
        sql.raw(body),
        sql.raw(hash_),
        _secret(secret),
    )


def _secret(values: list[Any]) -> Secret | None:
    body, clinic, key_id, key_session, key_clinic, seat, purpose = values
    if body is None:
        return None
    if key_session is None:
        return Secret(sql.raw(body), key_id, None, frozenset())
    clinics = frozenset((sql.uid(clinic), sql.uid(key_clinic)))
    return Secret(sql.raw(body), key_id, Owner(sql.uid(key_session), seat, purpose), clinics)
