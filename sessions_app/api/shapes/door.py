"""Tickets, commands and check-ins."""

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from sessions_app.api import structs
from sessions_app.live.frames import REF_LIMIT

_REF = "Your own id for it: sent again, it is done once."
MOMENTS = ["before", "round", "after"]
_ANSWERS = {
    "type": "object",
    "additionalProperties": {"type": ["integer", "string", "null"]},
}


class TicketSerializer(serializers.Serializer[Any]):
    """Open `url` with the subprotocols `protocol` and `ticket.<ticket>`: once, and soon."""

    ticket = serializers.CharField()
    url = serializers.CharField()
    protocol = serializers.CharField()
    expires_in = serializers.IntegerField(help_text="Seconds.")


@extend_schema_field(structs.COMMAND)
class CommandField(serializers.DictField):
    """A command of the room; the room says what is wrong with it."""


@extend_schema_field(_ANSWERS)
class AnswersField(serializers.DictField):
    """Answers by item; null is "prefer not to say"."""


class CommandSerializer(serializers.Serializer[Any]):
    ref = serializers.CharField(max_length=REF_LIMIT, help_text=_REF)
    command = CommandField()


class AckSerializer(serializers.Serializer[Any]):
    """The command is in the ledger, or needed nothing; the same as the socket's ack."""

    ref = serializers.CharField()
    cursor = serializers.CharField()


class CheckInSerializer(serializers.Serializer[Any]):
    ref = serializers.CharField(max_length=REF_LIMIT, help_text=_REF)
    moment = serializers.ChoiceField(choices=MOMENTS)
    answers = AnswersField()
    done = serializers.BooleanField(default=False)


class CheckInsSerializer(serializers.Serializer[Any]):
    """What is asked and what you answered; `form` is null where the group has no check-in."""

    form = serializers.SerializerMethodField()
    due = serializers.ListField(child=serializers.ChoiceField(choices=MOMENTS))
    done = serializers.ListField(child=serializers.ChoiceField(choices=MOMENTS))
    answers = serializers.DictField(child=AnswersField(), help_text="By moment.")

    @extend_schema_field({"oneOf": [structs.FORM, {"type": "null"}]})
    def get_form(self, checkins: dict[str, Any]) -> Any:
        return checkins["form"]
