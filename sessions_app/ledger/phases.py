"""In which phase each session is, by the last event that moved it: for lists, without folding."""

from collections.abc import Collection, Iterable
from typing import Any
from uuid import UUID

from django.db.models import OuterRef, Q, QuerySet, Subquery

from sessions_app.models import GroupSession, LedgerEntry
from sessions_app.room.clock import Phase

SCHEDULED: Phase = "scheduled"

# Which phase an event begins, as the room's own clock has it.
BEGUN: dict[str, Phase] = {
    "DoorOpened": "door_open",
    "Started": "running",
    "BreakStarted": "on_break",
    "BreakEnded": "running",
    "Held": "on_hold",
    "Resumed": "running",
    "Ended": "ended",
    "NotHeld": "not_held",
    "Cancelled": "cancelled",
}


def told(sessions: QuerySet[GroupSession]) -> QuerySet[Any]:
    """The same sessions with `moved`, the kind of the last event that moved each; None: none."""
    moves = LedgerEntry.objects.filter(session_id=OuterRef("pk"), kind__in=BEGUN).order_by("-seq")
    return sessions.annotate(moved=Subquery(moves.values("kind")[:1]))


def within(phases: Collection[Phase]) -> Q:
    """Among the sessions of `told`, those in one of these phases."""
    kinds = [kind for kind, phase in BEGUN.items() if phase in phases]
    found = Q(moved__in=kinds)
    return found | Q(moved=None) if SCHEDULED in phases else found


def phase(moved: str | None) -> Phase:
    """The phase of a session by its `moved`."""
    return BEGUN[moved] if moved is not None else SCHEDULED


def of(sessions: Iterable[UUID]) -> dict[UUID, Phase]:
    """The phase of each of these sessions."""
    rows = told(GroupSession.objects.filter(pk__in=list(sessions))).order_by()
    return {pk: phase(moved) for pk, moved in rows.values_list("pk", "moved")}
