"""The exact bytes of a ledger row, and the chain over them; pure."""

from hashlib import sha256
from uuid import UUID

import msgspec
from msgspec import Raw, Struct

VERSION = 1
ZERO = bytes(32)  # what the first row of a chain follows


class Sealed(Struct, frozen=True):
    """Which private row belongs to a record: its key, and the SHA-256 (hex) of what it says."""

    key: str
    digest: str


class Record(Struct, frozen=True):
    """One row as it is hashed. `at` is milliseconds since the epoch, UTC.

    `part` counts the events of one decision; `ref` is null where a deadline decided.
    """

    v: int
    session: UUID
    seq: int
    at: int
    actor: str
    ref: str | None
    part: int
    to: tuple[str, ...]
    event: Raw
    private: Sealed | None


class _Tag(Struct, frozen=True):
    type: str


_encoder = msgspec.json.Encoder()
_decoder = msgspec.json.Decoder(Record)
_tags = msgspec.json.Decoder(_Tag)


def encode(record: Record) -> bytes:
    """The bytes to store and to hash: compact JSON, fields in the order of Record."""
    return _encoder.encode(record)


def decode(body: bytes) -> Record:
    """A stored row's record; raises msgspec.MsgspecError where the bytes are no record."""
    return _decoder.decode(body)


def kind(event: Raw | bytes) -> str:
    """The name of the event, as it was written."""
    return _tags.decode(event).type


def link(previous: bytes, body: bytes) -> bytes:
    """The hash of a row that follows the row with hash `previous`."""
    return sha256(previous + body).digest()
