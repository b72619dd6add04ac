"""A ledger as one would write it with the ORM: a head, entries behind a hash, private texts."""

from django.db import models


class Head(models.Model):
    """Where a room's entries end."""

    room = models.IntegerField(primary_key=True)
    seq = models.BigIntegerField(default=0)
    hash = models.BinaryField(default=bytes(32))

    class Meta:
        app_label = "orm"

    def __str__(self) -> str:
        return f"{self.room} @ {self.seq}"


class Entry(models.Model):
    """One event."""

    room = models.ForeignKey(Head, models.PROTECT)
    seq = models.BigIntegerField()
    at = models.BigIntegerField()
    actor = models.CharField(max_length=40)
    ref = models.CharField(max_length=64)
    kind = models.CharField(max_length=40)
    body = models.BinaryField()
    hash = models.BinaryField()

    class Meta:
        app_label = "orm"
        constraints = [
            models.UniqueConstraint(fields=["room", "seq"], name="one_line"),
            models.UniqueConstraint(fields=["room", "actor", "ref"], name="done_once"),
        ]

    def __str__(self) -> str:
        return f"{self.room_id} #{self.seq}"


class Secret(models.Model):
    """A private text beside an entry."""

    entry = models.OneToOneField(Entry, models.PROTECT, primary_key=True)
    body = models.BinaryField()

    class Meta:
        app_label = "orm"

    def __str__(self) -> str:
        return str(self.entry_id)
