"""Gives the past evenings a real ledger: every event was decided by the room, at its own time.

The times are chosen, which is why the clinic is marked as a demo. The signatures are dated when
they were made, which is now: nobody can sign in the past.
"""

from collections.abc import Callable, Sequence
from random import Random

from django.db import transaction

from sessions_app.demo import evening
from sessions_app.demo.stage import Stage
from sessions_app.ledger import append, heads, keys
from sessions_app.ledger.append import Addition
from sessions_app.models import GroupSession
from sessions_app.models.plan import plan_of
from sessions_app.room import room as rooms
from sessions_app.room.talk import TalkErased

SCRIPTS: tuple[Callable[[Stage, Random], None], ...] = (evening.first, evening.second)
SEED = 7


def write(sessions: Sequence[GroupSession], now: int) -> None:
    """Play and record each of these evenings; `now` is milliseconds since the epoch, UTC."""
    for script, session in zip(SCRIPTS, sessions, strict=True):
        stage = Stage(plan_of(session))
        script(stage, Random(SEED))  # noqa: S311 (a script, no secret)
        with transaction.atomic():
            _record(session, stage, now)


def _record(session: GroupSession, stage: Stage, now: int) -> None:
    (head,) = heads.lock([session.pk]).values()
    append.append([Addition(head, stage.lines, rooms.deadline(stage.room))], now)
    if any(isinstance(line.fact.stamped.event, TalkErased) for line in stage.lines):
        keys.shred(session.pk, "talk", now)
