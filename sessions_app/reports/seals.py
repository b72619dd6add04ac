"""When the clinic sealed the record of a session: signed the last entry that it has."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db.models import F, QuerySet

from sessions_app.models import Checkpoint


def sealed(sessions: Iterable[UUID]) -> dict[UUID, int]:
    """The moment (ms UTC) for each session; absent while its last entry waits for that."""
    signed: QuerySet[Any] = Checkpoint.objects.filter(
        session__in=list(sessions), seq=F("session__head__seq")
    )
    return dict(signed.values_list("session_id", "at"))
