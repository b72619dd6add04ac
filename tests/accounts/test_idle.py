"""Sessions that lie unused end: of staff sooner, of browsers and apps alike."""

import time
from collections.abc import Callable
from typing import Any

import pytest
from allauth.headless.internal.sessionkit import session_store
from django.contrib.sessions.models import Session
from django.utils import timezone
from rest_framework.test import APIClient

from accounts import idle, people, staff_codes
from accounts.models import Clinic, User
from accounts.roles import Role
from tests.accounts.conftest import PASSWORD

As = Callable[[User], APIClient]
APP = "/_allauth/app/v1/auth"


def unused(session: Any, minutes: float) -> None:
    """Let so many minutes pass since it was used."""
    session[idle.USED_AT] = int(time.time() - minutes * 60)
    session.save()


def code(answer: Any) -> str | None:
    if answer.status_code == 200:
        return None
    assert answer["Content-Type"] == "application/problem+json"
    return str(answer.json()["code"])


def test_staff_are_signed_out_sooner_than_participants(alice: User, bob: User, as_: As) -> None:
    for user, minutes in ((alice, 15), (bob, 30)):
        client = as_(user)
        assert client.get("/api/v1/me").json()["idle_min"] == minutes
        unused(client.session, minutes - 0.5)
        assert code(client.get("/api/v1/me")) is None
        unused(client.session, minutes + 1.5)
        answer = client.get("/api/v1/me")
        assert (answer.status_code, code(answer)) == (401, "unused_too_long")
        assert answer["WWW-Authenticate"]


def test_what_is_over_stays_over(bob: User, as_: As) -> None:
    client = as_(bob)
    unused(client.session, 32)
    for _ in range(2):
        assert code(client.get("/api/v1/me")) == "unused_too_long"


def test_use_is_noted_and_polling_is_no_use(bob: User, as_: As) -> None:
    client = as_(bob)
    unused(client.session, 20)
    client.get("/api/v1/me", headers={"X-Idle": "1"})
    assert time.time() - client.session[idle.USED_AT] > 19 * 60
    client.get("/api/v1/me")
    assert time.time() - client.session[idle.USED_AT] < 5
    unused(client.session, 32)
    assert code(client.get("/api/v1/me", headers={"X-Idle": "1"})) == "unused_too_long"


def test_it_is_noted_once_a_minute_at_most(bob: User, as_: As) -> None:
    client = as_(bob)
    unused(client.session, 0.5)
    before = client.session[idle.USED_AT]
    client.get("/api/v1/me")
    assert client.session[idle.USED_AT] == before


def test_being_used_does_not_make_a_session_last_longer(bob: User) -> None:
    client = APIClient()
    answer = client.post(
        "/_allauth/browser/v1/auth/login", {"email": bob.email, "password": PASSWORD}
    )
    assert answer.status_code == 200
    client.get("/api/v1/me")
    first = Session.objects.get(pk=client.session.session_key).expire_date
    unused(client.session, 5)
    client.get("/api/v1/me")
    after = Session.objects.get(pk=client.session.session_key).expire_date
    assert abs((after - first).total_seconds()) < 2


def test_signing_in_again_goes_on(bob: User) -> None:
    client, details = APIClient(), {"email": bob.email, "password": PASSWORD}
    client.post("/_allauth/browser/v1/auth/login", details)
    client.get("/api/v1/me")
    unused(client.session, 32)
    assert code(client.get("/api/v1/me")) == "unused_too_long"
    assert client.get("/_allauth/browser/v1/auth/session").status_code == 401
    assert client.post("/_allauth/browser/v1/auth/login", details).status_code == 200
    assert client.get("/api/v1/me").status_code == 200


def test_a_code_of_the_staff_signs_in_again_too(bob: User, alice: User, clinic: Clinic) -> None:
    client = APIClient()
    client.force_login(bob)
    unused(client.session, 32)
    pat = people.register(clinic, Role.PARTICIPANT, legal_name="Pat Poe")
    _, given = staff_codes.issue(pat, clinic, by=alice, now=timezone.now())
    sent = {"sign_in": pat.sign_in, "code": given, "client": "browser"}
    assert client.post("/api/v1/sign-in/code", sent).status_code == 200
    assert client.get("/api/v1/me").json()["id"] == pat.public_id


def test_an_apps_token_ends_alike(bob: User) -> None:
    answer = APIClient().post(f"{APP}/login", {"email": bob.email, "password": PASSWORD})
    token = answer.json()["meta"]["session_token"]
    client = APIClient(headers={"X-Session-Token": token})
    assert client.get("/api/v1/me").status_code == 200
    assert session_store(token)[idle.USED_AT]
    unused(session_store(token), 32)
    assert code(client.get("/api/v1/me")) == "unused_too_long"
    assert client.get(f"{APP}/session").status_code in (401, 410)


def test_a_token_that_was_never_used_ends_too(bob: User) -> None:
    answer = APIClient().post(f"{APP}/login", {"email": bob.email, "password": PASSWORD})
    token = answer.json()["meta"]["session_token"]
    session = session_store(token)
    for method in session["account_authentication_methods"]:
        method["at"] -= 32 * 60
    session.save()
    client = APIClient(headers={"X-Session-Token": token})
    assert code(client.get("/api/v1/me")) == "unused_too_long"


def test_the_admin_ends_too(alice: User, as_: As) -> None:
    User.objects.filter(pk=alice.pk).update(is_staff=True, is_superuser=True)
    client = as_(alice)
    assert client.get("/admin/").status_code == 200
    unused(client.session, 17)
    assert client.get("/admin/").status_code == 302


def test_zero_turns_it_off(bob: User, as_: As, settings: Any) -> None:
    settings.VGROUP_IDLE_MIN = 0
    client = as_(bob)
    unused(client.session, 600)
    answer = client.get("/api/v1/me")
    assert (answer.status_code, answer.json()["idle_min"]) == (200, 0)
    settings.VGROUP_IDLE_STAFF_MIN = 0
    unused(client.session, 600)
    assert client.get("/api/v1/me").status_code == 200


@pytest.mark.parametrize("path", ["/", "/rooms/01890000-0000-7000-8000-000000000000"])
def test_the_page_itself_is_no_use(bob: User, as_: As, path: str) -> None:
    client = as_(bob)
    unused(client.session, 20)
    client.get(path)
    assert time.time() - client.session[idle.USED_AT] > 19 * 60
