"""One session held against everything that vouches for it: its head, its rows, its signatures."""

from collections.abc import Generator, Iterator
from uuid import UUID

from msgspec import Struct

from sessions_app.ledger import rows, sql
from sessions_app.ledger.problem import Flaw, Problem, Progress
from sessions_app.ledger.rows import Place
from sessions_app.ledger.signatures import Signatures
from sessions_app.ledger.witnesses import Witnesses

# One statement, so that what a live room appends meanwhile is either in all of it or in none.
_OUTLINE = """
    SELECT s.clinic_id, h.clinic_id, h.seq, h.hash, h.at,
        (SELECT max(seq) FROM ledger_entry e WHERE e.session_id = given.session_id),
        (SELECT max(seq) FROM ledger_checkpoint c WHERE c.session_id = given.session_id),
        (SELECT max(seq) FROM clinic_link l WHERE l.session_id = given.session_id)
    FROM {given}
    LEFT JOIN sessions_app_groupsession s ON s.id = given.session_id
    LEFT JOIN room_head h ON h.session_id = given.session_id
"""
_ORPHAN = """
    SELECT min(p.seq) FROM private_row p
    LEFT JOIN ledger_entry e ON e.session_id = p.session_id AND e.seq = p.seq
    WHERE p.session_id = %s AND e.seq IS NULL
"""


class Outline(Struct, frozen=True):
    """What there is of a session at one moment; `upto` is the last row that anything names."""

    clinic: UUID | None
    head_clinic: UUID | None
    head: Place | None
    upto: int


def problems(session: UUID, signed: Signatures, progress: Progress) -> Iterator[Problem]:
    """Everything that does not hold about a session; its rows up to the first that is bad."""
    outline = _outline(session)
    witnesses = Witnesses(session, outline.upto, signed)
    yield from witnesses.problems
    if outline.clinic is None:
        yield Flaw("session", "it is missing").of(session, None)
        return
    end = yield from _walk(session, outline.clinic, outline.upto, witnesses, progress)
    if end is not None:
        yield from _ending(session, outline, end)


def _walk(
    session: UUID, clinic: UUID, upto: int, witnesses: Witnesses, progress: Progress
) -> Generator[Problem, None, Place | None]:
    place = Place()
    for chunk in rows.stored(session, upto):
        for row in chunk:
            if row.seq != place.seq + 1:
                yield Flaw("gap", "it is missing").of(session, place.seq + 1)
                return None
            if flaw := rows.flaw(row, place, session, clinic) or witnesses.flaw(row, clinic):
                yield flaw.of(session, row.seq)
                return None
            place = Place(row.seq, row.hash, row.at)
        progress(len(chunk))
    return place


def _ending(session: UUID, outline: Outline, end: Place) -> Iterator[Problem]:
    if end.seq < outline.upto:
        yield Flaw("gap", f"it is missing; row {outline.upto} is vouched for").of(
            session, end.seq + 1
        )
    elif outline.head is None:
        yield Flaw("session", "the head of its ledger is missing").of(session, None)
    elif (outline.head, outline.head_clinic) != (end, outline.clinic):
        yield Flaw("head", "the head of the ledger says something else").of(session, end.seq)
    for (seq,) in sql.query(_ORPHAN, session):
        if seq is not None:
            yield Flaw("private", "a private row lies beside no row").of(session, seq)


def _outline(session: UUID) -> Outline:
    [(clinic, head_clinic, seq, hash_, at, *named)] = sql.query_with(
        _OUTLINE, {"session_id": "uuid"}, [(session,)]
    )
    return Outline(
        clinic=sql.uid(clinic) if clinic else None,
        head_clinic=sql.uid(head_clinic) if head_clinic else None,
        head=None if seq is None else Place(seq, sql.raw(hash_), at),
        upto=max(number or 0 for number in (seq, *named)),
    )
