"""A clinic: the tenant everything belongs to."""

from typing import Any
from zoneinfo import available_timezones

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone

from accounts.ids import uuid7

CONTACT_FIELDS = {"name", "phone", "note"}


def validate_zone(value: str) -> None:
    """An IANA time zone that this machine knows."""
    if value not in available_timezones():
        raise ValidationError("Choose an IANA time zone such as America/Chicago.")


def validate_contacts(value: Any) -> None:
    """At least one contact, each with a name and a phone number, and a note where it helps."""
    if not isinstance(value, list) or not value or not all(map(_is_contact, value)):
        raise ValidationError('Give at least one contact: [{"name": …, "phone": …, "note": …}].')


def validate_states(value: Any) -> None:
    """Codes of states, in capitals; empty means that location is not checked."""
    if not isinstance(value, list) or not all(
        isinstance(state, str) and len(state) == 2 and state.isupper() for state in value
    ):
        raise ValidationError('Give states as two capitals: ["AZ", "NM"].')


def _is_contact(contact: Any) -> bool:
    return (
        isinstance(contact, dict)
        and set(contact) <= CONTACT_FIELDS
        and all(isinstance(text, str) for text in contact.values())
        and all(str(contact.get(field, "")).strip() for field in ("name", "phone"))
    )


class Relay(models.TextChoices):
    AUTO = "auto", "Where people's devices would otherwise connect to each other"
    ALWAYS = "always", "Always"
    NEVER = "never", "Never"


class Clinic(models.Model):
    """`signing_key_id` and `kek_id` name keys in the key folder; rotation names new ones.

    A `demo` clinic is made up, and its sign-ins are public: nothing real belongs in it.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    name = models.CharField(max_length=120)
    zone = models.CharField(max_length=64, validators=[validate_zone])
    signing_key_id = models.CharField(max_length=64, editable=False)
    kek_id = models.CharField(max_length=64, editable=False)
    crisis_contacts = models.JSONField(validators=[validate_contacts])
    licensed_states = models.JSONField(default=list, blank=True, validators=[validate_states])
    relay = models.CharField(
        max_length=8,
        choices=Relay.choices,
        default=Relay.AUTO,
        help_text="Whether sound and picture go through a relay (TURN) only, so that nobody's "
        "device learns the network address of another. auto: on for mesh when a TURN server is "
        "set.",
    )
    demo = models.BooleanField(default=False, editable=False)
    created = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        ordering = ["name", "id"]

    def __str__(self) -> str:
        return self.name
