"""What must hold before a process serves; each thing that does not is a sentence."""

import logging
from argparse import ArgumentParser
from collections.abc import Callable

from django.core.management import call_command
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from psycopg.errors import InsufficientPrivilege

from vgroup import privileges, reach, server
from vgroup.env import Env
from vgroup.errors import StartError
from vgroup.safeguards import refusals

log = logging.getLogger(__name__)

Say = Callable[[str], None]

OURS = ("accounts", "sessions_app")
WAIT_S = 60.0


def add_wait(parser: ArgumentParser) -> None:
    """The option of every command that begins with the database."""
    parser.add_argument(
        "--wait",
        type=float,
        default=WAIT_S,
        metavar="SECONDS",
        help="how long to wait for a database that does not answer (default: 60)",
    )


def require_safe(env: Env, host: str, port: int) -> None:
    """Raise StartError for unsafe settings or a taken address; nothing is changed before it."""
    if reasons := refusals(env, host):
        raise StartError("\n        ".join(reasons))
    server.require_free(host, port)


def require_database(env: Env, wait_s: float, say: Say, *, migrate: bool = False) -> None:
    """Wait for the database, migrate it if wanted, and refuse one that lacks migrations.

    A newer one is served: an old process goes on while new ones take its place.
    """
    reach.await_database(wait_s, say)
    try:
        if migrate:
            say("Migrating the database …")
            call_command("migrate", interactive=False, verbosity=0, skip_checks=True)
        missing, newer = _migrations()
        if missing:
            raise StartError(f"The database lacks {missing} migrations: run {_migrator()}.")
        if newer:
            log.warning(
                "The database was migrated by a newer version (%s). This process goes on until "
                "it is replaced; rooms it can not read it leaves to the others.",
                ", ".join(newer),
            )
        if env.processes > 1 and (role := privileges.master()):
            log.warning(
                "The role %s may rewrite the record itself. Run `vgroup prepare` with "
                "VGROUP_APP_ROLE, and serve as that role.",
                role,
            )
    except DatabaseError as error:
        raise StartError(_unusable(error)) from error
    finally:
        connection.close()


def require_same_version() -> None:
    """Raise StartError for a database that a newer version has migrated."""
    if newer := _migrations()[1]:
        raise StartError(
            f"The database was migrated by a newer version ({', '.join(newer)}): "
            "run that version's `vgroup prepare`."
        )


def address(host: str, port: int) -> str:
    """Where a browser finds a server."""
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"


def _migrations() -> tuple[int, list[str]]:
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    known = executor.loader.disk_migrations
    newer = sorted(
        f"{app}.{name}"
        for app, name in executor.loader.applied_migrations
        if app in OURS and (app, name) not in known
    )
    return len(plan), newer


def _unusable(error: DatabaseError) -> str:
    if isinstance(error.__cause__, InsufficientPrivilege):
        role = connection.settings_dict["USER"]
        return (
            f"The role {role} may not serve from this database ({error}): run `vgroup prepare` "
            f"with VGROUP_APP_ROLE={role}, as the role that owns the tables."
        ).replace("\n", " ")
    return f"The database cannot be used: {error}"


def _migrator() -> str:
    # Where roles are apart, the one that serves may not migrate.
    return "`vgroup prepare`" if connection.vendor == "postgresql" else "`vgroup migrate`"
