"""GET me/attendance: a participant's own week, and nobody else's."""

from datetime import date, timedelta

from accounts.models import AccessLog
from accounts.roles import Role
from sessions_app.models import Enrolment
from tests.api.conftest import Town, embedded, refused
from tests.api.evening import play


def span(town: Town, days: int = 7) -> dict[str, str]:
    """From so many days ago to tomorrow."""
    day = town.house.session.planned_date
    return {"since": str(day - timedelta(days=days)), "until": str(day + timedelta(days=1))}


def test_a_participant_sees_their_own_sessions_and_minutes(town: Town) -> None:
    past, before = town.past(2), town.past(4)
    told = town.as_("bob").get("me/attendance", **span(town)).json()
    assert [row["session"] for row in told["sessions"]] == [str(before.pk), str(past.pk)]
    row = told["sessions"][1]
    assert row["group"] == {
        "id": str(town.house.group.pk),
        "name": "Evening group",
        "kind": "process",
    }
    assert (row["phase"], row["status"], row["provisional"]) == ("ended", "present", False)
    assert (row["credited_min"], row["running_min"]) == (50, 50)
    assert told["totals"] == {"credited_min": 100, "sessions_attended": 2, "sessions_held": 2}


def test_nobody_else_is_in_it(town: Town) -> None:
    town.past()
    text = town.as_("finn").get("me/attendance", **span(town)).content.decode()
    assert '"removed"' in text
    for name in ("bob", "eve", "alice", "finn"):
        assert f'"{name.title()}"' not in text
        assert town.seat(name) not in text
    assert "flags" not in text


def test_a_session_that_runs_is_counted_so_far(town: Town) -> None:
    town.open()
    town.connect("alice", "bob")
    day = str(town.house.session.planned_date)
    (row,) = town.as_("bob").get("me/attendance", since=day, until=day).json()["sessions"]
    assert (row["phase"], row["status"], row["provisional"]) == ("door_open", "expected", True)


def test_what_has_not_opened_and_what_was_before_oneself_is_not_there(town: Town) -> None:
    past = town.past()
    town.add("gina", Role.PARTICIPANT)
    told = town.as_("gina").get("me/attendance", **span(town)).json()
    assert (told["sessions"], told["totals"]["sessions_held"]) == ([], 0)
    Enrolment.objects.filter(seat__user=town.house.people["bob"]).update(
        active=False, until=past.starts_at - timedelta(days=1)
    )
    assert town.as_("bob").get("me/attendance", **span(town)).json()["sessions"] == []


@embedded
def test_the_days_default_to_this_week_of_the_clinic(town: Town) -> None:
    told = town.as_("bob").get("me/attendance").json()
    since, until = date.fromisoformat(told["since"]), date.fromisoformat(told["until"])
    assert (since.weekday(), (until - since).days) == (0, 6)
    alone = town.as_("bob").get("me/attendance", since="2026-03-04").json()
    assert (alone["since"], alone["until"]) == ("2026-03-04", "2026-03-10")
    alone = town.as_("bob").get("me/attendance", until="2026-03-04").json()
    assert (alone["since"], alone["until"]) == ("2026-02-26", "2026-03-04")


@embedded
def test_too_many_days_and_no_days_are_refused(town: Town) -> None:
    bob = town.as_("bob")
    most = {"since": "2026-03-01", "until": "2026-05-01"}
    assert bob.get("me/attendance", **most).status_code == 200
    for wrong in (
        {"since": "2026-03-01", "until": "2026-05-02"},
        {"since": "2026-03-02", "until": "2026-03-01"},
        {"since": "march"},
        {"until": "2026-02-30"},
    ):
        refused(bob.get("me/attendance", **wrong), 400, "invalid")


@embedded
def test_only_participants_have_one(town: Town) -> None:
    for name in ("alice", "olga", "sue", "dana", "gus"):
        refused(town.as_(name).get("me/attendance"), 403, "not_permitted")
    elsewhere = town.house.people["carol"].memberships.all()[0].clinic_id
    refused(town.as_("bob").get("me/attendance", clinic=str(elsewhere)), 404, "not_found")


def test_looking_at_oneself_is_not_written_down(town: Town) -> None:
    town.past()
    town.as_("bob").get("me/attendance", **span(town))
    assert not AccessLog.objects.exists()


def test_time_that_another_group_has_counts_once(town: Town) -> None:
    one, two = town.plan(-2 * 86_400), town.plan(-2 * 86_400)
    seats = {name.title(): seat for name, seat in town.house.seats.items()}
    play(one, seats)
    play(two, seats)
    told = town.as_("bob").get("me/attendance", **span(town)).json()
    assert sorted(row["credited_min"] for row in told["sessions"]) == [0, 50]
    assert told["totals"]["credited_min"] == 50
