"""Checkpoints and links as they are stored, each held against the signature under it."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from msgspec import Struct

from accounts.keys import KeyMissing, KeyRing
from sessions_app.ledger import proof, sql
from sessions_app.ledger.problem import Flaw

CHUNK = 1000

_OF_SESSION = """
    SELECT clinic_id, n, at, kind, session_id, seq, hash, prev, link_hash, key_id, signature
    FROM clinic_link WHERE session_id = %s AND seq <= %s ORDER BY seq, n
"""
_OF_CLINIC = """
    SELECT clinic_id, n, at, kind, session_id, seq, hash, prev, link_hash, key_id, signature
    FROM clinic_link WHERE clinic_id = %s AND n > %s ORDER BY n LIMIT %s
"""


class Checkpoint(Struct, frozen=True):
    """A signature under one row of a session."""

    point: proof.Point
    at: int
    key_id: str
    signature: bytes


class Link(Struct, frozen=True):
    """A link of a clinic's chain."""

    n: int
    point: proof.Point
    at: int
    kind: str
    prev: bytes
    hash: bytes
    key_id: str
    signature: bytes


class Signatures:
    """Checks signatures with the public keys of a ring, each key read once."""

    def __init__(self, ring: KeyRing) -> None:
        self._ring = ring
        self._keys: dict[str, Ed25519PublicKey | None] = {}

    def of_checkpoint(self, checkpoint: Checkpoint) -> Flaw | None:
        """What is wrong with a checkpoint, whatever the rows say."""
        signed = proof.checkpoint(checkpoint.point, checkpoint.at)
        return self._flaw("checkpoint", checkpoint.key_id, checkpoint.signature, signed)

    def of_link(self, link: Link) -> Flaw | None:
        """What is wrong with a link by itself, whatever the links around it say."""
        kind: proof.LinkKind = "opening" if link.kind == "opening" else "seal"
        changed = link.hash != proof.link_hash(link.point, kind, link.n, link.at, link.prev)
        if changed or kind != link.kind:
            return Flaw("link", f"link {link.n} of the clinic's chain was changed")
        return self._flaw("link", link.key_id, link.signature, proof.link(link.hash))

    def _flaw(self, what: str, key_id: str, signature: bytes, signed: bytes) -> Flaw | None:
        key = self._public(key_id)
        if key is None:
            return Flaw("public_key", f"{key_id}.pub, which verifies a {what}, is not to be had")
        try:
            key.verify(signature, signed)
        except InvalidSignature:
            return Flaw("signature", f"the signature of a {what} is not by {key_id}")
        return None

    def _public(self, key_id: str) -> Ed25519PublicKey | None:
        if key_id not in self._keys:
            try:
                self._keys[key_id] = self._ring.public(key_id)
            except (KeyMissing, ValueError):
                self._keys[key_id] = None
        return self._keys[key_id]


def checkpoints(session: UUID, upto: int) -> list[Checkpoint]:
    """The checkpoints of a session's rows up to one, in order."""
    found = sql.query(
        "SELECT clinic_id, seq, hash, at, key_id, signature FROM ledger_checkpoint "
        "WHERE session_id = %s AND seq <= %s ORDER BY seq",
        session,
        upto,
    )
    return [
        Checkpoint(
            proof.Point(sql.uid(clinic), session, seq, sql.raw(hash_)),
            at,
            key_id,
            sql.raw(signature),
        )
        for clinic, seq, hash_, at, key_id, signature in found
    ]


def links_of(session: UUID, upto: int) -> list[Link]:
    """The links that name rows of this session up to one, in order."""
    return [_link(values) for values in sql.query(_OF_SESSION, session, upto)]


def links(clinic: UUID) -> Iterator[Link]:
    """The chain of a clinic, in order."""
    after = 0
    while found := sql.query(_OF_CLINIC, clinic, after, CHUNK):
        for values in found:
            yield _link(values)
        after = found[-1][1]


def _link(values: tuple[Any, ...]) -> Link:
    clinic, n, at, kind, session, seq, hash_, prev, link_hash, key_id, signature = values
    point = proof.Point(sql.uid(clinic), sql.uid(session), seq, sql.raw(hash_))
    return Link(n, point, at, kind, sql.raw(prev), sql.raw(link_hash), key_id, sql.raw(signature))
