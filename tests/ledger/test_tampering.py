"""Whoever changes the record behind the ledger's back is found out, and at which row."""

from collections.abc import Callable
from typing import Any

import pytest

from sessions_app.ledger import verify
from sessions_app.models import LedgerEntry, PrivateRow
from tests.ledger.conftest import World, build
from tests.ledger.forgery import forge

Tamper = Callable[..., int]

# What stands in the third row; each is changed to something the database itself accepts.
COLUMNS = {
    "at": "at = at + 1",
    "actor": "actor = 'clock'",
    "ref": "ref = 'another'",
    "part": "part = 1",
    "kind": "kind = 'Held'",
    "body": "body = (SELECT body FROM ledger_entry o WHERE o.session_id = "
    "ledger_entry.session_id AND o.seq = 4)",
    "hash": "hash = (SELECT hash FROM ledger_entry o WHERE o.session_id = "
    "ledger_entry.session_id AND o.seq = 4)",
}


def found(world: World) -> list[tuple[int | None, str]]:
    """What the verification of the session finds, as (row, code)."""
    return [(p.seq, p.code) for p in verify.verify_session(world.session.pk).problems]


@pytest.fixture
def ended(world: World) -> World:
    """A session that is over: rows 3 to 5 are private messages, 6 is the end."""
    world.run(talk=["one", "two", "three"])
    return world


@pytest.mark.parametrize("column", COLUMNS)
def test_a_changed_column_names_its_row(ended: World, tamper: Tamper, column: str) -> None:
    statement = f"UPDATE ledger_entry SET {COLUMNS[column]} WHERE session_id = %s AND seq = 3"
    assert tamper(statement, ended.session.pk) == 1
    code = "chain" if column in {"body", "hash"} else "column"
    assert found(ended) == [(3, code)]


@pytest.mark.parametrize("stack", ["embedded"], indirect=True)
@pytest.mark.parametrize("column", ["body", "hash"])
def test_bytes_turned_into_text_are_named_too(ended: World, tamper: Tamper, column: str) -> None:
    # SQLite keeps any type in any column; 32 characters pass for a hash.
    statement = f"UPDATE ledger_entry SET {column} = '{'x' * 32}' WHERE session_id = %s AND seq = 3"
    assert tamper(statement, ended.session.pk) == 1
    assert found(ended) == [(3, "chain")]


@pytest.mark.parametrize("stack", ["embedded"], indirect=True)
def test_a_private_row_turned_into_text_is_named_too(ended: World, tamper: Tamper) -> None:
    statement = "UPDATE private_row SET body = 'changed' WHERE session_id = %s AND seq = 3"
    assert tamper(statement, ended.session.pk) == 1
    assert found(ended) == [(3, "private")]


def test_a_row_moved_to_another_number_is_missing(ended: World, tamper: Tamper) -> None:
    tamper("UPDATE ledger_entry SET seq = 300 WHERE session_id = %s AND seq = 3", ended.session.pk)
    assert found(ended)[0] == (3, "gap")


def test_a_row_moved_to_another_session_is_missing_there_and_strange_here(
    ended: World, tamper: Tamper
) -> None:
    other = ended.plan(day=3)
    statement = "UPDATE ledger_entry SET session_id = %s WHERE session_id = %s AND seq = 1"
    tamper(statement, other.pk, ended.session.pk)
    assert found(ended)[0] == (1, "gap")
    strange = verify.verify_session(other.pk).problems
    assert [(p.seq, p.code) for p in strange] == [(1, "column")]
    assert "session_id" in strange[0].message


def test_a_row_given_to_another_clinic_is_named(ended: World, tamper: Tamper) -> None:
    other = build("Summit").clinic
    statement = "UPDATE ledger_entry SET clinic_id = %s WHERE session_id = %s AND seq = 3"
    tamper(statement, other.pk, ended.session.pk)
    assert found(ended) == [(3, "column")]


def test_a_session_given_to_another_clinic_is_named(ended: World, tamper: Tamper) -> None:
    other, session = build("Summit").clinic, ended.session.pk
    for table in ("ledger_entry", "room_head", "private_row", "private_key"):
        tamper(f"UPDATE {table} SET clinic_id = %s WHERE session_id = %s", other.pk, session)
    tamper("UPDATE sessions_app_groupsession SET clinic_id = %s WHERE id = %s", other.pk, session)
    assert (1, "rewritten") in found(ended)


@pytest.mark.parametrize("table", ["ledger_entry", "private_row"])
def test_every_changed_byte_names_its_row(ended: World, tamper: Tamper, table: str) -> None:
    model: Any = LedgerEntry if table == "ledger_entry" else PrivateRow
    whole = bytes(model.objects.get(session=ended.session, seq=3).body)
    statement = f"UPDATE {table} SET body = %s WHERE session_id = %s AND seq = 3"
    for place in range(0, len(whole), 1 if table == "private_row" else 7):
        changed = bytearray(whole)
        changed[place] ^= 1
        tamper(statement, bytes(changed), ended.session.pk)
        assert found(ended) == [(3, "chain" if table == "ledger_entry" else "private")], place
    tamper(statement, whole, ended.session.pk)
    assert found(ended) == []


def test_two_swapped_rows_name_the_first(ended: World, tamper: Tamper) -> None:
    session = ended.session.pk
    for seq, other in ((3, 300), (4, 3), (300, 4)):
        statement = "UPDATE ledger_entry SET seq = %s WHERE session_id = %s AND seq = %s"
        tamper(statement, other, session, seq)
    assert found(ended)[0] == (3, "chain")


@pytest.mark.parametrize("seq", [1, 3, 6])
def test_a_deleted_row_is_named(ended: World, tamper: Tamper, seq: int) -> None:
    tamper("DELETE FROM ledger_entry WHERE session_id = %s AND seq = %s", ended.session.pk, seq)
    assert found(ended)[0] == (seq, "gap")


def test_a_deleted_last_row_is_named_though_the_head_was_set_back(
    ended: World, tamper: Tamper
) -> None:
    session = ended.session.pk
    tamper("DELETE FROM ledger_entry WHERE session_id = %s AND seq = 6", session)
    tamper(
        "UPDATE room_head SET seq = e.seq, hash = e.hash, at = e.at FROM ledger_entry e "
        "WHERE e.session_id = room_head.session_id AND e.seq = 5 AND e.session_id = %s",
        session,
    )
    assert found(ended) == [(6, "gap")]


def test_a_row_nobody_wrote_is_named(ended: World, tamper: Tamper) -> None:
    tamper(
        "INSERT INTO ledger_entry (session_id, seq, clinic_id, at, actor, part, kind, body, hash) "
        "SELECT session_id, 7, clinic_id, at, actor, part, kind, body, hash FROM ledger_entry "
        "WHERE session_id = %s AND seq = 6",
        ended.session.pk,
    )
    assert found(ended) == [(7, "chain")]


@pytest.mark.parametrize("change", ["seq = 5", "at = at + 1", "hash = (SELECT e.hash FROM "
    "ledger_entry e WHERE e.session_id = room_head.session_id AND e.seq = 2)"])  # fmt: skip
def test_a_changed_head_is_named(ended: World, tamper: Tamper, change: str) -> None:
    tamper(f"UPDATE room_head SET {change} WHERE session_id = %s", ended.session.pk)
    assert found(ended) == [(6, "head")]


def test_a_head_that_names_rows_nobody_has_is_named(ended: World, tamper: Tamper) -> None:
    tamper("UPDATE room_head SET seq = 9 WHERE session_id = %s", ended.session.pk)
    assert found(ended) == [(7, "gap")]


def test_a_deleted_head_is_named(ended: World, tamper: Tamper) -> None:
    tamper("DELETE FROM room_head WHERE session_id = %s", ended.session.pk)
    assert found(ended) == [(None, "session")]


def test_each_broken_session_is_named_once(ended: World, tamper: Tamper) -> None:
    other = ended.plan(day=3)
    ended.run(other)
    tamper("UPDATE ledger_entry SET part = 9 WHERE seq = 2")
    broken = verify.verify_clinic(ended.clinic.pk).problems
    assert {(p.session, p.seq, p.code) for p in broken} == {
        (ended.session.pk, 2, "column"),
        (other.pk, 2, "column"),
    }
    assert len(broken) == 2


PRIVATE = {
    "is deleted": "DELETE FROM private_row WHERE session_id = %s AND seq = 3",
    "lies under another key": "UPDATE private_row SET key_id = (SELECT key_id FROM private_key k "
    "WHERE k.session_id = private_row.session_id AND k.purpose = 'record') "
    "WHERE session_id = %s AND seq = 3",
    "lies in another clinic": "UPDATE private_row SET clinic_id = session_id "
    "WHERE session_id = %s AND seq = 3",
    "has another owner": "UPDATE private_key SET seat = 's_another' "
    "WHERE session_id = %s AND purpose = 'talk'",
    "has another purpose": "UPDATE private_key SET purpose = 'other' "
    "WHERE session_id = %s AND purpose = 'talk'",
    "has a key in another session": "UPDATE private_key SET session_id = clinic_id "
    "WHERE session_id = %s AND purpose = 'talk'",
    "has a key in another clinic": "UPDATE private_key SET clinic_id = session_id "
    "WHERE session_id = %s AND purpose = 'talk'",
    "has no key": "DELETE FROM private_key WHERE session_id = %s AND purpose = 'talk'",
}


@pytest.mark.parametrize("deed", PRIVATE)
def test_a_private_row_names_the_row_it_belongs_to_when_it(
    ended: World, tamper: Tamper, deed: str
) -> None:
    ended.say("a note", purpose="record")
    assert tamper(PRIVATE[deed], ended.session.pk) >= 1
    assert found(ended) == [(3, "private")]


def test_a_private_row_no_record_names_is_found(ended: World, tamper: Tamper) -> None:
    statement = (
        "INSERT INTO private_row (session_id, seq, clinic_id, key_id, body) "
        "SELECT session_id, %s, clinic_id, key_id, body FROM private_row "
        "WHERE session_id = %s AND seq = 3"
    )
    tamper(statement, 2, ended.session.pk)
    assert found(ended) == [(2, "private")]
    tamper("DELETE FROM private_row WHERE seq = 2")
    tamper(statement, 20, ended.session.pk)
    assert found(ended) == [(20, "private")]


def test_a_row_dated_before_the_one_it_follows_is_named(world: World, tamper: Tamper) -> None:
    world.run(talk=["one"])
    forge(world, tamper, seq=3, at=1)
    assert found(world) == [(3, "time")]
