"""The clinic's agreements in their versions, and who signed which."""

from django.db import models
from django.utils import timezone

from accounts.ids import uuid7
from accounts.models.clinic import Clinic
from accounts.models.user import User


class Agreement(models.Model):
    """One version of one text. Once published it never changes; only a newer one retires it."""

    class Kind(models.TextChoices):
        GROUP_AGREEMENT = "group_agreement"
        TELEHEALTH_CONSENT = "telehealth_consent"
        CONFIDENTIALITY = "confidentiality"

    class Audience(models.TextChoices):
        PARTICIPANTS = "participants"
        GUESTS = "guests"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    clinic = models.ForeignKey(Clinic, models.PROTECT, related_name="agreements")
    kind = models.CharField(max_length=24, choices=Kind.choices)
    audience = models.CharField(max_length=16, choices=Audience.choices)
    version = models.PositiveIntegerField()
    title = models.CharField(max_length=120)
    text = models.TextField()
    published_at = models.DateTimeField(null=True, blank=True, editable=False)
    retired = models.BooleanField(default=False, editable=False)

    class Meta:
        ordering = ["kind", "audience", "-version"]
        constraints = [
            models.UniqueConstraint(
                fields=["clinic", "kind", "audience", "version"], name="agreement_versions"
            ),
            models.UniqueConstraint(
                fields=["clinic", "kind", "audience"],
                condition=models.Q(published_at__isnull=False, retired=False),
                name="one_agreement_is_current",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.version}"


class Signature(models.Model):
    """A person signed a version, under the name they typed; never changed, never deleted."""

    user = models.ForeignKey(User, models.PROTECT, related_name="signatures")
    agreement = models.ForeignKey(Agreement, models.PROTECT, related_name="signatures")
    signed_at = models.DateTimeField(default=timezone.now)
    name = models.CharField(max_length=200)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["user", "agreement"], name="signed_once_per_version"),
        ]

    def __str__(self) -> str:
        return f"{self.user_id} {self.agreement_id}"
