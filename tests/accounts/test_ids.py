"""Identifiers: in order, and of the promised shape."""

import re
import threading
import uuid

from accounts import ids


def test_uuids_of_one_process_rise_strictly() -> None:
    made = [ids.uuid7() for _ in range(5000)]
    assert made == sorted(made)
    assert len(set(made)) == len(made)


def test_uuids_are_unique_across_threads() -> None:
    made: list[uuid.UUID] = []
    threads = [
        threading.Thread(target=lambda: made.extend([ids.uuid7() for _ in range(500)]))
        for _ in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(set(made)) == 4000


def test_a_uuid_is_of_version_7_and_carries_the_time() -> None:
    made = ids.uuid7()
    assert (made.version, made.variant) == (7, uuid.RFC_4122)
    assert 1_700_000_000_000 < made.int >> 80 < 5_000_000_000_000


def test_a_clock_that_jumps_back_does_not_break_the_order() -> None:
    before = ids.uuid7()
    ids._last += 1 << 90  # as if a later moment had been seen already
    try:
        later = ids.uuid7()
        assert later > before
        assert ids.uuid7() > later
    finally:
        ids._last = 0


def test_codes_are_opaque_and_long() -> None:
    assert re.fullmatch(r"u_[a-z2-7]{16}", ids.public_id())
    assert re.fullmatch(r"m_[a-z2-7]{16}", ids.member_code())
    assert re.fullmatch(r"[a-hjkmnp-z2-9]{4}-[a-hjkmnp-z2-9]{4}", ids.readable())
