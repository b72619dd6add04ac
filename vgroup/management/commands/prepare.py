"""`vgroup prepare`: bring the database up to this version, and its rights with it."""

from argparse import ArgumentParser
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import DatabaseError, connection

from vgroup import privileges, reach, start
from vgroup.env import Env
from vgroup.errors import StartError

LOCK = 0x76_67_72_6F_75_70  # "vgroup": one preparation of a database at a time


class Command(BaseCommand):
    """Run by the role that owns the tables, before processes of a new version start."""

    help = (
        "Migrate the database, and let VGROUP_APP_ROLE serve from it without being able to "
        "change the record. Safe to repeat, and while an older version serves."
    )
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """How long to wait."""
        start.add_wait(parser)

    def handle(self, *args: Any, **options: Any) -> None:
        """Wait, migrate, grant."""
        env: Env = settings.ENV
        reach.await_database(options["wait"], self.say)
        try:
            with _alone():
                start.require_same_version()
                self.say("Migrating the database …")
                call_command("migrate", interactive=False, verbosity=0, skip_checks=True)
                self.grant(env)
        except DatabaseError as error:
            raise StartError(f"The database cannot be prepared: {error}") from error
        self.say("The database is ready")

    def grant(self, env: Env) -> None:
        """Give the role that serves its rights, where roles are apart."""
        if not env.app_role:
            return
        if connection.vendor != "postgresql":
            raise StartError("VGROUP_APP_ROLE is set, and SQLite has no roles: leave it out.")
        if env.app_role == connection.settings_dict["USER"]:
            raise StartError("VGROUP_APP_ROLE is the role that owns the tables: name another one.")
        privileges.grant(env.app_role, env.app_password)
        self.say(f"The role {env.app_role} may serve, and can not change the record")

    def say(self, sentence: str) -> None:
        """Tell whoever waits, at once."""
        self.stdout.write(sentence)
        self.stdout.flush()


@contextmanager
def _alone() -> Iterator[None]:
    if connection.vendor != "postgresql":
        yield
        return
    holder = connection.copy()
    try:
        with holder.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_lock(%s)", [LOCK])
            try:
                yield
            finally:
                cursor.execute("SELECT pg_advisory_unlock(%s)", [LOCK])
    finally:
        holder.close()
