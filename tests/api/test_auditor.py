"""Auditors read what a grant names, while it lasts; everyone else is a number to them."""

from datetime import timedelta

import pytest
from django.utils import timezone

from accounts import grants
from accounts.models import AccessLog, AuditGrant
from sessions_app.models import GroupSession
from sessions_app.room.clock import Start
from sessions_app.room.door import Admit, Knock
from sessions_app.room.people import Connect
from tests.api.conftest import Town, refused
from tests.api.evening import FIT, NUMBER, PLACE, SECRET, play

READINGS = ("attendance", "ledger", "verification")


def test_without_a_grant_there_is_nothing(town: Town) -> None:
    past = town.past()
    dana = town.as_("dana")
    assert dana.get("sessions").json()["results"] == []
    for reading in READINGS:
        refused(dana.get(f"sessions/{past.pk}/{reading}"), 404, "not_found")


def test_a_grant_shows_the_names_it_names_and_numbers_the_rest(town: Town) -> None:
    past = town.past()
    town.grant("bob", day=past.planned_date)
    answer = town.as_("dana").get(f"sessions/{past.pk}/attendance")
    found = {line["person"]: line for line in answer.json()["people"]}
    assert set(found) == {"Bob Legal", "Seat 2", "Seat 3", "Seat 4", "Seat 5"}
    assert {line["seat"] for line in found.values()} == {None}
    assert [line["status"] for line in answer.json()["people"]][:3] == [
        "present",
        "left_early",
        "removed",
    ]


@pytest.mark.parametrize("reading", READINGS)
@pytest.mark.parametrize("form", ["json", "csv"])
def test_nothing_else_of_the_others_is_told(town: Town, reading: str, form: str) -> None:
    past = town.past()
    town.grant("bob", day=past.planned_date)
    query = {"page_size": 200} if reading == "ledger" else {}
    if form == "csv":
        if reading == "verification":
            return
        text = town.as_("dana").csv(f"sessions/{past.pk}/{reading}", **query)
    else:
        text = town.as_("dana").get(f"sessions/{past.pk}/{reading}", **query).content.decode()
    assert reading == "verification" or "Seat 2" in text
    for name in ("eve", "finn", "alice", "amir"):
        for trace in (
            town.seat(name),
            town.person(name).public_id,
            f"{name.title()} Legal",
            f'"{name.title()}"',
        ):
            assert trace not in text, trace
    for secret in (SECRET, PLACE, NUMBER, town.seat("bob"), "example.org"):
        assert secret not in text


def test_a_grant_for_everyone_names_everyone(town: Town) -> None:
    past = town.past()
    town.grant(day=past.planned_date, everyone=True)
    text = town.as_("dana").get(f"sessions/{past.pk}/attendance").content.decode()
    assert "Seat " not in text
    assert {"Eve Legal", "Alice Legal"} <= {
        line["person"]
        for line in town.as_("dana").get(f"sessions/{past.pk}/attendance").json()["people"]
    }


def test_only_sessions_of_its_days_are_there(town: Town) -> None:
    inside, outside = town.past(2), town.past(5)
    town.grant("bob", day=inside.planned_date)
    dana = town.as_("dana")
    listed = [row["id"] for row in dana.get("sessions").json()["results"]]
    assert listed == [str(inside.pk)]
    for reading in READINGS:
        assert dana.get(f"sessions/{inside.pk}/{reading}").status_code == 200
        refused(dana.get(f"sessions/{outside.pk}/{reading}"), 404, "not_found")


def test_a_grant_that_ended_is_no_grant(town: Town) -> None:
    past = town.past()
    given = town.grant("bob", day=past.planned_date)
    dana = town.as_("dana")
    assert dana.get(f"sessions/{past.pk}/attendance").status_code == 200
    AuditGrant.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    refused(dana.get(f"sessions/{past.pk}/attendance"), 404, "not_found")
    AuditGrant.objects.update(expires_at=timezone.now() + timedelta(days=1))
    grants.revoke(given, timezone.now())
    refused(dana.get(f"sessions/{past.pk}/ledger"), 404, "not_found")
    assert dana.get("sessions").json()["count"] == 0


def test_an_auditor_does_nothing_else(town: Town) -> None:
    past = town.past()
    town.grant("bob", day=past.planned_date)
    dana, path = town.as_("dana"), f"sessions/{past.pk}"
    refused(dana.get("groups"), 403, "not_permitted")
    refused(dana.get(town.group), 404, "not_found")
    for reading in ("room", "check-in", "staff", "guests", "attendance/me"):
        refused(dana.get(f"{path}/{reading}"), 403, "not_permitted")
    for deed in ("ticket", "commands", "cancel", "staff", "guests", "check-in"):
        refused(dana.post(f"{path}/{deed}", {}), 403, "not_permitted")
    refused(dana.patch(path, {"topic": "x"}), 403, "not_permitted")


def test_looking_for_a_person_finds_only_those_in_the_grant(town: Town) -> None:
    past = town.past()
    town.grant("bob", day=past.planned_date)
    dana = town.as_("dana")

    def count(name: str) -> int:
        return int(dana.get("sessions", person=town.person(name).public_id).json()["count"])

    assert (count("bob"), count("eve"), count("alice")) == (1, 0, 0)


def test_the_purpose_of_the_grant_is_written_down_with_each_look(town: Town) -> None:
    past = town.past()
    town.grant("bob", day=past.planned_date)
    for reading in READINGS:
        town.as_("dana").get(f"sessions/{past.pk}/{reading}")
    looks = AccessLog.objects.filter(object_id=str(past.pk)).order_by("at")
    assert list(looks.values_list("kind", "purpose")) == [
        (reading, "Payer review") for reading in READINGS
    ]


def test_words_about_somebody_unknown_are_withheld(town: Town) -> None:
    town.house.group.capacity = 1
    town.house.group.save(update_fields=["capacity"])
    past = town.plan(-2 * 86_400)
    overfull(town, past)
    dana = town.as_("dana")
    town.grant("bob", day=past.planned_date)
    for reading, query in (("attendance", {}), ("ledger", {"page_size": 200})):
        text = dana.get(f"sessions/{past.pk}/{reading}", **query).content.decode()
        assert "withheld" in text
        assert "Eve asked" not in text
    town.grant("eve", day=past.planned_date)
    assert "Eve asked" in dana.get(f"sessions/{past.pk}/attendance").content.decode()


def overfull(town: Town, past: GroupSession) -> None:
    """An evening on which eve was let in over capacity."""
    seats = {name.title(): seat for name, seat in town.house.seats.items()}
    play(
        past,
        seats,
        [
            (-9, "Alice", Connect("a")),
            (-9, "Alice", Knock()),
            (-8, "Bob", Connect("b")),
            (-8, "Bob", Knock(FIT)),
            (-8, "Alice", Admit(seats["Bob"], "known")),
            (-7, "Eve", Connect("e")),
            (-7, "Eve", Knock(FIT)),
            (-6, "Alice", Admit(seats["Eve"], "known", over_capacity="Eve asked to come")),
            (0, "Alice", Start()),
        ],
    )
