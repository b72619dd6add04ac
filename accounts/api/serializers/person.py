"""The people of a clinic, and oneself."""

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from accounts import idle, second_factor
from accounts.api.serializers.agreement import AgreementSerializer
from accounts.api.serializers.clinic import ClinicSerializer
from accounts.models import Membership, User
from accounts.roles import Role

PRIVATE = ("email", "sign_in", "birth_date", "emergency_contact")


class EmergencyContactSerializer(serializers.Serializer[Any]):
    name = serializers.CharField(max_length=120)
    phone = serializers.CharField(max_length=40)
    relation = serializers.CharField(max_length=80, required=False, allow_blank=True)

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        # A contact is replaced whole, also where the rest is changed in part.
        missing = {"name", "phone"} - set(attrs)
        if missing:
            raise serializers.ValidationError(
                {name: [self.error_messages["required"]] for name in missing}
            )
        return attrs


class MembershipSerializer(serializers.ModelSerializer[Membership]):
    class Meta:
        model = Membership
        fields = ["code", "role", "active", "since", "until"]


class MyMembershipSerializer(serializers.ModelSerializer[Membership]):
    clinic = ClinicSerializer()

    class Meta:
        model = Membership
        fields = ["code", "role", "since", "clinic"]


class MeSerializer(serializers.ModelSerializer[User]):
    id = serializers.CharField(source="public_id", read_only=True)
    emergency_contact = EmergencyContactSerializer(required=False, allow_null=True)
    memberships = serializers.SerializerMethodField()
    unsigned = serializers.SerializerMethodField(help_text="Agreements that wait for you.")
    idle_min = serializers.SerializerMethodField(
        help_text="After so many minutes without a request you are signed out; 0: never."
    )
    second_factor_due = serializers.SerializerMethodField(
        help_text="True: as staff you must set one up before anything else."
    )

    class Meta:
        model = User
        fields = [
            "id", "email", "sign_in", "legal_name", "preferred_name", "emergency_contact",
            "locale", "memberships", "unsigned", "idle_min", "second_factor_due",
        ]  # fmt: skip
        read_only_fields = ["email", "sign_in", "legal_name"]

    @extend_schema_field(MyMembershipSerializer(many=True))
    def get_memberships(self, user: User) -> Any:
        held = user.memberships.filter(active=True).select_related("clinic")
        return MyMembershipSerializer(held, many=True).data

    @extend_schema_field(AgreementSerializer(many=True))
    def get_unsigned(self, user: User) -> Any:
        return AgreementSerializer(self.context["due"], many=True).data

    def get_idle_min(self, user: User) -> int:
        return idle.minutes(user)

    def get_second_factor_due(self, user: User) -> bool:
        return second_factor.due(user)


class PersonBriefSerializer(serializers.ModelSerializer[User]):
    """What facilitators see of the clinic's people."""

    id = serializers.CharField(source="public_id", read_only=True)
    name = serializers.CharField(source="shown_name", read_only=True)
    memberships = MembershipSerializer(source="here", many=True, read_only=True)

    class Meta:
        model = User
        fields = ["id", "name", "credential", "memberships"]


class PersonSerializer(serializers.ModelSerializer[User]):
    """What administrators and supervisors see; `managed` says that this clinic may edit it."""

    id = serializers.CharField(source="public_id", read_only=True)
    name = serializers.CharField(source="shown_name", read_only=True)
    birth_date = serializers.DateField(required=False, allow_null=True)
    emergency_contact = EmergencyContactSerializer(required=False, allow_null=True)
    memberships = MembershipSerializer(source="here", many=True, read_only=True)
    managed = serializers.SerializerMethodField()

    class Meta:
        model = User
        fields = [
            "id", "name", "email", "sign_in", "legal_name", "preferred_name", "birth_date",
            "emergency_contact", "credential", "licence", "locale", "memberships", "managed",
        ]  # fmt: skip
        read_only_fields = ["email", "sign_in"]

    def get_managed(self, user: User) -> bool:
        return bool(user.managed_by_id == self.context["clinic"].pk)

    def to_representation(self, instance: User) -> dict[str, Any]:
        shown = super().to_representation(instance)
        has_left = not any(held.active for held in getattr(instance, "here", ()))
        if has_left and not shown["managed"]:
            # What they keep now is between them and where they went.
            shown.update(dict.fromkeys(PRIVATE))
        return shown


class NewPersonSerializer(PersonSerializer):
    role = serializers.ChoiceField(choices=Role.choices, write_only=True)

    class Meta(PersonSerializer.Meta):
        fields = [*PersonSerializer.Meta.fields, "role"]
        extra_kwargs = {"legal_name": {"required": True, "allow_blank": False}}
