"""What the role that serves may do in PostgreSQL: everything but change the record.

Triggers refuse to change the record to everybody; but whoever owns a table can drop its triggers.
So one role owns and migrates, and another one serves.
"""

from collections.abc import Iterator

from django.db import connection, transaction
from django.db.backends.utils import CursorWrapper
from psycopg import sql

from accounts import triggers as accounts
from sessions_app.ledger import triggers as ledger
from vgroup.errors import StartError

READ = ("SELECT",)
GROW = ("SELECT", "INSERT")
MOVE = ("SELECT", "INSERT", "UPDATE")
EVERYTHING = ("SELECT", "INSERT", "UPDATE", "DELETE")
APART = {
    "django_migrations": READ,
    **dict.fromkeys((*ledger.KEPT, "private_row", *accounts.GROWS_ONLY), GROW),
    # A head moves on, a key is shredded in its place; neither goes.
    **dict.fromkeys((ledger.HEAD, "private_key"), MOVE),
}
POWERS = ("rolsuper", "rolcreaterole", "rolcreatedb", "rolreplication", "rolbypassrls")


def master() -> str:
    """The role of this connection if it may rewrite the record, or drop its triggers; else ""."""
    if connection.vendor != "postgresql":
        return ""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT current_user FROM pg_class WHERE oid = to_regclass(%s) "
            "AND pg_has_role(relowner, 'USAGE')",
            [ledger.KEPT[0]],
        )
        row = cursor.fetchone()
    return str(row[0]) if row else ""


def grant(role: str, password: str) -> None:
    """Make the role what serving needs and no more; safe to repeat, also while it serves.

    Raises StartError for a role that could do more all the same.
    """
    with transaction.atomic(), connection.cursor() as cursor:
        _see_to(cursor, role, password)
        for statement in _statements(_tables(cursor)):
            cursor.execute(
                sql.SQL(statement).format(
                    role=sql.Identifier(role),
                    database=sql.Identifier(connection.settings_dict["NAME"]),
                )
            )
        _require_bounded(cursor, role)


def _see_to(cursor: CursorWrapper, role: str, password: str) -> None:
    cursor.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [role])
    name = sql.Identifier(role)
    if cursor.fetchone() is None:
        cursor.execute(sql.SQL("CREATE ROLE {} LOGIN").format(name))
    if password:
        # As the server keeps it, so that no log of statements holds the password.
        kept = connection.connection.pgconn.encrypt_password(
            password.encode(), role.encode(), b"scram-sha-256"
        )
        change = sql.SQL("ALTER ROLE {} LOGIN PASSWORD {}")
        cursor.execute(change.format(name, sql.Literal(kept.decode())))


def _tables(cursor: CursorWrapper) -> list[str]:
    known = set(connection.introspection.django_table_names(only_existing=True))
    return sorted(known | {"django_migrations"})


def _statements(tables: list[str]) -> Iterator[str]:
    yield "REVOKE CREATE ON SCHEMA public FROM PUBLIC"
    yield "REVOKE TEMPORARY ON DATABASE {database} FROM PUBLIC"
    yield "REVOKE ALL ON DATABASE {database} FROM {role}"
    yield "REVOKE ALL ON SCHEMA public FROM {role}"
    for kind in ("TABLES", "SEQUENCES"):
        # A table that a later version brings is nobody's until that version has granted it.
        yield f"REVOKE ALL ON ALL {kind} IN SCHEMA public FROM {{role}}"
        yield f"ALTER DEFAULT PRIVILEGES IN SCHEMA public REVOKE ALL ON {kind} FROM {{role}}"
    yield "GRANT CONNECT ON DATABASE {database} TO {role}"
    yield "GRANT USAGE ON SCHEMA public TO {role}"
    for table in tables:
        # The numbers of new rows come from identity columns, which need no grant of their own.
        yield f'REVOKE ALL ON public."{table}" FROM PUBLIC'
        yield f'GRANT {", ".join(APART.get(table, EVERYTHING))} ON public."{table}" TO {{role}}'


def _require_bounded(cursor: CursorWrapper, role: str) -> None:
    # Whatever else the role is or belongs to: what it must not be able to do is looked up.
    cursor.execute(f"SELECT {', '.join(POWERS)} FROM pg_roles WHERE rolname = %s", [role])  # noqa: S608
    powers = [name for name, has in zip(POWERS, cursor.fetchone(), strict=True) if has]
    cursor.execute(
        "SELECT c.relname FROM pg_class c WHERE c.relname = ANY(%s) AND c.relkind = 'r' "
        "AND c.relnamespace = 'public'::regnamespace AND (pg_has_role(%s, c.relowner, 'MEMBER') "
        "OR has_table_privilege(%s, c.oid, 'UPDATE, DELETE, TRUNCATE, TRIGGER'))",
        [list(ledger.KEPT), role, role],
    )
    tables = [table for (table,) in cursor.fetchall()]
    if powers or tables:
        more = ", ".join([*powers, *tables])
        raise StartError(
            f"The role {role} may do more than serving needs ({more}): "
            "name another one in VGROUP_APP_ROLE, which is made anew."
        )
