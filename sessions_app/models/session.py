"""One meeting of a group, as it is planned; what happens in it is in its ledger."""

import datetime as dt
from typing import NamedTuple
from zoneinfo import ZoneInfo

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from accounts.ids import uuid7
from accounts.models import Clinic
from accounts.models.clinic import validate_zone
from sessions_app.models.group import Group

LONGEST_MIN = 12 * 60


class Instants(NamedTuple):
    """When a session starts and ends, UTC."""

    starts_at: dt.datetime
    ends_at: dt.datetime


def instants(date: dt.date, start: dt.time, zone: str, length_min: int) -> Instants:
    """The planned moments of a wall time in a zone.

    A time that the clocks skip in spring moves forward with them (02:30 becomes 03:30); one that
    they repeat in autumn is the first of the two. The length is elapsed time.
    """
    wall = dt.datetime.combine(date, start.replace(fold=0), ZoneInfo(zone))
    starts_at = wall.astimezone(dt.UTC)
    return Instants(starts_at, starts_at + dt.timedelta(minutes=length_min))


class GroupSession(models.Model):
    """Planned as local wall time; `starts_at` and `ends_at` are copies in UTC, for queries.

    Created and moved by `sessions_app.ledger.planning`, which gives it the head of its ledger.
    """

    class Modality(models.TextChoices):
        ONLINE = "online", "Online"
        IN_PERSON = "in_person", "In person"
        HYBRID = "hybrid", "Online and in person"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    clinic = models.ForeignKey(Clinic, models.PROTECT, related_name="sessions")
    group = models.ForeignKey(Group, models.PROTECT, related_name="sessions")
    planned_date = models.DateField()
    planned_start = models.TimeField()
    length_min = models.PositiveSmallIntegerField(
        validators=[MinValueValidator(5), MaxValueValidator(LONGEST_MIN)]
    )
    zone = models.CharField(max_length=64, validators=[validate_zone])
    starts_at = models.DateTimeField(editable=False)
    ends_at = models.DateTimeField(editable=False)
    topic = models.CharField(max_length=200, blank=True)
    modality = models.CharField(max_length=16, choices=Modality.choices, default=Modality.ONLINE)
    cancelled_at = models.DateTimeField(null=True, blank=True, editable=False)
    created = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        ordering = ["starts_at", "id"]
        indexes = [
            models.Index(fields=["clinic", "starts_at"], name="session_by_clinic"),
            models.Index(fields=["group", "starts_at"], name="session_by_group"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("starts_at")), name="session_ends_after_it_starts"
            ),
        ]

    def __str__(self) -> str:
        return str(self.id)

    def planned(self) -> Instants:
        """The moments the wall time means today: zones change their rules."""
        return instants(self.planned_date, self.planned_start, self.zone, self.length_min)
