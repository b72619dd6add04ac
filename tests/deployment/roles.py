"""The role that serves, on a stack whose tables another role owns."""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

import psycopg

from tests.servers import Postgres
from tests.stack import Stack


@dataclass(frozen=True)
class Role:
    """A database role, made by `vgroup prepare`; the server asks for its password."""

    name: str
    password: str
    postgres: Postgres

    def url(self, stack: Stack, *, password: bool = True) -> str:
        """The stack's database as this role reaches it."""
        secret = f":{self.password}" if password else ""
        return stack.database_url.replace("postgres@", f"{self.name}{secret}@")

    def stack(self, stack: Stack) -> Stack:
        """The same stack, served as this role."""
        return replace(stack, database_url=self.url(stack))

    def connect(self, stack: Stack) -> psycopg.Connection[tuple[object, ...]]:
        """A session of this role."""
        return psycopg.connect(self.url(stack), autocommit=True)


@contextmanager
def role(postgres: Postgres) -> Iterator[Role]:
    """A name that no role has, and for which the server asks a password."""
    name = f"serves_{secrets.token_hex(4)}"
    rules = postgres.folder / "data" / "pg_hba.conf"
    before = rules.read_text()
    rules.write_text(f"local all {name} scram-sha-256\n{before}")
    _owner(postgres, "SELECT pg_reload_conf()")
    yield Role(name, secrets.token_urlsafe(12), postgres)
    rules.write_text(before)
    _owner(postgres, "SELECT pg_reload_conf()")


def _owner(postgres: Postgres, statement: str) -> None:
    with psycopg.connect(postgres.url("postgres"), autocommit=True) as connection:
        connection.execute(statement)
