"""Spans of time as half-open intervals [since, until) in ms; knows nothing of rooms or people."""

from collections.abc import Iterable
from typing import TypeAlias

from msgspec import Struct


class Interval(Struct, frozen=True, order=True):
    """From `since` up to, and without, `until`; ms since the epoch, UTC."""

    since: int
    until: int


# As the functions below return them: in order, none empty, none touching another.
Intervals: TypeAlias = tuple[Interval, ...]


def union(*many: Iterable[Interval]) -> Intervals:
    """The time that lies in any of these intervals, counted once."""
    merged: list[Interval] = []
    for interval in sorted(i for group in many for i in group if i.since < i.until):
        if merged and interval.since <= merged[-1].until:
            until = max(merged[-1].until, interval.until)
            merged[-1] = Interval(merged[-1].since, until)
        else:
            merged.append(interval)
    return tuple(merged)


def intersect(one: Iterable[Interval], other: Iterable[Interval]) -> Intervals:
    """The time that lies in both."""
    left, right = union(one), union(other)
    common: list[Interval] = []
    i = j = 0
    while i < len(left) and j < len(right):
        since = max(left[i].since, right[j].since)
        until = min(left[i].until, right[j].until)
        if since < until:
            common.append(Interval(since, until))
        if left[i].until <= right[j].until:
            i += 1
        else:
            j += 1
    return tuple(common)


def subtract(one: Iterable[Interval], other: Iterable[Interval]) -> Intervals:
    """The time of the first that does not lie in the second."""
    left, cuts = union(one), union(other)
    if not left:
        return ()
    edges = [left[0].since, *(edge for cut in cuts for edge in (cut.since, cut.until))]
    edges.append(max(left[-1].until, edges[-1]))
    # Between the cuts lie the gaps: from the end of each to the start of the next.
    gaps = (
        Interval(since, until)
        for since, until in zip(edges[::2], edges[1::2], strict=True)
        if since < until
    )
    return intersect(left, gaps)


def total(intervals: Iterable[Interval]) -> int:
    """How long the time is in which any of these lie, in ms."""
    return sum(interval.until - interval.since for interval in union(intervals))


def peak(many: Iterable[Iterable[Interval]]) -> int:
    """The greatest number of these that hold at one moment."""
    steps: list[tuple[int, int]] = []
    for intervals in many:
        for interval in union(intervals):
            steps += [(interval.since, 1), (interval.until, -1)]
    # At one moment those who go come before those who arrive: intervals are half-open.
    most = now = 0
    for _, step in sorted(steps):
        now += step
        most = max(most, now)
    return most
