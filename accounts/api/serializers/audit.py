"""Auditors' grants, and who looked at what."""

from typing import Any

from rest_framework import serializers

from accounts.models import AccessLog, AuditGrant, User


class GrantSerializer(serializers.ModelSerializer[AuditGrant]):
    auditor = serializers.CharField(source="auditor.code", help_text="A membership code.")
    people: serializers.SlugRelatedField[User] = serializers.SlugRelatedField(
        slug_field="public_id", many=True, read_only=True
    )
    names = serializers.SerializerMethodField(
        help_text="Whom the grant names, as its auditor may read them; null for administrators."
    )

    class Meta:
        model = AuditGrant
        fields = [
            "id", "auditor", "purpose", "starts", "ends", "everyone", "people", "names",
            "granted_at", "expires_at", "revoked_at",
        ]  # fmt: skip

    def get_names(self, grant: AuditGrant) -> list[str] | None:
        if not self.context.get("named"):
            return None
        return sorted(user.legal_name or user.shown_name() for user in grant.people.all())


class NewGrantSerializer(serializers.Serializer[Any]):
    auditor = serializers.CharField(help_text="The membership code of an auditor.")
    purpose = serializers.CharField(max_length=200)
    starts = serializers.DateField(help_text="First day of the records.")
    ends = serializers.DateField(help_text="Last day of the records.")
    expires_at = serializers.DateTimeField()
    everyone = serializers.BooleanField(default=False)
    people = serializers.ListField(child=serializers.CharField(), default=list, max_length=1000)


ABOUT_PEOPLE = frozenset({"attendances", "card", "person", "sign-in code"})


class AccessLogSerializer(serializers.ModelSerializer[AccessLog]):
    name = serializers.SerializerMethodField(
        help_text="What whoever looked is called; null where you may not know it."
    )

    class Meta:
        model = AccessLog
        fields = ["id", "at", "actor", "name", "purpose", "kind", "object_id"]

    def get_name(self, look: AccessLog) -> str | None:
        names: dict[str, str] = self.context["names"]
        return names.get(look.actor)

    def to_representation(self, instance: AccessLog) -> dict[str, Any]:
        shown = super().to_representation(instance)
        if self.context.get("audits") and instance.kind in ABOUT_PEOPLE:
            # A person's id is the same in every session: it would join what a grant keeps apart.
            shown["object_id"] = ""
        return shown
