"""An auditor's access: whose names, of which days, for what, and until when."""

from django.db import models
from django.utils import timezone

from accounts.ids import uuid7
from accounts.models.clinic import Clinic
from accounts.models.membership import Membership
from accounts.models.user import User


class AuditGrant(models.Model):
    """Covers records from `starts` to `ends`, both included; whoever it leaves out is a number."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    clinic = models.ForeignKey(Clinic, models.PROTECT, related_name="audit_grants")
    auditor = models.ForeignKey(Membership, models.PROTECT, related_name="audit_grants")
    purpose = models.CharField(max_length=200)
    starts = models.DateField()
    ends = models.DateField()
    everyone = models.BooleanField(default=False)
    people = models.ManyToManyField(User, blank=True, related_name="+")
    granted_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    granted_at = models.DateTimeField(default=timezone.now)
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-granted_at", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(starts__lte=models.F("ends")), name="grant_starts_before_it_ends"
            ),
        ]

    def __str__(self) -> str:
        return str(self.id)
