"""The list of sessions with their attendance at a glance, for whoever may see attendances."""

from collections import Counter
from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema
from rest_framework.generics import ListAPIView
from rest_framework.request import Request
from rest_framework.response import Response

from accounts.api.here import CLINIC
from accounts.api.pages import Pages
from accounts.models import User
from sessions_app.api import lens as lenses
from sessions_app.api.filters import SessionFilter
from sessions_app.api.lens import Lens, Owners
from sessions_app.api.place import ClinicView
from sessions_app.api.problem import REFUSALS
from sessions_app.api.shapes.record import GlancedSessionSerializer
from sessions_app.api.throttles import RecordThrottle
from sessions_app.live.timepiece import timepiece
from sessions_app.models import GroupSession
from sessions_app.reports.meeting import meeting
from sessions_app.reports.moments import utc
from sessions_app.reports.readings import Reading, readings
from sessions_app.reports.seals import sealed
from sessions_app.reports.signatures import signatures

FACTS = (
    "provisional", "expected", "present", "peak", "capacity", "running_min", "facilitators",
    "flags", "exceeded",
)  # fmt: skip


class GlancePages(Pages):
    """`?page=2&page_size=50`; 20 unless asked, never more than 50: each is read from its ledger."""

    page_size = 20
    max_page_size = 50


class GlancesView(ClinicView, ListAPIView[Any]):
    """Sessions, newest first, each with its attendance at a glance.

    Those whose attendance you may see: all of the clinic for the office, those you are assigned
    to, those of the days of your grants. `person` narrows it to one person's sessions and adds
    their line; names are those that the attendance of each session would show you.
    """

    serializer_class = GlancedSessionSerializer
    filterset_class = SessionFilter
    pagination_class = GlancePages
    queryset = GroupSession.objects.none()
    throttle_classes = (*ClinicView.throttle_classes, RecordThrottle)
    glances: dict[UUID, Any]

    def get_queryset(self) -> QuerySet[Any]:
        if not hasattr(self, "viewer"):
            return GroupSession.objects.none()
        newest = self.viewer.attendances().order_by("-starts_at", "-pk")
        return newest.select_related("group")

    def get_serializer_context(self) -> dict[str, Any]:
        return {**super().get_serializer_context(), "glances": getattr(self, "glances", {})}

    @extend_schema(
        parameters=[CLINIC], responses={200: GlancedSessionSerializer(many=True), **REFUSALS}
    )
    def get(self, request: Request) -> Response:
        sessions = self.paginate_queryset(self.filter_queryset(self.get_queryset())) or []
        asked = request.query_params.get("person", "")
        self.glances = self._glances([s for s in sessions if s.moved is not None], asked)
        return self.get_paginated_response(self.get_serializer(sessions, many=True).data)

    def _glances(self, sessions: Sequence[Any], asked: str) -> dict[UUID, Any]:
        read = readings(sessions, timepiece.now())
        owners = lenses.owners(reading.attendance for reading in read.values())
        seals = sealed(session.pk for session in sessions)
        person = User.objects.filter(public_id=asked).first() if asked else None
        found, purposes = {}, set()
        for session in sessions:
            of, reach = read[session.pk], self.viewer.reach_session(session)
            if of.attendance.meeting.opened is None:
                continue  # called off before anybody could come
            through = lenses.lens(self.viewer, reach, session, of.attendance, owners)
            purposes.add(through.purpose)
            found[session.pk] = {
                **_glance(of, through),
                "sealed_at": utc(seals.get(session.pk)),
                "person": _line(of, person, owners),
            }
        for purpose in sorted(purposes):
            self.viewer.place.looked_at("attendances", person.public_id if person else "", purpose)
        return found


def _glance(of: Reading, through: Lens) -> dict[str, Any]:
    (facts,) = meeting(of.attendance, through.names).lines
    signed = signatures(of, through.names).lines
    return {
        **{name: facts[name] for name in FACTS},
        "statuses": dict(Counter(row.status for row in of.attendance.participants)),
        "signed": [
            {name: line[name] for name in ("name", "credential", "meaning", "at")}
            for line in signed
        ],
    }


def _line(of: Reading, person: User | None, owners: Owners) -> dict[str, Any] | None:
    if person is None:
        return None
    theirs = (r for r in of.attendance.rows if owners.get(r.seat) == person)
    row = next(theirs, None)
    if row is None:
        return None
    return {name: getattr(row, name) for name in ("status", "credited_min", "late_s", "early_s")}
