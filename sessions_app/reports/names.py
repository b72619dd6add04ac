"""What the people of a report are called: by name where the reader may know it, else by number."""

from collections.abc import Mapping
from typing import Any, TypeAlias

from sessions_app.accountability.rows import Attendance
from sessions_app.room.decision import Seat, only

Names: TypeAlias = Mapping[Seat, str]


def numbered(attendance: Attendance) -> dict[Seat, str]:
    """Everyone as "Seat 1", "Seat 2", in the order of the roster.

    Put the names a reader may know over it: `numbered(attendance) | known`.
    """
    return {row.seat: f"Seat {n}" for n, row in enumerate(attendance.rows, start=1)}


def renamed(document: Any, names: Names) -> Any:
    """A JSON document with every seat, and the name beside it, put as the reader may see it."""
    match document:
        case dict():
            return {
                names.get(key, key): _named(document, key, value, names)
                for key, value in document.items()
            }
        case list() | tuple():
            return [renamed(item, names) for item in document]
        case str():
            return _seat(document, names)
    return document


def _named(document: dict[str, Any], key: str, value: Any, names: Names) -> Any:
    # A person is written as a seat with a name beside it; a signature as `by` with a name.
    seat = document.get("seat", document.get("by"))
    if key == "name" and isinstance(seat, str):
        return names.get(seat, seat)
    return renamed(value, names)


def _seat(text: str, names: Names) -> str:
    token = only("")
    if text.startswith(token):
        return only(names.get(text.removeprefix(token), text.removeprefix(token)))
    return names.get(text, text)
