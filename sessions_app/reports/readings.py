"""The records of sessions as they are read for a report: who attended, and who signed."""

from collections.abc import Collection, Sequence
from uuid import UUID

from msgspec import Struct

from sessions_app.accountability.attendance import NOWHERE, attendance
from sessions_app.accountability.rows import Attendance
from sessions_app.ledger import entries
from sessions_app.models import GroupSession
from sessions_app.reports.elsewhere import elsewhere
from sessions_app.room.decision import Stamped
from sessions_app.room.record import RecordSigned


class Reading(Struct, frozen=True):
    """Who attended, less the time that another session has, and the signatures in order."""

    attendance: Attendance
    signatures: tuple[Stamped, ...] = ()


def reading(session: GroupSession, now: int) -> Reading:
    """The record of one session as it is `now` (ms UTC)."""
    return readings([session], now)[session.pk]


def readings(sessions: Collection[GroupSession], now: int) -> dict[UUID, Reading]:
    """The same of many, with as many statements as for one."""
    ledgers = entries.tails([(session.pk, 0, None) for session in sessions])
    facts = {session.pk: ledgers.get(session.pk, []) for session in sessions}
    own = {pk: attendance(ledger, now=now) for pk, ledger in facts.items()}
    shared = elsewhere(sessions, own, now)
    return {
        pk: Reading(
            attendance(ledger, shared.get(pk, NOWHERE), now=now) if pk in shared else own[pk],
            _signatures(ledger),
        )
        for pk, ledger in facts.items()
    }


def _signatures(ledger: Sequence[Stamped]) -> tuple[Stamped, ...]:
    return tuple(fact for fact in ledger if isinstance(fact.event, RecordSigned))
