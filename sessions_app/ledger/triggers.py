"""What the databases themselves refuse: changing or deleting a row of the record.

On SQLite `recursive_triggers` must be on (settings), so that REPLACE is caught as well. A later
migration that alters one of these tables must install its triggers again: SQLite rebuilds a table
to alter it, and its triggers go with the old one.

Retention is to remove whole sessions by one audited way: it can make the delete triggers look for
a setting of its own transaction (`WHEN (current_setting('vgroup.retention', true) …)` on
PostgreSQL, a row in a table of its own on SQLite). Nothing of the kind exists yet.
"""

from collections.abc import Iterator

from django.db.backends.base.schema import BaseDatabaseSchemaEditor

KEPT = ("ledger_entry", "ledger_checkpoint", "clinic_link")
HEAD = "room_head"  # moves on with its ledger, but does not go once it has one
DEEDS = ("update", "delete", "truncate")


def install(editor: BaseDatabaseSchemaEditor) -> None:
    """Create the triggers of this database."""
    statements = _postgres() if editor.connection.vendor == "postgresql" else _sqlite()
    for statement in statements:
        editor.execute(statement, params=None)


def remove(editor: BaseDatabaseSchemaEditor) -> None:
    """Drop them again."""
    postgres = editor.connection.vendor == "postgresql"
    for table in (*KEPT, HEAD):
        for deed in DEEDS:
            where = f" ON {table}" if postgres else ""
            editor.execute(f"DROP TRIGGER IF EXISTS {table}_no_{deed}{where}", params=None)


def _sqlite() -> Iterator[str]:
    def trigger(table: str, deed: str, when: str = "") -> str:
        refusal = f"SELECT RAISE(ABORT, '{table}: the record is kept as it is')"
        return (
            f"CREATE TRIGGER {table}_no_{deed} BEFORE {deed.upper()} ON {table} "
            f"FOR EACH ROW {when} BEGIN {refusal}; END"
        )

    for table in KEPT:
        yield trigger(table, "update")
        yield trigger(table, "delete")
    yield trigger(HEAD, "delete", "WHEN OLD.seq > 0")


def _postgres() -> Iterator[str]:
    yield """
        CREATE OR REPLACE FUNCTION ledger_keep() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE EXCEPTION '%: the record is kept as it is', TG_TABLE_NAME; END $$
    """

    def trigger(table: str, deed: str, when: str = "") -> str:
        level = "STATEMENT" if deed == "truncate" else "ROW"
        return (
            f"CREATE TRIGGER {table}_no_{deed} BEFORE {deed.upper()} ON {table} "
            f"FOR EACH {level} {when} EXECUTE FUNCTION ledger_keep()"
        )

    for table in KEPT:
        for deed in DEEDS:
            yield trigger(table, deed)
    yield trigger(HEAD, "delete", "WHEN (OLD.seq > 0)")
    yield trigger(HEAD, "truncate")
