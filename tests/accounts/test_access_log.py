"""/api/v1/access-log, and that it only grows."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone
from rest_framework.test import APIClient

from accounts import access, grants
from accounts.models import AccessLog, Clinic, User
from accounts.roles import Role
from tests.accounts.conftest import membership

As = Callable[[User], APIClient]


def entry(clinic: Clinic, day: int, kind: str = "record") -> AccessLog:
    return AccessLog.objects.create(
        clinic=clinic,
        actor="m_aaaaaaaaaaaaaaaa",
        purpose="Review",
        kind=kind,
        at=datetime(2026, 3, day, 12, tzinfo=UTC),
    )


def test_the_log_cannot_be_rewritten(clinic: Clinic) -> None:
    access.record(clinic.pk, "m_aaaaaaaaaaaaaaaa", "Review", "record", "s1")
    for deed in (
        lambda: AccessLog.objects.update(purpose="None"),
        lambda: AccessLog.objects.all().delete(),
        lambda: AccessLog.objects.get().delete(),
    ):
        with pytest.raises(DatabaseError, match="kept as it is"), transaction.atomic():
            deed()
    assert AccessLog.objects.get().purpose == "Review"


def test_administrators_see_all_of_their_clinics_log(
    erin: User, clinic: Clinic, other_clinic: Clinic, as_: As
) -> None:
    mine = entry(clinic, 1)
    entry(other_clinic, 1)
    listed = as_(erin).get("/api/v1/access-log").json()["results"]
    assert [row["id"] for row in listed] == [str(mine.pk)]
    assert set(listed[0]) == {"id", "at", "actor", "purpose", "kind", "object_id"}


def test_auditors_see_the_days_of_their_grants(
    erin: User, dana: User, clinic: Clinic, as_: As
) -> None:
    entry(clinic, 1)
    inside = entry(clinic, 10)
    assert as_(dana).get("/api/v1/access-log").json()["count"] == 0
    day = inside.at.date()
    grants.grant(
        clinic=clinic,
        auditor_code=membership(dana, Role.AUDITOR).code,
        purpose="Review",
        starts=day,
        ends=day,
        expires_at=timezone.now() + timedelta(days=1),
        by=erin,
    )
    listed = as_(dana).get("/api/v1/access-log").json()["results"]
    assert [row["id"] for row in listed] == [str(inside.pk)]


@pytest.mark.parametrize("who", ["alice", "bob"])
def test_nobody_else_sees_it(who: str, request: pytest.FixtureRequest, as_: As) -> None:
    assert as_(request.getfixturevalue(who)).get("/api/v1/access-log").status_code == 403


def test_the_log_is_narrowed_by_kind_and_time(erin: User, clinic: Clinic, as_: As) -> None:
    entry(clinic, 1)
    entry(clinic, 2, kind="export")
    admin = as_(erin)
    assert admin.get("/api/v1/access-log", {"kind": "export"}).json()["count"] == 1
    after = admin.get("/api/v1/access-log", {"after": "2026-03-02T00:00:00Z"})
    assert after.json()["count"] == 1
