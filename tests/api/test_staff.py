"""sessions/{id}/staff: substitutes, also while the session runs, so that nobody is missed."""

from typing import Any

import pytest

from accounts.models import User
from accounts.people import give_role
from accounts.roles import Role
from sessions_app.ledger import entries
from sessions_app.models import SessionStaff
from sessions_app.setup import rooms
from tests.api.conftest import Town, refused


def events(town: Town, kind: str) -> list[Any]:
    return [f for f in entries.tail(town.house.id, 0) if type(f.event).__name__ == kind]


def person(town: Town, name: str = "hugo", role: Role = Role.FACILITATOR) -> dict[str, str]:
    town.add(name, role)
    User.objects.filter(pk=town.person(name).pk).update(credential="LCSW")
    return {"person": town.person(name).public_id}


def test_a_substitute_is_assigned_before_and_the_door_knows_them(town: Town) -> None:
    answer = town.as_("olga").post(f"{town.session}/staff", person(town))
    assert answer.status_code == 201, answer.content
    row = answer.json()
    assert (row["name"], row["credential"], row["leads"], row["facilitates"]) == (
        "Hugo",
        "LCSW",
        False,
        True,
    )
    town.open()
    assert not events(town, "StaffAssigned")
    snapshot = town.as_("hugo").get(f"{town.session}/room").json()["snapshot"]
    assert snapshot["you"]["role"] == "staff"


def test_a_substitute_is_assigned_while_it_runs_and_enters_at_once(town: Town) -> None:
    town.open()
    body = person(town) | {"leads": True}
    assert town.as_("sue").post(f"{town.session}/staff", body).status_code == 201
    (assigned,) = events(town, "StaffAssigned")
    assert (assigned.event.staff.credential, assigned.event.staff.leads) == ("LCSW", True)
    assert assigned.actor == town.person("sue").memberships.get().code
    assert town.as_("hugo").post(f"{town.session}/ticket").status_code == 201
    town.connect("hugo")
    assert town.command("hugo", "r1", "Knock").status_code == 200
    leads = SessionStaff.objects.filter(session=town.house.session, leads=True)
    assert [row.seat.alias for row in leads] == ["Hugo"]


def test_a_lead_whom_nobody_can_follow_stays_the_lead(town: Town) -> None:
    town.open()
    town.connect("alice")
    assert town.command("alice", "r1", "Knock").status_code == 200
    body = {"person": town.person("alice").public_id, "facilitates": False}
    refused(town.as_("olga").post(f"{town.session}/staff", body), 409, "no_next_lead")
    row = SessionStaff.objects.get(session=town.house.session, seat__code=town.seat("alice"))
    assert (row.leads, row.facilitates) == (True, True)


def test_an_administrator_who_is_assigned_still_acts_for_the_office(town: Town) -> None:
    town.open()
    olga = town.as_("olga")
    assert olga.post(f"{town.session}/staff", {"person": town.person("olga").public_id})
    assert olga.post(f"{town.session}/staff", person(town)).status_code == 201
    assert {f.actor for f in events(town, "StaffAssigned")} == {
        town.person("olga").memberships.get().code
    }


def test_an_assignment_is_taken_back_while_it_runs(town: Town) -> None:
    town.open()
    olga, path = town.as_("olga"), f"{town.session}/staff/{town.seat('amir')}"
    assert olga.delete(path).status_code == 204
    assert [f.event.seat for f in events(town, "StaffDismissed")] == [town.seat("amir")]
    refused(town.as_("amir").get(f"{town.session}/room"), 403, "not_permitted")
    refused(olga.delete(path), 404, "not_found")


def test_what_was_left_half_done_is_finished_by_asking_again(town: Town) -> None:
    town.open()
    SessionStaff.objects.filter(seat__code=town.seat("amir")).delete()  # and then it crashed
    path = f"{town.session}/staff/{town.seat('amir')}"
    assert town.as_("olga").delete(path).status_code == 204
    assert events(town, "StaffDismissed")

    hugo = person(town)
    for _ in range(2):
        assert town.as_("olga").post(f"{town.session}/staff", hugo).status_code == 201
    assert SessionStaff.objects.filter(session=town.house.session).count() == 2


def test_a_door_that_opens_in_between_misses_nobody(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    tell = rooms.tell

    def opens_first(*args: Any) -> bool:
        town.open()
        return tell(*args)

    monkeypatch.setattr(rooms, "tell", opens_first)
    town.as_("olga").post(f"{town.session}/staff", person(town))
    (opened,) = events(town, "DoorOpened")
    assert "Hugo" in {staff.name for staff in opened.event.plan.staff}
    assert town.as_("hugo").get(f"{town.session}/room").status_code == 200


def test_nobody_is_assigned_to_what_is_over(town: Town) -> None:
    past = town.past()
    olga, path = town.as_("olga"), f"sessions/{past.pk}/staff"
    refused(olga.post(path, person(town)), 409, "wrong_phase")
    refused(olga.delete(f"{path}/{town.seat('amir')}"), 409, "wrong_phase")
    assert SessionStaff.objects.filter(session=past).count() == 2


def test_only_staff_who_do_not_belong_otherwise_are_assigned(town: Town) -> None:
    olga, path = town.as_("olga"), f"{town.session}/staff"
    refused(olga.post(path, {"person": town.person("gus").public_id}), 409, "no_staff_role")
    give_role(town.house.people["bob"], town.house.clinic, Role.FACILITATOR)
    refused(olga.post(path, {"person": town.person("bob").public_id}), 409, "belongs_already")


def test_an_assignment_that_the_end_overtakes_leaves_no_trace(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    town.open()
    tell = rooms.tell

    def ends_first(*args: Any) -> bool:
        town.as_("olga").post(f"{town.session}/cancel", {"reason": "Fire"})
        return tell(*args)

    monkeypatch.setattr(rooms, "tell", ends_first)
    refused(town.as_("olga").post(f"{town.session}/staff", person(town)), 409, "wrong_phase")
    assert not SessionStaff.objects.filter(seat__alias="Hugo").exists()
