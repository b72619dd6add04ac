"""What the two databases spell differently, for statements over many rows at once."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, TypeAlias
from uuid import UUID

import msgspec
import psycopg
from django.db import connection

Row: TypeAlias = tuple[Any, ...]
Types: TypeAlias = Mapping[str, str]  # each column and its PostgreSQL type


def postgres() -> bool:
    """Whether this connection speaks to PostgreSQL; otherwise it is SQLite."""
    return connection.vendor == "postgresql"


def uid(value: Any) -> UUID:
    """A UUID as the database hands it back: SQLite keeps 32 hex characters."""
    return value if isinstance(value, UUID) else UUID(value)


def raw(value: Any) -> bytes:
    """Bytes as the database hands them back; SQLite may hold text where somebody wrote some.

    What was changed to another type is compared as it stands, and so found to be changed.
    """
    return bytes(value) if isinstance(value, bytes | memoryview) else str(value).encode()


def query(text: str, *values: Any) -> list[Row]:
    """Run one statement and fetch all it returns."""
    return _fetch(text, _natives([values])[0])


def query_with(text: str, types: Types, rows: Iterable[Row], *values: Any) -> list[Row]:
    """The same with rows to join: `{given}` in the text becomes a table of them, named `given`.

    `{given}` stands before every `%s`; without rows nothing can be found, and nothing is asked.
    For SQLite the rows travel as JSON: they hold no bytes.
    """
    wanted = list(rows)
    if not wanted:
        return []
    source, parameters = given(types, wanted)
    return _fetch(text.replace("{given}", source), [*parameters, *_natives([values])[0]])


def given(types: Types, rows: Sequence[Row]) -> tuple[str, list[Any]]:
    """A table `given` of these rows to select from, with its parameters; SQLite: no bytes in it."""
    if postgres():
        arrays = ", ".join(f"%b::{kind}[]" for kind in types.values())
        columns = [list(column) for column in zip(*rows, strict=True)] or [[] for _ in types]
        return f"unnest({arrays}) AS given ({', '.join(types)})", columns
    fields = ", ".join(f"json_extract(value, '$[{i}]') AS {name}" for i, name in enumerate(types))
    text = msgspec.json.encode(_natives(rows)).decode()
    return f"(SELECT {fields} FROM json_each(%s)) AS given", [text]  # noqa: S608 (column names)


def insert(table: str, types: Types, rows: Sequence[Row], conflict: str = "") -> None:
    """Insert the rows; a conflict is what `conflict` says, else an error."""
    into = f"INSERT INTO {table} ({', '.join(types)})"
    marks = ", ".join(["%s"] * len(types))
    change(
        types,
        rows,
        many=f"{into} SELECT * FROM {{given}} {conflict}",  # noqa: S608 (names of columns)
        one=f"{into} VALUES ({marks}) {conflict}",
    )


def change(types: Types, rows: Sequence[Row], *, many: str, one: str) -> int:
    """Write the rows; returns how many were written.

    On PostgreSQL by one statement (`many`, with `{given}`), which saves the round trips. SQLite has
    none: it runs the prepared `one` for each row, so that rows may hold bytes.
    """
    if not rows:
        return 0
    if postgres():
        source, parameters = given(types, rows)
        with _prepared(many.replace("{given}", source), parameters) as cursor:
            return int(cursor.rowcount)
    with connection.cursor() as cursor:
        cursor.executemany(one, _natives(rows))
        return int(cursor.rowcount)


def _fetch(text: str, parameters: list[Any]) -> list[Row]:
    if postgres():
        with _prepared(text, parameters) as cursor:
            return list(cursor.fetchall())
    with connection.cursor() as cursor:
        cursor.execute(text, parameters)
        return list(cursor.fetchall())


@contextmanager
def _prepared(text: str, parameters: list[Any]) -> Iterator[psycopg.Cursor[Any]]:
    """Run a statement that the server plans once: Django's cursor writes its values into the text.

    With arrays of hundreds of values that costs more than everything else of a batch.
    """
    connection.ensure_connection()
    with connection.wrap_database_errors, psycopg.Cursor(connection.connection) as cursor:
        cursor.execute(text.encode(), parameters, prepare=True, binary=True)
        yield cursor


def _natives(rows: Sequence[Row]) -> list[list[Any]]:
    if postgres():
        return [list(row) for row in rows]
    return [[value.hex if isinstance(value, UUID) else value for value in row] for row in rows]
