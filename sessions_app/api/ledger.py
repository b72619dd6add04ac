"""A session's ledger for administrators and auditors: what happened, never what is private."""

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


class EntryFilter(ListFilter):
    """`?since=` and `?until=` are moments with a zone, the latter left out itself.

    `?person=` is a name as it stands in the entries, or a seat where those are shown.
    """

    kind = django_filters.CharFilter("kind")
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


class LedgerView(RecordView, ListAPIView[Any]):
    """The entries in order, with their hashes. `sealed`: something private belongs to it.

    CSV holds all that the filters leave, JSON a page of it.
    """

    may: ClassVar[dict[str, SessionAction]] = {"GET": "see_ledger"}
    serializer_class = EntrySerializer
    filterset_class = EntryFilter
    renderer_classes = RENDERERS
    lens: Lens

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
        self.lens = self.look("ledger", self.roster())
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
