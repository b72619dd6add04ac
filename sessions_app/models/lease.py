"""Which processes hold sockets of which rooms, and their last signs of life."""

from django.db import models

from sessions_app.models.session import GroupSession


class Lease(models.Model):
    """A process that holds sockets; when it is no longer renewed, its connections are lost.

    `renewed_at` is milliseconds since the epoch, UTC, by the time the rooms decide by.
    """

    process = models.CharField(primary_key=True, max_length=16)
    renewed_at = models.BigIntegerField(db_index=True)

    def __str__(self) -> str:
        return self.process


class LeaseRoom(models.Model):
    """A room some socket of a process is in."""

    lease = models.ForeignKey(Lease, models.CASCADE, related_name="rooms")
    session = models.ForeignKey(GroupSession, models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["lease", "session"], name="leased_once")]

    def __str__(self) -> str:
        return f"{self.lease_id} {self.session_id}"
