"""Your own attendance over some days: what you came to, and what was credited."""

from datetime import date, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.utils import timezone
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from accounts.api.here import CLINIC
from accounts.errors import Invalid, NotPermitted
from sessions_app.accountability.rows import Attendance, Row
from sessions_app.api.place import ClinicView
from sessions_app.api.problem import REFUSALS
from sessions_app.api.shapes.record import OwnSpanSerializer
from sessions_app.api.throttles import RecordThrottle
from sessions_app.ledger import phases
from sessions_app.live.timepiece import timepiece
from sessions_app.models import GroupSession, Seat
from sessions_app.reports.readings import readings

LONGEST = timedelta(days=62)
WEEK = timedelta(days=6)
_DAY = "A day of the plan, included. Left out both: this week, Monday to Sunday, in the clinic."


class MyAttendanceView(ClinicView):
    """What you attended as a participant, session by session and in sum; nobody else's."""

    serializer_class = OwnSpanSerializer
    queryset = GroupSession.objects.none()
    throttle_classes = (*ClinicView.throttle_classes, RecordThrottle)

    @extend_schema(
        parameters=[
            CLINIC,
            OpenApiParameter("since", OpenApiTypes.DATE, description=_DAY),
            OpenApiParameter("until", OpenApiTypes.DATE, description="At most 62 days in all."),
        ],
        responses={200: OwnSpanSerializer, **REFUSALS},
    )
    def get(self, request: Request) -> Response:
        if not self.viewer.takes_part:
            raise NotPermitted
        since, until = self._days(request)
        rows = [(session, seen, you) for session, seen, you in self._own(since, until)]
        shown = {
            "since": since,
            "until": until,
            "sessions": [_line(session, seen, you) for session, seen, you in rows],
            "totals": {
                "credited_min": sum(you.credited_min for _, _, you in rows),
                "sessions_attended": sum(you.attended for _, _, you in rows),
                "sessions_held": sum(seen.meeting.actual_start is not None for _, seen, _ in rows),
            },
        }
        return Response(OwnSpanSerializer(shown).data)

    def _days(self, request: Request) -> tuple[date, date]:
        since, until = _day(request, "since"), _day(request, "until")
        if since is None and until is None:
            today = timezone.localdate(timezone=ZoneInfo(self.viewer.place.clinic.zone))
            since = today - timedelta(days=today.weekday())
        try:
            first = since or (until or date.min) - WEEK
            last = until or first + WEEK
        except OverflowError:
            raise Invalid("since: choose days that have a week around them.") from None
        if not timedelta(0) <= last - first < LONGEST:
            raise Invalid(f"until: choose a day within {LONGEST.days} days of the first one.")
        return first, last

    def _own(self, since: date, until: date) -> list[tuple[Any, Attendance, Row]]:
        found = self.viewer.sessions().filter(
            enrolled=True, planned_date__range=(since, until), moved__isnull=False
        )
        sessions = list(found.select_related("group").order_by("starts_at", "pk"))
        seats = Seat.objects.filter(
            user=self.viewer.user, group__in={session.group_id for session in sessions}
        )
        codes = dict(seats.values_list("group_id", "code"))
        read = readings(sessions, timepiece.now())
        rows = []
        for session in sessions:
            seen = read[session.pk].attendance
            you = next((r for r in seen.participants if r.seat == codes[session.group_id]), None)
            if you is not None:
                rows.append((session, seen, you))
        return rows


def _day(request: Request, name: str) -> date | None:
    text = request.query_params.get(name)
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Invalid(f"{name}: write a day as 2026-03-02.") from None


def _line(session: Any, seen: Attendance, you: Row) -> dict[str, Any]:
    return {
        "session": session.pk,
        "group": session.group,
        "starts_at": session.starts_at,
        "ends_at": session.ends_at,
        "phase": phases.phase(session.moved),
        "status": you.status,
        "credited_min": you.credited_min,
        "running_min": seen.meeting.running_ms // 60_000,
        "provisional": seen.provisional,
    }
