"""Writes down who looked at what, and why."""

from uuid import UUID

from accounts.models import AccessLog


def record(clinic_id: UUID, actor: str, purpose: str, kind: str, object_id: str = "") -> None:
    """One look; `actor` is a membership code, `object_id` an opaque id, never a name."""
    AccessLog.objects.create(
        clinic_id=clinic_id, actor=actor, purpose=purpose, kind=kind, object_id=object_id
    )
