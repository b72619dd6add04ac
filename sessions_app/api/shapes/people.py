"""A person's card, and what somebody said at the door before."""

from typing import Any, get_args

from rest_framework import serializers

from accounts.api.serializers import EmergencyContactSerializer
from sessions_app.accountability.roster import Role


class CardSerializer(serializers.Serializer[Any]):
    """`name` is what the room calls them; `birth_date` tells people apart, and is not of staff."""

    seat = serializers.CharField()
    name = serializers.CharField()
    role = serializers.CharField(help_text=f"One of {', '.join(get_args(Role))}.")
    function = serializers.CharField(allow_null=True, help_text="Of a guest.")
    legal_name = serializers.CharField()
    preferred_name = serializers.CharField()
    birth_date = serializers.DateField(allow_null=True)
    emergency_contact = EmergencyContactSerializer(allow_null=True)


class PlaceSaidSerializer(serializers.Serializer[Any]):
    """Where you were and how to call you; the questions about now are asked anew each time."""

    state = serializers.CharField()
    location = serializers.CharField()
    callback = serializers.CharField()


class LastAttestationSerializer(serializers.Serializer[Any]):
    """Null where there is none, or where it was erased."""

    answers = PlaceSaidSerializer(allow_null=True)
    at = serializers.DateTimeField(allow_null=True)
