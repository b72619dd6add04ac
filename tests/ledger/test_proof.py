"""What is signed: these bytes may never change, and no two facts share them."""

from hashlib import sha256
from uuid import UUID

import pytest
from msgspec import structs

from sessions_app.ledger import phases, proof
from sessions_app.ledger.proof import Point
from sessions_app.room.room import EVENTS

CLINIC, SESSION = UUID(int=1), UUID(int=2)
POINT = Point(CLINIC, SESSION, 3, b"\xaa" * 32)
OTHERS = {"clinic": UUID(int=9), "session": UUID(int=9), "seq": 9, "hash": b"\xbb" * 32}


def test_a_checkpoint_signs_these_bytes() -> None:
    assert proof.checkpoint(POINT, 4) == (
        b"vgroup.checkpoint.v1"
        + bytes(15) + b"\x01"
        + bytes(15) + b"\x02"
        + bytes(7) + b"\x03"
        + bytes(7) + b"\x04"
        + b"\xaa" * 32
    )  # fmt: skip


def test_a_link_hashes_these_bytes() -> None:
    assert proof.link_hash(POINT, "seal", 5, 4, b"\xcc" * 32) == sha256(
        b"vgroup.link.v1"
        + bytes(15) + b"\x01"
        + bytes(7) + b"\x05"
        + bytes(7) + b"\x04"
        + b"\x02"
        + bytes(15) + b"\x02"
        + bytes(7) + b"\x03"
        + b"\xaa" * 32
        + b"\xcc" * 32
    ).digest()  # fmt: skip


@pytest.mark.parametrize("field", Point.__struct_fields__)
def test_every_part_of_a_point_is_signed(field: str) -> None:
    other = structs.replace(POINT, **{field: OTHERS[field]})
    assert proof.checkpoint(other, 4) != proof.checkpoint(POINT, 4)
    assert proof.link_hash(other, "seal", 5, 4, bytes(32)) != proof.link_hash(
        POINT, "seal", 5, 4, bytes(32)
    )


def test_time_kind_number_and_predecessor_are_signed() -> None:
    link = proof.link_hash(POINT, "seal", 5, 4, bytes(32))
    assert link != proof.link_hash(POINT, "opening", 5, 4, bytes(32))
    assert link != proof.link_hash(POINT, "seal", 6, 4, bytes(32))
    assert link != proof.link_hash(POINT, "seal", 5, 5, bytes(32))
    assert link != proof.link_hash(POINT, "seal", 5, 4, b"\x01" + bytes(31))
    assert proof.checkpoint(POINT, 5) != proof.checkpoint(POINT, 4)


def test_a_signature_under_a_link_is_none_under_a_checkpoint() -> None:
    assert not proof.link(bytes(32)).startswith(b"vgroup.checkpoint")


def test_the_events_that_are_signed_exist() -> None:
    assert EVENTS.keys() >= proof.SIGNED


def test_every_turn_of_the_group_is_signed_at_once() -> None:
    assert phases.BEGUN.keys() <= proof.SIGNED
