"""Who signed the record of a session, and as what, as a table."""

from sessions_app.reports.moments import local, utc
from sessions_app.reports.names import Names
from sessions_app.reports.readings import Reading
from sessions_app.reports.table import Line, Table, line
from sessions_app.room.decision import Stamped
from sessions_app.room.record import RecordSigned

SIGNATURES = ("entry", "at", "at_local", "row", "by", "name", "credential", "meaning")


def signatures(reading: Reading, names: Names, *, codes: bool = False) -> Table:
    """One line a signature, in order; `codes` fills `by` with the seat of who signed."""
    rows = {row.seat: n for n, row in enumerate(reading.attendance.rows, start=1)}
    zone = reading.attendance.meeting.zone
    found = reading.signatures
    return Table(SIGNATURES, [_signature(fact, rows, zone, names, codes) for fact in found])


def _signature(fact: Stamped, rows: dict[str, int], zone: str, names: Names, codes: bool) -> Line:
    signed = fact.event
    if not isinstance(signed, RecordSigned):
        raise TypeError(f"entry {fact.seq} is no signature")
    return line(
        SIGNATURES,
        {
            "entry": fact.seq,
            "at": utc(fact.at),
            "at_local": local(fact.at, zone),
            "row": rows.get(signed.by),
            "by": signed.by if codes else None,
            "name": names.get(signed.by, signed.by),
            "credential": signed.credential or None,
            "meaning": signed.meaning,
        },
    )
