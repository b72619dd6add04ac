"""The keys of private rows: one per person, session and purpose, wrapped by the clinic's key.

Shredding forgets a key and with it every row under it (but for backups made before); the chain
keeps the digests of the rows and stays whole. Another process may have a shredded key in memory
for a while, but nothing reads with it: reading asks the database first.
"""

from collections.abc import Iterable, Mapping, Sequence
from uuid import UUID

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.db import transaction

from accounts.ids import code
from accounts.keys import SealBroken, keyring
from accounts.models import Clinic
from sessions_app.ledger import heads, sql
from sessions_app.ledger.envelope import Key, Owner, wrapping
from sessions_app.ledger.errors import Unreadable
from sessions_app.ledger.shelf import Shelf

_OWNER = {"session_id": "uuid", "seat": "text", "purpose": "text"}
_COLUMNS = {"key_id": "text", "clinic_id": "uuid", **_OWNER, "wrapped": "bytea"}
_ONCE = "ON CONFLICT (session_id, seat, purpose) WHERE shredded_at IS NULL DO NOTHING"
_LIVE = """
    SELECT k.key_id, k.session_id, k.seat, k.purpose, k.wrapped
    FROM {given} JOIN private_key k ON k.session_id = given.session_id
        AND k.seat = given.seat AND k.purpose = given.purpose AND k.shredded_at IS NULL
"""
_LEFT = """
    SELECT k.session_id FROM {given} JOIN private_key k ON k.seat = given.seat
    WHERE k.shredded_at IS NULL LIMIT 1
"""
_FORGET_PURPOSE = """
    UPDATE private_key SET wrapped = NULL, shredded_at = given.at FROM {given}
    WHERE private_key.session_id = given.session_id AND private_key.purpose = given.purpose
        AND private_key.shredded_at IS NULL
    RETURNING private_key.key_id
"""
_FORGET_SEATS = """
    UPDATE private_key SET wrapped = NULL, shredded_at = given.at FROM {given}
    WHERE private_key.session_id = given.session_id AND private_key.seat = given.seat
        AND private_key.shredded_at IS NULL
    RETURNING private_key.key_id
"""

_opened: Shelf[str, Key] = Shelf(4096)


def live(owners: Mapping[Owner, UUID]) -> dict[Owner, Key]:
    """The key of each owner (with the clinic it belongs to), made where there is none yet."""
    found = _find(owners)
    missing = [owner for owner in owners if owner not in found]
    if missing:
        _make(missing, owners)
        found |= _find(missing)
    return found


def opened(key_id: str, owner: Owner, wrapped: bytes) -> Key:
    """A stored key ready for use; raises Unreadable, or KeyMissing without the key file."""
    key = _opened.get(key_id)
    if key is None:
        try:
            bare = keyring().unwrap(wrapped, wrapping(key_id, owner))
        except SealBroken as error:
            raise Unreadable(
                f"The key {key_id} does not open: VGROUP_KEYS holds another key than the one "
                "that wrapped it, or it was changed."
            ) from error
        key = Key(key_id, owner, AESGCM(bare))
        _opened.put(key_id, key)
    return key


def shred(session: UUID, purpose: str, at: int) -> int:
    """Forget all keys of a session that serve this purpose; returns how many there were.

    `at` is milliseconds since the epoch, UTC.
    """
    return _forget(session, "purpose", _FORGET_PURPOSE, [purpose], at)


def shred_person(seats: Sequence[str], at: int) -> dict[UUID, int]:
    """Forget all keys of these seats, whatever they serve; how many in each session.

    Session by session, so that no room waits for the others. Goes on until nothing is left.
    """
    counts: dict[UUID, int] = {}
    while found := sql.query_with(_LEFT, {"seat": "text"}, [(seat,) for seat in seats]):
        session = sql.uid(found[0][0])
        shredded = _forget(session, "seat", _FORGET_SEATS, seats, at)
        counts[session] = counts.get(session, 0) + shredded
    return counts


def _find(owners: Iterable[Owner]) -> dict[Owner, Key]:
    found = {}
    for key_id, session, seat, purpose, wrapped in sql.query_with(_LIVE, _OWNER, owners):
        owner = Owner(sql.uid(session), seat, purpose)
        found[owner] = opened(key_id, owner, bytes(wrapped))
    return found


def _make(missing: list[Owner], clinics: Mapping[Owner, UUID]) -> None:
    wanted = {clinics[owner] for owner in missing}
    wrappers = dict(Clinic.objects.filter(pk__in=wanted).values_list("pk", "kek_id"))
    rows = []
    for owner in missing:
        key_id, clinic = code("k_"), clinics[owner]
        bare = AESGCM.generate_key(256)
        wrapped = keyring().wrap(wrappers[clinic], bare, wrapping(key_id, owner))
        rows.append((key_id, clinic, *owner, wrapped))
    sql.insert("private_key", _COLUMNS, rows, _ONCE)


def _forget(session: UUID, by: str, text: str, values: Iterable[str], at: int) -> int:
    types = {"session_id": "uuid", "at": "bigint", by: "text"}
    with transaction.atomic():
        # Wait for the head, so that nobody writes under a key that is being forgotten.
        heads.lock([session])
        found = sql.query_with(text, types, [(session, at, value) for value in values])
    for (key_id,) in found:
        _opened.drop(key_id)
    return len(found)
