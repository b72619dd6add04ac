"""`vgroup prepare` outside of the ordinary: another owner, two at once, one file."""

import secrets
from concurrent.futures import ThreadPoolExecutor

import psycopg
import pytest

clinic_only = pytest.mark.parametrize("stack", ["clinic"], indirect=True)
embedded_only = pytest.mark.parametrize("stack", ["embedded"], indirect=True)


@pytest.fixture
def empty(postgres):
    """An empty database of an owner who is no superuser, but may make roles."""
    name = f"owns_{secrets.token_hex(4)}"
    with psycopg.connect(postgres.url("postgres"), autocommit=True) as superuser:
        superuser.execute(f"CREATE ROLE {name} LOGIN CREATEROLE")
        superuser.execute(f"CREATE DATABASE {name} OWNER {name}")
    yield name
    postgres.drop(name)


@clinic_only
def test_an_owner_without_all_rights_is_enough_and_two_at_once_take_turns(vgroup, postgres, empty):
    url = postgres.url(empty).replace("postgres@", f"{empty}@")
    app = f"serves_{empty}"
    with ThreadPoolExecutor(2) as both:
        running = [
            both.submit(vgroup, "prepare", VGROUP_DATABASE_URL=url, VGROUP_APP_ROLE=app)
            for _ in range(2)
        ]
        for done in running:
            assert done.result().returncode == 0, done.result().stderr
    with psycopg.connect(url.replace(f"{empty}@", f"{app}@"), autocommit=True) as session:
        session.execute("INSERT INTO sessions_app_lease (process, renewed_at) VALUES ('x', 1)")
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            session.execute("DELETE FROM ledger_entry")


@embedded_only
def test_a_file_is_migrated_and_has_no_roles(vgroup, tmp_path):
    empty = {"VGROUP_DATABASE_URL": f"sqlite:///{tmp_path / 'empty.sqlite3'}"}
    assert "The database is ready" in vgroup("prepare", **empty).stdout
    refused = vgroup("prepare", VGROUP_APP_ROLE="app", **empty)
    assert refused.returncode == 2
    assert "SQLite has no roles" in refused.stderr
