"""/api/v1/access-log, and that it only grows."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone
from rest_framework.test import APIClient

from accounts import access, grants, people
from accounts.models import AccessLog, Clinic, User
from accounts.roles import Role
from tests.accounts.conftest import membership

As = Callable[[User], APIClient]


NOBODY = "m_aaaaaaaaaaaaaaaa"


def entry(clinic: Clinic, day: int, kind: str = "record", actor: str = NOBODY) -> AccessLog:
    return AccessLog.objects.create(
        clinic=clinic,
        actor=actor,
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
    assert set(listed[0]) == {"id", "at", "actor", "name", "purpose", "kind", "object_id"}


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


def test_who_looked_is_named_and_to_auditors_only_staff_are(
    erin: User, dana: User, alice: User, bob: User, clinic: Clinic, as_: As
) -> None:
    codes = [membership(alice, Role.FACILITATOR).code, membership(bob, Role.PARTICIPANT).code]
    for code in (*codes, NOBODY):
        entry(clinic, 10, actor=code)
    people.end_role(membership(alice, Role.FACILITATOR))
    grants.grant(
        clinic=clinic,
        auditor_code=membership(dana, Role.AUDITOR).code,
        purpose="Review",
        starts=date(2026, 3, 10),
        ends=date(2026, 3, 10),
        expires_at=timezone.now() + timedelta(days=1),
        by=erin,
    )

    def names(user: User) -> list[str | None]:
        found = as_(user).get("/api/v1/access-log").json()["results"]
        named = {look["actor"]: look["name"] for look in found}
        return [named[code] for code in (*codes, NOBODY)]

    assert names(erin) == ["Alice Doe", "Bob Doe", None]
    assert names(dana) == ["Alice Doe", None, None]


def test_a_name_of_another_clinic_is_not_told(
    erin: User, carol: User, clinic: Clinic, as_: As
) -> None:
    entry(clinic, 1, actor=membership(carol, Role.ADMINISTRATOR).code)
    (look,) = as_(erin).get("/api/v1/access-log").json()["results"]
    assert look["name"] is None


def test_asking_for_the_head_alone_is_answered(erin: User, clinic: Clinic, as_: As) -> None:
    entry(clinic, 1)
    assert as_(erin).head("/api/v1/access-log").status_code == 200


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


def test_auditors_are_not_told_whose_card_was_looked_at(
    erin: User, dana: User, clinic: Clinic, as_: As
) -> None:
    access.record(clinic.pk, NOBODY, "care", "card", "u_somebody")
    day = timezone.now().date()
    grants.grant(
        clinic=clinic,
        auditor_code=membership(dana, Role.AUDITOR).code,
        purpose="Review",
        starts=day,
        ends=day,
        expires_at=timezone.now() + timedelta(days=1),
        by=erin,
    )
    (told,) = as_(dana).get("/api/v1/access-log", {"kind": "card"}).json()["results"]
    assert told["object_id"] == ""
    (told,) = as_(erin).get("/api/v1/access-log", {"kind": "card"}).json()["results"]
    assert told["object_id"] == "u_somebody"
