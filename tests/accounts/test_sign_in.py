"""Sign-in at allauth's doors: what works, and that failures tell nothing."""

import logging
from collections.abc import Callable
from typing import Any

import pytest
from django.core import mail
from rest_framework.test import APIClient

from accounts import mailbox, people
from accounts.models import Clinic, User
from accounts.roles import Role
from tests.accounts.conftest import PASSWORD

APP = "/_allauth/app/v1/auth"
BROWSER = "/_allauth/browser/v1/auth"


def login(client: APIClient | None = None, **credentials: str) -> Any:
    return (client or APIClient()).post(f"{APP}/login", credentials)


def ask_code(email: str) -> tuple[APIClient, Any]:
    """A client that carries the session of its request, and the answer."""
    answer = APIClient().post(f"{APP}/code/request", {"email": email})
    token = answer.json().get("meta", {}).get("session_token", "")
    return APIClient(headers={"X-Session-Token": token}), answer


def mailed_code() -> str:
    mailbox.flush()
    lines = mail.outbox[-1].body.splitlines()
    return str(lines[2])


def test_an_app_signs_in_by_email_and_uses_its_token(bob: User) -> None:
    answer = login(email="BOB@example.org", password=PASSWORD).json()
    client = APIClient(headers={"X-Session-Token": answer["meta"]["session_token"]})
    assert client.get("/api/v1/me").json()["id"] == bob.public_id


def test_the_answer_holds_no_account_number_and_no_email(bob: User) -> None:
    user = login(email=bob.email, password=PASSWORD).json()["data"]["user"]
    assert user == {"id": bob.public_id, "display": "Bob", "has_usable_password": True}


def test_staff_issued_names_sign_in_with_a_password(clinic: Clinic) -> None:
    user = people.register(clinic, Role.PARTICIPANT, legal_name="Pat Poe", password=PASSWORD)
    assert user.sign_in
    assert login(username=user.sign_in.upper(), password=PASSWORD).status_code == 200


def test_a_browser_signs_in_with_a_cookie_and_a_csrf_token(bob: User) -> None:
    client = APIClient(enforce_csrf_checks=True)
    client.get(f"{BROWSER}/session")
    credentials = {"email": bob.email, "password": PASSWORD}
    assert client.post(f"{BROWSER}/login", credentials).status_code == 403

    csrf = client.cookies["csrftoken"].value
    answer = client.post(f"{BROWSER}/login", credentials, headers={"X-CSRFToken": csrf})
    assert answer.status_code == 200
    assert "session_token" not in answer.json()["meta"]
    assert client.get("/api/v1/me").status_code == 200

    # And what changes something needs the token as well.
    refused = client.patch("/api/v1/me", {"locale": "es"})
    assert (refused.status_code, refused.json()["code"]) == (403, "not_permitted")
    csrf = client.cookies["csrftoken"].value
    changed = client.patch("/api/v1/me", {"locale": "es"}, headers={"X-CSRFToken": csrf})
    assert changed.status_code == 200


def test_unknown_account_wrong_password_and_no_password_answer_alike(
    bob: User, clinic: Clinic
) -> None:
    no_password = people.open_account(email="nopassword@example.org", managed_by=clinic)
    answers = [
        login(email=email, password="wrong, whatever it is")
        for email in (bob.email, no_password.email, "nobody@example.org")
    ]
    assert {answer.status_code for answer in answers} == {400}
    assert all(answer.json() == answers[0].json() for answer in answers)
    by_name = [login(username=name, password="wrong") for name in ("zzzz-zzzz", "aaaa-aaaa")]
    assert by_name[0].json() == by_name[1].json()


def test_a_mailed_code_signs_in_and_the_mail_names_nobody(bob: User) -> None:
    client, answer = ask_code("bob@example.org")
    assert answer.status_code == 401
    code = mailed_code()
    letter = mail.outbox[-1]
    assert letter.subject == "Your sign-in code"
    text = letter.body.lower()
    for word in ("bob", "doe", "harbor", "clinic", "group", "treatment", "therapy", "vgroup"):
        assert word not in text
    assert client.post(f"{APP}/code/confirm", {"code": code}).status_code == 200


def test_asking_a_code_for_an_unknown_address_answers_alike_and_sends_nothing(bob: User) -> None:
    answers = [ask_code(email)[1].json() for email in ("bob@example.org", "nobody@example.org")]
    for answer in answers:
        assert answer["meta"].pop("session_token")
    assert answers[0] == answers[1]
    mailbox.flush()
    assert [letter.to for letter in mail.outbox] == [["bob@example.org"]]


def test_guessing_at_a_code_answers_alike_for_an_unknown_address(bob: User) -> None:
    clients = [ask_code(email)[0] for email in ("bob@example.org", "nobody@example.org")]
    for _ in range(4):
        guesses = [client.post(f"{APP}/code/confirm", {"code": "XXXX"}) for client in clients]
        assert guesses[0].status_code == guesses[1].status_code
        assert guesses[0].json() == guesses[1].json()


def test_a_new_password_by_code_answers_alike(bob: User) -> None:
    answers = [
        APIClient().post(f"{APP}/password/request", {"email": email})
        for email in ("bob@example.org", "nobody@example.org")
    ]
    bodies = [answer.json() for answer in answers]
    for body in bodies:
        assert body["meta"].pop("session_token")
    assert bodies[0] == bodies[1]
    assert answers[0].status_code == answers[1].status_code == 401


def test_nobody_signs_up_and_trying_tells_nothing(bob: User) -> None:
    answers = [
        APIClient().post(f"{APP}/signup", {"email": email, "password": PASSWORD})
        for email in ("bob@example.org", "nobody@example.org")
    ]
    assert {answer.status_code for answer in answers} == {403}
    assert answers[0].json() == answers[1].json()
    assert User.objects.count() == 1


def test_a_deactivated_account_does_not_sign_in(bob: User, erin: User, clinic: Clinic) -> None:
    people.deactivate(bob, clinic, by=erin)
    assert login(email=bob.email, password=PASSWORD).status_code in {400, 401}
    client, _ = ask_code("bob@example.org")
    mailbox.flush()
    assert mail.outbox == []
    assert client.get("/api/v1/me").status_code == 401


def test_passwords_are_kept_by_argon2(bob: User) -> None:
    assert bob.password.startswith("argon2$argon2id$")


@pytest.mark.parametrize("token", ["", "wrong", "x" * 400])
def test_a_bad_token_is_refused_with_401(bob: User, token: str) -> None:
    answer = APIClient(headers={"X-Session-Token": token}).get("/api/v1/me")
    assert (answer.status_code, answer["Content-Type"]) == (401, "application/problem+json")
    assert answer.json()["code"] == "not_signed_in"
    assert "WWW-Authenticate" in answer


def test_an_address_is_changed_by_its_own_code_and_never_taken_from_another(
    bob: User, alice: User, as_: Callable[[User], APIClient]
) -> None:
    client = as_(bob)
    email = "/_allauth/browser/v1/account/email"
    assert client.delete(email, {"email": "bob@example.org"}).status_code == 400
    assert client.post(email, {"email": "robert@example.org"}).status_code == 401
    again = client.post(f"{BROWSER}/reauthenticate", {"password": PASSWORD})
    assert again.status_code == 200
    client.post(email, {"email": "robert@example.org"})
    code = mailed_code()
    assert mail.outbox[-1].to == ["robert@example.org"]
    assert client.post(f"{BROWSER}/email/verify", {"key": code}).status_code == 200
    bob.refresh_from_db()
    assert bob.email == "robert@example.org"
    assert login(email="bob@example.org", password=PASSWORD).status_code == 400

    client.post(email, {"email": "alice@example.org"})
    assert client.post(f"{BROWSER}/email/verify", {"key": mailed_code()}).status_code == 400
    bob.refresh_from_db()
    assert bob.email == "robert@example.org"


def test_no_log_line_names_anybody_during_sign_in(
    bob: User, clinic: Clinic, caplog: pytest.LogCaptureFixture, settings: Any
) -> None:
    settings.EMAIL_BACKEND = "tests.accounts.broken_mail.Backend"
    caplog.set_level(logging.DEBUG)
    login(email=bob.email, password="wrong")
    login(email="nobody@example.org", password="wrong")
    login(email=bob.email, password=PASSWORD)
    ask_code("bob@example.org")
    APIClient().post("/api/v1/sign-in/code", {"sign_in": bob.email, "code": "x", "client": "app"})
    mailbox.flush()
    text = caplog.text.lower()
    assert "an e-mail could not be sent (smtprecipientsrefused)" in text
    for word in ("example.org", "bob", "doe", "nobody", PASSWORD):
        assert word not in text
