"""A table: stable column names and rows of plain values; knows nothing of where they come from."""

from collections.abc import Iterable, Mapping
from typing import TypeAlias

from msgspec import Struct

Value: TypeAlias = str | int | bool | None
Line: TypeAlias = dict[str, Value]


class Table(Struct, frozen=True):
    """Every line has every column, in this order."""

    columns: tuple[str, ...]
    lines: Iterable[Line]


def line(columns: tuple[str, ...], values: Mapping[str, Value]) -> Line:
    """A line of a table; the values must be those of its columns, no more and no fewer."""
    if set(values) != set(columns):
        raise ValueError(f"not the columns of this table: {sorted(set(values) ^ set(columns))}")
    return {column: values[column] for column in columns}
