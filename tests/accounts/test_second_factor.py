"""The second factor: at sign-in, after a staff-issued code, and at the Django admin."""

import time
from collections.abc import Callable
from typing import Any

import pytest
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, hotp_value
from django.utils import timezone
from rest_framework.test import APIClient

from accounts import people, staff_codes
from accounts.models import Clinic, User
from accounts.roles import Role
from tests.accounts.conftest import PASSWORD

SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
APP = "/_allauth/app/v1/auth"


def totp() -> str:
    return f"{hotp_value(SECRET, int(time.time()) // 30):06d}"


@pytest.fixture
def guarded(alice: User) -> User:
    """alice, with an authenticator app and recovery codes."""
    TOTP.activate(alice, SECRET)
    RecoveryCodes.activate(alice)
    return alice


def pending(answer: Any) -> list[str]:
    return [flow["id"] for flow in answer.json()["data"]["flows"] if flow.get("is_pending")]


def test_a_password_alone_is_not_enough(guarded: User) -> None:
    answer = APIClient().post(f"{APP}/login", {"email": guarded.email, "password": PASSWORD})
    assert (answer.status_code, pending(answer)) == (401, ["mfa_authenticate"])
    token = answer.json()["meta"]["session_token"]
    client = APIClient(headers={"X-Session-Token": token})
    assert client.get("/api/v1/me").status_code == 401
    assert client.post(f"{APP}/2fa/authenticate", {"code": "000000"}).status_code == 400
    done = client.post(f"{APP}/2fa/authenticate", {"code": totp()})
    assert done.status_code == 200
    token = done.json()["meta"]["session_token"]
    assert APIClient(headers={"X-Session-Token": token}).get("/api/v1/me").status_code == 200


def test_a_recovery_code_does_once(guarded: User) -> None:
    code = guarded.authenticator_set.get(type="recovery_codes").wrap().get_unused_codes()[0]
    for expected in (200, 400):
        asked = APIClient().post(f"{APP}/login", {"email": guarded.email, "password": PASSWORD})
        client = APIClient(headers={"X-Session-Token": asked.json()["meta"]["session_token"]})
        assert client.post(f"{APP}/2fa/authenticate", {"code": code}).status_code == expected


def test_a_staff_code_asks_for_the_second_factor_too(clinic: Clinic, alice: User) -> None:
    pat = people.register(clinic, Role.PARTICIPANT, legal_name="Pat Poe")
    TOTP.activate(pat, SECRET)
    _, code = staff_codes.issue(pat, clinic, by=alice, now=timezone.now())
    answer = APIClient().post(
        "/api/v1/sign-in/code", {"sign_in": pat.sign_in, "code": code, "client": "app"}
    )
    assert (answer.status_code, pending(answer)) == (401, ["mfa_authenticate"])
    client = APIClient(headers={"X-Session-Token": answer.json()["meta"]["session_token"]})
    assert client.post(f"{APP}/2fa/authenticate", {"code": totp()}).status_code == 200


def test_someone_without_an_email_can_set_one_up(
    clinic: Clinic, as_: Callable[[User], APIClient]
) -> None:
    pat = people.register(clinic, Role.PARTICIPANT, legal_name="Pat Poe", password=PASSWORD)
    token = (
        APIClient()
        .post(f"{APP}/login", {"username": pat.sign_in, "password": PASSWORD})
        .json()["meta"]["session_token"]
    )
    client = APIClient(headers={"X-Session-Token": token})
    offered = client.get("/_allauth/app/v1/account/authenticators/totp")
    assert offered.status_code == 404
    assert pat.public_id in offered.json()["meta"]["totp_url"]
    secret = offered.json()["meta"]["secret"]
    code = f"{hotp_value(secret, int(time.time()) // 30):06d}"
    totp_door = "/_allauth/app/v1/account/authenticators/totp"
    assert client.post(totp_door, {"code": code}).status_code == 401  # who is it, again?
    assert client.post(f"{APP}/reauthenticate", {"password": PASSWORD}).status_code == 200
    assert client.post(totp_door, {"code": code}).status_code == 200
    stored = pat.authenticator_set.get(type="totp").data["secret"]
    assert secret not in stored
