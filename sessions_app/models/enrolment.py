"""Who takes part in a group, and since when."""

from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from sessions_app.models.seat import Seat


class Enrolment(models.Model):
    """Ended, never deleted: one row for each time somebody belonged to the group."""

    seat = models.ForeignKey(Seat, models.PROTECT, related_name="enrolments")
    since = models.DateTimeField(default=timezone.now)
    until = models.DateTimeField(null=True, blank=True)
    active = models.BooleanField(default=True)

    class Meta:
        ordering = ["since", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["seat"], condition=Q(active=True), name="one_active_enrolment"
            ),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=F("since")),
                name="enrolment_ends_after_it_began",
            ),
        ]

    def __str__(self) -> str:
        return str(self.seat)
