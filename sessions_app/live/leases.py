"""Leases: how the record learns that a process died with people in its rooms."""

import secrets
from uuid import UUID

from django.db import transaction
from msgspec import Struct

from sessions_app.live.timepiece import timepiece
from sessions_app.models.lease import Lease, LeaseRoom

RENEW_S = 5.0
LEASE_MS = 20_000


class Lost(Struct, frozen=True):
    """A process whose lease ran out at `as_of` (its last sign of life, ms UTC), and its rooms."""

    process: str
    as_of: int
    rooms: tuple[UUID, ...]


def process_name() -> str:
    """A new name for a process, the prefix of every connection it holds."""
    return secrets.token_hex(6)


def take(process: str) -> None:
    """Begin a lease."""
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


def end(process: str) -> None:
    """Give a lease back, with no room left under it."""
    with transaction.atomic():
        LeaseRoom.objects.filter(lease_id=process).delete()
        Lease.objects.filter(process=process).delete()


def expired() -> list[Lost]:
    """The processes that gave no sign of life for a whole lease."""
    with transaction.atomic():
        limit = timepiece.read() - LEASE_MS
        leases = list(Lease.objects.filter(renewed_at__lt=limit).prefetch_related("rooms"))
    return [
        Lost(
            lease.process,
            lease.renewed_at,
            tuple(room.session_id for room in lease.rooms.all()),
        )
        for lease in leases
    ]
