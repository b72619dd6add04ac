"""Who holds a group, as a rule and in one session: the standing team, and those who may enter."""

from django.db import models
from django.db.models import Q
from django.utils import timezone

from accounts.models import User
from sessions_app.models.group import Group
from sessions_app.models.seat import Seat
from sessions_app.models.session import GroupSession


class GroupFacilitator(models.Model):
    """The standing team; copied to each session when it is planned."""

    group = models.ForeignKey(Group, models.PROTECT, related_name="facilitators")
    seat = models.ForeignKey(Seat, models.PROTECT, related_name="facilitates")
    leads = models.BooleanField(default=False)

    class Meta:
        ordering = ["-leads", "id"]
        constraints = [
            models.UniqueConstraint(fields=["group", "seat"], name="once_in_the_team"),
            models.UniqueConstraint(
                fields=["group"], condition=Q(leads=True), name="one_lead_per_group"
            ),
        ]

    def __str__(self) -> str:
        return str(self.seat)


class SessionStaff(models.Model):
    """Who of the staff may enter this session, with credential and licence as at the assignment.

    `facilitates` is false for a supervisor who looks on.
    """

    session = models.ForeignKey(GroupSession, models.PROTECT, related_name="staff")
    seat = models.ForeignKey(Seat, models.PROTECT, related_name="assignments")
    leads = models.BooleanField(default=False)
    facilitates = models.BooleanField(default=True)
    credential = models.CharField(max_length=40, blank=True)
    licence = models.CharField(max_length=60, blank=True)
    assigned_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-leads", "id"]
        verbose_name_plural = "session staff"
        constraints = [
            models.UniqueConstraint(fields=["session", "seat"], name="assigned_once"),
            models.UniqueConstraint(
                fields=["session"], condition=Q(leads=True), name="one_lead_per_session"
            ),
            models.CheckConstraint(
                condition=Q(leads=False) | Q(facilitates=True), name="a_lead_facilitates"
            ),
        ]

    def __str__(self) -> str:
        return str(self.seat)


class SessionGuest(models.Model):
    """Somebody invited to one session, for a function the group is told."""

    class Function(models.TextChoices):
        OBSERVER = "observer"
        INTERPRETER = "interpreter"
        CAPTIONER = "captioner"
        STUDENT = "student"
        FAMILY = "family"

    session = models.ForeignKey(GroupSession, models.PROTECT, related_name="guests")
    seat = models.ForeignKey(Seat, models.PROTECT, related_name="visits")
    function = models.CharField(max_length=16, choices=Function.choices)
    name = models.CharField(max_length=40)

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["session", "seat"], name="a_guest_once")]

    def __str__(self) -> str:
        return str(self.seat)
