"""A group that meets again and again, and the rules of its room."""

from typing import cast

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from accounts.ids import uuid7
from accounts.models import Clinic
from accounts.models.clinic import validate_states
from sessions_app.checkins.form import Form
from sessions_app.checkins.session_form import FORMS, SESSION_CHECKIN
from sessions_app.room.plan import Relay, Rules

MINUTE = 60


class Kind(models.TextChoices):
    PROCESS = "process", "Process group"
    CBT_SKILLS = "cbt_skills", "CBT skills"
    DBT_SKILLS = "dbt_skills", "DBT skills"
    RELAPSE_PREVENTION = "relapse_prevention", "Relapse prevention"
    EDUCATION = "education", "Education"
    MINDFULNESS = "mindfulness", "Mindfulness"
    FAMILY = "family", "Family group"
    OTHER = "other", "Other"


def validate_form(value: str) -> None:
    """The name of a check-in form this installation has, as `id@version`."""
    if value not in FORMS:
        raise ValidationError(f"Choose one of the check-in forms: {', '.join(FORMS)}.")


class Group(models.Model):
    """The recurring group. Its numbers are the clinic's to set; an open room keeps those it has."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    clinic = models.ForeignKey(Clinic, models.PROTECT, related_name="groups")
    name = models.CharField(max_length=80)
    kind = models.CharField(max_length=24, choices=Kind.choices, default=Kind.PROCESS)
    capacity = models.PositiveSmallIntegerField(
        default=12, validators=[MinValueValidator(1), MaxValueValidator(200)]
    )
    door_min = models.PositiveSmallIntegerField(default=15)
    late_grace_min = models.PositiveSmallIntegerField(default=5)
    late_cutoff_min = models.PositiveSmallIntegerField(default=15)
    extension_cap_min = models.PositiveSmallIntegerField(default=30)
    return_gap_min = models.PositiveSmallIntegerField(default=30)
    reconnect_s = models.PositiveSmallIntegerField(default=90)
    break_min = models.PositiveSmallIntegerField(default=10)
    lead_grace_s = models.PositiveSmallIntegerField(default=10)
    hold_after_s = models.PositiveSmallIntegerField(default=120)
    end_after_s = models.PositiveSmallIntegerField(default=600)
    away_credited = models.BooleanField(default=False)
    prompt_every_min = models.PositiveSmallIntegerField(
        default=0, help_text="Minutes between presence prompts; 0 leaves them to facilitators."
    )
    chat_kept_days = models.PositiveSmallIntegerField(
        default=0, help_text="0 erases the chat when the session ends."
    )
    licensed_states = models.JSONField(
        default=list,
        blank=True,
        validators=[validate_states],
        help_text="Empty means the clinic's.",
    )
    may_unmute = models.BooleanField(default=True)
    break_quiet = models.BooleanField(
        default=False,
        help_text="Microphones and cameras go off when a break begins, but for the staff's; "
        "after it everyone turns their own on again.",
    )
    text_allowed = models.BooleanField(
        default=True, help_text="People may take part by text alone, without sound and picture."
    )
    encrypted = models.BooleanField(
        default=False,
        help_text="Only the devices in the room can hear and see; the server passes on what it "
        "can not read. Older browsers can not join.",
    )
    checkin_form = models.CharField(
        max_length=80,
        blank=True,
        validators=[validate_form],
        help_text="id@version; empty means the form vgroup ships with.",
    )
    created = models.DateTimeField(default=timezone.now, editable=False)
    archived = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["name", "id"]
        constraints = [
            models.CheckConstraint(condition=Q(capacity__gte=1), name="group_seats_someone"),
            models.CheckConstraint(
                condition=Q(late_grace_min__lte=F("late_cutoff_min")),
                name="group_grace_within_cutoff",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def rules(self) -> Rules:
        """The rules as the room takes them; reads the clinic."""
        return Rules(
            capacity=self.capacity,
            door_s=self.door_min * MINUTE,
            late_grace_s=self.late_grace_min * MINUTE,
            late_cutoff_s=self.late_cutoff_min * MINUTE,
            extension_cap_s=self.extension_cap_min * MINUTE,
            return_gap_s=self.return_gap_min * MINUTE,
            reconnect_s=self.reconnect_s,
            lead_grace_s=self.lead_grace_s,
            hold_after_s=self.hold_after_s,
            end_after_s=self.end_after_s,
            away_credited=self.away_credited,
            prompt_every_s=self.prompt_every_min * MINUTE,
            chat_kept_days=self.chat_kept_days,
            licensed_states=tuple(self.licensed_states or self.clinic.licensed_states),
            may_unmute=self.may_unmute,
            break_quiet=self.break_quiet,
            text_allowed=self.text_allowed,
            encrypted=self.encrypted,
            relay=cast("Relay", self.clinic.relay),
        )

    def form(self) -> Form:
        """The check-in form of this group's sessions."""
        return FORMS[self.checkin_form or SESSION_CHECKIN.name]
