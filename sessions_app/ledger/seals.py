"""Signs the heads of rooms, and links openings and seals into the clinic's chain."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from uuid import UUID

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.db import transaction
from msgspec import Struct
from msgspec.structs import replace

from accounts.keys import keyring
from accounts.models import Clinic
from sessions_app.ledger import heads, proof, sql
from sessions_app.ledger.record import ZERO

_CHECKPOINT = {
    "session_id": "uuid",
    "seq": "bigint",
    "clinic_id": "uuid",
    "hash": "bytea",
    "at": "bigint",
    "key_id": "text",
    "signature": "bytea",
}
_LINK = {
    "clinic_id": "uuid",
    "n": "bigint",
    "at": "bigint",
    "kind": "text",
    "session_id": "uuid",
    "seq": "bigint",
    "hash": "bytea",
    "prev": "bytea",
    "link_hash": "bytea",
    "key_id": "text",
    "signature": "bytea",
}

_LAST = """
    SELECT l.clinic_id, l.n, l.link_hash FROM {given} JOIN clinic_link l
    ON l.clinic_id = given.clinic_id
        AND l.n = (SELECT max(m.n) FROM clinic_link m WHERE m.clinic_id = given.clinic_id)
"""


class Mark(Struct, frozen=True):
    """A row to be signed, and how it joins the clinic's chain, if it does."""

    point: proof.Point
    link: proof.LinkKind | None = None


class Signer(Struct, frozen=True):
    """A clinic's signing key with its name."""

    key_id: str
    key: Ed25519PrivateKey


def seal(marks: Sequence[Mark], now: int) -> None:
    """Sign these rows and link those that join a chain; the caller holds the heads' locks.

    Heads come first, then clinics in id order: so two writers never wait for each other in a ring.
    """
    linked = [(mark.point, mark.link) for mark in marks if mark.link is not None]
    chained = {point.clinic for point, _ in linked}
    signers = _signers({mark.point.clinic for mark in marks}, chained)
    _sign([mark.point for mark in marks], signers, now)
    _link(linked, signers, now)


def due(now: int, limit: int) -> list[UUID]:
    """Sessions with rows that have waited a minute for a signature; takes no lock."""
    rows = sql.query(
        "SELECT session_id FROM room_head WHERE seal_due_at <= %s ORDER BY seal_due_at LIMIT %s",
        now,
        limit,
    )
    return [sql.uid(session) for (session,) in rows]


def checkpoint(sessions: Iterable[UUID], now: int) -> int:
    """Sign the heads of these sessions, where rows wait for it; returns how many were signed."""
    with transaction.atomic():
        waiting = [h for h in heads.lock(sessions).values() if h.seal_due_at is not None]
        points = [proof.Point(h.clinic, h.session, h.seq, h.hash) for h in waiting]
        _sign(points, _signers({head.clinic for head in waiting}), now)
        heads.move([(head, replace(head, seal_due_at=None)) for head in waiting])
    return len(waiting)


def _signers(clinics: Collection[UUID], chained: Collection[UUID] = ()) -> dict[UUID, Signer]:
    if not clinics:
        return {}
    if chained:
        # One writer at a time extends a clinic's chain. SQLite's transaction is lock enough.
        query = Clinic.objects.filter(pk__in=chained).order_by("pk").values_list("pk")
        list(query.select_for_update(no_key=True))
    names = Clinic.objects.filter(pk__in=clinics).values_list("pk", "signing_key_id")
    return {pk: Signer(key_id, keyring().signer(key_id)) for pk, key_id in names}


def _sign(points: Sequence[proof.Point], signers: Mapping[UUID, Signer], now: int) -> None:
    rows = []
    for point in points:
        signer = signers[point.clinic]
        signature = signer.key.sign(proof.checkpoint(point, now))
        place = (point.session, point.seq, point.clinic, point.hash)
        rows.append((*place, now, signer.key_id, signature))
    sql.insert("ledger_checkpoint", _CHECKPOINT, rows)


def _link(
    points: Sequence[tuple[proof.Point, proof.LinkKind]], signers: Mapping[UUID, Signer], now: int
) -> None:
    last = _last_links({point.clinic for point, _ in points})
    rows = []
    for point, kind in points:
        signer = signers[point.clinic]
        n, prev = last.get(point.clinic, (0, ZERO))
        n += 1
        digest = proof.link_hash(point, kind, n, now, prev)
        signature = signer.key.sign(proof.link(digest))
        place = (point.session, point.seq, point.hash)
        rows.append((point.clinic, n, now, kind, *place, prev, digest, signer.key_id, signature))
        last[point.clinic] = (n, digest)
    sql.insert("clinic_link", _LINK, rows)


def _last_links(clinics: Iterable[UUID]) -> dict[UUID, tuple[int, bytes]]:
    rows = sql.query_with(_LAST, {"clinic_id": "uuid"}, [(clinic,) for clinic in clinics])
    return {sql.uid(clinic): (n, bytes(digest)) for clinic, n, digest in rows}
