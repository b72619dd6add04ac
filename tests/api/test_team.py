"""groups/{id}/team: the standing team, assigned to sessions planned from then on."""

from accounts.roles import Role
from sessions_app.models import GroupFacilitator, SessionStaff
from tests.api.conftest import Town, embedded, refused

pytestmark = embedded


def test_there_is_one_lead_and_it_moves(town: Town) -> None:
    olga, path = town.as_("olga"), f"{town.group}/team"
    assert [(row["name"], row["leads"]) for row in olga.get(path).json()["results"]] == [
        ("Alice", True),
        ("Amir", False),
    ]
    body = {"person": town.person("amir").public_id, "leads": True}
    assert olga.post(path, body).status_code == 201
    assert olga.post(path, body).json()["leads"] is True
    leads = GroupFacilitator.objects.filter(group=town.house.group, leads=True)
    assert [row.seat.code for row in leads] == [town.seat("amir")]


def test_who_joins_is_assigned_to_what_is_planned_from_then_on(town: Town) -> None:
    hugo = town.add("hugo", Role.FACILITATOR)
    town.as_("olga").post(f"{town.group}/team", {"person": hugo.public_id})
    later = town.plan(86_400)
    assert SessionStaff.objects.filter(session=later, seat__user=hugo).exists()
    assert not SessionStaff.objects.filter(session=town.house.session, seat__user=hugo).exists()


def test_who_leaves_keeps_the_sessions_that_are_planned(town: Town) -> None:
    assert town.as_("olga").delete(f"{town.group}/team/{town.seat('amir')}").status_code == 204
    amir = town.as_("amir")
    assert amir.get(town.group).status_code == 404
    assert amir.get(town.session).json()["reach"] == ["staff"]


def test_only_staff_hold_a_group(town: Town) -> None:
    olga, path = town.as_("olga"), f"{town.group}/team"
    refused(olga.post(path, {"person": town.person("gus").public_id}), 409, "no_staff_role")
    refused(olga.post(path, {"person": town.person("dana").public_id}), 409, "no_staff_role")
