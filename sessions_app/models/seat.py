"""A person's place in a group: the only name the ledger knows them by."""

from django.db import models
from django.db.models.functions import Lower

from accounts.ids import code
from accounts.models import User
from sessions_app.models import alias as aliases
from sessions_app.models.group import Group


def seat_code() -> str:
    """A new code for a seat; opaque, and known in this group only."""
    return code("s_")


class Seat(models.Model):
    """One per person and group, whatever their role there; `alias` is what the group sees."""

    group = models.ForeignKey(Group, models.PROTECT, related_name="seats")
    user = models.ForeignKey(User, models.PROTECT, related_name="seats")
    code = models.CharField(max_length=18, unique=True, default=seat_code, editable=False)
    alias = models.CharField(max_length=aliases.LIMIT)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["group", "user"], name="one_seat_per_person"),
            models.UniqueConstraint("group", Lower("alias"), name="one_alias_per_group"),
        ]

    def __str__(self) -> str:
        return self.code


def seat_of(group: Group, user: User, alias: str = "") -> Seat:
    """The person's seat in this group, made if there is none: with the alias as near as it is free.

    Staff go by their own name: pass it as the alias.
    """
    seat = Seat.objects.filter(group=group, user=user).first()
    if seat is not None:
        return seat
    taken = Seat.objects.filter(group=group).values_list("alias", flat=True)
    return Seat.objects.create(group=group, user=user, alias=aliases.free(list(taken), alias))
