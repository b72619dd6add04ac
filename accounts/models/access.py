"""Who looked at what, and why: a list that only grows."""

from django.db import models
from django.utils import timezone

from accounts.ids import uuid7
from accounts.models.clinic import Clinic


class AccessLog(models.Model):
    """One look. `actor` is a membership code; triggers refuse every update and delete."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    clinic = models.ForeignKey(Clinic, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    actor = models.CharField(max_length=18)
    purpose = models.CharField(max_length=200)
    kind = models.CharField(max_length=32)
    object_id = models.CharField(max_length=64, blank=True)

    class Meta:
        ordering = ["-at", "-id"]
        indexes = [models.Index(fields=["clinic", "-at"], name="access_by_clinic")]

    def __str__(self) -> str:
        return str(self.id)
