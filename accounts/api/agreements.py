"""The agreements in force at your clinics, and your signature under them."""

from uuid import UUID

from django.db.models import QuerySet
from django.utils import timezone
from drf_spectacular.utils import extend_schema
from rest_framework.generics import GenericAPIView, ListAPIView
from rest_framework.request import Request
from rest_framework.response import Response

from accounts import agreements
from accounts.api.filters import AgreementFilter
from accounts.api.here import signed_in
from accounts.api.problem import REFUSALS
from accounts.api.serializers import AgreementSerializer, SignSerializer
from accounts.models import Agreement


@extend_schema(responses={200: AgreementSerializer(many=True), **REFUSALS})
class AgreementsView(ListAPIView[Agreement]):
    """Every agreement in force at your clinics, and whether you signed it."""

    serializer_class = AgreementSerializer
    filterset_class = AgreementFilter
    queryset = Agreement.objects.none()

    def get_queryset(self) -> QuerySet[Agreement]:
        if getattr(self, "swagger_fake_view", False):
            return Agreement.objects.none()
        return agreements.visible_to(signed_in(self.request))


class SignView(GenericAPIView[Agreement]):
    """Sign one version under your name; signing again changes nothing."""

    serializer_class = SignSerializer

    @extend_schema(request=SignSerializer, responses={200: AgreementSerializer, **REFUSALS})
    def post(self, request: Request, pk: UUID) -> Response:
        sent = SignSerializer(data=request.data)
        sent.is_valid(raise_exception=True)
        me = signed_in(request)
        agreements.sign(me, pk, sent.validated_data["name"], timezone.now())
        return Response(AgreementSerializer(agreements.visible_to(me).get(pk=pk)).data)
