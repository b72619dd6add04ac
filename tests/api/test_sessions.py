"""sessions and sessions/{id}: listed, planned, changed until the door opens, called off."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from sessions_app.ledger import heads
from sessions_app.models import GroupSession, SessionStaff
from tests.api.conftest import Town, refused


def plan(town: Town, **changes: object) -> dict[str, object]:
    day = timezone.localdate() + timedelta(days=3)
    return {
        "group": str(town.house.group.pk),
        "planned_date": day.isoformat(),
        "planned_start": "18:00",
        "length_min": 90,
        **changes,
    }


def test_a_session_is_planned_with_its_team_and_a_door_that_will_open(town: Town) -> None:
    answer = town.as_("alice").post("sessions", plan(town, topic="Urges", modality="hybrid"))
    assert answer.status_code == 201, answer.content
    made = answer.json()
    assert (made["zone"], made["phase"], made["topic"]) == ("America/Phoenix", "scheduled", "Urges")
    assert made["starts_at"].endswith("T01:00:00Z")  # 18:00 in Phoenix, the next day in UTC
    session = GroupSession.objects.get(pk=made["id"])
    assert SessionStaff.objects.filter(session=session).count() == 2
    opens = session.starts_at - timedelta(minutes=15)
    assert heads.peek([session.pk])[session.pk].deadline_at == opens.timestamp() * 1000


@pytest.mark.parametrize(
    ("changes", "status", "code"),
    [
        ({"zone": "Mars/Olympus"}, 400, "invalid"),
        ({"length_min": 2}, 400, "invalid"),
        ({"planned_start": "later"}, 400, "invalid"),
        ({"group": "x"}, 400, "invalid"),
        ({"planned_date": "2020-01-06"}, 409, "in_the_past"),
    ],
)
def test_a_plan_that_can_not_be_is_refused(
    town: Town, changes: dict[str, object], status: int, code: str
) -> None:
    refused(town.as_("olga").post("sessions", plan(town, **changes)), status, code)


def test_a_participant_plans_nothing(town: Town) -> None:
    refused(town.as_("bob").post("sessions", plan(town)), 403, "not_permitted")


def test_it_is_moved_until_the_door_opens(town: Town) -> None:
    later = town.plan(86_400)
    before = heads.peek([later.pk])[later.pk].deadline_at
    answer = town.as_("alice").patch(f"sessions/{later.pk}", {"length_min": 45, "topic": "New"})
    assert (answer.json()["length_min"], answer.json()["topic"]) == (45, "New")
    moved = {"planned_date": (later.planned_date + timedelta(days=1)).isoformat()}
    town.as_("alice").patch(f"sessions/{later.pk}", moved)
    assert heads.peek([later.pk])[later.pk].deadline_at == before + 86_400_000  # type: ignore[operator]
    refused(
        town.as_("alice").patch(f"sessions/{later.pk}", {"planned_date": "2020-01-06"}),
        409,
        "in_the_past",
    )


def test_an_open_session_keeps_its_plan(town: Town) -> None:
    town.open()
    refused(town.as_("olga").patch(town.session, {"topic": "New"}), 409, "plan_fixed")
    town.house.session.refresh_from_db()
    assert town.house.session.topic == ""


def test_the_phase_is_the_rooms(town: Town) -> None:
    past = town.past()

    def phase(pk: object = town.house.id) -> str:
        return str(town.as_("bob").get(f"sessions/{pk}").json()["phase"])

    assert (phase(), phase(past.pk)) == ("scheduled", "ended")
    town.open()
    assert phase() == "door_open"


def test_it_is_called_off_with_a_reason_once(town: Town) -> None:
    olga, path = town.as_("olga"), f"{town.session}/cancel"
    refused(olga.post(path, {}), 400, "invalid")
    body = {"reason": "The facilitator is ill", "ref": "c1"}
    answer = olga.post(path, body)
    assert (answer.status_code, answer.json()["phase"]) == (200, "cancelled")
    assert answer.json()["cancelled_at"]
    assert olga.post(path, body).status_code == 200  # the same ref is answered again
    refused(olga.post(path, {"reason": "Again"}), 409, "wrong_phase")
    refused(olga.patch(town.session, {"topic": "New"}), 409, "plan_fixed")
    assert "ill" not in town.as_("bob").get(town.session).content.decode()


def test_a_running_session_is_not_called_off(town: Town) -> None:
    town.open()
    assert town.command("alice", "r1", "Start").status_code == 200
    body = {"reason": "Too late"}
    refused(town.as_("alice").post(f"{town.session}/cancel", body), 409, "wrong_phase")


def test_the_list_is_narrowed_by_day_phase_group_and_person(town: Town) -> None:
    past, later = town.past(), town.plan(2 * 86_400)
    olga = town.as_("olga")

    def ids(**query: object) -> set[str]:
        return {row["id"] for row in olga.get("sessions", **query).json()["results"]}

    everything = {str(past.pk), str(later.pk), str(town.house.id)}
    assert ids() == everything
    assert ids(until=past.planned_date.isoformat()) == {str(past.pk)}
    assert ids(since=later.planned_date.isoformat()) == {str(later.pk)}
    assert ids(phase="ended") == {str(past.pk)}
    assert ids(phase=["ended", "scheduled"]) == everything
    assert ids(group=str(town.house.group.pk)) == everything
    assert ids(person=town.person("bob").public_id) == everything
    assert ids(person=town.person("gus").public_id) == set()
    refused(olga.get("sessions", phase="asleep"), 400, "invalid")


def test_nobody_finds_out_by_filters_where_somebody_else_is(town: Town) -> None:
    bob = town.as_("bob")
    assert bob.get("sessions", person=town.person("bob").public_id).json()["count"] == 1
    assert bob.get("sessions", person=town.person("eve").public_id).json()["count"] == 0
    assert town.as_("alice").get("sessions", person=town.person("eve").public_id).json()["count"]


def test_the_list_comes_in_pages(town: Town) -> None:
    town.plan(86_400)
    page = town.as_("olga").get("sessions", page_size=1).json()
    assert (page["count"], len(page["results"])) == (2, 1)
    assert page["next"]


def test_a_longer_list_takes_no_more_queries(town: Town) -> None:
    town.grant(day=town.house.session.planned_date)

    def queries(who: str) -> int:
        door = town.as_(who)
        with CaptureQueriesContext(connection) as asked:
            assert door.get("sessions").status_code == 200
        return len(asked)

    for who in ("olga", "alice", "bob", "dana"):
        town.as_(who).get("me")  # notes once a minute that the session is used
    before = {who: queries(who) for who in ("olga", "alice", "bob", "dana")}
    for n in range(4):
        town.plan(3600 * n)
    assert {who: queries(who) for who in before} == before
