"""Agreements: versions, what waits for whom, and what can never change."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from django.db import DatabaseError, transaction
from rest_framework.test import APIClient

from accounts import agreements, people
from accounts.errors import NotFound, Refused
from accounts.models import Agreement, Clinic, Signature, User
from accounts.roles import Role
from tests.accounts.conftest import membership

As = Callable[[User], APIClient]
NOW = datetime(2026, 3, 2, 17, tzinfo=UTC)
GROUP = Agreement.Kind.GROUP_AGREEMENT
PARTICIPANTS = Agreement.Audience.PARTICIPANTS


def publish(
    clinic: Clinic,
    kind: Agreement.Kind = GROUP,
    audience: Agreement.Audience = PARTICIPANTS,
    text: str = "What is said here stays here.",
) -> Agreement:
    return agreements.publish(
        agreements.draft(clinic, kind, audience, "Group agreement", text), NOW
    )


def test_an_agreement_waits_until_it_is_signed_once(bob: User, clinic: Clinic, as_: As) -> None:
    agreement = publish(clinic)
    client = as_(bob)
    (waiting,) = client.get("/api/v1/me").json()["unsigned"]
    assert (waiting["id"], waiting["text"]) == (str(agreement.pk), agreement.text)

    for _ in range(2):
        signed = client.post(f"/api/v1/agreements/{agreement.pk}/sign", {"name": "Bob Doe"})
        assert (signed.status_code, signed.json()["signed"]) == (200, True)

    assert client.get("/api/v1/me").json()["unsigned"] == []
    assert Signature.objects.get().name == "Bob Doe"


def test_a_new_version_is_signed_anew_and_the_old_one_is_not_offered(
    bob: User, clinic: Clinic
) -> None:
    first = publish(clinic)
    agreements.sign(bob, first.pk, "Bob Doe", NOW)
    second = publish(clinic, text="Nothing is recorded.")
    assert second.version == first.version + 1
    assert agreements.due(bob) == [second]
    with pytest.raises(NotFound):
        agreements.sign(bob, first.pk, "Bob Doe", NOW)
    assert Signature.objects.get().agreement == first


def test_a_draft_waits_for_nobody(bob: User, clinic: Clinic, as_: As) -> None:
    draft = agreements.draft(clinic, GROUP, PARTICIPANTS, "Group agreement", "…")
    assert agreements.due(bob) == []
    client = as_(bob)
    assert client.get("/api/v1/agreements").json()["count"] == 0
    assert client.post(f"/api/v1/agreements/{draft.pk}/sign", {"name": "B"}).status_code == 404


def test_everyone_signs_what_is_meant_for_them(bob: User, alice: User, clinic: Clinic) -> None:
    for_participants = publish(clinic)
    for_guests = publish(clinic, Agreement.Kind.CONFIDENTIALITY, Agreement.Audience.GUESTS)
    guest = people.register(clinic, Role.GUEST, legal_name="Ines Interpreter")
    assert agreements.due(bob) == [for_participants]
    assert agreements.due(guest) == [for_guests]
    assert agreements.due(alice) == []


def test_a_published_text_cannot_be_published_or_changed_again(clinic: Clinic) -> None:
    agreement = publish(clinic)
    with pytest.raises(Refused):
        agreements.publish(agreement, NOW)
    for change in ({"text": "Something else."}, {"title": "Else"}, {"published_at": None}):
        with pytest.raises(DatabaseError, match="kept as it is"), transaction.atomic():
            Agreement.objects.filter(pk=agreement.pk).update(**change)
    with pytest.raises(DatabaseError, match="kept as it is"), transaction.atomic():
        agreement.delete()


def test_a_draft_may_change(clinic: Clinic) -> None:
    draft = agreements.draft(clinic, GROUP, PARTICIPANTS, "Group agreement", "…")
    assert Agreement.objects.filter(pk=draft.pk).update(text="Better.") == 1


def test_a_signature_stays(bob: User, clinic: Clinic) -> None:
    signature = agreements.sign(bob, publish(clinic).pk, "Bob Doe", NOW)
    with pytest.raises(DatabaseError, match="kept as it is"), transaction.atomic():
        Signature.objects.update(name="Somebody")
    with pytest.raises(DatabaseError, match="kept as it is"), transaction.atomic():
        signature.delete()


def test_another_clinics_agreement_is_not_there(
    bob: User, carol: User, clinic: Clinic, as_: As
) -> None:
    agreement = publish(clinic)
    outsider = as_(carol)
    answer = outsider.post(f"/api/v1/agreements/{agreement.pk}/sign", {"name": "Carol"})
    invented = outsider.post(
        "/api/v1/agreements/01890000-0000-7000-8000-000000000000/sign", {"name": "Carol"}
    )
    assert (answer.status_code, answer.json()) == (404, invented.json())
    assert outsider.get("/api/v1/agreements").json()["count"] == 0
    assert not Signature.objects.exists()


def test_whoever_left_the_clinic_has_nothing_to_sign_there(bob: User, clinic: Clinic) -> None:
    agreement = publish(clinic)
    people.end_role(membership(bob, Role.PARTICIPANT))
    assert agreements.due(bob) == []
    with pytest.raises(NotFound):
        agreements.sign(bob, agreement.pk, "Bob Doe", NOW)


def test_what_is_unsigned_can_be_listed_alone(bob: User, clinic: Clinic, as_: As) -> None:
    signed = publish(clinic)
    waiting = publish(clinic, Agreement.Kind.TELEHEALTH_CONSENT)
    agreements.sign(bob, signed.pk, "Bob Doe", NOW)
    listed = as_(bob).get("/api/v1/agreements", {"signed": "false"}).json()["results"]
    assert [agreement["id"] for agreement in listed] == [str(waiting.pk)]
