"""Auditors' grants: whose names, of which days, until when."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import timezone
from rest_framework.test import APIClient

from accounts import grants, people
from accounts.models import AccessLog, AuditGrant, Clinic, User
from accounts.roles import Role
from tests.accounts.conftest import membership

As = Callable[[User], APIClient]
MARCH = date(2026, 3, 15)


def payload(dana: User, **fields: Any) -> dict[str, Any]:
    return {
        "auditor": membership(dana, Role.AUDITOR).code,
        "purpose": "Payer review 2026-1",
        "starts": "2026-03-01",
        "ends": "2026-03-31",
        "expires_at": (timezone.now() + timedelta(days=14)).isoformat(),
        **fields,
    }


def grant(client: APIClient, dana: User, **fields: Any) -> dict[str, Any]:
    answer = client.post("/api/v1/audit-grants", payload(dana, **fields))
    assert answer.status_code == 201, answer.json()
    made: dict[str, Any] = answer.json()
    return made


def test_an_auditor_sees_the_names_of_a_grant_and_no_others(
    erin: User, dana: User, alice: User, bob: User, clinic: Clinic, as_: As
) -> None:
    grant(as_(erin), dana, people=[bob.public_id])
    assert grants.names_visible(dana.pk, clinic.pk, MARCH) == {bob.pk}
    assert grants.covering(dana.pk, clinic.pk, MARCH).exists()


def test_both_ends_of_the_days_are_covered_and_nothing_beyond(
    erin: User, dana: User, bob: User, clinic: Clinic, as_: As
) -> None:
    grant(as_(erin), dana, people=[bob.public_id])
    days = {
        day: grants.names_visible(dana.pk, clinic.pk, day)
        for day in (date(2026, 2, 28), date(2026, 3, 1), date(2026, 3, 31), date(2026, 4, 1))
    }
    assert list(days.values()) == [set(), {bob.pk}, {bob.pk}, set()]
    assert not grants.covering(dana.pk, clinic.pk, date(2026, 4, 1)).exists()


def test_a_grant_for_everyone_includes_those_who_left(
    erin: User, dana: User, alice: User, bob: User, carol: User, clinic: Clinic, as_: As
) -> None:
    grant(as_(erin), dana, everyone=True)
    people.end_role(membership(bob, Role.PARTICIPANT))
    seen = grants.names_visible(dana.pk, clinic.pk, MARCH)
    assert seen == {erin.pk, dana.pk, alice.pk, bob.pk}


def test_several_grants_add_up(
    erin: User, dana: User, alice: User, bob: User, clinic: Clinic, as_: As
) -> None:
    admin = as_(erin)
    grant(admin, dana, people=[bob.public_id])
    grant(admin, dana, people=[alice.public_id])
    assert grants.names_visible(dana.pk, clinic.pk, MARCH) == {alice.pk, bob.pk}


def test_a_grant_ends_when_it_runs_out_is_revoked_or_the_auditor_goes(
    erin: User, dana: User, bob: User, clinic: Clinic, as_: As
) -> None:
    admin = as_(erin)
    made = grant(admin, dana, people=[bob.public_id])
    later = timezone.now() + timedelta(days=15)
    assert grants.names_visible(dana.pk, clinic.pk, MARCH, later) == set()

    assert admin.post(f"/api/v1/audit-grants/{made['id']}/revoke").json()["revoked_at"]
    assert grants.names_visible(dana.pk, clinic.pk, MARCH) == set()

    grant(admin, dana, people=[bob.public_id])
    people.end_role(membership(dana, Role.AUDITOR))
    assert grants.names_visible(dana.pk, clinic.pk, MARCH) == set()


def test_nobody_has_a_grant_by_being_somebody(
    erin: User, alice: User, bob: User, carol: User, clinic: Clinic
) -> None:
    for user in (erin, alice, bob, carol):
        assert grants.names_visible(user.pk, clinic.pk, MARCH) == set()


def test_grants_stay_within_the_clinic(
    erin: User, dana: User, bob: User, carol: User, clinic: Clinic, as_: As
) -> None:
    outsider = as_(carol)
    made = grant(as_(erin), dana, people=[bob.public_id])

    # Neither another clinic's auditor, nor its people, nor its grants.
    assert outsider.post("/api/v1/audit-grants", payload(dana)).status_code == 404
    assert (
        as_(erin).post("/api/v1/audit-grants", payload(dana, people=[carol.public_id])).status_code
        == 404
    )
    assert outsider.post(f"/api/v1/audit-grants/{made['id']}/revoke").status_code == 404
    assert outsider.get("/api/v1/audit-grants").json()["count"] == 0
    assert AuditGrant.objects.get().revoked_at is None


def test_only_auditors_are_granted_access_and_only_by_administrators(
    erin: User, dana: User, alice: User, as_: As
) -> None:
    facilitator = membership(alice, Role.FACILITATOR).code
    answer = as_(erin).post("/api/v1/audit-grants", payload(dana, auditor=facilitator))
    assert answer.status_code == 404
    for user in (alice, dana):
        assert as_(user).post("/api/v1/audit-grants", payload(dana)).status_code == 403
    assert as_(alice).get("/api/v1/audit-grants").status_code == 403


def test_an_auditor_sees_their_own_grants_that_are_in_force_and_whom_they_name(
    erin: User, dana: User, bob: User, clinic: Clinic, member: Callable[..., User], as_: As
) -> None:
    admin = as_(erin)
    made = grant(admin, dana, people=[bob.public_id])
    over = grant(admin, dana, purpose="Over")
    admin.post(f"/api/v1/audit-grants/{over['id']}/revoke")
    grant(admin, member("dean", Role.AUDITOR, clinic), purpose="Somebody else's")
    (own,) = as_(dana).get("/api/v1/audit-grants").json()["results"]
    assert own == {**made, "names": ["Bob Doe"]}
    AuditGrant.objects.update(expires_at=timezone.now())
    assert as_(dana).get("/api/v1/audit-grants").json()["count"] == 0


def test_being_told_the_names_of_a_grant_is_a_look(
    erin: User, dana: User, bob: User, as_: As
) -> None:
    grant(as_(erin), dana, everyone=True)
    as_(dana).get("/api/v1/audit-grants")
    assert not AccessLog.objects.exists()  # it names nobody
    grant(as_(erin), dana, people=[bob.public_id])
    as_(erin).get("/api/v1/audit-grants")
    as_(dana).get("/api/v1/audit-grants")
    look = AccessLog.objects.get()
    assert (look.kind, look.object_id, look.purpose) == ("grants", "", "Payer review 2026-1")
    assert look.actor == membership(dana, Role.AUDITOR).code


def test_administrators_are_told_no_names_with_a_grant(
    erin: User, dana: User, bob: User, as_: As
) -> None:
    made = grant(as_(erin), dana, people=[bob.public_id])
    assert (made["people"], made["names"]) == ([bob.public_id], None)
    assert as_(erin).get("/api/v1/audit-grants").json()["results"] == [made]


@pytest.mark.parametrize(
    "wrong", [{"ends": "2026-02-01"}, {"expires_at": "2020-01-01T00:00:00Z"}, {"purpose": ""}]
)
def test_a_grant_that_makes_no_sense_is_refused(
    wrong: dict[str, str], erin: User, dana: User, as_: As
) -> None:
    answer = as_(erin).post("/api/v1/audit-grants", payload(dana, **wrong))
    assert (answer.status_code, answer.json()["code"]) == (400, "invalid")


def test_grants_that_ended_stay_on_the_list(erin: User, dana: User, bob: User, as_: As) -> None:
    admin = as_(erin)
    made = grant(admin, dana, people=[bob.public_id])
    admin.post(f"/api/v1/audit-grants/{made['id']}/revoke")
    assert admin.get("/api/v1/audit-grants").json()["count"] == 1
    assert admin.get("/api/v1/audit-grants", {"active": "true"}).json()["count"] == 0
