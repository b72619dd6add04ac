"""What somebody said last, in whichever session of their group that was; unless it was erased."""

import logging
from typing import Any
from uuid import UUID

from msgspec import Struct

from accounts.keys import KeyMissing
from sessions_app.ledger import entries, pages, private, sql
from sessions_app.ledger.errors import Unreadable
from sessions_app.room.decision import Stamped
from sessions_app.room.door import Knocked, vacated

log = logging.getLogger(__name__)

# From the keys of the seat, which are few, to their rows: no ledger is read through.
_KNOCKS = """
    SELECT e.session_id, e.body FROM private_key k
    JOIN private_row r ON r.key_id = k.key_id
    JOIN ledger_entry e ON e.session_id = r.session_id AND e.seq = r.seq
    WHERE k.seat = %s AND k.purpose = 'record' AND k.shredded_at IS NULL AND e.kind = 'Knocked'
    ORDER BY e.at DESC, e.seq DESC LIMIT 20
"""


class Said(Struct, frozen=True):
    """A private body, and when it was said (ms UTC)."""

    at: int
    body: dict[str, Any]


def attestation(seat: str) -> Said | None:
    """The last answers at the door that left nothing open; None if there are none to be read.

    What somebody else said who was found in the seat is not its person's.
    """
    for session, body in sql.query(_KNOCKS, seat):
        fact = entries.stamped(bytes(body))
        if not (isinstance(fact.event, Knocked) and fact.event.answered):
            continue
        if _by_somebody_else(sql.uid(session), seat, fact):
            continue
        try:
            found = private.read(sql.uid(session), [fact.seq]).get(fact.seq)
        except (Unreadable, KeyMissing):
            log.exception("A private row can not be read; verify names it")
            return None
        if found is not None and found.seat == seat:
            return Said(fact.at, found.body)
    return None


def _by_somebody_else(session: UUID, seat: str, knock: Stamped) -> bool:
    kept_out = pages.of_kinds(session, ("Removed", "RefusedEntry"))
    return any(fact.seq > knock.seq and vacated(fact.event) == seat for fact in kept_out)
