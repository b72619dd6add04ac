"""Stretches of time, in ms; pure, and on purpose not the server's own arithmetic."""

from collections.abc import Iterable
from typing import TypeAlias

Span: TypeAlias = tuple[int, int]


def union(spans: Iterable[Span]) -> list[Span]:
    """The same time, sorted, without overlaps and without empty stretches."""
    merged: list[Span] = []
    for since, until in sorted(span for span in spans if span[0] < span[1]):
        if merged and since <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(until, merged[-1][1]))
        else:
            merged.append((since, until))
    return merged


def common(one: Iterable[Span], other: Iterable[Span]) -> list[Span]:
    """What lies in both."""
    others = union(other)
    return union(
        (max(since, start), min(until, stop))
        for since, until in union(one)
        for start, stop in others
        if start < until and since < stop
    )


def without(one: Iterable[Span], other: Iterable[Span]) -> list[Span]:
    """What lies in the first alone."""
    left = union(one)
    for start, stop in union(other):
        left = [
            part
            for since, until in left
            for part in ((since, min(until, start)), (max(since, stop), until))
            if part[0] < part[1]
        ]
    return left


def length(spans: Iterable[Span]) -> int:
    """How long they are together, counted once."""
    return sum(until - since for since, until in union(spans))


def apart(one: Iterable[Span], other: Iterable[Span]) -> int:
    """How much time lies in one of the two alone: errors do not cancel each other out."""
    first, second = union(one), union(other)
    return length(without(first, second)) + length(without(second, first))
