"""Cursors are opaque, and good for their own room only."""

from uuid import uuid4

from hypothesis import given
from hypothesis import strategies as st

from sessions_app.live import cursor

ROOM, OTHER = uuid4(), uuid4()


@given(st.integers(0, 2**40))
def test_a_cursor_names_its_place(seq):
    assert cursor.decode(ROOM, cursor.encode(ROOM, seq)) == seq


@given(st.integers(0, 2**40))
def test_a_cursor_of_another_room_names_nothing(seq):
    assert cursor.decode(OTHER, cursor.encode(ROOM, seq)) is None


@given(st.text(max_size=40))
def test_what_is_no_cursor_names_nothing(text):
    assert cursor.decode(ROOM, text) is None


def test_neighbours_do_not_look_alike():
    first, second = cursor.encode(ROOM, 1), cursor.encode(ROOM, 2)
    assert sum(a == b for a, b in zip(first, second, strict=True)) < 8
