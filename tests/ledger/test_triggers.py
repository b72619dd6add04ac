"""The databases themselves keep the record as it is, whoever asks."""

from collections.abc import Callable

import pytest
from django.core.management import call_command
from django.db import DatabaseError, IntegrityError, connection, transaction
from django.db.models import ProtectedError

from sessions_app.ledger import verify
from sessions_app.models import Checkpoint, ClinicLink, LedgerEntry
from tests.ledger.conftest import World

TABLES = {"ledger_entry": LedgerEntry, "ledger_checkpoint": Checkpoint, "clinic_link": ClinicLink}


def refused(statement: str) -> None:
    """Assert that the database refuses a statement in its own words."""
    with (
        pytest.raises(DatabaseError, match="kept as it is"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)


@pytest.fixture(autouse=True)
def ended(world: World) -> None:
    """There is something to change."""
    world.run(talk=["one"])


@pytest.mark.parametrize("table", TABLES)
def test_no_row_is_updated(table: str) -> None:
    refused(f"UPDATE {table} SET seq = seq")


@pytest.mark.parametrize("table", TABLES)
def test_no_row_is_deleted(table: str) -> None:
    refused(f"DELETE FROM {table}")


@pytest.mark.parametrize("table", TABLES)
def test_no_row_is_replaced(table: str) -> None:
    columns = ", ".join(field.column for field in TABLES[table]._meta.concrete_fields)
    if connection.vendor == "sqlite":
        refused(f"REPLACE INTO {table} ({columns}) SELECT {columns} FROM {table}")
    else:
        key = "clinic_id, n" if table == "clinic_link" else "session_id, seq"
        refused(
            f"INSERT INTO {table} ({columns}) SELECT {columns} FROM {table} "
            f"ON CONFLICT ({key}) DO UPDATE SET at = 0"
        )


@pytest.mark.parametrize("stack", ["embedded"], indirect=True)
def test_a_replacement_that_only_shares_a_ref_is_refused() -> None:
    columns = "session_id, clinic_id, at, actor, ref, part, kind, body, hash"
    refused(
        f"REPLACE INTO ledger_entry (seq, {columns}) "
        f"SELECT 99, {columns} FROM ledger_entry WHERE ref IS NOT NULL"
    )


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("stack", ["clinic"], indirect=True)
def test_no_table_is_emptied(table: str) -> None:
    refused(f"TRUNCATE {table} CASCADE")


def test_the_orm_is_refused_like_anyone(world: World) -> None:
    deeds: list[Callable[[], object]] = [
        lambda: LedgerEntry.objects.update(actor="nobody"),
        lambda: LedgerEntry.objects.all().delete(),
        lambda: ClinicLink.objects.all().delete(),
        lambda: LedgerEntry.objects.first().save(),  # type: ignore[union-attr]
    ]
    for deed in deeds:
        with pytest.raises(DatabaseError, match="kept as it is"), transaction.atomic():
            deed()
    assert verify.verify_all().ok


def test_a_head_with_a_ledger_is_not_deleted_but_moves_on(world: World) -> None:
    refused("DELETE FROM room_head")
    world.say("more")
    assert verify.verify_all().ok


@pytest.mark.parametrize("stack", ["clinic"], indirect=True)
def test_the_table_of_heads_is_not_emptied() -> None:
    refused("TRUNCATE room_head CASCADE")


def test_a_session_with_a_record_can_not_be_deleted(world: World) -> None:
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("DELETE FROM sessions_app_groupsession")
    with pytest.raises(ProtectedError):
        world.session.delete()
    assert verify.verify_all().ok


def test_the_triggers_go_and_come_with_their_migration(world: World) -> None:
    call_command("migrate", "sessions_app", "0001", verbosity=0)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE ledger_entry SET seq = seq")
    call_command("migrate", "sessions_app", verbosity=0)
    refused("UPDATE ledger_entry SET seq = seq")
