"""Agreements and signatures."""

from typing import Any

from rest_framework import serializers

from accounts.models import Agreement


class AgreementSerializer(serializers.ModelSerializer[Agreement]):
    signed = serializers.SerializerMethodField(help_text="Signed by you, in this version.")

    class Meta:
        model = Agreement
        fields = [
            "id", "clinic", "kind", "audience", "version", "title", "text", "published_at",
            "signed",
        ]  # fmt: skip

    def get_signed(self, agreement: Agreement) -> bool:
        return bool(getattr(agreement, "signed", False))


class SignSerializer(serializers.Serializer[Any]):
    name = serializers.CharField(max_length=200, help_text="Your name, as you sign.")
