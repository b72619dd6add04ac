"""Nobody reaches another clinic's anything, and cannot tell it from what does not exist."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.utils import timezone
from rest_framework.test import APIClient

from accounts import agreements, grants, invitations
from accounts.ids import uuid7
from accounts.models import Agreement, Clinic, User
from accounts.roles import Role
from tests.accounts.conftest import membership

As = Callable[[User], APIClient]


@pytest.fixture
def things(alice: User, bob: User, dana: User, erin: User, clinic: Clinic) -> dict[str, str]:
    """An id of everything the clinic has."""
    now = timezone.now()
    invitation, _ = invitations.invite(clinic, Role.PARTICIPANT, by=erin, now=now)
    grant = grants.grant(
        clinic=clinic,
        auditor_code=membership(dana, Role.AUDITOR).code,
        purpose="Review",
        starts=now.date(),
        ends=now.date(),
        expires_at=now + timedelta(days=1),
        by=erin,
    )
    agreement = agreements.publish(
        agreements.draft(
            clinic,
            Agreement.Kind.GROUP_AGREEMENT,
            Agreement.Audience.PARTICIPANTS,
            "Group agreement",
            "Text",
        ),
        now,
    )
    return {
        "person": bob.public_id,
        "clinic": str(clinic.pk),
        "invitation": str(invitation.pk),
        "grant": str(grant.pk),
        "agreement": str(agreement.pk),
    }


DOORS = [
    ("get", "clinics/{clinic}"),
    ("get", "people/{person}"),
    ("patch", "people/{person}"),
    ("post", "people/{person}/deactivate"),
    ("put", "people/{person}/roles/participant"),
    ("delete", "people/{person}/roles/participant"),
    ("post", "people/{person}/code"),
    ("post", "invitations/{invitation}/revoke"),
    ("post", "audit-grants/{grant}/revoke"),
    ("post", "agreements/{agreement}/sign"),
    ("get", "people?clinic={clinic}"),
    ("post", "people?clinic={clinic}"),
    ("get", "invitations?clinic={clinic}"),
    ("post", "invitations?clinic={clinic}"),
    ("get", "audit-grants?clinic={clinic}"),
    ("post", "audit-grants?clinic={clinic}"),
    ("get", "access-log?clinic={clinic}"),
]


@pytest.mark.parametrize(("method", "path"), DOORS)
def test_another_clinics_things_answer_as_if_they_did_not_exist(
    method: str, path: str, things: dict[str, str], carol: User, as_: As
) -> None:
    invented = {name: str(uuid7()) for name in things} | {"person": "u_aaaaaaaaaaaaaaaa"}
    body = {"name": "Carol", "role": "participant", "legal_name": "X"}
    client = as_(carol)
    real, mad = (
        getattr(client, method)(f"/api/v1/{path.format(**ids)}", body if method != "get" else None)
        for ids in (things, invented)
    )
    assert real.status_code == 404
    assert (real.json(), real["Content-Type"]) == (mad.json(), mad["Content-Type"])


@pytest.mark.parametrize(
    "path", ["people", "invitations", "audit-grants", "agreements", "access-log"]
)
def test_lists_hold_nothing_of_another_clinic(
    path: str, things: dict[str, str], carol: User, as_: As
) -> None:
    text = as_(carol).get(f"/api/v1/{path}").content.decode()
    assert not [thing for thing in things.values() if thing in text]


@pytest.mark.parametrize(("method", "path"), DOORS)
def test_strangers_are_asked_to_sign_in(method: str, path: str, things: dict[str, str]) -> None:
    answer = getattr(APIClient(), method)(f"/api/v1/{path.format(**things)}")
    assert (answer.status_code, answer.json()["code"]) == (401, "not_signed_in")


def test_a_clinic_that_is_no_id_is_not_there(erin: User, as_: As) -> None:
    assert as_(erin).get("/api/v1/people", {"clinic": "Harbor"}).status_code == 404
