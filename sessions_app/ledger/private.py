"""What belongs to people, not to the record: sealed rows beside their events, and reading them."""

from collections.abc import Iterable, Sequence
from typing import Any, TypeAlias
from uuid import UUID

import msgspec
from msgspec import Struct

from sessions_app.ledger import envelope, keys, sql
from sessions_app.ledger.record import Sealed
from sessions_app.room.decision import Audience, Private, Seat

Place: TypeAlias = tuple[UUID, int]  # session, seq

_COLUMNS = {
    "session_id": "uuid",
    "seq": "bigint",
    "clinic_id": "uuid",
    "key_id": "text",
    "body": "bytea",
}

_PLACE = {"session_id": "uuid", "seq": "bigint"}
_READ = """
    SELECT r.seq, r.body, k.key_id, k.seat, k.purpose, k.wrapped
    FROM {given} JOIN private_row r ON r.session_id = given.session_id AND r.seq = given.seq
    JOIN private_key k ON k.key_id = r.key_id AND k.shredded_at IS NULL
"""


class Draft(Struct, frozen=True):
    """A private body on its way to its place beside an event."""

    session: UUID
    clinic: UUID
    seq: int
    private: Private

    @property
    def owner(self) -> envelope.Owner:
        """Whose key seals it."""
        return envelope.Owner(self.session, self.private.seat, self.private.purpose)


class PrivateBody(Struct, frozen=True):
    """A private body as it is read: whose it is, who may read it, what it says."""

    seat: Seat
    to: Audience
    body: dict[str, Any]


class _Content(Struct, frozen=True):
    to: Audience
    body: dict[str, Any]


_encoder = msgspec.msgpack.Encoder()
_decoder = msgspec.msgpack.Decoder(_Content)


def store(drafts: Sequence[Draft]) -> dict[Place, Sealed]:
    """Seal and insert private rows; returns what their records say of them.

    To be called with the heads of their sessions locked, so that no key is shredded meanwhile.
    """
    if not drafts:
        return {}
    live = keys.live({draft.owner: draft.clinic for draft in drafts})
    rows, sealed = [], {}
    for draft in drafts:
        key = live[draft.owner]
        content = _encoder.encode(_Content(draft.private.to, draft.private.body))
        body = key.seal(draft.seq, content)
        rows.append((draft.session, draft.seq, draft.clinic, key.id, body))
        digest = envelope.digest(key.id, draft.owner, draft.seq, body)
        sealed[draft.session, draft.seq] = Sealed(key.id, digest)
    sql.insert("private_row", _COLUMNS, rows)
    return sealed


def read(session: UUID, seqs: Iterable[int]) -> dict[int, PrivateBody]:
    """The private bodies at these rows; what is shredded, or never was, is absent.

    Raises Unreadable where the key or the bytes are not those that were written.
    """
    found = {}
    wanted = [(session, seq) for seq in seqs]
    for seq, body, key_id, seat, purpose, wrapped in sql.query_with(_READ, _PLACE, wanted):
        owner = envelope.Owner(session, seat, purpose)
        key = keys.opened(key_id, owner, bytes(wrapped))
        content = _decoder.decode(key.open(seq, bytes(body)))
        found[seq] = PrivateBody(key.owner.seat, content.to, content.body)
    return found
