"""The two topologies a room runs on, and how a test is pointed at a fresh copy of one."""

import os
import shutil
import sqlite3
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from asgiref.local import Local
from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.test import override_settings

from tests.servers import Postgres, Redis
from vgroup.database import database
from vgroup.layers import caches, channel_layers

TEMPLATE = "vgroup_template"


@dataclass(frozen=True)
class Stack:
    """One topology with a database of its own."""

    name: str
    database_url: str
    home: Path
    redis_url: str = ""
    prefix: str = field(default_factory=lambda: f"t{uuid.uuid4().hex[:12]}")

    @property
    def environ(self) -> dict[str, str]:
        """The environment of a vgroup process that serves this stack."""
        kept = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith(("VGROUP_", "DJANGO_", "PYTEST_"))
        }
        own = {
            "VGROUP_HOME": str(self.home),
            "VGROUP_DATABASE_URL": self.database_url,
            "VGROUP_SECRET_KEY": settings.SECRET_KEY,
            "VGROUP_ALLOWED_HOSTS": "127.0.0.1,localhost",
            "VGROUP_REDIS_URL": self.redis_url,
            "VGROUP_REDIS_PREFIX": self.prefix,
        }
        return kept | own


@contextmanager
def pointed(stack: Stack) -> Iterator[None]:
    """Make the stack what Django uses, in every thread, until the block ends."""
    urls = [stack.redis_url] if stack.redis_url else []
    with (
        _database(stack.database_url),
        override_settings(
            VGROUP_HOME=stack.home,
            VGROUP_KEYS=stack.home / "keys",
            CHANNEL_LAYERS=channel_layers(urls, stack.prefix),
            CACHES=caches(urls, stack.prefix),
        ),
    ):
        yield


@contextmanager
def _database(url: str) -> Iterator[None]:
    usual, usual_connections = connections.settings["default"], connections._connections
    usual_create = connections.create_connection
    opened: list[BaseDatabaseWrapper] = []

    def create(alias: str) -> BaseDatabaseWrapper:
        opened.append(usual_create(alias))
        return opened[-1]

    wanted = database(url)
    if pool := wanted["OPTIONS"].get("pool"):
        pool.update(min_size=0, max_size=20)
    connections.settings["default"] = connections.configure_settings({"default": wanted})["default"]
    # A new registry, so that threads which have a connection already get one to this database.
    connections._connections = Local(connections.thread_critical)
    connections.create_connection = create
    ContentType.objects.clear_cache()
    try:
        yield
    finally:
        for wrapper in opened:
            wrapper.inc_thread_sharing()
            wrapper.close()
            if hasattr(wrapper, "close_pool"):
                wrapper.close_pool()
        del connections.create_connection
        connections._connections = usual_connections
        connections.settings["default"] = usual
        ContentType.objects.clear_cache()


class EmbeddedTemplate:
    """SQLite and the in-memory layer; each stack is a copy of one migrated file."""

    def __init__(self, folder: Path) -> None:
        self.template = folder / "template.sqlite3"
        with pointed(Stack("embedded", f"sqlite:///{self.template}", folder)):
            call_command("migrate", verbosity=0)
        with sqlite3.connect(self.template) as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.close()

    @contextmanager
    def stack(self, home: Path) -> Iterator[Stack]:
        """A fresh stack, pointed at."""
        shutil.copyfile(self.template, home / "db.sqlite3")
        stack = Stack("embedded", f"sqlite:///{home / 'db.sqlite3'}", home)
        with pointed(stack):
            yield stack


class ClinicTemplate:
    """PostgreSQL and Redis; each stack is a copy of one migrated database."""

    def __init__(self, folder: Path, postgres: Postgres, redis: Redis) -> None:
        self.postgres, self.redis = postgres, redis
        postgres.create(TEMPLATE)
        with pointed(Stack("clinic", postgres.url(TEMPLATE), folder)):
            call_command("migrate", verbosity=0)

    @contextmanager
    def stack(self, home: Path) -> Iterator[Stack]:
        """A fresh stack, pointed at."""
        name = f"vgroup_{uuid.uuid4().hex}"
        self.postgres.create(name, TEMPLATE)
        stack = Stack("clinic", self.postgres.url(name), home, self.redis.url)
        try:
            with pointed(stack):
                yield stack
        finally:
            self.postgres.drop(name)
