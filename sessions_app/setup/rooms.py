"""Tells a room whose door is open what has changed in the set-up of its session.

The row is committed first: a door that opens later reads it, one that opens meanwhile is waited
for, and telling a room twice changes nothing. So whoever opens the door at that moment, nobody is
missed.
"""

from collections.abc import Iterable
from typing import NamedTuple
from uuid import UUID

from django.db import transaction

from accounts.models import User
from sessions_app.ledger import heads, phases
from sessions_app.live import service
from sessions_app.live.standing import Account, Trusted, Who
from sessions_app.models import GroupSession
from sessions_app.room.clock import OVER
from sessions_app.room.decision import Actor, Command, Role
from sessions_app.room.errors import WrongPhase


class Giver(NamedTuple):
    """Who changes the set-up; `office`: as administrator or supervisor, by membership code."""

    user: User
    office: Actor | None = None

    @property
    def who(self) -> Who:
        """In whose name a room is told: the office, even if it has a seat there, or the seat."""
        if self.office is not None:
            return Trusted(self.office)
        return Account(self.user.pk, self.user.auth_epoch)


def office(user: User, code: str, role: Role) -> Giver:
    """An administrator or supervisor."""
    return Giver(user, Actor(code, role))


def require_not_over(session: GroupSession) -> None:
    """Refuse what comes too late for this session."""
    phase = phases.of([session.pk])[session.pk]
    if phase in OVER:
        raise WrongPhase(phase)


def opened(sessions: Iterable[UUID]) -> list[UUID]:
    """Which of these doors have opened; waits for one that is opening at this moment."""
    with transaction.atomic():
        return [head.session for head in heads.lock(sessions).values() if head.seq > 0]


def tell(session: UUID, giver: Giver, command: Command) -> bool:
    """Give an open room a command; one that is still planned needs none. Raises RoomError."""
    if not opened([session]):
        return False
    service.execute_now(session, giver.who, command)
    return True
