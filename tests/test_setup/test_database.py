"""Database URLs, and the settings that the ledger's promises rest on."""

import sqlite3
from contextlib import closing

import pytest
from django.db import connection, transaction

from tests.stack import Stack
from vgroup.database import database
from vgroup.errors import StartError


def test_a_postgresql_url_is_taken_apart() -> None:
    setting = database("postgresql://al%40x:p%2Fw@db.example.org:6432/rooms?sslmode=verify-full")
    assert setting["NAME"] == "rooms"
    assert (setting["USER"], setting["PASSWORD"]) == ("al@x", "p/w")
    assert (setting["HOST"], setting["PORT"]) == ("db.example.org", "6432")
    assert setting["OPTIONS"]["sslmode"] == "verify-full"
    assert setting["CONN_MAX_AGE"] == 0


def test_a_sqlite_url_names_a_file() -> None:
    assert database("sqlite:////var/lib/my%20rooms.db")["NAME"] == "/var/lib/my rooms.db"


@pytest.mark.parametrize("url", ["mysql://db/rooms", "rooms.db", "sqlite://"])
def test_another_url_is_refused_with_what_to_use(url: str) -> None:
    with pytest.raises(StartError, match="sqlite:///"):
        database(url)


@pytest.mark.parametrize("stack", ["embedded"], indirect=True)
@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("journal_mode", "wal"),
        ("synchronous", 2),  # FULL
        ("recursive_triggers", 1),
        ("foreign_keys", 1),
        ("busy_timeout", 20_000),
    ],
)
def test_every_sqlite_connection_keeps_its_promises(
    stack: Stack, pragma: str, value: str | int
) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA {pragma}")
        assert cursor.fetchone() == (value,)


@pytest.mark.parametrize("stack", ["embedded"], indirect=True)
def test_a_sqlite_transaction_takes_the_write_lock_at_once(stack: Stack) -> None:
    with (
        transaction.atomic(),
        closing(sqlite3.connect(stack.home / "db.sqlite3", timeout=0)) as other,
        pytest.raises(sqlite3.OperationalError, match="locked"),
    ):
        other.execute("BEGIN IMMEDIATE")
