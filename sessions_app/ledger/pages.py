"""A session's rows for readers: a page at a time, and those that concern somebody."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db.models import BinaryField, F, Func, IntegerField, Q, QuerySet, Value

from sessions_app.ledger import entries, record
from sessions_app.models import LedgerEntry
from sessions_app.room.decision import Seat, Stamped


class _Within(Func):
    """Where bytes lie within a body; 0: nowhere."""

    function = "instr"
    output_field = IntegerField()

    def as_postgresql(self, compiler: Any, connection: Any, **context: Any) -> Any:
        turned = self.copy()
        turned.set_source_expressions(self.get_source_expressions()[::-1])
        return turned.as_sql(
            compiler, connection, function="position", arg_joiner=" IN ", **context
        )


def rows(session: UUID) -> QuerySet[LedgerEntry]:
    """All rows of a session, in order."""
    return LedgerEntry.objects.filter(session_id=session).order_by("seq")


def concerning(found: QuerySet[LedgerEntry], seats: Iterable[Seat]) -> QuerySet[LedgerEntry]:
    """Those of the rows that one of these seats is named in, as actor or otherwise."""
    named = Q(pk__in=[])
    for n, seat in enumerate(seats):
        needle = Value(seat.encode(), output_field=BinaryField())
        found = found.alias(**{f"place{n}": _Within(F("body"), needle)})
        named |= Q(**{f"place{n}__gt": 0})
    return found.filter(named)


def of_kinds(session: UUID, kinds: Iterable[str]) -> list[Stamped]:
    """What happened of some kinds only."""
    bodies = rows(session).filter(kind__in=list(kinds)).values_list("body", flat=True)
    return [entries.stamped(bytes(body)) for body in bodies]


def is_sealed(row: LedgerEntry) -> bool:
    """Whether something private belongs to this row."""
    return record.decode(bytes(row.body)).private is not None
