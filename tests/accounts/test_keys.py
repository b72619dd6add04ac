"""The key ring: what it writes, what it refuses, and rotation."""

import stat
from pathlib import Path

import pytest

from accounts.keys import KeyMissing, KeyRing, SealBroken


@pytest.fixture
def ring(tmp_path: Path) -> KeyRing:
    return KeyRing(tmp_path / "keys")


def test_a_signature_verifies_with_the_public_file_alone(ring: KeyRing, tmp_path: Path) -> None:
    keys = ring.generate_clinic_keys()
    signature = ring.signer(keys.signing_key_id).sign(b"head")
    public_only = tmp_path / "auditor"
    public_only.mkdir()
    name = f"{keys.signing_key_id}.pub"
    (public_only / name).write_bytes((ring.folder / name).read_bytes())

    auditor = KeyRing(public_only)

    auditor.public(keys.signing_key_id).verify(signature, b"head")
    with pytest.raises(KeyMissing, match=r"restore it from the backup"):
        auditor.signer(keys.signing_key_id)


def test_key_files_are_for_their_owner_only(ring: KeyRing) -> None:
    ring.generate_clinic_keys()
    ring.home()
    files = list(ring.folder.iterdir())
    assert len(files) == 5
    assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}
    assert stat.S_IMODE(ring.folder.stat().st_mode) == 0o700


def test_what_was_wrapped_before_a_rotation_still_opens(ring: KeyRing) -> None:
    old = ring.generate_clinic_keys()
    sealed = ring.wrap(old.kek_id, b"secret", b"s1")
    new = ring.generate_clinic_keys()
    assert new != old
    assert ring.unwrap(sealed, b"s1") == b"secret"
    assert KeyRing(ring.folder).unwrap(ring.wrap(new.kek_id, b"x")) == b"x"


def test_sealed_bytes_open_nowhere_else(ring: KeyRing) -> None:
    keys = ring.generate_clinic_keys()
    sealed = ring.wrap(keys.kek_id, b"secret", b"s1")
    assert b"secret" not in sealed
    for broken in (sealed[:-1] + bytes([sealed[-1] ^ 1]), sealed[:40]):
        with pytest.raises(SealBroken):
            ring.unwrap(broken, b"s1")
    with pytest.raises(SealBroken):
        ring.unwrap(sealed, b"s2")


def test_a_key_under_another_keys_name_does_not_open(ring: KeyRing) -> None:
    one, two = ring.generate_clinic_keys(), ring.generate_clinic_keys()
    sealed = ring.wrap(one.kek_id, b"secret")
    renamed = sealed.replace(one.kek_id.encode(), two.kek_id.encode())
    with pytest.raises(SealBroken):
        ring.unwrap(renamed)


@pytest.mark.parametrize("key_id", ["../secret", "kek_gone", "", "a/b", "kek_x\n"])
def test_a_missing_or_mad_key_id_is_named(ring: KeyRing, key_id: str) -> None:
    with pytest.raises(KeyMissing):
        ring.kek(key_id)


def test_a_spoilt_key_file_is_not_used(ring: KeyRing) -> None:
    keys = ring.generate_clinic_keys()
    (ring.folder / f"{keys.kek_id}.kek").write_bytes(b"short")
    with pytest.raises(KeyMissing, match="32 bytes"):
        ring.kek(keys.kek_id)


def test_the_home_key_is_made_once_and_found_again(ring: KeyRing) -> None:
    assert ring.home() == ring.home() == KeyRing(ring.folder).home()
