"""A table as JSON or as CSV; both say the same in every cell."""

import csv
from collections.abc import Iterator

import msgspec

from sessions_app.reports.table import Table, Value

# A spreadsheet takes a cell that begins with one of these for a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


class _Echo:
    """A file that hands back what is written to it, so that rows can be sent as they come."""

    def write(self, text: str) -> str:
        return text


def json_rows(table: Table) -> bytes:
    """The lines as a JSON array of objects."""
    lines = [{column: line[column] for column in table.columns} for line in table.lines]
    return msgspec.json.encode(lines)


def csv_lines(table: Table) -> Iterator[str]:
    """The lines as CSV (RFC 4180), the header first; encode as UTF-8."""
    writer = csv.writer(_Echo(), lineterminator="\r\n")
    yield writer.writerow(table.columns)
    for line in table.lines:
        yield writer.writerow([cell(line[column]) for column in table.columns])


def cell(value: Value) -> str:
    """A value as the text of a CSV cell: nothing for None, true and false, formulas disarmed."""
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case int():
            return str(value)
        case str():
            return f"'{value}" if value.startswith(_FORMULA) else value
