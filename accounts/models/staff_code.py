"""A one-time sign-in code that staff issued for somebody."""

from django.db import models
from django.utils import timezone

from accounts.models.user import User


class StaffCode(models.Model):
    """Only a keyed hash is kept. Of a person's codes, only the last one issued counts."""

    user = models.ForeignKey(User, models.PROTECT, related_name="+")
    digest = models.CharField(max_length=64)
    issued_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    created = models.DateTimeField(default=timezone.now)
    expires_at = models.DateTimeField()
    attempts = models.PositiveSmallIntegerField(default=0)
    used_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return str(self.pk)
