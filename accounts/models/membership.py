"""A person's role at a clinic."""

from django.db import models
from django.utils import timezone

from accounts.ids import member_code
from accounts.models.clinic import Clinic
from accounts.models.user import User
from accounts.roles import Role


class Membership(models.Model):
    """One role of one person; it is ended, never deleted. Records know it by its `code`."""

    user = models.ForeignKey(User, models.PROTECT, related_name="memberships")
    clinic = models.ForeignKey(Clinic, models.PROTECT, related_name="memberships")
    role = models.CharField(max_length=16, choices=Role.choices)
    code = models.CharField(max_length=18, unique=True, default=member_code, editable=False)
    active = models.BooleanField(default=True)
    since = models.DateTimeField(default=timezone.now)
    until = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["user", "clinic", "role"], name="one_membership_per_role"
            ),
        ]
        indexes = [models.Index(fields=["clinic", "role", "active"], name="membership_by_role")]

    def __str__(self) -> str:
        return self.code
