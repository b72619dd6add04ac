"""The talk of a room, added up by seat."""

from hypothesis import given
from hypothesis import strategies as st

from sessions_app.media.meter import Meter, Spoken


def test_turns_are_added_up_and_cut_where_they_are_cut():
    meter = Meter(0)
    meter.turn("bob", True, 1_000)
    meter.turn("bob", False, 3_000)
    meter.turn("eve", True, 50_000)
    assert meter.cut(60_000) == Spoken(0, 60_000, {"bob": 2_000, "eve": 10_000})
    meter.turn("eve", False, 61_500)
    assert meter.cut(120_000) == Spoken(60_000, 120_000, {"eve": 1_500})


def test_whoever_goes_takes_what_they_spoke_out_of_the_next_cut():
    meter = Meter(0)
    meter.turn("bob", True, 1_000)
    meter.turn("eve", True, 2_000)
    assert meter.part("bob", 4_000) == Spoken(0, 4_000, {"bob": 3_000})
    assert meter.part("bob", 5_000) is None
    assert meter.cut(60_000) == Spoken(0, 60_000, {"eve": 58_000})


def test_a_silent_minute_is_nothing():
    meter = Meter(0)
    meter.turn("bob", False, 5)
    assert meter.cut(60_000) is None


Turns = st.lists(st.tuples(st.booleans(), st.integers(0, 5_000)), max_size=30)


@given(Turns, st.sets(st.integers(0, 29)))
def test_cutting_loses_nothing_and_adds_nothing(turns, cuts):
    whole, pieces = Meter(0), Meter(0)
    at = total = 0
    for n, (on, step) in enumerate(turns):
        at += step
        whole.turn("bob", on, at)
        pieces.turn("bob", on, at)
        if n in cuts and (cut := pieces.cut(at)):
            total += cut.spoken["bob"]
    last, once = pieces.cut(at), whole.cut(at)
    total += last.spoken["bob"] if last else 0
    assert total == (once.spoken["bob"] if once else 0) <= at
