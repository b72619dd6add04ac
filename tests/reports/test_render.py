"""Tables as JSON and CSV: the same in every cell, and nothing a spreadsheet would run."""

import csv
import io
import json
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessions_app.reports.render import cell, csv_lines, json_rows
from sessions_app.reports.table import Line, Table, Value, line

COLUMNS = ("who", "count", "so", "none")
TEXT = st.text(st.characters(codec="utf-8", exclude_characters="\0"))
LINES = st.lists(
    st.fixed_dictionaries(
        {
            "who": TEXT | st.builds(str.__add__, st.sampled_from("=+-@\t\r"), TEXT),
            "count": st.integers(0, 10**15),
            "so": st.booleans(),
            "none": st.none() | TEXT,
        }
    )
)


def read(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline="")))


@given(LINES)
def test_json_and_csv_say_the_same_in_every_cell(lines: list[Line]) -> None:
    table = Table(COLUMNS, lines)
    header, *rows = read("".join(csv_lines(table)))
    documents = json.loads(json_rows(table))
    assert tuple(header) == COLUMNS
    assert len(rows) == len(documents)
    for row, document in zip(rows, documents, strict=True):
        assert tuple(document) == COLUMNS
        assert row == [cell(document[column]) for column in COLUMNS]


@given(LINES)
def test_no_cell_of_a_csv_begins_as_a_formula(lines: list[Line]) -> None:
    for row in read("".join(csv_lines(Table(COLUMNS, lines)))):
        assert not any(text.startswith(("=", "+", "-", "@", "\t", "\r")) for text in row)


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "\nx"])
def test_a_formula_is_disarmed_by_an_apostrophe(text: str) -> None:
    assert cell(text) == "'" + text


@pytest.mark.parametrize(
    ("value", "text"), [(None, ""), (True, "true"), (False, "false"), (0, "0"), ("Bob", "Bob")]
)
def test_other_values_are_put_plainly(value: Value, text: str) -> None:
    assert cell(value) == text


def test_a_table_without_lines_still_has_its_header() -> None:
    table = Table(COLUMNS, [])
    assert list(csv_lines(table)) == ["who,count,so,none\r\n"]
    assert json_rows(table) == b"[]"


def test_rows_are_sent_as_they_come() -> None:
    taken: list[int] = []

    def lines() -> Iterator[Line]:
        for n in range(3):
            taken.append(n)
            yield {"n": n}

    sent = csv_lines(Table(("n",), lines()))
    assert [next(sent), next(sent)] == ["n\r\n", "0\r\n"]
    assert taken == [0]


def test_a_line_must_have_the_columns_of_its_table() -> None:
    with pytest.raises(ValueError, match="so"):
        line(("who", "so"), {"who": "Bob"})
