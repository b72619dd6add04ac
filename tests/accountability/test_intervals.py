"""The arithmetic of time, against sets of whole moments."""

from hypothesis import given
from hypothesis import strategies as st

from sessions_app.accountability.intervals import (
    Interval,
    Intervals,
    intersect,
    peak,
    subtract,
    total,
    union,
)

MOMENTS = st.integers(0, 40)
# Any order, empty ones and overlaps included: nothing is taken for granted.
SPANS = st.lists(st.builds(Interval, MOMENTS, MOMENTS), max_size=8)


def moments(spans: list[Interval] | Intervals) -> set[int]:
    return {t for span in spans for t in range(span.since, span.until)}


def is_plain(spans: Intervals) -> bool:
    """In order, none empty, none touching another."""
    edges = [edge for span in spans for edge in (span.since, span.until)]
    return edges == sorted(set(edges))


@given(SPANS, SPANS)
def test_a_union_holds_every_moment_of_either(one: list[Interval], other: list[Interval]) -> None:
    found = union(one, other)
    assert moments(found) == moments(one) | moments(other)
    assert is_plain(found)


@given(SPANS, SPANS)
def test_an_intersection_holds_the_moments_of_both(
    one: list[Interval], other: list[Interval]
) -> None:
    found = intersect(one, other)
    assert moments(found) == moments(one) & moments(other)
    assert is_plain(found)


@given(SPANS, SPANS)
def test_a_difference_holds_the_moments_of_the_first_alone(
    one: list[Interval], other: list[Interval]
) -> None:
    found = subtract(one, other)
    assert moments(found) == moments(one) - moments(other)
    assert is_plain(found)


@given(SPANS)
def test_a_total_counts_every_moment_once(spans: list[Interval]) -> None:
    assert total(spans) == len(moments(spans))


@given(st.lists(SPANS, max_size=5))
def test_a_peak_is_the_most_that_hold_at_one_moment(many: list[list[Interval]]) -> None:
    sets = [moments(spans) for spans in many]
    assert peak(many) == max((sum(t in one for one in sets) for t in range(41)), default=0)


def test_who_goes_as_another_comes_is_not_there_at_once() -> None:
    assert peak([[Interval(0, 10)], [Interval(10, 20)]]) == 1


def test_intervals_that_touch_are_one() -> None:
    assert union([Interval(0, 10), Interval(10, 20)]) == (Interval(0, 20),)
