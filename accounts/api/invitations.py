"""Invitations: made by administrators, accepted by whoever holds the link."""

from typing import Any, ClassVar
from uuid import UUID

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404
from django.utils import timezone
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.exceptions import ValidationError
from rest_framework.generics import GenericAPIView, ListAPIView
from rest_framework.request import Request
from rest_framework.response import Response

from accounts import invitations, mailbox
from accounts.api.filters import InvitationFilter
from accounts.api.here import CLINIC
from accounts.api.placed import PlacedView
from accounts.api.problem import REFUSALS
from accounts.api.serializers import (
    AcceptedSerializer,
    AcceptSerializer,
    InvitationSerializer,
    OpenInvitationSerializer,
)
from accounts.api.throttles import AddressThrottle
from accounts.models import Invitation, User
from accounts.roles import Action, Role


class InvitationsView(PlacedView, ListAPIView[Invitation]):
    """The clinic's invitations."""

    may: ClassVar[dict[str, Action]] = {"GET": "invite", "POST": "invite"}
    serializer_class = InvitationSerializer
    filterset_class = InvitationFilter
    queryset = Invitation.objects.none()

    def get_queryset(self) -> QuerySet[Invitation]:
        if not hasattr(self, "place"):
            return Invitation.objects.none()
        return Invitation.objects.filter(clinic=self.place.clinic)

    @extend_schema(
        parameters=[CLINIC], responses={200: InvitationSerializer(many=True), **REFUSALS}
    )
    def get(self, request: Request) -> Response:
        return self.list(request)

    @extend_schema(
        parameters=[CLINIC],
        responses={201: InvitationSerializer, **REFUSALS},
        description="With an e-mail the link is sent there and shown to nobody; without one it "
        "is in the answer, once, to be handed over.",
    )
    def post(self, request: Request) -> Response:
        sent = InvitationSerializer(data=request.data)
        sent.is_valid(raise_exception=True)
        email = sent.validated_data.get("email", "")
        invitation, token = invitations.invite(
            self.place.clinic,
            Role(sent.validated_data["role"]),
            by=self.place.user,
            now=timezone.now(),
            email=email,
        )
        # In the fragment: browsers keep it to themselves, so no server on the way logs it.
        link = request.build_absolute_uri(f"/#invitation={token}")
        if email:
            mailbox.post_invitation(email, link, invitations.LIFETIME.days)
        shown = InvitationSerializer(invitation, context={"link": None if email else link})
        return Response(shown.data, status=201)


class RevokeView(PlacedView):
    """Void an invitation that nobody has accepted."""

    may: ClassVar[dict[str, Action]] = {"POST": "invite"}
    serializer_class = InvitationSerializer

    @extend_schema(
        parameters=[CLINIC], request=None, responses={200: InvitationSerializer, **REFUSALS}
    )
    def post(self, request: Request, pk: UUID) -> Response:
        invitation = get_object_or_404(Invitation, pk=pk, clinic=self.place.clinic)
        revoked = invitations.revoke(invitation, timezone.now())
        return Response(InvitationSerializer(revoked).data)


class AcceptView(GenericAPIView[Any]):
    """Look at an invitation, and accept it once. The token is never part of an address."""

    serializer_class = AcceptSerializer
    permission_classes = ()
    throttle_classes = (AddressThrottle,)

    @extend_schema(
        parameters=[
            OpenApiParameter(
                "X-Invitation", OpenApiTypes.STR, OpenApiParameter.HEADER, required=True
            )
        ],
        responses={200: OpenInvitationSerializer, **REFUSALS},
    )
    def get(self, request: Request) -> Response:
        token = request.headers.get("X-Invitation", "")
        return Response(OpenInvitationSerializer(invitations.look_up(token, timezone.now())).data)

    @extend_schema(responses={201: AcceptedSerializer, **REFUSALS})
    def post(self, request: Request) -> Response:
        sent = AcceptSerializer(data=request.data)
        sent.is_valid(raise_exception=True)
        details = dict(sent.validated_data)
        token = details.pop("token")
        user = request.user if isinstance(request.user, User) else None
        if user is None and not {"legal_name", "password"} <= set(details):
            # An account that is made needs them; which token it is stays untold until then.
            missing = {"legal_name", "password"} - set(details)
            raise ValidationError({name: ["This field is required."] for name in sorted(missing)})
        _, joined = invitations.accept(
            token, timezone.now(), user=user, **({} if user else details)
        )
        return Response(AcceptedSerializer(joined).data, status=201)
