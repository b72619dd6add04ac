"""Opaque places in a ledger: a cursor shows neither how many events there were nor any gap."""

import threading
from base64 import urlsafe_b64decode, urlsafe_b64encode
from functools import lru_cache
from uuid import UUID

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

_SEQ_BYTES = 8


class _Cipher(threading.local):
    """One for each thread: a block under a secret key is a permutation and leaves no state."""

    def __init__(self, secret: str) -> None:
        key = HKDF(SHA256(), 32, salt=None, info=b"vgroup.cursor.v1").derive(secret.encode())
        cipher = Cipher(algorithms.AES256(key), modes.ECB())  # noqa: S305 (one block, no message)
        self.encrypt, self.decrypt = cipher.encryptor().update, cipher.decryptor().update


@lru_cache(maxsize=4)
def _cipher(secret: str) -> _Cipher:
    return _Cipher(secret)


def encode(session: UUID, seq: int) -> str:
    """The cursor of a place in a session's ledger."""
    block = session.bytes[-_SEQ_BYTES:] + seq.to_bytes(_SEQ_BYTES, "big")
    return urlsafe_b64encode(_cipher(settings.SECRET_KEY).encrypt(block)).rstrip(b"=").decode()


def decode(session: UUID, cursor: str) -> int | None:
    """The place a cursor names; None where it is not a cursor of this session."""
    try:
        block = urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4))
    except ValueError:
        return None
    if len(block) != 2 * _SEQ_BYTES:
        return None
    plain = _cipher(settings.SECRET_KEY).decrypt(block)
    if plain[:_SEQ_BYTES] != session.bytes[-_SEQ_BYTES:]:
        return None
    return int.from_bytes(plain[_SEQ_BYTES:], "big")
