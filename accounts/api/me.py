"""Your own account."""

from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework.generics import GenericAPIView
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts import agreements, people, revocation
from accounts.api.here import signed_in
from accounts.api.problem import REFUSALS
from accounts.api.serializers import MeSerializer


class MeView(GenericAPIView[Any]):
    """Who you are, where you belong, and what waits for your signature."""

    serializer_class = MeSerializer

    @extend_schema(responses={200: MeSerializer, **REFUSALS})
    def get(self, request: Request) -> Response:
        return self._answer(request)

    @extend_schema(responses={200: MeSerializer, **REFUSALS})
    def patch(self, request: Request) -> Response:
        sent = MeSerializer(data=request.data, partial=True)
        sent.is_valid(raise_exception=True)
        people.edit_own(signed_in(request), sent.validated_data)
        return self._answer(request)

    def _answer(self, request: Request) -> Response:
        me = signed_in(request)
        return Response(MeSerializer(me, context={"due": agreements.due(me)}).data)


class SignOutEverywhereView(APIView):
    """End every session, token and live connection of yours, this one too."""

    @extend_schema(request=None, responses={204: None, **REFUSALS})
    def post(self, request: Request) -> Response:
        revocation.end_sessions(signed_in(request))
        return Response(status=204)
