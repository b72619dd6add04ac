"""The exact bytes of a row, and the chain over them: these may never change."""

from hashlib import sha256
from uuid import UUID

import pytest
from msgspec import Raw, structs

from sessions_app.ledger import record
from sessions_app.ledger.record import ZERO, Record, Sealed

SESSION = UUID("0197b3c4-0000-7000-8000-000000000001")
ROW = Record(
    v=1,
    session=SESSION,
    seq=7,
    at=1_780_000_000_123,
    actor="s_aaaaaaaaaaaaaaaa",
    ref="r-1",
    part=0,
    to=("staff", "seat:s_bbbbbbbbbbbbbbbb"),
    event=Raw(b'{"type":"Cancelled","reason":"Schnee \xe2\x9d\x84"}'),
    private=Sealed("k_cccccccccccccccc", "ab" * 32),
)
BODY = (
    b'{"v":1,"session":"0197b3c4-0000-7000-8000-000000000001","seq":7,"at":1780000000123,'
    b'"actor":"s_aaaaaaaaaaaaaaaa","ref":"r-1","part":0,'
    b'"to":["staff","seat:s_bbbbbbbbbbbbbbbb"],'
    b'"event":{"type":"Cancelled","reason":"Schnee \xe2\x9d\x84"},'
    b'"private":{"key":"k_cccccccccccccccc","digest":"' + b"ab" * 32 + b'"}}'
)


def test_a_row_is_these_bytes() -> None:
    assert record.encode(ROW) == BODY


def test_the_bytes_are_the_row_again() -> None:
    assert record.decode(BODY) == ROW
    assert record.kind(ROW.event) == "Cancelled"


def test_a_deadline_has_no_ref_and_most_rows_no_private_part() -> None:
    bare = record.encode(structs.replace(ROW, ref=None, private=None))
    assert b'"ref":null,' in bare
    assert bare.endswith(b'"private":null}')


def test_the_chain_is_sha256_of_the_last_hash_and_the_bytes() -> None:
    first = record.link(ZERO, BODY)
    assert first == sha256(bytes(32) + BODY).digest()
    assert record.link(first, BODY) == sha256(first + BODY).digest()
    assert first.hex() == "0b741abd6110cae2a5ac6d714865ba35c9ffc884c8cc66b717d499fe18ff4e0f"


@pytest.mark.parametrize("field", Record.__struct_fields__)
def test_every_field_is_in_the_bytes(field: str) -> None:
    other = {
        "v": 2,
        "session": UUID(int=1),
        "seq": 8,
        "at": 1,
        "actor": "clock",
        "ref": None,
        "part": 1,
        "to": ("all",),
        "event": Raw(b'{"type":"Held"}'),
        "private": None,
    }
    changed = record.encode(structs.replace(ROW, **{field: other[field]}))
    assert record.link(ZERO, changed) != record.link(ZERO, BODY)


def test_every_byte_is_in_the_hash() -> None:
    whole = record.link(ZERO, BODY)
    for place in range(len(BODY)):
        changed = bytearray(BODY)
        changed[place] ^= 1
        assert record.link(ZERO, bytes(changed)) != whole
