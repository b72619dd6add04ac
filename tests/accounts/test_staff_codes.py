"""One-time codes that staff issue: once, in time, few guesses, and never a way to more rights."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone
from rest_framework.test import APIClient

from accounts import people, staff_codes
from accounts.errors import Refused, SignInRefused
from accounts.models import AccessLog, Clinic, StaffCode, User
from accounts.roles import Role
from tests.accounts.conftest import membership

As = Callable[[User], APIClient]


@pytest.fixture
def pat(clinic: Clinic) -> User:
    """A participant without an e-mail."""
    return people.register(clinic, Role.PARTICIPANT, legal_name="Pat Poe", preferred_name="Pat")


def issue(by: User, person: User, as_: As) -> dict[str, str]:
    answer = as_(by).post(f"/api/v1/people/{person.public_id}/code")
    assert answer.status_code == 201, answer.json()
    shown: dict[str, str] = answer.json()
    return shown


def enter(sign_in: str | None, code: str, client: str = "app") -> Any:
    return APIClient().post(
        "/api/v1/sign-in/code", {"sign_in": sign_in, "code": code, "client": client}
    )


def test_a_code_opens_a_session_for_an_app(alice: User, pat: User, as_: As) -> None:
    shown = issue(alice, pat, as_)
    answer = enter(shown["sign_in"], shown["code"])
    assert answer.status_code == 200
    client = APIClient(headers={"X-Session-Token": answer.json()["meta"]["session_token"]})
    assert client.get("/api/v1/me").json()["id"] == pat.public_id


def test_a_code_opens_a_session_for_a_browser_with_a_csrf_token(
    alice: User, pat: User, as_: As
) -> None:
    shown = issue(alice, pat, as_)
    client = APIClient(enforce_csrf_checks=True)
    client.get("/_allauth/browser/v1/auth/session")
    body = {"sign_in": shown["sign_in"], "code": shown["code"]}
    refused = client.post("/api/v1/sign-in/code", body)
    assert (refused.status_code, refused.json()["code"]) == (403, "not_permitted")
    csrf = client.cookies["csrftoken"].value
    answer = client.post("/api/v1/sign-in/code", body, headers={"X-CSRFToken": csrf})
    assert answer.status_code == 200
    assert client.get("/api/v1/me").json()["id"] == pat.public_id


def test_a_code_may_be_typed_in_capitals_and_without_the_dash(
    alice: User, pat: User, as_: As
) -> None:
    shown = issue(alice, pat, as_)
    typed = shown["code"].replace("-", " ").upper()
    assert enter(shown["sign_in"].upper(), typed).status_code == 200


def test_someone_with_an_email_enters_it_beside_the_code(alice: User, bob: User, as_: As) -> None:
    shown = issue(alice, bob, as_)
    assert shown["sign_in"] == "bob@example.org"
    assert enter("Bob@example.org", shown["code"]).status_code == 200


def test_used_late_replaced_wrong_and_unknown_answer_alike(
    alice: User, pat: User, clinic: Clinic, as_: As
) -> None:
    used = issue(alice, pat, as_)
    assert enter(pat.sign_in, used["code"]).status_code == 200
    answers = [enter(pat.sign_in, used["code"])]
    replaced = issue(alice, pat, as_)
    late = issue(alice, pat, as_)
    answers.append(enter(pat.sign_in, replaced["code"]))
    StaffCode.objects.filter(used_at=None).update(expires_at=timezone.now())
    answers += [
        enter(pat.sign_in, late["code"]),
        enter(pat.sign_in, "wrong-code"),
        enter("none-such", late["code"]),
        enter("nobody@example.org", late["code"]),
    ]
    assert {answer.status_code for answer in answers} == {401}
    assert all(answer.json() == answers[0].json() for answer in answers)
    assert answers[0].json()["code"] == "sign_in_refused"


def test_a_code_lasts_an_hour(alice: User, pat: User, clinic: Clinic) -> None:
    now = timezone.now()
    _, code = staff_codes.issue(pat, clinic, by=alice, now=now)
    with pytest.raises(SignInRefused):
        staff_codes.redeem(pat.sign_in or "", code, now + timedelta(hours=1))
    assert staff_codes.redeem(pat.sign_in or "", code, now + timedelta(minutes=59)) == pat


def test_five_wrong_guesses_use_a_code_up(alice: User, pat: User, as_: As) -> None:
    shown = issue(alice, pat, as_)
    for _ in range(5):
        assert enter(pat.sign_in, "wrong-code").status_code == 401
    assert enter(pat.sign_in, shown["code"]).status_code == 401
    again = issue(alice, pat, as_)
    assert enter(pat.sign_in, again["code"]).status_code == 200


def test_guessing_at_one_name_is_slowed_and_the_neighbour_is_not(
    alice: User, bob: User, pat: User, as_: As
) -> None:
    statuses = [enter(pat.sign_in, "wrong-code").status_code for _ in range(11)]
    assert (statuses[:10], statuses[10]) == ([401] * 10, 429)
    shown = issue(alice, bob, as_)
    assert enter(shown["sign_in"], shown["code"]).status_code == 200


def test_the_code_itself_is_stored_nowhere(alice: User, pat: User, as_: As) -> None:
    shown = issue(alice, pat, as_)
    row = str(StaffCode.objects.values().get())
    assert shown["code"] not in row
    assert shown["code"].replace("-", "") not in row


def test_the_issue_of_a_code_is_on_record(alice: User, pat: User, as_: As) -> None:
    issue(alice, pat, as_)
    entry = AccessLog.objects.get(kind="sign-in code")
    assert entry.actor == membership(alice, Role.FACILITATOR).code
    assert entry.object_id == pat.public_id


@pytest.mark.parametrize("role", [Role.FACILITATOR, Role.ADMINISTRATOR, Role.AUDITOR])
def test_no_code_reaches_somebody_with_more_rights(
    role: Role, alice: User, pat: User, clinic: Clinic, as_: As
) -> None:
    people.give_role(pat, clinic, role)
    answer = as_(alice).post(f"/api/v1/people/{pat.public_id}/code")
    assert (answer.status_code, answer.json()["code"]) == (409, "no_code_for_staff")


def test_no_code_reaches_into_another_clinic(
    alice: User, carol: User, pat: User, clinic: Clinic, other_clinic: Clinic, as_: As
) -> None:
    path = f"/api/v1/people/{pat.public_id}/code"
    assert as_(carol).post(path).status_code == 404

    people.give_role(pat, other_clinic, Role.PARTICIPANT)

    for user in (alice, carol):
        answer = as_(user).post(path)
        assert (answer.status_code, answer.json()["code"]) == (409, "signs_in_elsewhere")


def test_an_account_made_staff_of_the_installation_gets_no_code(
    alice: User, pat: User, clinic: Clinic
) -> None:
    User.objects.filter(pk=pat.pk).update(is_superuser=True)
    pat.refresh_from_db()
    with pytest.raises(Refused):
        staff_codes.issue(pat, clinic, by=alice, now=timezone.now())


@pytest.mark.parametrize("who", ["bob", "dana"])
def test_neither_participants_nor_auditors_issue_codes(
    who: str, pat: User, request: pytest.FixtureRequest, as_: As
) -> None:
    client = as_(request.getfixturevalue(who))
    assert client.post(f"/api/v1/people/{pat.public_id}/code").status_code == 403


def test_a_deactivated_account_does_not_get_in_by_code(
    alice: User, erin: User, pat: User, clinic: Clinic, as_: As
) -> None:
    shown = issue(alice, pat, as_)
    people.deactivate(pat, clinic, by=erin)
    assert enter(shown["sign_in"], shown["code"]).status_code == 401


def test_rights_that_come_later_void_a_code(
    alice: User, pat: User, bob: User, clinic: Clinic, other_clinic: Clinic, as_: As
) -> None:
    shown = issue(alice, pat, as_)
    people.give_role(pat, clinic, Role.ADMINISTRATOR)
    assert enter(shown["sign_in"], shown["code"]).status_code == 401
    shown = issue(alice, bob, as_)
    people.give_role(bob, other_clinic, Role.PARTICIPANT)
    assert enter(shown["sign_in"], shown["code"]).status_code == 401
