"""A ledger as a table."""

import json

import msgspec

from sessions_app.reports.ledger import entries
from sessions_app.reports.names import numbered, renamed
from sessions_app.reports.render import csv_lines
from sessions_app.room.door import Remove
from sessions_app.room.people import Leave
from sessions_app.room.record import SignRecord
from sessions_app.room.talk import Post
from tests.accountability.evening import ALICE, BOB, EVE, Evening


def told() -> Evening:
    evening = Evening().begins(BOB, EVE).does(BOB, Post("my secret", "staff"))
    evening.at(30).does(ALICE, Remove(EVE, "conduct", "a private note")).at(31).does(BOB, Leave())
    return evening.at(60).does(ALICE, SignRecord())


def test_there_is_one_line_an_entry_in_order() -> None:
    evening = told()
    lines = list(entries(evening.facts, "America/Los_Angeles", {}).lines)
    assert [line["entry"] for line in lines] == [fact.seq for fact in evening.facts]
    assert [line["kind"] for line in lines] == [type(f.event).__name__ for f in evening.facts]


def test_an_entry_says_when_who_and_what() -> None:
    lines = entries(told().facts, "America/Los_Angeles", {BOB: "Bob", ALICE: "Alice"}).lines
    admitted = next(
        line for line in lines if line["kind"] == "Admitted" and line["person"] == "Bob"
    )
    assert admitted["at"] == "2026-03-02T17:50:00.000Z"
    assert admitted["at_local"] == "2026-03-02T09:50:00.000-08:00"
    assert (admitted["actor"], admitted["to"]) == ("Alice", "group")
    assert json.loads(str(admitted["event"])) == {
        "seat": "Bob",
        "by": "Alice",
        "identity": "known",
        "late": "",
        "over_capacity": "",
    }


def test_whoever_may_know_no_names_finds_none_in_the_whole_ledger() -> None:
    evening = told()
    found = evening.attendance()
    text = "".join(csv_lines(entries(evening.facts, "UTC", numbered(found))))
    for row in found.rows:
        assert row.seat not in text
        assert f'"{row.name}"' not in text.replace('""', '"')
    assert "Seat 1" in text


def test_a_known_name_goes_over_its_number() -> None:
    evening = told()
    names = numbered(evening.attendance()) | {BOB: "Bob Martin"}
    text = "".join(csv_lines(entries(evening.facts, "UTC", names)))
    assert "Bob Martin" in text
    assert "Seat 2" in text


def test_what_is_private_is_not_in_the_ledger() -> None:
    text = "".join(csv_lines(entries(told().facts, "UTC", {})))
    assert "my secret" not in text
    assert "a private note" not in text


def test_audiences_are_told_by_name_too() -> None:
    lines = entries(told().facts, "UTC", {BOB: "Seat 1"}).lines
    knocked = next(line for line in lines if line["kind"] == "Knocked")
    assert knocked["to"] == "staff; seat:Seat 1"


def test_a_room_and_a_contact_keep_their_own_names() -> None:
    plan = msgspec.to_builtins(told().plan)
    assert renamed(plan, {BOB: "Seat 1"})["name"] == "Monday evening"


def test_a_signature_is_told_by_the_signers_seat() -> None:
    event = {"by": ALICE, "name": "Alice", "credential": "LCSW"}
    assert renamed(event, {ALICE: "Seat 4"}) == {
        "by": "Seat 4",
        "name": "Seat 4",
        "credential": "LCSW",
    }


def test_seats_as_keys_are_renamed() -> None:
    assert renamed({"busy_from": {BOB: 5}}, {BOB: "Seat 1"}) == {"busy_from": {"Seat 1": 5}}
