"""What somebody could do who has the whole database, but none of the clinic's keys."""

from collections.abc import Callable
from typing import Any

from msgspec import structs

from sessions_app.ledger import record
from sessions_app.ledger.record import ZERO
from sessions_app.models import LedgerEntry
from tests.ledger.conftest import World


def forge(world: World, tamper: Callable[..., int], seq: int, **changes: Any) -> None:
    """Rewrite one row (body and columns) and the whole chain behind it, up to the head."""
    session, last = world.session.pk, ZERO
    for entry in LedgerEntry.objects.filter(session=session).order_by("seq"):
        body = bytes(entry.body)
        if entry.seq == seq:
            body = record.encode(structs.replace(record.decode(body), **changes))
            for name in changes.keys() & {"at", "actor", "ref", "part"}:
                where = "WHERE session_id = %s AND seq = %s"
                statement = f"UPDATE ledger_entry SET {name} = %s {where}"
                tamper(statement, changes[name], session, seq)
        last = record.link(last, body)
        tamper(
            "UPDATE ledger_entry SET body = %s, hash = %s WHERE session_id = %s AND seq = %s",
            body,
            last,
            session,
            entry.seq,
        )
    tamper("UPDATE room_head SET hash = %s WHERE session_id = %s", last, session)
