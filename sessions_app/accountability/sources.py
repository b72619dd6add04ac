"""Where a figure comes from: the ledger entries behind it, by the name of the figure."""

from collections.abc import Iterable
from typing import TypeAlias

from msgspec import Struct

Sources: TypeAlias = dict[str, tuple[int, ...]]


class Mark(Struct, frozen=True):
    """A moment (ms UTC) and the entry that tells it; the moment may lie before the entry."""

    at: int
    seq: int


def seqs(marks: Iterable[Mark | None]) -> tuple[int, ...]:
    """The entries of some marks, in order, each once."""
    return tuple(sorted({mark.seq for mark in marks if mark is not None}))
