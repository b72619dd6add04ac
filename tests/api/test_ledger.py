"""GET sessions/{id}/ledger: the entries with their hashes, a page at a time, filtered, as CSV."""

import csv
import io
import json
from datetime import UTC, timedelta

import pytest

from accounts.models import AccessLog
from sessions_app.api.shapes.record import ENTRIES
from sessions_app.models import LedgerEntry
from sessions_app.reports.render import cell
from tests.api.conftest import Town, refused
from tests.api.evening import NUMBER, PLACE, SECRET


def test_an_administrator_pages_through_it(town: Town) -> None:
    past = town.past()
    olga, path = town.as_("olga"), f"sessions/{past.pk}/ledger"
    first = olga.get(path, page_size=10).json()
    total = LedgerEntry.objects.filter(session=past).count()
    assert (first["count"], [row["entry"] for row in first["results"]]) == (
        total,
        list(range(1, 11)),
    )
    second = olga.get(path, page_size=10, page=2).json()["results"]
    assert [row["entry"] for row in second] == list(range(11, 21))
    stored = LedgerEntry.objects.get(session=past, seq=11)
    assert second[0]["hash"] == bytes(stored.hash).hex()
    assert (second[0]["kind"], second[0]["at"][-1]) == (stored.kind, "Z")


def test_it_says_who_did_what_by_legal_name(town: Town) -> None:
    past = town.past()
    (removed,) = (
        town.as_("olga").get(f"sessions/{past.pk}/ledger", kind="Removed").json()["results"]
    )
    assert (removed["actor"], removed["person"]) == ("Alice Legal", "Finn Legal")
    assert removed["event"] == {"seat": "Finn Legal", "reason": "conduct"}
    assert removed["sealed"] is True


@pytest.mark.parametrize("form", ["json", "csv"])
def test_what_is_private_is_in_no_answer(town: Town, form: str) -> None:
    past = town.past()
    path = f"sessions/{past.pk}/ledger"
    olga = town.as_("olga")
    text = olga.csv(path) if form == "csv" else olga.get(path, page_size=200).content.decode()
    assert "CheckedIn" in text
    for secret in (SECRET, PLACE, NUMBER):
        assert secret not in text


def test_csv_holds_what_json_holds_page_after_page(town: Town) -> None:
    past = town.past()
    olga, path = town.as_("olga"), f"sessions/{past.pk}/ledger"
    rows = list(csv.DictReader(io.StringIO(olga.csv(path))))
    lines = olga.get(path, page_size=200).json()["results"]
    assert len(rows) == len(lines) > 20
    for row, line in zip(rows, lines, strict=True):
        assert set(row) == set(line) == set(ENTRIES)
        assert json.loads(row.pop("event")) == line.pop("event")
        assert row == {name: cell(value) for name, value in line.items()}


def test_it_is_narrowed_to_a_person_a_kind_and_a_time(town: Town) -> None:
    past = town.past()
    olga, path = town.as_("olga"), f"sessions/{past.pk}/ledger"

    def kinds(**query: str) -> list[str]:
        return [row["kind"] for row in olga.get(path, page_size=200, **query).json()["results"]]

    assert kinds(kind="Started") == ["Started"]
    of_finn = kinds(person="Finn Legal")
    assert {"DoorOpened", "Knocked", "Admitted", "Removed"} <= set(of_finn)
    assert "CheckedIn" not in of_finn
    assert kinds(person=town.seat("finn")) == of_finn
    assert kinds(person="nobody") == []
    start = past.starts_at.astimezone(UTC)
    late = start + timedelta(minutes=12)
    assert kinds(since=late.isoformat(), until=(late + timedelta(seconds=1)).isoformat()) == [
        "Connected",
        "Knocked",
    ]


def test_an_auditor_narrows_by_the_names_they_see(town: Town) -> None:
    past = town.past()
    town.grant("bob", day=past.planned_date)
    dana, path = town.as_("dana"), f"sessions/{past.pk}/ledger"
    assert dana.get(path, person="Seat 3").json()["count"] > 0
    assert dana.get(path, person="Bob Legal").json()["count"] > 0
    # A code is not something an auditor may know, so it is not something to ask by.
    assert dana.get(path, person=town.seat("finn")).json()["count"] == 0


def test_nobody_else_reads_it(town: Town) -> None:
    past = town.past()
    for name in ("alice", "sue", "bob"):
        refused(town.as_(name).get(f"sessions/{past.pk}/ledger"), 403, "not_permitted")


def test_a_look_is_written_down(town: Town) -> None:
    past = town.past()
    town.as_("olga").get(f"sessions/{past.pk}/ledger")
    look = AccessLog.objects.get(kind="ledger")
    assert (look.object_id, look.purpose) == (str(past.pk), "operations")
    assert look.actor.startswith("m_")


def test_a_session_without_a_record_has_no_entries(town: Town) -> None:
    later = town.plan(86_400)
    answer = town.as_("olga").get(f"sessions/{later.pk}/ledger")
    assert answer.json()["results"] == []


def test_the_entries_behind_a_figure_are_asked_for_by_number(town: Town) -> None:
    past = town.past()
    olga, path = town.as_("olga"), f"sessions/{past.pk}/ledger"
    told = olga.get(f"sessions/{past.pk}/attendance").json()
    (bob,) = (line["row"] for line in told["people"] if line["person"] == "Bob Legal")
    (source,) = (
        line["entries"]
        for line in told["sources"]
        if (line["row"], line["figure"]) == (bob, "hands_raised")
    )
    found = olga.get(path, entries=source.replace(" ", ",")).json()["results"]
    assert [(line["kind"], line["person"]) for line in found] == [("HandRaised", "Bob Legal")]
    several = olga.get(path, entries="9, 1,4").json()["results"]
    assert [line["entry"] for line in several] == [1, 4, 9]
    assert olga.get(path, entries="1,4", kind="DoorOpened").json()["count"] == 1
    assert len(olga.csv(path, entries="1,4").splitlines()) == 3


@pytest.mark.parametrize("wrong", ["1;2", "a", "1,,2", "-1", "9" * 20, ",".join(["1"] * 501)])
def test_what_are_no_numbers_of_entries_is_refused(town: Town, wrong: str) -> None:
    past = town.past()
    refused(town.as_("olga").get(f"sessions/{past.pk}/ledger", entries=wrong), 400, "invalid")


def test_kinds_may_be_repeated_and_must_be_kinds(town: Town) -> None:
    past = town.past()
    olga, path = town.as_("olga"), f"sessions/{past.pk}/ledger"
    found = olga.get(path, kind=["Started", "Removed"]).json()["results"]
    assert [line["kind"] for line in found] == ["Started", "Removed"]
    refused(olga.get(path, kind="Nothing"), 400, "invalid")


def test_a_person_is_also_meant_by_their_row_of_the_attendance(town: Town) -> None:
    past = town.past()
    town.grant("bob", day=past.planned_date)
    for name in ("olga", "dana"):
        door, path = town.as_(name), f"sessions/{past.pk}/ledger"
        for line in door.get(f"sessions/{past.pk}/attendance").json()["people"]:
            by_row = door.get(path, row=line["row"]).json()["count"]
            assert by_row == door.get(path, person=line["person"]).json()["count"] > 0
        assert door.get(path, row=99).json()["count"] == 0
