"""GET sessions/{id}/attendance, and one's own: live from the ledger."""

import csv
import io
from typing import Any

import pytest

from accounts.models import AccessLog, User
from accounts.roles import Role
from sessions_app.api.shapes import record as shapes
from sessions_app.models import Enrolment
from sessions_app.models.seat import seat_of
from sessions_app.reports.render import cell
from sessions_app.room.sound import SetCamera, SetMicrophone
from sessions_app.room.speech import ReportSpeech
from tests.api.conftest import Town, refused
from tests.api.evening import MINUTE_MS, play, script

FIRST = {"Bob": "present", "Eve": "left_early", "Finn": "removed"}


def people(answer: Any) -> dict[str, dict[str, Any]]:
    assert answer.status_code == 200, answer.content
    return {line["person"]: line for line in answer.json()["people"]}


def test_the_staff_see_who_attended_by_the_names_of_the_room(town: Town) -> None:
    past = town.past()
    found = people(town.as_("alice").get(f"sessions/{past.pk}/attendance"))
    assert {name: found[name]["status"] for name in FIRST} == FIRST
    assert found["Bob"]["credited_min"] == 50  # an hour less a break of ten minutes
    assert found["Finn"]["late_s"] == 720
    assert found["Finn"]["removed_for"] == "conduct"
    assert found["Bob"]["seat"] == town.seat("bob")
    assert found["Alice"]["role"] == "staff"


def test_the_office_sees_legal_names(town: Town) -> None:
    past = town.past()
    for name in ("olga", "sue"):
        found = people(town.as_(name).get(f"sessions/{past.pk}/attendance"))
        assert found["Bob Legal"]["status"] == "present"
        assert "Bob" not in found


@pytest.mark.parametrize(
    "table", ["people", "meeting", "corrections", "signatures", "times", "sources"]
)
def test_csv_says_what_json_says(town: Town, table: str) -> None:
    past = town.past()
    lines = town.as_("alice").get(f"sessions/{past.pk}/attendance").json()[table]
    lines = [lines] if isinstance(lines, dict) else lines
    text = town.as_("alice").csv(f"sessions/{past.pk}/attendance", table=table)
    rows = list(csv.DictReader(io.StringIO(text)))
    # `upto` of an open session is now; this one is over.
    assert rows == [{name: cell(value) for name, value in line.items()} for line in lines]
    assert rows or table == "corrections"


def test_csv_is_also_asked_for_by_accept_and_is_a_file_without_a_name(town: Town) -> None:
    past = town.past()
    answer = town.as_("alice").client.get(
        f"/api/v1/sessions/{past.pk}/attendance", headers={"accept": "text/csv"}
    )
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    assert (
        answer["Content-Disposition"] == f'attachment; filename="attendance-people-{past.pk}.csv"'
    )


def test_a_cell_that_would_be_a_formula_is_disarmed(town: Town) -> None:
    town.person("bob").seats.update(alias="=SUM(A1)")
    past = town.plan(-2 * 86_400)
    play(past, {name.title(): seat for name, seat in town.house.seats.items()})
    text = town.as_("alice").csv(f"sessions/{past.pk}/attendance")
    assert "'=SUM(A1)" in text
    assert "\r\n=SUM" not in text


def test_a_refusal_stays_json_for_whoever_wants_csv(town: Town) -> None:
    past = town.past()
    refused(
        town.as_("bob").get(f"sessions/{past.pk}/attendance", format="csv"), 403, "not_permitted"
    )
    refused(
        town.as_("alice").get(f"sessions/{past.pk}/attendance", format="csv", table="x"),
        400,
        "invalid",
    )


def test_a_participant_sees_their_own_row_and_nobody_elses(town: Town) -> None:
    past = town.past()
    answer = town.as_("bob").get(f"sessions/{past.pk}/attendance/me")
    assert answer.status_code == 200
    you = answer.json()["you"]
    assert (you["person"], you["status"], you["credited_min"]) == ("Bob", "present", 50)
    assert set(you) == set(shapes.OWN)
    assert set(answer.json()["meeting"]) == set(shapes.OWN_MEETING)
    text = answer.content.decode()
    for other in ("Eve", "Finn", "Alice", town.seat("eve"), town.seat("alice")):
        assert f'"{other}"' not in text


def test_talk_and_devices_are_figures_for_the_staff_and_not_in_ones_own_row(town: Town) -> None:
    past = town.plan(-2 * 86_400)
    seats = {name.title(): seat for name, seat in town.house.seats.items()}
    start = round(past.planned().starts_at.timestamp() * 1000)
    spoke = ReportSpeech(start + 4 * MINUTE_MS, start + 5 * MINUTE_MS, 20_000)
    more = [(3, SetMicrophone(True)), (3, SetCamera(True)), (5, spoke), (9, SetMicrophone(False))]
    steps = [*script(seats), *((minute, "Bob", command) for minute, command in more)]
    play(past, seats, sorted(steps, key=lambda step: step[0]))
    line = people(town.as_("alice").get(f"sessions/{past.pk}/attendance"))["Bob"]
    columns = ("talked_ms", "talked_by", "microphone_ms", "camera_ms")
    assert [line[name] for name in columns] == [20_000, "self", 6 * MINUTE_MS, 47 * MINUTE_MS]
    text = town.as_("alice").csv(f"sessions/{past.pk}/attendance")
    row = next(row for row in csv.DictReader(io.StringIO(text)) if row["person"] == "Bob")
    assert [row[name] for name in columns] == ["20000", "self", "360000", "2820000"]
    you = town.as_("bob").get(f"sessions/{past.pk}/attendance/me").json()["you"]
    assert not set(columns) & set(you)
    entries = town.as_("olga").get(f"sessions/{past.pk}/ledger", kind="SpeechNoted").json()
    (entry,) = entries["results"]
    assert entry["event"]["spoken"] == {"Bob Legal": 20_000}


def test_what_the_room_keeps_from_a_person_is_not_in_their_own_row(town: Town) -> None:
    past = town.past()
    you = town.as_("finn").get(f"sessions/{past.pk}/attendance/me").json()["you"]
    assert you["status"] == "removed"
    assert "prompts_missed" not in you


def test_whoever_was_not_expected_has_no_row(town: Town) -> None:
    past = town.past()
    gina = town.add("gina", Role.PARTICIPANT)
    Enrolment.objects.create(seat=seat_of(town.house.group, gina), since=past.created)
    Enrolment.objects.filter(seat__user=gina).update(since=past.starts_at)
    assert town.as_("gina").get(f"sessions/{past.pk}/attendance/me").json()["you"] is None


def test_a_session_that_has_not_opened_has_nobody_in_it(town: Town) -> None:
    later = town.plan(86_400)
    told = town.as_("alice").get(f"sessions/{later.pk}/attendance").json()
    assert (told["people"], told["meeting"]["provisional"]) == ([], True)


def test_every_look_is_written_down_with_its_purpose(town: Town) -> None:
    past = town.past()
    for name in ("alice", "olga"):
        town.as_(name).get(f"sessions/{past.pk}/attendance")
    town.as_("bob").get(f"sessions/{past.pk}/attendance")
    town.as_("bob").get(f"sessions/{past.pk}/attendance/me")
    looks = AccessLog.objects.filter(object_id=str(past.pk), kind="attendance")
    assert sorted(looks.values_list("purpose", flat=True)) == ["care", "operations"]


def test_the_figures_have_the_types_that_are_promised(town: Town) -> None:
    past = town.past()
    told = town.as_("alice").get(f"sessions/{past.pk}/attendance").json()
    shown = shapes.AttendanceSerializer(told).data
    assert {name: shown[name] for name in told} == told


def test_two_people_of_one_name_are_told_apart_by_their_rows(town: Town) -> None:
    User.objects.filter(pk__in=[town.person("bob").pk, town.person("eve").pk]).update(
        legal_name="Sam Same"
    )
    past = town.past()
    told = town.as_("olga").get(f"sessions/{past.pk}/attendance").json()
    rows = [line["row"] for line in told["people"]]
    assert rows == list(range(1, len(rows) + 1))
    assert [line["person"] for line in told["people"]].count("Sam Same") == 2
    for line in told["people"]:
        own = [time for time in told["times"] if time["row"] == line["row"]]
        assert {time["person"] for time in own} <= {line["person"]}
        lengths = [time["length_ms"] for time in own if time["what"] == "present"]
        assert sum(lengths) == line["present_ms"]
    assert {time["what"] for time in told["times"] if time["row"] is None} == {"running", "break"}
    assert {source["row"] for source in told["sources"]} == {None, *rows}


def test_whoever_signed_is_named_as_the_reader_may_see_them(town: Town) -> None:
    past = town.past()
    town.grant("bob", day=past.planned_date)

    def signed(name: str) -> dict[str, Any]:
        told = town.as_(name).get(f"sessions/{past.pk}/attendance").json()
        (signature,) = told["signatures"]
        (person,) = (line for line in told["people"] if line["row"] == signature["row"])
        assert person["person"] == signature["name"]
        return dict(signature)

    alice = signed("alice")
    assert (alice["name"], alice["by"], alice["meaning"]) == (
        "Alice",
        town.seat("alice"),
        "facilitated",
    )
    assert (alice["at"][-1], alice["credential"]) == ("Z", None)
    assert signed("olga")["name"] == "Alice Legal"
    dana = signed("dana")
    assert (dana["name"][:5], dana["by"]) == ("Seat ", None)
