"""What is signed, byte for byte: checkpoints of one session, and the links of a clinic; pure.

Every field has a fixed width, so that no two facts share their bytes. Numbers are big-endian.
"""

from hashlib import sha256
from typing import Literal, TypeAlias
from uuid import UUID

from msgspec import Struct

LinkKind: TypeAlias = Literal["opening", "seal"]

# Which events join the clinic's chain, so that a vanished session shows.
LINKED: dict[str, LinkKind] = {
    "DoorOpened": "opening",
    "Ended": "seal",
    "NotHeld": "seal",
    "Cancelled": "seal",
    "RecordSigned": "seal",
    "TimeCorrected": "seal",
}
# Which events are signed at once; all other rows within MINUTE_MS.
SIGNED = frozenset(LINKED) | {"Started", "BreakStarted", "BreakEnded", "Held", "Resumed"}
MINUTE_MS = 60_000

_KINDS: dict[LinkKind, bytes] = {"opening": b"\x01", "seal": b"\x02"}


class Point(Struct, frozen=True):
    """A place in a session's ledger, and the hash of its row."""

    clinic: UUID
    session: UUID
    seq: int
    hash: bytes


def checkpoint(point: Point, at: int) -> bytes:
    """What a checkpoint signs; `at` is when, in milliseconds since the epoch, UTC."""
    return b"".join(
        (
            b"vgroup.checkpoint.v1",
            point.clinic.bytes,
            point.session.bytes,
            _number(point.seq),
            _number(at),
            point.hash,
        )
    )


def link_hash(point: Point, kind: LinkKind, n: int, at: int, prev: bytes) -> bytes:
    """The hash of link `n` of a clinic's chain, which follows the link with hash `prev`."""
    return sha256(
        b"".join(
            (
                b"vgroup.link.v1",
                point.clinic.bytes,
                _number(n),
                _number(at),
                _KINDS[kind],
                point.session.bytes,
                _number(point.seq),
                point.hash,
                prev,
            )
        )
    ).digest()


def link(digest: bytes) -> bytes:
    """What the signature of a link signs."""
    return b"vgroup.link.v1.signed" + digest


def _number(value: int) -> bytes:
    return value.to_bytes(8, "big", signed=True)
