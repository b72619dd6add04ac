"""A clinic as its people see it, and who looked at what there."""

from collections.abc import Collection
from typing import Any, ClassVar
from uuid import UUID

from django.db.models import Q, QuerySet
from drf_spectacular.utils import extend_schema
from rest_framework.generics import GenericAPIView, ListAPIView
from rest_framework.request import Request
from rest_framework.response import Response

from accounts import grants
from accounts.api.filters import AccessFilter
from accounts.api.here import CLINIC, here
from accounts.api.placed import PlacedView
from accounts.api.problem import REFUSALS
from accounts.api.serializers import AccessLogSerializer, ClinicSerializer
from accounts.models import AccessLog, Membership
from accounts.roles import STAFF, Action, Role


class ClinicView(GenericAPIView[Any]):
    """Name, zone, crisis contacts and licensed states of a clinic of yours."""

    serializer_class = ClinicSerializer

    @extend_schema(responses={200: ClinicSerializer, **REFUSALS})
    def get(self, request: Request, pk: UUID) -> Response:
        return Response(ClinicSerializer(here(request, "see_clinic", pk).clinic).data)


@extend_schema(parameters=[CLINIC], responses={200: AccessLogSerializer(many=True), **REFUSALS})
class AccessLogView(PlacedView, ListAPIView[AccessLog]):
    """Who looked at what: all of it for administrators, the days of their grants for auditors.

    Auditors are told the names of staff and of nobody else.
    """

    may: ClassVar[dict[str, Action]] = {"GET": "see_access_log"}
    serializer_class = AccessLogSerializer
    filterset_class = AccessFilter
    queryset = AccessLog.objects.none()
    names: dict[str, str]

    def get_queryset(self) -> QuerySet[AccessLog]:
        if not hasattr(self, "place"):
            return AccessLog.objects.none()
        log = AccessLog.objects.filter(clinic=self.place.clinic)
        if self._administers():
            return log
        days = Q(pk__in=[])
        for grant in grants.active(self.place.user.pk, self.place.clinic.pk):
            days |= Q(at__date__gte=grant.starts, at__date__lte=grant.ends)
        return log.filter(days)

    def get_serializer_context(self) -> dict[str, Any]:
        more = {"names": getattr(self, "names", {}), "audits": not self._administers()}
        return {**super().get_serializer_context(), **more}

    def get(self, request: Request) -> Response:
        looks = self.paginate_queryset(self.filter_queryset(self.get_queryset())) or []
        self.names = self._names({look.actor for look in looks}) if looks else {}
        return self.get_paginated_response(self.get_serializer(looks, many=True).data)

    def _names(self, codes: Collection[str]) -> dict[str, str]:
        held = Membership.objects.filter(clinic=self.place.clinic, code__in=codes)
        known = held if self._administers() else held.filter(role__in=STAFF)
        return {
            one.code: one.user.legal_name or one.user.shown_name()
            for one in known.select_related("user")
        }

    def _administers(self) -> bool:
        return hasattr(self, "place") and Role.ADMINISTRATOR in self.place.codes
