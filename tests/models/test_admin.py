"""The Django admin sets up groups and sessions, and has no way to change or delete the record."""

import pytest
from django.contrib import admin
from django.db import models
from django.test import Client, RequestFactory
from django.urls import reverse

from accounts.people import open_account
from sessions_app import models as tables
from sessions_app.ledger import heads
from sessions_app.models import Group, GroupSession, SessionStaff
from tests.ledger.conftest import World

RECORD = {
    tables.Checkpoint,
    tables.ClinicLink,
    tables.LedgerEntry,
    tables.PrivateKey,
    tables.PrivateRow,
    tables.RoomHead,
}


@pytest.fixture
def operator(world: World) -> Client:
    """A browser of somebody who may do anything in the admin."""
    client = Client()
    client.force_login(open_account(email="root@example.org", is_staff=True, is_superuser=True))
    return client


def page(model: type[models.Model], deed: str, *keys: object) -> str:
    """The address of an admin page."""
    return reverse(f"admin:sessions_app_{model._meta.model_name}_{deed}", args=keys)


def test_no_page_shows_a_table_of_the_record() -> None:
    assert not RECORD & admin.site._registry.keys()


def test_nothing_of_ours_is_deleted_there(world: World) -> None:
    ours = [m for m in admin.site._registry if m._meta.app_label == "sessions_app"]
    assert ours
    request = RequestFactory().get("/")
    for model in ours:
        assert not admin.site._registry[model].has_delete_permission(request)
        assert admin.site._registry[model].actions is None


def test_a_session_planned_there_has_a_team_and_a_head(world: World, operator: Client) -> None:
    fields = {
        "group": world.group.pk,
        "planned_date": "2026-06-09",
        "planned_start": "18:00",
        "length_min": "60",
        "zone": "America/Denver",
        "topic": "Urges",
        "modality": "online",
    }
    answer = operator.post(page(GroupSession, "add"), fields)
    assert answer.status_code == 302, answer.context["adminform"].errors
    session = GroupSession.objects.get(topic="Urges")
    assert (session.clinic, session.zone) == (world.clinic, "America/Denver")
    assert session.pk in heads.peek([session.pk])
    assert SessionStaff.objects.get(session=session).seat == world.alice


def test_a_session_page_shows_its_record_and_edits_details_only(
    world: World, operator: Client
) -> None:
    world.run()
    change = page(GroupSession, "change", world.session.pk)
    head = heads.peek([world.session.pk])[world.session.pk]
    assert head.hash.hex() in operator.get(change).content.decode()
    operator.post(change, {"topic": "New", "modality": "hybrid", "length_min": "5"})
    world.session.refresh_from_db()
    assert (world.session.topic, world.session.length_min) == ("New", 90)


def test_a_later_door_is_rescheduled(world: World, operator: Client) -> None:
    before = heads.peek([world.session.pk])[world.session.pk].deadline_at
    change = page(Group, "change", world.group.pk)
    form = operator.get(change).context["adminform"].form
    fields = {name: value for name, value in form.initial.items() if value is not None}
    answer = operator.post(change, {**fields, "licensed_states": "[]", "door_min": "5"})
    assert answer.status_code == 302, answer.context["adminform"].errors
    after = heads.peek([world.session.pk])[world.session.pk].deadline_at
    assert before is not None
    assert after == before + 10 * 60_000


@pytest.mark.parametrize("model", [Group, tables.Seat, tables.Enrolment, GroupSession])
def test_every_list_opens(world: World, operator: Client, model: type[models.Model]) -> None:
    assert operator.get(page(model, "changelist")).status_code == 200
