"""Attendance as tables."""

import csv
import io
import json

import pytest

from sessions_app.accountability.counts import Counts
from sessions_app.accountability.rows import Row
from sessions_app.reports import attendance as report
from sessions_app.reports import meeting as meetings
from sessions_app.reports.names import numbered
from sessions_app.reports.render import cell, csv_lines, json_rows
from sessions_app.reports.table import Line, Table
from sessions_app.room.clock import Break, Extend
from sessions_app.room.door import Admit, Remove
from sessions_app.room.people import ComeBack, Leave, StepAway
from sessions_app.room.record import CorrectTime
from tests.accountability.evening import ALICE, BOB, EVE, FINN, GUS, Evening, minute

NAMES = {
    ALICE: "Alice",
    "s_amir": "Amir",
    BOB: "=HYPERLINK(1)",
    EVE: "Eve",
    FINN: "Finn",
    GUS: "Gus",
}


def full() -> Evening:
    """An evening with something in every column."""
    evening = Evening(capacity=1).begins(BOB).arrives(GUS).waits(EVE)
    evening.at(2).does(BOB, StepAway("call")).at(4).does(BOB, ComeBack())
    evening.at(7).does(ALICE, Admit(EVE, "known", over_capacity="+1 make-up"))
    evening.at(20).does(ALICE, Break(5)).at(30).drops(BOB).at(31).connects(BOB)
    evening.at(40).does(EVE, Leave()).at(41).does(ALICE, Remove(BOB, "conduct"))
    evening.does(ALICE, Extend(5, "late start")).at(70)
    evening.does(ALICE, CorrectTime("end", minute(62), "=ran on"))
    return evening.does(ALICE, CorrectTime("break", minute(21), "longer", minute(27)))


def tables(evening: Evening) -> dict[str, Table]:
    found = evening.attendance()
    return {
        "people": report.people(found, NAMES),
        "times": report.times(found, NAMES),
        "sources": report.sources(found, NAMES),
        "meeting": meetings.meeting(found, NAMES),
        "corrections": meetings.corrections(found, NAMES),
    }


def only(table: Table, person: str) -> Line:
    return next(line for line in table.lines if line["person"] == person)


@pytest.mark.parametrize("name", ["people", "times", "sources", "meeting", "corrections"])
def test_json_and_csv_say_the_same_in_every_cell(name: str) -> None:
    documents = json.loads(json_rows(tables(full())[name]))
    table = tables(full())[name]
    header, *rows = csv.reader(io.StringIO("".join(csv_lines(table)), newline=""))
    assert documents
    assert len(rows) == len(documents)
    for row, document in zip(rows, documents, strict=True):
        assert header == list(document)
        assert row == [cell(document[column]) for column in header]


def test_a_line_has_a_persons_figures() -> None:
    line = only(tables(full())["people"], "Eve")
    assert line["status"] == "partial"
    assert line["first_in"] == "2026-03-02T18:07:00.000Z"
    assert line["first_in_local"] == "2026-03-02T10:07:00.000-08:00"
    assert line["last_out_local"] == "2026-03-02T10:40:00.000-08:00"
    assert (line["credited_ms"], line["credited_s"], line["credited_min"]) == (1620000, 1620, 27)
    assert (line["early_s"], line["waiting_ms"], line["flags"]) == (1200, 420000, "over_capacity")


def test_a_removal_and_a_gap_show() -> None:
    line = only(tables(full())["people"], "=HYPERLINK(1)")
    assert (line["status"], line["removed_for"]) == ("removed", "conduct")
    assert (line["gaps"], line["gaps_ms"], line["connection_losses"]) == (1, 60000, 1)


def test_participants_staff_and_guests_are_in_one_table() -> None:
    roles = [line["role"] for line in tables(full())["people"].lines]
    assert roles == ["participant"] * 3 + ["staff"] * 2 + ["guest"]
    assert only(tables(full())["people"], "Gus")["function"] == "interpreter"
    assert only(tables(full())["people"], "Alice")["credential"] == "LCSW"


def test_every_count_is_a_column() -> None:
    assert set(Counts.__struct_fields__) <= set(report.PEOPLE)


def test_every_plain_figure_of_a_row_is_a_column() -> None:
    renamed = {"name": "person", "presence": "present_ms", "earned": "credited_ms"}
    renamed |= {name: f"{name}_ms" for name in ("waiting", "away", "microphone", "camera")}
    beside = {"credited", "counts", "sources", "facilitates", "attended"}
    for field in set(Row.__struct_fields__) - beside:
        assert renamed.get(field, field) in report.PEOPLE


def test_seats_are_told_only_to_who_may_match_them() -> None:
    found = full().attendance()
    assert {line["seat"] for line in report.people(found, NAMES).lines} == {None}
    seats = [line["seat"] for line in report.people(found, NAMES, codes=True).lines]
    assert seats == [row.seat for row in found.rows]


def test_whoever_may_know_no_names_sees_numbered_seats_and_no_codes() -> None:
    found = full().attendance()
    names = numbered(found)
    for table in (
        report.people(found, names),
        report.times(found, names),
        report.sources(found, names),
        meetings.meeting(found, names),
        meetings.corrections(found, names),
    ):
        text = "".join(csv_lines(table))
        assert not any(row.seat in text or row.name in text for row in found.rows)
    people = [line["person"] for line in report.people(found, names).lines]
    assert people == [f"Seat {n}" for n in range(1, 7)]


def test_the_times_add_up_to_the_figures() -> None:
    lines = list(tables(full())["times"].lines)
    people = list(tables(full())["people"].lines)
    for person in people:
        own = [line for line in lines if line["person"] == person["person"]]
        for what, figure in {
            "present": "present_ms",
            "credited": "credited_ms",
            "gap": "gaps_ms",
            "waiting": "waiting_ms",
            "away": "away_ms",
        }.items():
            lengths = [line["length_ms"] for line in own if line["what"] == what]
            assert sum(n for n in lengths if isinstance(n, int)) == person[figure]


def test_rows_tie_times_and_sources_to_people_of_one_name() -> None:
    found = full().attendance()
    alike = dict.fromkeys(NAMES, "Sam")
    people = list(report.people(found, alike).lines)
    assert [line["row"] for line in people] == list(range(1, len(found.rows) + 1))
    for table in (report.times(found, alike), report.sources(found, alike)):
        for line in table.lines:
            assert (line["row"] is None) == (line["person"] is None)
    for line, row in zip(people, found.rows, strict=True):
        figures = {
            s["figure"] for s in report.sources(found, alike).lines if s["row"] == line["row"]
        }
        assert figures == set(row.sources)


def test_the_sources_are_numbers_of_entries() -> None:
    evening = full()
    line = next(
        line
        for line in tables(evening)["sources"].lines
        if (line["person"], line["figure"]) == ("=HYPERLINK(1)", "status")
    )
    kinds = {str(fact.seq): type(fact.event).__name__ for fact in evening.facts}
    assert kinds[str(line["entries"])] == "Removed"


def test_the_meeting_is_one_line() -> None:
    (line,) = tables(full())["meeting"].lines
    assert line["planned_start_local"] == "2026-03-02T10:00:00.000-08:00"
    assert (line["actual_end"], line["recorded_end"]) == (
        "2026-03-02T19:02:00.000Z",
        "2026-03-02T19:05:00.000Z",
    )
    assert (line["running_ms"], line["running_min"]) == (56 * 60000, 56)
    assert (line["capacity"], line["peak"], line["exceeded"]) == (1, 2, True)
    assert line["over_capacity"] == "+1 make-up"
    assert (line["expected"], line["present"], line["facilitators"]) == (3, 2, "Alice, LCSW")
    assert line["flags"] == "break_corrected end_corrected over_capacity"
    assert line["provisional"] is False


def test_a_meeting_that_was_called_off_has_empty_cells() -> None:
    found = Evening().attendance()
    (line,) = meetings.meeting(found, {}).lines
    assert (line["planned_start"], line["actual_start"], line["facilitators"]) == (None, None, None)


def test_a_correction_shows_with_what_it_took_the_place_of() -> None:
    end, pause = tables(full())["corrections"].lines
    assert (end["before"], end["at"]) == ("2026-03-02T19:05:00.000Z", "2026-03-02T19:02:00.000Z")
    assert (end["reason"], end["by"], end["replaced_ms"]) == ("=ran on", "Alice", None)
    assert (pause["what"], pause["replaced_ms"], pause["before"]) == ("break", 300000, None)
