"""Answers as CSV for whoever asks for it (`?format=csv`, or Accept: text/csv)."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

import msgspec
from rest_framework.renderers import BaseRenderer, JSONRenderer
from rest_framework.request import Request
from rest_framework.response import Response

from sessions_app.reports.render import csv_lines
from sessions_app.reports.table import Table


class Spreadsheet(BaseRenderer):
    """A table as CSV; a refusal stays the JSON it is everywhere."""

    media_type = "text/csv"
    format = "csv"
    charset = "utf-8"

    def render(
        self,
        data: Any,
        accepted_media_type: str | None = None,
        renderer_context: Mapping[str, Any] | None = None,
    ) -> bytes:
        if isinstance(data, Table):
            return "".join(csv_lines(data)).encode()
        return msgspec.json.encode(data)


RENDERERS = (JSONRenderer, Spreadsheet)


def wants_csv(request: Request) -> bool:
    """Whether the answer is to be a table."""
    chosen: BaseRenderer = getattr(request, "accepted_renderer")  # noqa: B009 (it has no type)
    return chosen.format == Spreadsheet.format


def download(table: Table, name: str, session: UUID) -> Response:
    """A table as a file whose name says nothing of the group."""
    answer = Response(table)
    answer["Content-Disposition"] = f'attachment; filename="{name}-{session}.csv"'
    return answer
