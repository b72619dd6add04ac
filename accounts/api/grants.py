"""Auditors' grants, given and ended by administrators; auditors see what they may read."""

from typing import Any, ClassVar
from uuid import UUID

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404
from django.utils import timezone
from drf_spectacular.utils import extend_schema
from rest_framework.generics import ListAPIView
from rest_framework.request import Request
from rest_framework.response import Response

from accounts import grants
from accounts.api.filters import GrantFilter
from accounts.api.here import CLINIC
from accounts.api.placed import PlacedView
from accounts.api.problem import REFUSALS
from accounts.api.serializers import GrantSerializer, NewGrantSerializer
from accounts.models import AuditGrant
from accounts.roles import Action, Role


class GrantsView(PlacedView, ListAPIView[AuditGrant]):
    """Every grant of the clinic, also those that ended; to auditors their own, while in force.

    An auditor is told the names of whom a grant names, and each time that is a look.
    """

    may: ClassVar[dict[str, Action]] = {"GET": "see_grants", "POST": "grant_audit"}
    serializer_class = GrantSerializer
    filterset_class = GrantFilter
    queryset = AuditGrant.objects.none()

    def get_queryset(self) -> QuerySet[AuditGrant]:
        if not hasattr(self, "place"):
            return AuditGrant.objects.none()
        if self._administers():
            found = AuditGrant.objects.filter(clinic=self.place.clinic)
        else:
            found = grants.active(self.place.user.pk, self.place.clinic.pk)
        return found.select_related("auditor").prefetch_related("people")

    def get_serializer_context(self) -> dict[str, Any]:
        named = hasattr(self, "place") and not self._administers()
        return {**super().get_serializer_context(), "named": named}

    def _administers(self) -> bool:
        return Role.ADMINISTRATOR in self.place.codes

    @extend_schema(parameters=[CLINIC], responses={200: GrantSerializer(many=True), **REFUSALS})
    def get(self, request: Request) -> Response:
        listed = self.list(request)
        told = {grant["purpose"] for grant in listed.data["results"] if grant["names"]}
        for purpose in sorted(told):
            self.place.looked_at("grants", "", purpose)
        return listed

    @extend_schema(
        parameters=[CLINIC],
        request=NewGrantSerializer,
        responses={201: GrantSerializer, **REFUSALS},
        description="Whoever is not among `people` appears to the auditor as a numbered seat, "
        "unless the grant is for `everyone`.",
    )
    def post(self, request: Request) -> Response:
        sent = NewGrantSerializer(data=request.data)
        sent.is_valid(raise_exception=True)
        details = dict(sent.validated_data)
        made = grants.grant(
            clinic=self.place.clinic,
            by=self.place.user,
            auditor_code=details.pop("auditor"),
            **details,
        )
        return Response(GrantSerializer(made).data, status=201)


class RevokeView(PlacedView):
    """End a grant at once."""

    may: ClassVar[dict[str, Action]] = {"POST": "grant_audit"}
    serializer_class = GrantSerializer

    @extend_schema(parameters=[CLINIC], request=None, responses={200: GrantSerializer, **REFUSALS})
    def post(self, request: Request, pk: UUID) -> Response:
        given = get_object_or_404(AuditGrant, pk=pk, clinic=self.place.clinic)
        return Response(GrantSerializer(grants.revoke(given, timezone.now())).data)
