"""Invitations, from either side."""

from typing import Any

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from accounts.models import Invitation
from accounts.models.user import LOCALES


class InvitationSerializer(serializers.ModelSerializer[Invitation]):
    link = serializers.SerializerMethodField(
        help_text="Only when made, and only without an e-mail: hand it over, it is nowhere else."
    )

    class Meta:
        model = Invitation
        fields = [
            "id", "role", "email", "created", "expires_at", "accepted_at", "revoked_at", "link",
        ]  # fmt: skip
        read_only_fields = ["created", "expires_at", "accepted_at", "revoked_at"]

    @extend_schema_field(serializers.CharField(allow_null=True))
    def get_link(self, invitation: Invitation) -> Any:
        return self.context.get("link")


class OpenInvitationSerializer(serializers.ModelSerializer[Invitation]):
    """What the holder of a link sees before joining."""

    clinic = serializers.CharField(source="clinic.name")

    class Meta:
        model = Invitation
        fields = ["clinic", "role", "expires_at"]


class AcceptSerializer(serializers.Serializer[Any]):
    """The token alone joins with the account that is signed in; the rest makes a new one."""

    token = serializers.CharField(max_length=128)
    legal_name = serializers.CharField(max_length=200, required=False)
    preferred_name = serializers.CharField(max_length=80, required=False, allow_blank=True)
    locale = serializers.ChoiceField(choices=LOCALES, required=False)
    password = serializers.CharField(
        max_length=256, required=False, trim_whitespace=False, style={"input_type": "password"}
    )

    def validate_password(self, password: str) -> str:
        try:
            validate_password(password)
        except ValidationError as error:
            raise serializers.ValidationError(error.messages) from error
        return password


class AcceptedSerializer(serializers.Serializer[Any]):
    """How to sign in from now on: with the e-mail, or with the sign-in name."""

    id = serializers.CharField(source="public_id")
    email = serializers.EmailField(allow_null=True)
    sign_in = serializers.CharField(allow_null=True)
