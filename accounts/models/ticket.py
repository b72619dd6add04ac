"""A single-use ticket that opens one room's websocket."""

from django.db import models

from accounts.models.user import User


class Ticket(models.Model):
    """Only the SHA-256 is kept. `session_key` is the group session the ticket is for."""

    digest = models.CharField(max_length=64, primary_key=True)
    user = models.ForeignKey(User, models.PROTECT, related_name="+")
    session_key = models.UUIDField()
    auth_epoch = models.PositiveIntegerField()
    expires_at = models.DateTimeField(db_index=True)
    used_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return str(self.session_key)
