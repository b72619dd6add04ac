"""GET attendance: the list of sessions with their attendance at a glance."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import AccessLog
from sessions_app.models import GroupSession, SessionStaff
from tests.api.conftest import Town, embedded, refused
from tests.api.evening import SECRET


def rows(town: Town, name: str, **query: Any) -> list[dict[str, Any]]:
    answer = town.as_(name).get("attendance", **query)
    assert answer.status_code == 200, answer.content
    return list(answer.json()["results"])


def ids(found: list[dict[str, Any]]) -> list[str]:
    return [row["id"] for row in found]


def test_the_office_sees_every_session_newest_first_with_its_figures(town: Town) -> None:
    past, before = town.past(2), town.past(4)
    found = rows(town, "olga")
    assert ids(found) == [str(town.house.id), str(past.pk), str(before.pk)]
    assert found[0]["glance"] is None
    glance = found[1]["glance"]
    assert (glance["expected"], glance["present"], glance["peak"]) == (3, 3, 3)
    assert glance["statuses"] == {"present": 1, "left_early": 1, "removed": 1}
    assert (glance["running_min"], glance["capacity"], glance["exceeded"]) == (50, 12, False)
    assert (glance["provisional"], glance["flags"]) == (False, None)
    assert glance["facilitators"] == "Alice Legal"
    assert [(s["name"], s["meaning"]) for s in glance["signed"]] == [("Alice Legal", "facilitated")]
    assert glance["signed"][0]["at"].endswith("Z")
    assert glance["sealed_at"].endswith("Z")
    assert glance["person"] is None
    assert found[1]["reach"] == ["administrator"]


def test_its_figures_are_those_of_the_attendance(town: Town) -> None:
    past = town.past()
    (glance,) = (row["glance"] for row in rows(town, "alice") if row["id"] == str(past.pk))
    facts = town.as_("alice").get(f"sessions/{past.pk}/attendance").json()["meeting"]
    for name in ("expected", "present", "peak", "running_min", "facilitators", "flags"):
        assert glance[name] == facts[name]


def test_staff_see_those_they_are_assigned_to_by_the_names_of_the_room(town: Town) -> None:
    past, other = town.past(2), town.past(4)
    SessionStaff.objects.filter(session=other, seat__user=town.house.people["alice"]).delete()
    found = rows(town, "alice")
    assert ids(found) == [str(town.house.id), str(past.pk)]
    assert found[1]["glance"]["facilitators"] == "Alice"


def test_an_auditor_sees_the_days_of_the_grants_and_numbered_seats(town: Town) -> None:
    past, _ = town.past(2), town.past(4)
    town.grant("bob", day=past.planned_date)
    (row,) = rows(town, "dana")
    assert row["id"] == str(past.pk)
    assert row["glance"]["facilitators"].startswith("Seat ")
    assert row["glance"]["signed"][0]["name"].startswith("Seat ")
    town.grant("alice", day=past.planned_date)
    (row,) = rows(town, "dana")
    assert row["glance"]["facilitators"] == "Alice Legal"


@embedded
def test_whoever_may_see_no_attendance_gets_no_list(town: Town) -> None:
    for name in ("bob", "gus"):
        refused(town.as_(name).get("attendance"), 403, "not_permitted")
    assert rows(town, "dana") == []  # an auditor without a grant, or after it
    clinic = town.house.people["carol"].memberships.all()[0].clinic_id
    refused(town.as_("olga").get("attendance", clinic=str(clinic)), 404, "not_found")


def test_a_person_is_asked_for_and_gets_a_line(town: Town) -> None:
    past = town.past()
    eve = town.person("eve").public_id
    found = {row["id"]: row["glance"] for row in rows(town, "alice", person=eve)}
    line = found[str(past.pk)]["person"]
    assert (line["status"], line["late_s"]) == ("left_early", 0)
    assert line["early_s"] > 0
    assert line["credited_min"] == 30
    assert rows(town, "alice", person="u_nobody") == []


def test_an_auditor_finds_only_whom_the_grant_names(town: Town) -> None:
    past = town.past()
    town.grant("bob", day=past.planned_date)
    assert ids(rows(town, "dana", person=town.person("bob").public_id)) == [str(past.pk)]
    assert rows(town, "dana", person=town.person("eve").public_id) == []


def test_it_is_narrowed_like_the_sessions(town: Town) -> None:
    past, before = town.past(2), town.past(4)
    assert ids(rows(town, "olga", phase="ended")) == [str(past.pk), str(before.pk)]
    assert ids(rows(town, "olga", phase="scheduled")) == [str(town.house.id)]
    until = before.planned_date + timedelta(days=1)
    assert ids(rows(town, "olga", until=str(until))) == [str(before.pk)]
    assert rows(town, "olga", group="01890000-0000-7000-8000-000000000000") == []


def test_nothing_of_a_person_but_their_line_is_in_it(town: Town) -> None:
    town.past()
    text = town.as_("olga").get("attendance").content.decode()
    for word in (SECRET, "Bob", "Eve Legal", "Finn", town.seat("bob"), town.seat("alice")):
        assert word not in text


def test_a_look_is_written_down_once_for_each_purpose(town: Town) -> None:
    past = town.past()
    town.past(4)
    bob = town.person("bob").public_id
    rows(town, "alice")
    rows(town, "olga", person=bob)
    town.grant("bob", day=past.planned_date)
    rows(town, "dana")
    looks = AccessLog.objects.filter(kind="attendances").order_by("at")
    assert list(looks.values_list("object_id", "purpose")) == [
        ("", "care"),
        (bob, "operations"),
        ("", "Payer review"),
    ]


@embedded
@pytest.mark.parametrize("name", ["olga", "alice", "dana"])
def test_more_sessions_do_not_cost_more_statements(town: Town, name: str) -> None:
    first = town.past(2)
    town.grant("bob", starts=first.planned_date - timedelta(days=30), day=first.planned_date)

    def statements() -> int:
        with CaptureQueriesContext(
            connection,
        ) as asked:
            rows(town, name, phase="ended")
        return len(asked)

    one = statements()
    for days in range(3, 8):
        town.past(days)
    # An auditor's names are those of the day: as many looks as there are days.
    assert statements() <= one + (2 * 5 if name == "dana" else 0)


@embedded
def test_a_page_holds_twenty_and_at_most_fifty(town: Town) -> None:
    for hours in range(1, 60):
        town.plan(hours * 3600, length_min=30)
    assert GroupSession.objects.count() == 60
    assert len(rows(town, "olga")) == 20
    assert len(rows(town, "olga", page_size=200)) == 50


def test_a_session_that_was_called_off_before_it_opened_has_no_glance(town: Town) -> None:
    later = town.plan(86_400)
    town.as_("olga").post(f"sessions/{later.pk}/cancel", {"reason": "No room"})
    (row,) = rows(town, "olga", phase="cancelled")
    assert (row["phase"], row["glance"]) == ("cancelled", None)
