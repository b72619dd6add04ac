"""Another clinic's ids everywhere: the answer is that of what does not exist."""

from typing import Any

import pytest

from accounts.ids import code, uuid7
from sessions_app.api.urls import urlpatterns
from sessions_app.models import Enrolment, Group, GroupFacilitator
from sessions_app.models.seat import seat_of
from tests.api.conftest import Town, embedded, refused
from tests.live.house import planned

pytestmark = embedded

ROUTES = [
    (str(pattern.pattern), method)
    for pattern in urlpatterns
    if "<uuid:pk>" in str(pattern.pattern)
    for method in ("get", "post", "patch", "delete", "put", "head")
]
BODY = {
    "alias": "Wren",
    "answers": {},
    "command": {"type": "AskForHelp"},
    "function": "observer",
    "moment": "before",
    "name": "Gus",
    "person": "u_aaaaaaaaaaaaaaaa",
    "reason": "A reason",
    "ref": "r1",
    "topic": "Other",
}


@pytest.fixture
def carols(town: Town) -> Group:
    """Carol's own group, so that she is somebody at her own clinic."""
    carol = town.house.people["carol"]
    clinic = carol.memberships.first().clinic  # type: ignore[union-attr]
    group = Group.objects.create(clinic=clinic, name="Carol's")
    GroupFacilitator.objects.create(group=group, seat=seat_of(group, carol, "Carol"), leads=True)
    planned(group, 60)
    return group


def ask(town: Town, route: str, method: str, pk: object, seat: str) -> tuple[Any, ...]:
    path = route.replace("<uuid:pk>", str(pk)).replace("<str:seat>", seat)
    body = None if method in ("get", "head") else BODY
    answer = getattr(town.as_("carol").client, method)(f"/api/v1/{path}", body)
    return answer.status_code, answer["Content-Type"], answer.content


@pytest.mark.parametrize(("route", "method"), ROUTES)
def test_every_address_answers_as_if_it_did_not_exist(
    town: Town, carols: Group, route: str, method: str
) -> None:
    real = town.house.id if route.startswith("sessions") else town.house.group.pk
    theirs = ask(town, route, method, real, town.seat("bob"))
    assert theirs == ask(town, route, method, uuid7(), code("s_"))
    assert theirs[0] == 404


def test_lists_hold_nothing_of_another_clinic(town: Town, carols: Group) -> None:
    for path in ("groups", "sessions"):
        assert town.as_("carol").get(path).json()["count"] == 1
        clinic = str(town.house.clinic.pk)
        refused(town.as_("carol").get(path, clinic=clinic), 404, "not_found")
    ids = {"group": str(town.house.group.pk), "person": town.person("bob").public_id}
    for name, value in ids.items():
        assert town.as_("carol").get("sessions", **{name: value}).json()["count"] == 0


def test_nobody_of_another_clinic_is_brought_in(town: Town, carols: Group) -> None:
    carol = town.as_("carol")
    bob, alice = town.person("bob").public_id, town.person("alice").public_id
    session = carols.sessions.get()
    for path, body in (
        (f"groups/{carols.pk}/members", {"person": bob}),
        (f"groups/{carols.pk}/team", {"person": alice}),
        (f"sessions/{session.pk}/staff", {"person": alice}),
        (f"sessions/{session.pk}/guests", {"person": bob, "function": "family", "name": "Bob"}),
        (
            f"sessions/{session.pk}/guests",
            {"invitation": str(uuid7()), "function": "family", "name": "Bob"},
        ),
    ):
        refused(carol.post(path, body), 404, "not_found")
    refused(carol.post("sessions", _plan(town.house.group)), 404, "not_found")
    assert not Enrolment.objects.filter(seat__group=carols).exists()


def test_a_seat_of_another_group_is_none_of_this_one(town: Town, carols: Group) -> None:
    carol, session = town.as_("carol"), carols.sessions.get()
    for path in (
        f"groups/{carols.pk}/members/{town.seat('bob')}",
        f"groups/{carols.pk}/team/{town.seat('alice')}",
        f"sessions/{session.pk}/staff/{town.seat('alice')}",
        f"sessions/{session.pk}/guests/{town.seat('bob')}",
    ):
        refused(carol.delete(path), 404, "not_found")


def test_what_is_no_address_or_no_id_answers_the_same(town: Town) -> None:
    bob = town.as_("bob")
    nothing = bob.get(f"sessions/{uuid7()}")
    for path in ("sessions/1", "groups/x/members", "nothing", "sessions/", "../v2/sessions"):
        for answer in (bob.get(path), bob.post(path, {})):
            assert answer.status_code == 404
            assert answer.json() == nothing.json()


def test_without_a_sign_in_there_is_only_the_question_who_one_is(town: Town) -> None:
    stranger = town.as_("carol").client
    stranger.logout()
    for route, method in ROUTES:
        path = route.replace("<uuid:pk>", str(town.house.id)).replace("<str:seat>", "s_x")
        answer = getattr(stranger, method)(f"/api/v1/{path}")
        assert answer.status_code == 401


def _plan(group: Group) -> dict[str, Any]:
    return {
        "group": str(group.pk),
        "planned_date": "2030-01-07",
        "planned_start": "18:00",
        "length_min": 60,
    }
