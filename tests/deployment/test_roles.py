"""`vgroup prepare` parts the role that owns from the one that serves, which can not rewrite."""

import asyncio
import re
from collections.abc import Iterator

import psycopg
import pytest
from asgiref.sync import sync_to_async

from sessions_app.ledger import entries, verify
from tests.conftest import Serve
from tests.deployment.conftest import Vgroup
from tests.deployment.roles import Role, role
from tests.process import ServerProcess
from tests.servers import Postgres
from tests.stack import Stack
from vgroup.privileges import APART, EVERYTHING

pytestmark = pytest.mark.parametrize("stack", ["clinic"], indirect=True)

KEPT = ("ledger_entry", "ledger_checkpoint", "clinic_link", "accounts_accesslog")
REWRITING = (
    "UPDATE {table} SET clinic_id = clinic_id",
    "DELETE FROM {table}",
    "TRUNCATE {table} CASCADE",
    "ALTER TABLE {table} DISABLE TRIGGER ALL",
    "ALTER TABLE {table} ADD COLUMN more int",
    "DROP TRIGGER {table}_no_update ON {table}",
    "DROP TABLE {table} CASCADE",
    "CREATE TRIGGER mine BEFORE INSERT ON {table} EXECUTE FUNCTION ledger_keep()",
)
GOING_AROUND = (
    "DELETE FROM private_row",
    "DELETE FROM private_key",
    "DELETE FROM room_head",
    "INSERT INTO django_migrations (app, name, applied) VALUES ('vgroup', 'x', now())",
    "CREATE TABLE public.mine (x int)",
    "CREATE TEMPORARY TABLE ledger_entry (x int)",
    "CREATE SCHEMA mine",
    "CREATE OR REPLACE FUNCTION public.ledger_keep() RETURNS trigger LANGUAGE plpgsql AS "
    "'BEGIN RETURN NEW; END'",
    "SET session_replication_role = replica",
    "CREATE ROLE mine",
    "ALTER DEFAULT PRIVILEGES FOR ROLE postgres GRANT ALL ON TABLES TO PUBLIC",
    "SET ROLE postgres",
)


@pytest.fixture
def app(postgres: Postgres, stack: Stack, vgroup: Vgroup) -> Iterator[Role]:
    """The role that serves, as `vgroup prepare` makes it."""
    with role(postgres) as app:
        done = vgroup("prepare", VGROUP_APP_ROLE=app.name, VGROUP_APP_PASSWORD=app.password)
        assert done.returncode == 0, done.stderr
        assert f"The role {app.name} may serve" in done.stdout
        assert app.password not in done.stdout + done.stderr
        yield app


@pytest.fixture
def server(serve: Serve, stack: Stack, app: Role) -> ServerProcess:
    """A server that runs as that role."""
    return serve(VGROUP_DATABASE_URL=app.url(stack), VGROUP_PROCESSES="2")


async def test_a_session_is_led_recorded_erased_and_verified_by_the_role_that_serves(
    build, gather, server, app, stack, vgroup
):
    house = await build(end_after_s=600)
    people = await gather(house, "bob", start=True)
    await people["bob"].does("Post", text="Still here")
    await people["alice"].event("Posted")
    await people["alice"].does("End")
    await people["bob"].snapshot(lambda s: s["times"]["phase"] == "ended")
    as_app = {"VGROUP_DATABASE_URL": app.url(stack)}
    person = house.people["bob"].public_id
    erased = await asyncio.to_thread(vgroup, "erase", "--person", person, "--yes", **as_app)
    assert re.search(r"keys shredded: [1-9]", erased.stdout), erased.stderr
    verified = await asyncio.to_thread(vgroup, "verify", "--all", **as_app)
    assert verified.returncode == 0, verified.stdout
    assert server.stop() == 0
    facts = await sync_to_async(entries.tail)(house.id, 0)
    assert "Ended" in [type(fact.event).__name__ for fact in facts]
    assert (await sync_to_async(verify.verify_session)(house.id)).ok
    assert "may rewrite the record" not in server.text()


def test_the_role_that_serves_can_not_change_what_is_written_nor_go_around(stack, app):
    changes = [deed.format(table=table) for table in KEPT for deed in REWRITING]
    allowed = []
    with app.connect(stack) as session:
        for deed in (*changes, *GOING_AROUND):
            try:
                session.execute(deed)
            except psycopg.errors.InsufficientPrivilege:
                continue
            allowed.append(deed)
    assert allowed == []


def test_every_table_is_granted_exactly_what_is_written_down(stack, app, postgres):
    with psycopg.connect(stack.database_url) as owner:
        rows = owner.execute(
            "SELECT relname, array_agg(privilege_type) FROM pg_class "
            "LEFT JOIN LATERAL (SELECT privilege_type FROM aclexplode(relacl) "
            "WHERE grantee = %s::regrole) granted ON true "
            "WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace GROUP BY relname",
            [app.name],
        ).fetchall()
    assert len(rows) > 30
    for table, granted in rows:
        assert set(granted) == set(APART.get(table, EVERYTHING)), table


def test_preparing_again_changes_nothing_and_brings_a_new_password(stack, app, vgroup):
    again = vgroup("prepare", VGROUP_APP_ROLE=app.name, VGROUP_APP_PASSWORD="another one")
    assert again.returncode == 0, again.stderr
    with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
        app.connect(stack)
    back = vgroup("prepare", VGROUP_APP_ROLE=app.name, VGROUP_APP_PASSWORD=app.password)
    assert back.returncode == 0, back.stderr
    app.connect(stack).close()


def test_a_role_that_could_do_more_is_refused_by_name(stack, app, vgroup):
    with psycopg.connect(stack.database_url, autocommit=True) as owner:
        owner.execute(f"ALTER ROLE {app.name} CREATEROLE")
        refused = vgroup("prepare", VGROUP_APP_ROLE=app.name)
        owner.execute(f"ALTER ROLE {app.name} NOCREATEROLE")
        assert refused.returncode == 2
        assert "may do more than serving needs (rolcreaterole)" in refused.stderr
        owner.execute(f"GRANT postgres TO {app.name}")
        refused = vgroup("prepare", VGROUP_APP_ROLE=app.name)
        assert "ledger_entry" in refused.stderr


def test_the_owner_is_not_taken_for_the_role_that_serves(stack, vgroup):
    refused = vgroup("prepare", VGROUP_APP_ROLE="postgres")
    assert refused.returncode == 2
    assert "name another one" in refused.stderr


def test_serving_as_the_owner_in_several_processes_is_warned_of(serve):
    assert "The role postgres may rewrite the record itself" in serve(VGROUP_PROCESSES="2").text()
