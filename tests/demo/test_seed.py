"""The demo clinic: seeded once, open at every start, with a record that verifies."""

import datetime as dt

import pytest
from django.core.cache import cache
from rest_framework.test import APIClient

from accounts.clinics import open_clinic
from accounts.models import AuditGrant, Clinic, User
from sessions_app.accountability.attendance import attendance
from sessions_app.demo import cast, schedule
from sessions_app.demo.seed import NotEmpty
from sessions_app.ledger import entries, private
from sessions_app.ledger.verify import verify_all
from sessions_app.models import GroupSession, LedgerEntry
from tests.demo.conftest import Start

EMBEDDED = pytest.mark.parametrize("stack", ["embedded"], indirect=True)


def test_a_start_seeds_a_clinic_whose_record_verifies(start: Start) -> None:
    session = start()
    assert Clinic.objects.get().demo
    assert User.objects.count() == len(cast.EVERYONE)
    assert AuditGrant.objects.get().people.count() == 3
    report = verify_all()
    assert report.ok, report.problems
    assert report.rows == LedgerEntry.objects.count() > 150
    assert session.starts_at > session.created
    assert session.starts_at - session.created < dt.timedelta(minutes=6)


@EMBEDDED
def test_a_second_start_plans_no_duplicate(start: Start) -> None:
    first = start()
    planned = GroupSession.objects.count()
    assert start(dt.timedelta(minutes=20)) == first
    assert GroupSession.objects.count() == planned
    assert Clinic.objects.count() == 1


@EMBEDDED
def test_a_start_on_another_day_opens_a_room_again(start: Start) -> None:
    first, later = start(), dt.timedelta(days=1, hours=1)
    second = start(later)
    assert second != first
    assert second.starts_at - first.starts_at >= dt.timedelta(days=1)
    assert start(later) == second


@EMBEDDED
def test_a_group_that_is_about_to_meet_is_moved_to_now(start: Start) -> None:
    start()
    coming = GroupSession.objects.order_by("starts_at").last()
    assert coming
    planned = GroupSession.objects.count()
    just_before = coming.starts_at - dt.timedelta(minutes=40) - coming.created
    assert start(just_before).pk == coming.pk
    # Others take the place of the evenings that have passed meanwhile.
    assert GroupSession.objects.count() >= planned
    coming.refresh_from_db()
    moved = coming.created + just_before
    assert dt.timedelta() < coming.starts_at - moved < dt.timedelta(minutes=6)


@EMBEDDED
def test_the_past_evenings_went_as_written(start: Start) -> None:
    start()
    first, second = (
        {row.name: row for row in attendance(entries.tail(session.pk, 0)).rows}
        for session in GroupSession.objects.order_by("starts_at")[: len(schedule.AGO_DAYS)]
    )
    assert first["Heron"].status == "absent"
    assert first["River"].status == "late"
    assert first["Juniper"].status == "left_early"
    assert first["Maple"].counts.connection_losses == 1
    assert first["Fern"].counts.turns_passed == 1
    assert second["River"].status == "removed"
    assert second["Heron"].away_ms == 4 * 60_000
    assert second["Dr. R."].credited_min == 79


@EMBEDDED
def test_what_was_said_is_erased_and_what_was_answered_is_kept(start: Start) -> None:
    start()
    session = GroupSession.objects.earliest("starts_at")
    facts = entries.tail(session.pk, 0)
    said = [fact.seq for fact in facts if type(fact.event).__name__ == "Posted"]
    answered = [fact.seq for fact in facts if type(fact.event).__name__ == "Knocked"]
    assert said
    assert private.read(session.pk, said) == {}
    assert private.read(session.pk, answered).keys() == set(answered)


def test_everyone_signs_in_with_the_one_password(start: Start) -> None:
    start()
    cache.clear()
    for part in cast.EVERYONE:
        credentials = {"email": part.email, "password": cast.PASSWORD}
        answer = APIClient().post("/_allauth/app/v1/auth/login", credentials, format="json")
        client = APIClient(headers={"X-Session-Token": answer.json()["meta"]["session_token"]})
        me = client.get("/api/v1/me").json()
        assert [held["role"] for held in me["memberships"]] == [part.role]
        owes = part.role == "participant" and not part.signed
        assert bool(me["unsigned"]) == owes


@EMBEDDED
def test_a_database_with_a_real_clinic_is_left_alone(start: Start) -> None:
    open_clinic("Summit", "America/Denver", [{"name": "988 Lifeline", "phone": "988"}])
    with pytest.raises(NotEmpty):
        start()
    assert Clinic.objects.count() == 1
