"""How private bytes are sealed and bound to their place: AES-256-GCM, nonce first; pure."""

import os
from hashlib import sha256
from typing import NamedTuple
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from msgspec import Struct

from sessions_app.ledger.errors import Unreadable
from sessions_app.room.decision import Seat

NONCE = 12


class Owner(NamedTuple):
    """Whose private rows a key seals, in which session and for what purpose."""

    session: UUID
    seat: Seat
    purpose: str


class Key(Struct, frozen=True):
    """A key ready for use."""

    id: str
    owner: Owner
    cipher: AESGCM

    def seal(self, seq: int, content: bytes) -> bytes:
        """The sealed bytes of a private row."""
        # Random, not the seq: a batch that was rolled back uses the same seq for other words.
        nonce = os.urandom(NONCE)
        return nonce + self.cipher.encrypt(nonce, content, header(self.id, self.owner, seq))

    def open(self, seq: int, body: bytes) -> bytes:
        """The content of a private row; raises Unreadable where place, key or bytes differ."""
        bound = header(self.id, self.owner, seq)
        try:
            return self.cipher.decrypt(body[:NONCE], body[NONCE:], bound)
        except (InvalidTag, ValueError) as error:
            raise Unreadable(f"The private row {seq} does not open: it was changed.") from error


def header(key_id: str, owner: Owner, seq: int) -> bytes:
    """What a private row's bytes are bound to: its place, its key, whose it is and what for."""
    return b"vgroup.private.v1" + seq.to_bytes(8, "big") + wrapping(key_id, owner)


def wrapping(key_id: str, owner: Owner) -> bytes:
    """What a wrapped key is bound to. Codes hold no NUL, so no two owners share their bytes."""
    names = "\0".join((key_id, owner.seat, owner.purpose))
    return owner.session.bytes + names.encode()


def digest(key_id: str, owner: Owner, seq: int, body: bytes) -> str:
    """What a record holds of its private row: SHA-256 (hex) of what binds it and of its bytes."""
    return sha256(header(key_id, owner, seq) + b"\0" + body).hexdigest()
