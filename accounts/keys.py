"""Keeps the keys that never enter the database; reads and writes one folder and nothing else.

For each key id the folder holds `<id>.ed25519` and `<id>.pub` (a signing key, PEM), or `<id>.kek`
(a key-encryption key, 32 bytes). The file `home` names the key that encrypts fields of accounts.
Keys are never replaced: rotation makes new ids, and old ones stay readable.
"""

import os
import re
import tempfile
from functools import cache
from pathlib import Path
from typing import NamedTuple

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import (
    Ed25519PrivateKey,
    Ed25519PublicKey,
)
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
    load_pem_public_key,
)

from accounts.ids import code

NONCE = 12
KEY_ID = re.compile(r"[a-z][a-z0-9_]{1,63}")


class KeyMissing(Exception):
    """A key file is not there or can not be used; the message says what to do."""


class SealBroken(Exception):
    """Sealed bytes were changed, or belong to another place or key."""


class ClinicKeys(NamedTuple):
    signing_key_id: str
    kek_id: str


class KeyRing:
    """The keys of one folder, read once and kept."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._read: dict[str, bytes] = {}

    def generate_clinic_keys(self) -> ClinicKeys:
        """Write a new signing pair and a new key-encryption key; returns their ids."""
        return ClinicKeys(self.new_signing_key(), self.new_wrapping_key())

    def new_signing_key(self) -> str:
        """Write a new signing pair; returns its id."""
        return self._new_pair(code("sig_"))

    def new_wrapping_key(self) -> str:
        """Write a new key-encryption key; returns its id."""
        return self._new_kek(code("kek_"))

    def signer(self, key_id: str) -> Ed25519PrivateKey:
        """The private signing key; raises KeyMissing."""
        key = load_pem_private_key(self._bytes(key_id, "ed25519"), password=None)
        if not isinstance(key, Ed25519PrivateKey):
            raise KeyMissing(f"{key_id}.ed25519 holds another kind of key: restore it.")
        return key

    def public(self, key_id: str) -> Ed25519PublicKey:
        """The public half, from its own file: verifying needs no private key."""
        key = load_pem_public_key(self._bytes(key_id, "pub"))
        if not isinstance(key, Ed25519PublicKey):
            raise KeyMissing(f"{key_id}.pub holds another kind of key: restore it.")
        return key

    def kek(self, key_id: str) -> bytes:
        """The 32 bytes of a key-encryption key; raises KeyMissing."""
        key = self._bytes(key_id, "kek")
        if len(key) != 32:
            raise KeyMissing(f"{key_id}.kek does not hold 32 bytes: restore it from a backup.")
        return key

    def wrap(self, kek_id: str, secret: bytes, context: bytes = b"") -> bytes:
        """Seal bytes under a key, which the result names; `context` must be given again to open."""
        nonce = os.urandom(NONCE)
        name = kek_id.encode()
        sealed = AESGCM(self.kek(kek_id)).encrypt(nonce, secret, name + b"|" + context)
        return bytes([len(name)]) + name + nonce + sealed

    def unwrap(self, sealed: bytes, context: bytes = b"") -> bytes:
        """Open what `wrap` sealed, whichever key it names; raises KeyMissing or SealBroken."""
        end = 1 + sealed[0] if sealed else 0
        name, nonce, body = sealed[1:end], sealed[end : end + NONCE], sealed[end + NONCE :]
        try:
            key = AESGCM(self.kek(name.decode()))
            return key.decrypt(nonce, body, name + b"|" + context)
        except (InvalidTag, ValueError) as error:
            raise SealBroken("Sealed bytes do not open: they were changed or moved.") from error

    def home(self) -> str:
        """The id of the key for encrypted fields, made the first time it is asked for."""
        pointer = self.folder / "home"
        if not pointer.exists():
            # Of two first starts at once, one wins and both read it; the other key stays unused.
            _write_once(pointer, self._new_kek(code("home_")).encode())
        return pointer.read_text(encoding="ascii").strip()

    def _new_pair(self, key_id: str) -> str:
        key = Ed25519PrivateKey.generate()
        private = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
        public = key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
        _write_once(self._path(key_id, "pub"), public)
        _write_once(self._path(key_id, "ed25519"), private)
        return key_id

    def _new_kek(self, key_id: str) -> str:
        _write_once(self._path(key_id, "kek"), AESGCM.generate_key(256))
        return key_id

    def _bytes(self, key_id: str, kind: str) -> bytes:
        path = self._path(key_id, kind)
        if path.name not in self._read:
            try:
                self._read[path.name] = path.read_bytes()
            except OSError as error:
                raise KeyMissing(
                    f"The key file {path.name} can not be read in {self.folder}: restore it from "
                    "the backup of the keys, or set VGROUP_KEYS to the folder that holds it."
                ) from error
        return self._read[path.name]

    def _path(self, key_id: str, kind: str) -> Path:
        # Key ids come out of the database: one that is a path must not lead out of the folder.
        if not KEY_ID.fullmatch(key_id):
            raise KeyMissing(f"{key_id!r} is not the id of a key.")
        return self.folder / f"{key_id}.{kind}"


def keyring() -> KeyRing:
    """The ring over the folder that the settings name (VGROUP_KEYS)."""
    from django.conf import settings

    return _ring(Path(settings.VGROUP_KEYS))


@cache
def _ring(folder: Path) -> KeyRing:
    return KeyRing(folder)


def _write_once(path: Path, content: bytes) -> None:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    descriptor, draft = tempfile.mkstemp(dir=path.parent, prefix=".draft-")  # mode 0600
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.link(draft, path)
    except FileExistsError:
        pass
    finally:
        Path(draft).unlink()
