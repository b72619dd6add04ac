"""A session's ledger for administrators and auditors: what happened, never what is private."""

import re
from collections.abc import Iterable
from typing import Any, ClassVar
from uuid import UUID

import django_filters
import msgspec
from django.db.models import QuerySet
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema
from rest_framework.generics import ListAPIView
from rest_framework.request import Request
from rest_framework.response import Response

from accounts.api.filters import ListFilter
from accounts.errors import Invalid
from sessions_app.accountability.rows import Attendance
from sessions_app.api.lens import Lens, discreet_fact
from sessions_app.api.permissions import SessionAction
from sessions_app.api.problem import REFUSALS
from sessions_app.api.record import RecordView
from sessions_app.api.rendering import RENDERERS, download, wants_csv
from sessions_app.api.shapes.record import ENTRIES, EntrySerializer
from sessions_app.ledger import entries, pages
from sessions_app.models import LedgerEntry
from sessions_app.reports import ledger
from sessions_app.reports.table import Line, Table
from sessions_app.room.room import EVENTS

AT_ONCE = 500
KINDS = [(kind, kind) for kind in sorted(EVENTS)]
_NUMBER = re.compile(r"^[0-9]{1,9}$")


class EntryFilter(ListFilter):
    """`?since=` and `?until=` are moments with a zone, the latter left out itself.

    `?person=` is a name as it stands in the entries, or a seat where those are shown; `?row=` the
    number of a person in the attendance. `?entries=` are numbers with commas between them, at
    most 500; `?kind=` may be repeated.
    """

    kind = django_filters.MultipleChoiceFilter(choices=KINDS, distinct=False)
    entries = django_filters.CharFilter(method="numbered")
    row = django_filters.NumberFilter(method="of_row")
    since = django_filters.IsoDateTimeFilter(method="from_moment")
    until = django_filters.IsoDateTimeFilter(method="to_moment")
    person = django_filters.CharFilter(method="concerning")

    def from_moment(self, rows: QuerySet[LedgerEntry], _: str, at: Any) -> QuerySet[LedgerEntry]:
        return rows.filter(at__gte=round(at.timestamp() * 1000))

    def to_moment(self, rows: QuerySet[LedgerEntry], _: str, at: Any) -> QuerySet[LedgerEntry]:
        return rows.filter(at__lt=round(at.timestamp() * 1000))

    def concerning(self, rows: QuerySet[LedgerEntry], _: str, name: str) -> QuerySet[LedgerEntry]:
        lens: Lens = self.request.parser_context["view"].lens
        return pages.concerning(rows, lens.seats(name))

    def of_row(self, rows: QuerySet[LedgerEntry], _: str, row: Any) -> QuerySet[LedgerEntry]:
        people: Attendance = self.request.parser_context["view"].people
        seats = [person.seat for n, person in enumerate(people.rows, start=1) if n == row]
        return pages.concerning(rows, seats)

    def numbered(self, rows: QuerySet[LedgerEntry], _: str, text: str) -> QuerySet[LedgerEntry]:
        numbers = [part.strip() for part in text.split(",")]
        if len(numbers) > AT_ONCE or not all(map(_NUMBER.match, numbers)):
            raise Invalid(f"entries: up to {AT_ONCE} numbers of entries, with commas between them.")
        return rows.filter(seq__in=[int(number) for number in numbers])


class LedgerView(RecordView, ListAPIView[Any]):
    """The entries in order, with their hashes. `sealed`: something private belongs to it.

    CSV holds all that the filters leave, JSON a page of it.
    """

    may: ClassVar[dict[str, SessionAction]] = {"GET": "see_ledger"}
    serializer_class = EntrySerializer
    filterset_class = EntryFilter
    renderer_classes = RENDERERS
    lens: Lens
    people: Attendance

    def get_queryset(self) -> QuerySet[Any]:
        return pages.rows(self.session.pk) if hasattr(self, "session") else self.queryset

    @extend_schema(
        responses={
            (200, "application/json"): EntrySerializer(many=True),
            (200, "text/csv"): OpenApiTypes.STR,
            **REFUSALS,
        }
    )
    def get(self, request: Request, pk: UUID) -> Response:
        self.people = self.roster()
        self.lens = self.look("ledger", self.people)
        rows = self.filter_queryset(self.get_queryset())
        if wants_csv(request):
            return download(Table(ENTRIES, self._lines(rows)), "ledger", pk)
        page = self.paginate_queryset(rows) or []
        return self.get_paginated_response([_parsed(line) for line in self._lines(page)])

    def _lines(self, rows: Iterable[LedgerEntry]) -> Iterable[Line]:
        for row in rows:
            fact = discreet_fact(entries.stamped(bytes(row.body)), self.lens.hidden)
            (line,) = ledger.entries([fact], self.session.zone, self.lens.names).lines
            yield {**line, "sealed": pages.is_sealed(row), "hash": bytes(row.hash).hex()}


def _parsed(line: Line) -> dict[str, Any]:
    return {**line, "event": msgspec.json.decode(str(line["event"]))}
