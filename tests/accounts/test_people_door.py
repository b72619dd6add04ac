"""/api/v1/people: who sees whom, and who may change what."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from rest_framework.test import APIClient

from accounts import people
from accounts.models import AccessLog, Clinic, Membership, User
from accounts.roles import Role
from tests.accounts.conftest import membership

As = Callable[[User], APIClient]


def names(answer: Any) -> list[str]:
    return [person["name"] for person in answer.json()["results"]]


def test_an_administrator_opens_an_account_with_a_sign_in_name(
    erin: User, clinic: Clinic, as_: As
) -> None:
    answer = as_(erin).post(
        "/api/v1/people",
        {
            "role": "participant",
            "legal_name": "Pat Poe",
            "birth_date": "1990-01-31",
            "emergency_contact": {"name": "Frank", "phone": "1"},
        },
    )
    assert answer.status_code == 201
    made = answer.json()
    assert (made["name"], made["email"], made["managed"]) == ("Pat Poe", None, True)
    assert made["sign_in"]
    pat = User.objects.get(public_id=made["id"])
    assert pat.birth_date == date(1990, 1, 31)
    assert not pat.has_usable_password()
    assert [held["role"] for held in made["memberships"]] == ["participant"]


def test_facilitators_see_names_and_roles_only(alice: User, bob: User, as_: As) -> None:
    listed = as_(alice).get("/api/v1/people").json()["results"]
    assert {frozenset(person) for person in listed} == {
        frozenset({"id", "name", "credential", "memberships"})
    }
    assert as_(alice).get("/api/v1/people", {"search": "Doe"}).json()["count"] == 0
    assert as_(alice).get(f"/api/v1/people/{bob.public_id}").status_code == 403


@pytest.mark.parametrize("who", ["bob", "dana"])
def test_participants_and_auditors_list_nobody(
    who: str, request: pytest.FixtureRequest, as_: As
) -> None:
    answer = as_(request.getfixturevalue(who)).get("/api/v1/people")
    assert (answer.status_code, answer.json()["code"]) == (403, "not_permitted")


def test_a_look_at_a_person_is_on_record(erin: User, bob: User, as_: As) -> None:
    assert as_(erin).get(f"/api/v1/people/{bob.public_id}").status_code == 200
    entry = AccessLog.objects.get()
    assert (entry.kind, entry.object_id) == ("person", bob.public_id)
    assert entry.actor == membership(erin, Role.ADMINISTRATOR).code


def test_lists_are_narrowed_and_cut_into_pages(
    erin: User, alice: User, bob: User, dana: User, clinic: Clinic, as_: As
) -> None:
    admin = as_(erin)
    assert names(admin.get("/api/v1/people", {"role": "facilitator"})) == ["Alice"]
    assert names(admin.get("/api/v1/people", {"search": "bob d"})) == ["Bob"]
    people.end_role(membership(dana, Role.AUDITOR))
    assert names(admin.get("/api/v1/people", {"active": "false"})) == ["Dana"]
    assert names(admin.get("/api/v1/people", {"role": "auditor"})) == []
    page = admin.get("/api/v1/people", {"page_size": 3, "page": 2})
    assert (page.json()["count"], len(page.json()["results"])) == (4, 1)
    assert admin.get("/api/v1/people", {"page": 9}).status_code == 404
    assert admin.get("/api/v1/people", {"role": "nonsense"}).status_code == 400


def test_an_administrator_corrects_a_persons_details(erin: User, bob: User, as_: As) -> None:
    answer = as_(erin).patch(
        f"/api/v1/people/{bob.public_id}",
        {"legal_name": "Robert Doe", "birth_date": "1980-02-29", "email": "x@example.org"},
    )
    assert (answer.status_code, answer.json()["legal_name"]) == (200, "Robert Doe")
    bob.refresh_from_db()
    assert (bob.birth_date, bob.email) == (date(1980, 2, 29), "bob@example.org")


def test_roles_are_given_and_ended(erin: User, bob: User, as_: As) -> None:
    path = f"/api/v1/people/{bob.public_id}/roles/facilitator"
    admin = as_(erin)
    assert admin.put(path).status_code == 200
    assert membership(bob, Role.FACILITATOR).active
    assert admin.delete(path).status_code == 200
    assert not membership(bob, Role.FACILITATOR).active
    assert admin.delete(path).status_code == 404
    bob.refresh_from_db()
    assert bob.auth_epoch == 1
    assert admin.put(f"/api/v1/people/{bob.public_id}/roles/king").status_code == 404


def test_administrators_do_not_lock_themselves_out(erin: User, as_: As) -> None:
    admin = as_(erin)
    for answer in (
        admin.post(f"/api/v1/people/{erin.public_id}/deactivate"),
        admin.delete(f"/api/v1/people/{erin.public_id}/roles/administrator"),
    ):
        assert (answer.status_code, answer.json()["code"]) == (409, "not_yourself")


def test_a_deactivated_person_is_out_at_once(erin: User, bob: User, as_: As) -> None:
    client = as_(bob)
    answer = as_(erin).post(f"/api/v1/people/{bob.public_id}/deactivate")
    assert answer.status_code == 200
    assert not answer.json()["memberships"][0]["active"]
    assert client.get("/api/v1/me").status_code == 401


@pytest.mark.parametrize("who", ["alice", "bob", "dana"])
def test_only_administrators_change_people(
    who: str, bob: User, request: pytest.FixtureRequest, as_: As
) -> None:
    client, path = as_(request.getfixturevalue(who)), f"/api/v1/people/{bob.public_id}"
    answers = [
        client.post("/api/v1/people", {"role": "participant", "legal_name": "X"}),
        client.patch(path, {"legal_name": "X"}),
        client.post(f"{path}/deactivate"),
        client.put(f"{path}/roles/administrator"),
        client.delete(f"{path}/roles/participant"),
    ]
    assert [answer.status_code for answer in answers] == [403] * 5
    assert Membership.objects.filter(user=bob, active=True).count() == 1


def test_whoever_belongs_to_two_clinics_says_which_one(
    erin: User, bob: User, carol: User, clinic: Clinic, other_clinic: Clinic, as_: As
) -> None:
    people.give_role(erin, other_clinic, Role.FACILITATOR)
    admin = as_(erin)
    answer = admin.get("/api/v1/people")
    assert (answer.status_code, answer.json()["code"]) == (409, "clinic_needed")
    here = admin.get("/api/v1/people", {"clinic": str(clinic.pk)})
    assert set(names(here)) == {"Erin", "Bob"}
    there = admin.get("/api/v1/people", {"clinic": str(other_clinic.pk)})
    assert set(names(there)) == {"Carol", "Erin"}
    # A role counts at its own clinic only.
    answer = admin.post(
        f"/api/v1/people?clinic={other_clinic.pk}", {"role": "participant", "legal_name": "X"}
    )
    assert answer.status_code == 403


def test_whoever_left_for_another_clinic_keeps_their_details_to_themselves(
    erin: User, bob: User, other_clinic: Clinic, as_: As
) -> None:
    people.edit_own(bob, {"emergency_contact": {"name": "Frank", "phone": "1"}})
    people.give_role(bob, other_clinic, Role.PARTICIPANT)
    path = f"/api/v1/people/{bob.public_id}"
    assert as_(erin).get(path).json()["emergency_contact"]

    people.end_role(Membership.objects.exclude(clinic=other_clinic).get(user=bob))

    shown = as_(erin).get(path).json()
    private = ("email", "sign_in", "birth_date", "emergency_contact")
    assert {shown[name] for name in private} == {None}
    assert shown["name"] == "Bob"
    assert [held["active"] for held in shown["memberships"]] == [False]
