"""The auditors' page says what the code does: its example, its words."""

import re
from pathlib import Path
from typing import get_args

from sessions_app.accountability.rows import Flag, MeetingFlag
from sessions_app.accountability.status import Status
from sessions_app.reports import attendance as report
from sessions_app.reports.render import cell
from sessions_app.reports.table import Value
from sessions_app.room.clock import Break, Start
from sessions_app.room.people import Leave
from tests.accountability.evening import ALICE, BOB, EVE, FINN, Evening, minute, minutes, span

PAGE = (Path(__file__).parents[2] / "docs" / "accountability.md").read_text()
NAMES = {ALICE: "Alice", BOB: "Bob", EVE: "Eve", FINN: "Finn"}


def table(first: str) -> list[list[str]]:
    """The rows of the table whose header begins so."""
    _, rest = PAGE.split(f"| {first} |", 1)
    lines = rest.split("\n\n", 1)[0].splitlines()
    header = [first, *(cell.strip() for cell in lines[0].strip("|").split("|"))]
    rows = [[cell.strip() for cell in line.split("|")[1:-1]] for line in lines[2:]]
    return [header, *rows]


def words(first: str) -> set[str]:
    return {word for row in table(first)[1:] for word in re.findall(r"`(\w+)`", row[0])}


def example() -> Evening:
    evening = Evening().at(-10).arrives(ALICE, BOB).at(2).does(ALICE, Start()).at(9).waits(EVE)
    evening.at(12).admits(EVE).at(20).does(ALICE, Break(10))
    evening.at(40.5).drops(BOB, as_of=40).until(minute(41) + 10_000).connects(BOB)
    return evening.at(50).does(EVE, Leave()).at(60)


def test_the_worked_example_comes_out_as_the_page_says() -> None:
    found = {line["person"]: line for line in report.people(example().attendance(), NAMES).lines}
    header, *rows = table("person")
    assert [row[0] for row in rows] == ["Bob", "Eve", "Finn", "Alice"]
    for row in rows:
        assert [_said(found[row[0]][column], column) for column in header] == row


def _said(value: Value, column: str) -> str:
    """A value as the page puts it: of a moment, the time of day."""
    text = cell(value)
    return text[11:19] if column in ("first_in", "last_out") else text


def test_the_running_time_of_the_example_is_as_the_page_says() -> None:
    facts = example().attendance().meeting
    assert (facts.running, facts.running_ms) == ((span(2, 20), span(30, 60)), minutes(48))


def test_every_status_and_flag_is_on_the_page_and_no_other() -> None:
    assert words("Status") == set(get_args(Status))
    assert words("Flag of a person") == set(get_args(Flag))
    assert words("Flag of a meeting") == set(get_args(MeetingFlag))
