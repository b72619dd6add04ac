"""The tables of the record. Only `sessions_app.ledger` writes them; triggers refuse to change rows.

Times are milliseconds since the epoch, UTC. The columns of a row are copies of its body, for
queries; `clinic` is in every table, so that they can be distributed by it.
"""

from typing import Any

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Length
from django.db.models.lookups import Exact

from accounts.models import Clinic
from sessions_app.models.session import GroupSession


def _session(**options: Any) -> Any:
    # Every index here begins with the session already.
    return models.ForeignKey(
        GroupSession, models.PROTECT, related_name="+", db_index=False, **options
    )


def _clinic() -> Any:
    # The session's own row is checked; checking the clinic for every row would only cost time.
    return models.ForeignKey(
        Clinic, models.PROTECT, related_name="+", db_index=False, db_constraint=False
    )


def _hash(name: str, field: str = "hash") -> models.CheckConstraint:
    return models.CheckConstraint(condition=Exact(Length(F(field)), 32), name=name)


class RoomHead(models.Model):
    """Where a room's ledger ends, when the room acts by itself next, when it must be signed."""

    session = models.OneToOneField(
        GroupSession, models.PROTECT, primary_key=True, related_name="head"
    )
    clinic = models.ForeignKey(Clinic, models.PROTECT, related_name="+")
    seq = models.BigIntegerField(default=0)
    hash = models.BinaryField(max_length=32)
    at = models.BigIntegerField(default=0)
    deadline_at = models.BigIntegerField(null=True)
    seal_due_at = models.BigIntegerField(null=True)

    class Meta:
        db_table = "room_head"
        indexes = [
            models.Index(fields=["deadline_at"], name="head_by_deadline"),
            models.Index(fields=["seal_due_at"], name="head_by_seal"),
        ]
        constraints = [
            _hash("head_hash_is_sha256"),
            models.CheckConstraint(condition=Q(seq__gte=0), name="head_seq_counts"),
        ]

    def __str__(self) -> str:
        return f"{self.session_id} @ {self.seq}"


class LedgerEntry(models.Model):
    """One event; `body` is the exact bytes that `hash` covers, behind the previous row's hash."""

    pk = models.CompositePrimaryKey("session_id", "seq")
    session = _session()
    seq = models.BigIntegerField()
    clinic = _clinic()
    at = models.BigIntegerField()
    actor = models.CharField(max_length=40)
    ref = models.CharField(max_length=64, null=True)  # noqa: DJ001 (null: a deadline)
    part = models.SmallIntegerField(default=0)
    kind = models.CharField(max_length=40)
    body = models.BinaryField()
    hash = models.BinaryField(max_length=32)

    class Meta:
        db_table = "ledger_entry"
        ordering = ["session_id", "seq"]
        constraints = [
            models.UniqueConstraint(
                fields=["session", "actor", "ref", "part"],
                condition=Q(ref__isnull=False),
                name="a_request_is_done_once",
            ),
            models.CheckConstraint(condition=Q(seq__gte=1), name="entry_seq_from_one"),
            _hash("entry_hash_is_sha256"),
        ]

    def __str__(self) -> str:
        return f"{self.session_id} #{self.seq} {self.kind}"


class PrivateKey(models.Model):
    """The key of one person's private rows in one session; shredded, it keeps its place only."""

    key_id = models.CharField(max_length=18, primary_key=True)
    session = _session()
    clinic = _clinic()
    seat = models.CharField(max_length=40, db_index=True)
    purpose = models.CharField(max_length=8)
    wrapped = models.BinaryField(null=True)
    shredded_at = models.BigIntegerField(null=True)

    class Meta:
        db_table = "private_key"
        constraints = [
            models.UniqueConstraint(
                fields=["session", "seat", "purpose"],
                condition=Q(shredded_at__isnull=True),
                name="one_live_key",
            ),
            models.CheckConstraint(
                condition=Q(wrapped__isnull=False, shredded_at__isnull=True)
                | Q(wrapped__isnull=True, shredded_at__isnull=False),
                name="a_shredded_key_is_gone",
            ),
        ]

    def __str__(self) -> str:
        return self.key_id


class PrivateRow(models.Model):
    """What belongs to a person beside an event: nonce, ciphertext and tag."""

    pk = models.CompositePrimaryKey("session_id", "seq")
    session = _session()
    seq = models.BigIntegerField()
    clinic = _clinic()
    key = models.ForeignKey(PrivateKey, models.PROTECT, related_name="+")
    body = models.BinaryField()

    class Meta:
        db_table = "private_row"

    def __str__(self) -> str:
        return f"{self.session_id} #{self.seq}"


class Checkpoint(models.Model):
    """The clinic's signature under one row's hash."""

    pk = models.CompositePrimaryKey("session_id", "seq")
    session = _session()
    seq = models.BigIntegerField()
    clinic = _clinic()
    hash = models.BinaryField(max_length=32)
    at = models.BigIntegerField()
    key_id = models.CharField(max_length=64)
    signature = models.BinaryField(max_length=64)

    class Meta:
        db_table = "ledger_checkpoint"
        constraints = [_hash("checkpoint_hash_is_sha256")]

    def __str__(self) -> str:
        return f"{self.session_id} #{self.seq}"


class ClinicLink(models.Model):
    """An opening or a seal of a session, in the chain of its clinic."""

    pk = models.CompositePrimaryKey("clinic_id", "n")
    clinic = _clinic()
    n = models.BigIntegerField()
    at = models.BigIntegerField()
    kind = models.CharField(max_length=8, choices=[("opening", "Opening"), ("seal", "Seal")])
    session = models.ForeignKey(GroupSession, models.PROTECT, related_name="+")
    seq = models.BigIntegerField()
    hash = models.BinaryField(max_length=32)
    prev = models.BinaryField(max_length=32)
    link_hash = models.BinaryField(max_length=32)
    key_id = models.CharField(max_length=64)
    signature = models.BinaryField(max_length=64)

    class Meta:
        db_table = "clinic_link"
        ordering = ["clinic_id", "n"]
        constraints = [
            models.CheckConstraint(condition=Q(n__gte=1), name="links_count_from_one"),
            _hash("link_hash_is_sha256", "link_hash"),
            _hash("link_prev_is_sha256", "prev"),
            _hash("link_names_a_sha256"),
        ]

    def __str__(self) -> str:
        return f"{self.clinic_id} ~{self.n}"
