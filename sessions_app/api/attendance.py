"""A session's attendance, live from its ledger, as JSON and as CSV that say the same."""

from collections.abc import Callable
from typing import Any, ClassVar
from uuid import UUID

from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from msgspec.structs import replace
from rest_framework.request import Request
from rest_framework.response import Response

from accounts.errors import Invalid
from sessions_app.accountability.rows import Attendance
from sessions_app.api.lens import Lens, discreet
from sessions_app.api.permissions import SessionAction
from sessions_app.api.problem import REFUSALS
from sessions_app.api.record import RecordView
from sessions_app.api.rendering import RENDERERS, download, wants_csv
from sessions_app.api.shapes.record import (
    OWN,
    OWN_MEETING,
    AttendanceSerializer,
    OwnAttendanceSerializer,
)
from sessions_app.reports import attendance, meeting, signatures
from sessions_app.reports.readings import Reading
from sessions_app.reports.table import Line, Table

TABLES: dict[str, Callable[[Reading, Lens], Table]] = {
    "people": lambda of, lens: attendance.people(of.attendance, lens.names, codes=lens.codes),
    "meeting": lambda of, lens: meeting.meeting(of.attendance, lens.names),
    "corrections": lambda of, lens: meeting.corrections(of.attendance, lens.names),
    "signatures": lambda of, lens: signatures.signatures(of, lens.names, codes=lens.codes),
    "times": lambda of, lens: attendance.times(of.attendance, lens.names),
    "sources": lambda of, lens: attendance.sources(of.attendance, lens.names),
}
# What the room keeps from participants stays with the staff here too.
STAFF_FLAGS = frozenset({"admitted_after_cutoff", "over_capacity"})


class AttendanceView(RecordView):
    """Who attended: for the session's staff, the office, and auditors under a grant.

    Staff see the names of the room, the office legal names; an auditor sees the legal names of
    those in the grant, and numbered seats.
    """

    may: ClassVar[dict[str, SessionAction]] = {"GET": "see_attendance"}
    serializer_class = AttendanceSerializer
    renderer_classes = RENDERERS

    @extend_schema(
        parameters=[
            OpenApiParameter(
                "table", enum=list(TABLES), default="people", description="Which one, as CSV."
            )
        ],
        responses={
            (200, "application/json"): AttendanceSerializer,
            (200, "text/csv"): OpenApiTypes.STR,
            **REFUSALS,
        },
    )
    def get(self, request: Request, pk: UUID) -> Response:
        seen = self.reading()
        lens = self.look("attendance", seen.attendance)
        seen = replace(seen, attendance=discreet(seen.attendance, lens.hidden))
        if wants_csv(request):
            name = request.query_params.get("table", "people")
            if name not in TABLES:
                raise Invalid(f"table: choose one of {', '.join(TABLES)}.")
            return download(TABLES[name](seen, lens), f"attendance-{name}", pk)
        lines: dict[str, Any] = {n: list(make(seen, lens).lines) for n, make in TABLES.items()}
        return Response({"session": pk, **lines, "meeting": lines["meeting"][0]})


class OwnAttendanceView(RecordView):
    """Your own attendance, and nobody else's."""

    may: ClassVar[dict[str, SessionAction]] = {"GET": "see_own_attendance"}
    serializer_class = OwnAttendanceSerializer

    @extend_schema(responses={200: OwnAttendanceSerializer, **REFUSALS})
    def get(self, request: Request, pk: UUID) -> Response:
        seen, code = self.reading().attendance, self.own_seat().code
        mine = own_line(seen, code)
        (facts,) = meeting.meeting(seen, {}).lines
        told = {column: facts[column] for column in OWN_MEETING}
        return Response({"session": pk, "meeting": told, "you": mine})


def own_line(seen: Attendance, code: str) -> Line | None:
    """Somebody's own line of a session, as they may see it; None where they were not expected."""
    names = {row.seat: row.name for row in seen.rows if row.seat == code}
    people = attendance.people(seen, names, codes=True).lines
    line = next((line for line in people if line["seat"] == code), None)
    if line is None:
        return None
    flags = [flag for flag in str(line["flags"] or "").split() if flag not in STAFF_FLAGS]
    return {column: line[column] for column in OWN} | {"flags": " ".join(flags) or None}
