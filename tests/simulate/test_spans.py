"""The simulator's own arithmetic of time."""

from sessions_app.simulate.spans import apart, common, length, union, without


def test_what_overlaps_counts_once() -> None:
    assert union([(5, 9), (0, 3), (2, 4), (4, 4)]) == [(0, 4), (5, 9)]
    assert length([(0, 10), (5, 15), (5, 15)]) == 15


def test_what_two_have_in_common() -> None:
    assert common([(0, 10), (20, 30)], [(5, 25), (29, 40)]) == [(5, 10), (20, 25), (29, 30)]


def test_what_one_has_alone() -> None:
    assert without([(0, 10), (20, 30)], [(2, 4), (8, 22)]) == [(0, 2), (4, 8), (22, 30)]
    assert without([(0, 10)], [(0, 10)]) == []


def test_errors_do_not_cancel_each_other_out() -> None:
    assert apart([(0, 10), (20, 30)], [(1, 10), (20, 31)]) == 2
