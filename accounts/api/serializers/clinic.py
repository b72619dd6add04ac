"""A clinic and its contacts."""

from typing import Any

from rest_framework import serializers

from accounts.models import Clinic


class ContactSerializer(serializers.Serializer[Any]):
    name = serializers.CharField(max_length=120)
    phone = serializers.CharField(max_length=40)
    note = serializers.CharField(max_length=200, required=False, allow_blank=True)


class ClinicSerializer(serializers.ModelSerializer[Clinic]):
    crisis_contacts = ContactSerializer(many=True)
    licensed_states = serializers.ListField(child=serializers.CharField())

    class Meta:
        model = Clinic
        fields = ["id", "name", "zone", "crisis_contacts", "licensed_states", "relay", "demo"]
