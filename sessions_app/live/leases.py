"""Leases: how the record learns that a process died with people in its rooms."""

import secrets
from uuid import UUID

from django.db import transaction
from msgspec import Struct

from sessions_app.live.timepiece import timepiece
from sessions_app.models.lease import Lease, LeaseRoom

RENEW_S = 5.0
LEASE_MS = 20_000
_NAME = 12  # characters of a process's name

# Whoever runs this is alive, however long the database has not heard of it.
_own: set[str] = set()


class Lost(Struct, frozen=True):
    """A process whose lease ran out at `as_of` (its last sign of life, ms UTC), and its rooms."""

    lease: str
    process: str
    as_of: int
    rooms: tuple[UUID, ...]


def process_name() -> str:
    """A new name for a process, the prefix of every connection it holds."""
    return secrets.token_hex(_NAME // 2)


def take(process: str) -> None:
    """Begin a lease."""
    _own.add(process)
    with transaction.atomic():
        Lease.objects.create(process=process, renewed_at=timepiece.read())


def renew(process: str) -> bool:
    """Give a sign of life; False where the lease is gone and its people were let go."""
    with transaction.atomic():
        now = timepiece.read()
        return bool(Lease.objects.filter(process=process).update(renewed_at=now))


def hold(process: str, session: UUID) -> None:
    """Note that this process holds sockets of a room, before the first of them counts."""
    LeaseRoom.objects.get_or_create(lease_id=process, session_id=session)


def drop(process: str, session: UUID) -> None:
    """Note that no socket of the room is left here."""
    LeaseRoom.objects.filter(lease_id=process, session_id=session).delete()


def leave(process: str, number: int, session: UUID, as_of: int) -> None:
    """Let a clock tell a room that no connection of this process is left in it since `as_of`.

    For a room that this process can not tell itself: it gets a lease of its own, which is not
    renewed. `number` tells those of one process apart.
    """
    lease = f"{process}{number:04x}"
    with transaction.atomic():
        Lease.objects.create(process=lease, renewed_at=as_of)
        LeaseRoom.objects.create(lease_id=lease, session_id=session)
        LeaseRoom.objects.filter(lease_id=process, session_id=session).delete()


def end(process: str) -> None:
    """Give a lease back, with no room left under it."""
    with transaction.atomic():
        LeaseRoom.objects.filter(lease_id=process).delete()
        Lease.objects.filter(process=process).delete()


def expired() -> list[Lost]:
    """The other processes that gave no sign of life for a whole lease."""
    with transaction.atomic():
        limit = timepiece.read() - LEASE_MS
        silent = Lease.objects.filter(renewed_at__lt=limit).exclude(process__in=_own)
        leases = list(silent.prefetch_related("rooms"))
    return [
        Lost(
            lease.process,
            lease.process[:_NAME],
            lease.renewed_at,
            tuple(room.session_id for room in lease.rooms.all()),
        )
        for lease in leases
    ]
