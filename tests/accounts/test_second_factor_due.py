"""Where a second factor is asked of staff, they can do nothing before they have set one up."""

from collections.abc import Callable
from typing import Any

import pytest
from allauth.mfa.totp.internal.auth import TOTP
from rest_framework.test import APIClient

from accounts.models import User
from tests.accounts.test_second_factor import SECRET
from vgroup import env

As = Callable[[User], APIClient]


@pytest.fixture(autouse=True)
def asked(settings: Any) -> None:
    settings.VGROUP_STAFF_SECOND_FACTOR = True


@pytest.mark.parametrize("path", ["people", "access-log", "invitations", "sessions", "groups"])
def test_staff_without_one_are_refused(erin: User, as_: As, path: str) -> None:
    answer = as_(erin).get(f"/api/v1/{path}")
    assert (answer.status_code, answer.json()["code"]) == (403, "second_factor_due")
    TOTP.activate(erin, SECRET)
    assert as_(erin).get(f"/api/v1/{path}").status_code == 200


def test_an_auditor_is_staff(dana: User, as_: As) -> None:
    assert as_(dana).get("/api/v1/sessions").json()["code"] == "second_factor_due"


def test_they_are_told_and_can_set_one_up(erin: User, as_: As) -> None:
    client = as_(erin)
    assert client.get("/api/v1/me").json()["second_factor_due"] is True
    assert client.get("/_allauth/browser/v1/account/authenticators").status_code == 200
    TOTP.activate(erin, SECRET)
    assert client.get("/api/v1/me").json()["second_factor_due"] is False


def test_participants_are_not_asked(bob: User, as_: As) -> None:
    client = as_(bob)
    assert client.get("/api/v1/me").json()["second_factor_due"] is False
    assert client.get("/api/v1/sessions").status_code == 200


def test_where_it_is_not_asked_nobody_is_refused(erin: User, as_: As, settings: Any) -> None:
    settings.VGROUP_STAFF_SECOND_FACTOR = False
    client = as_(erin)
    assert client.get("/api/v1/me").json()["second_factor_due"] is False
    assert client.get("/api/v1/people").status_code == 200


@pytest.mark.parametrize(
    ("environ", "on"),
    [
        ({}, False),
        ({"VGROUP_ALLOWED_HOSTS": "127.0.0.1,localhost"}, False),
        ({"VGROUP_ALLOWED_HOSTS": "clinic.example"}, True),
        ({"VGROUP_ALLOWED_HOSTS": "clinic.example", "VGROUP_STAFF_SECOND_FACTOR": "0"}, False),
        ({"VGROUP_STAFF_SECOND_FACTOR": "1"}, True),
    ],
)
def test_it_is_asked_wherever_others_can_come(
    environ: dict[str, str], on: bool, tmp_path: Any
) -> None:
    assert env.read({"VGROUP_HOME": str(tmp_path), **environ}).staff_second_factor is on
