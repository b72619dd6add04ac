"""Mints identifiers: time-ordered UUIDs, opaque codes, and codes that can be read out loud."""

import secrets
import threading
import time
import uuid
from base64 import b32encode

# Without the letters and digits that are mistaken for one another (0 o, 1 l i).
READABLE = "abcdefghjkmnpqrstuvwxyz23456789"

_RANDOM_BITS = 74
_lock = threading.Lock()
_last = 0


def uuid7() -> uuid.UUID:
    """A UUID version 7 (RFC 9562): ordered by time, and strictly rising within this process."""
    global _last  # noqa: PLW0603  (the process-wide order is the point)
    # The top random bit stays clear, so that counting on within a millisecond can not overflow.
    fresh = (time.time_ns() // 1_000_000 << _RANDOM_BITS) | secrets.randbits(_RANDOM_BITS - 1)
    with _lock:
        _last = fresh if fresh > _last else _last + 1
        number = _last
    at = number >> _RANDOM_BITS
    rand_a = (number >> 62) & 0xFFF
    rand_b = number & ((1 << 62) - 1)
    return uuid.UUID(int=at << 80 | 7 << 76 | rand_a << 64 | 2 << 62 | rand_b)


def code(prefix: str) -> str:
    """An opaque identifier: the prefix and 16 characters of [a-z2-7] (80 random bits)."""
    return prefix + b32encode(secrets.token_bytes(10)).decode().lower()


def public_id() -> str:
    """The id by which the outside knows an account."""
    return code("u_")


def member_code() -> str:
    """The id by which records know a membership."""
    return code("m_")


def readable() -> str:
    """Eight characters in two halves, made to be read out and typed: `k7m2-q9xd` (39 bits)."""
    letters = "".join(secrets.choice(READABLE) for _ in range(8))
    return f"{letters[:4]}-{letters[4:]}"
