"""What the database itself refuses: changing a log, a signature or a published agreement.

A later migration that alters one of these tables must install its triggers again: SQLite
rebuilds a table to alter it, and its triggers go with the old one.
"""

from collections.abc import Iterator

from django.db.backends.base.schema import BaseDatabaseSchemaEditor

GROWS_ONLY = ("accounts_accesslog", "accounts_signature")
AGREEMENT = "accounts_agreement"
FROZEN = ("clinic_id", "kind", "audience", "version", "title", "text", "published_at")
USER = "accounts_user"
EPOCHS = ("auth_epoch", "session_epoch")

PUBLISHED = "OLD.published_at IS NOT NULL"


def install(editor: BaseDatabaseSchemaEditor) -> None:
    """Create the triggers of this database."""
    statements = _postgres() if editor.connection.vendor == "postgresql" else _sqlite()
    for statement in statements:
        editor.execute(statement, params=None)


def remove(editor: BaseDatabaseSchemaEditor) -> None:
    """Drop them again."""
    postgres = editor.connection.vendor == "postgresql"
    for name, table in _names():
        editor.execute(f"DROP TRIGGER IF EXISTS {name}" + (f" ON {table}" if postgres else ""))


def _names() -> Iterator[tuple[str, str]]:
    for table in (*GROWS_ONLY, AGREEMENT, USER):
        for deed in ("update", "delete", "truncate"):
            yield f"{table}_no_{deed}", table


def _changed(operator: str) -> str:
    return " OR ".join(f"OLD.{column} {operator} NEW.{column}" for column in FROZEN)


def _back() -> str:
    # A whole row written back from memory would bring revoked sessions back to life.
    return " OR ".join(f"NEW.{column} < OLD.{column}" for column in EPOCHS)


def _sqlite() -> Iterator[str]:
    def trigger(table: str, deed: str, when: str = "") -> str:
        condition = f"WHEN {when} " if when else ""
        return (
            f"CREATE TRIGGER {table}_no_{deed} BEFORE {deed.upper()} ON {table} FOR EACH ROW "
            f"{condition}BEGIN SELECT RAISE(ABORT, '{table}: this record is kept as it is'); END"
        )

    for table in GROWS_ONLY:
        yield trigger(table, "update")
        yield trigger(table, "delete")
    yield trigger(AGREEMENT, "update", f"{PUBLISHED} AND ({_changed('IS NOT')})")
    yield trigger(AGREEMENT, "delete", PUBLISHED)
    yield trigger(USER, "update", _back())


def _postgres() -> Iterator[str]:
    yield """
        CREATE OR REPLACE FUNCTION accounts_keep() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE EXCEPTION '%: this record is kept as it is', TG_TABLE_NAME; END $$
    """

    def trigger(table: str, deed: str, when: str = "") -> str:
        level = "STATEMENT" if deed == "truncate" else "ROW"
        condition = f"WHEN ({when}) " if when else ""
        return (
            f"CREATE TRIGGER {table}_no_{deed} BEFORE {deed.upper()} ON {table} "
            f"FOR EACH {level} {condition}EXECUTE FUNCTION accounts_keep()"
        )

    for table in GROWS_ONLY:
        for deed in ("update", "delete", "truncate"):
            yield trigger(table, deed)
    yield trigger(AGREEMENT, "update", f"{PUBLISHED} AND ({_changed('IS DISTINCT FROM')})")
    yield trigger(AGREEMENT, "delete", PUBLISHED)
    yield trigger(USER, "update", _back())
