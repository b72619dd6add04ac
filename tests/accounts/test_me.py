"""GET and PATCH /api/v1/me."""

from collections.abc import Callable

import pytest
from rest_framework.test import APIClient

from accounts import people
from accounts.models import Clinic, User
from accounts.roles import Role
from tests.accounts.conftest import CRISIS, membership

As = Callable[[User], APIClient]


def test_me_says_who_i_am_and_whom_to_call(bob: User, clinic: Clinic, as_: As) -> None:
    me = as_(bob).get("/api/v1/me").json()
    role = membership(bob, Role.PARTICIPANT)
    (mine,) = me.pop("memberships")
    assert me == {
        "id": bob.public_id,
        "email": "bob@example.org",
        "sign_in": None,
        "legal_name": "Bob Doe",
        "preferred_name": "Bob",
        "emergency_contact": None,
        "locale": "en",
        "unsigned": [],
        "idle_min": 30,
        "second_factor_due": False,
    }
    assert (mine["code"], mine["role"]) == (role.code, "participant")
    assert mine["clinic"] == {
        "id": str(clinic.pk),
        "name": "Harbor",
        "zone": "America/Phoenix",
        "crisis_contacts": CRISIS,
        "licensed_states": ["AZ"],
        "relay": "auto",
        "demo": False,
    }


def test_a_lost_role_is_no_longer_mine(alice: User, clinic: Clinic, as_: As) -> None:
    people.give_role(alice, clinic, Role.SUPERVISOR)
    people.end_role(membership(alice, Role.FACILITATOR))
    alice.refresh_from_db()
    mine = as_(alice).get("/api/v1/me").json()["memberships"]
    assert [held["role"] for held in mine] == ["supervisor"]


def test_i_change_what_is_mine_to_change(bob: User, as_: As) -> None:
    contact = {"name": "Frank", "phone": "+1 602 555 0100", "relation": "brother"}
    sent = {"preferred_name": "Bobby", "locale": "es", "emergency_contact": contact}
    answer = as_(bob).patch("/api/v1/me", sent)
    assert answer.status_code == 200
    assert {name: answer.json()[name] for name in sent} == sent
    bob.refresh_from_db()
    assert bob.emergency_contact == contact


def test_what_is_the_clinics_stays_whatever_i_send(bob: User, as_: As) -> None:
    sent = {
        "legal_name": "Somebody Else",
        "email": "else@example.org",
        "sign_in": "else",
        "is_superuser": True,
        "id": "u_else",
        "memberships": [],
    }
    before = as_(bob).get("/api/v1/me").json()
    assert as_(bob).patch("/api/v1/me", sent).json() == before
    bob.refresh_from_db()
    assert not bob.is_superuser


@pytest.mark.parametrize(
    ("sent", "field"),
    [
        ({"locale": "xx"}, "locale"),
        ({"preferred_name": "x" * 81}, "preferred_name"),
        ({"emergency_contact": {"name": "Frank"}}, "emergency_contact.phone"),
    ],
)
def test_a_wrong_field_is_named(sent: dict[str, object], field: str, bob: User, as_: As) -> None:
    answer = as_(bob).patch("/api/v1/me", sent)
    assert answer["Content-Type"] == "application/problem+json"
    problem = answer.json()
    assert (problem["status"], problem["code"], list(problem["fields"])) == (
        400,
        "invalid",
        [field],
    )
    assert problem["type"] == "urn:vgroup:problem:invalid"
    assert problem["title"]
    assert problem["detail"]


def test_malformed_json_is_a_problem_too(bob: User, as_: As) -> None:
    answer = as_(bob).patch("/api/v1/me", data="{", content_type="application/json")
    assert (answer.status_code, answer.json()["code"]) == (400, "malformed")


def test_strangers_have_no_me(db: None) -> None:
    answer = APIClient().get("/api/v1/me")
    assert (answer.status_code, answer.json()["code"]) == (401, "not_signed_in")


def test_a_person_who_asks_too_fast_is_slowed_and_others_are_not(
    alice: User, bob: User, as_: As, monkeypatch: pytest.MonkeyPatch
) -> None:
    from accounts.api.throttles import PersonThrottle

    monkeypatch.setattr(PersonThrottle, "rate", "3/min")
    client = as_(bob)
    answers = [client.get("/api/v1/me") for _ in range(4)]
    assert [answer.status_code for answer in answers] == [200, 200, 200, 429]
    assert answers[3].json()["code"] == "too_fast"
    assert int(answers[3]["Retry-After"]) > 0
    assert as_(alice).get("/api/v1/me").status_code == 200
