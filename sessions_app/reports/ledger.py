"""A ledger as a table: one line an entry, people as the reader may see them, no private text."""

from collections.abc import Iterable

import msgspec

from sessions_app.reports.moments import local, utc
from sessions_app.reports.names import Names, renamed
from sessions_app.reports.table import Line, Table, line
from sessions_app.room.decision import Stamped

ENTRIES = ("entry", "at", "at_local", "actor", "kind", "person", "to", "event")


def entries(facts: Iterable[Stamped], zone: str, names: Names) -> Table:
    """The entries of one session's ledger; `event` is compact JSON."""
    return Table(ENTRIES, (_entry(fact, zone, names) for fact in facts))


def _entry(fact: Stamped, zone: str, names: Names) -> Line:
    document = msgspec.to_builtins(fact.event)
    kind = document.pop("type")
    seat = document.get("seat")
    return line(
        ENTRIES,
        {
            "entry": fact.seq,
            "at": utc(fact.at),
            "at_local": local(fact.at, zone),
            "actor": names.get(fact.actor, fact.actor),
            "kind": kind,
            "person": names.get(seat, seat) if seat is not None else None,
            "to": "; ".join(renamed(list(fact.to), names)),
            "event": msgspec.json.encode(renamed(document, names)).decode(),
        },
    )
