"""Proves, or disproves, that the record is what was written; needs public keys only.

It reads the stored bytes as they are, before any upcasting. What it can not see: rows after the
last signature that somebody with the whole database rewrote together with their head (a minute's
worth at most), and the last sessions of a clinic's chain if they vanished with all their links.
"""

from collections.abc import Iterable, Iterator
from uuid import UUID

from django.db.models import Sum

from accounts.keys import keyring
from accounts.models import Clinic
from sessions_app.ledger import signatures, sql, walk
from sessions_app.ledger.problem import Problem, Progress, Report
from sessions_app.ledger.record import ZERO
from sessions_app.ledger.signatures import Signatures
from sessions_app.models import RoomHead

_SESSIONS = """
    SELECT id FROM sessions_app_groupsession WHERE clinic_id = %s
    UNION SELECT session_id FROM room_head WHERE clinic_id = %s
    UNION SELECT session_id FROM clinic_link WHERE clinic_id = %s
"""
_CLINICS = """
    SELECT id FROM accounts_clinic UNION SELECT clinic_id FROM sessions_app_groupsession
    UNION SELECT clinic_id FROM room_head UNION SELECT clinic_id FROM clinic_link
"""
_STRAYS = """
    SELECT session_id FROM ledger_entry UNION SELECT session_id FROM ledger_checkpoint
    UNION SELECT session_id FROM clinic_link UNION SELECT session_id FROM room_head
    EXCEPT SELECT id FROM sessions_app_groupsession
"""


def silent(rows: int) -> None:
    """Show no progress."""


def verify_session(session: UUID, progress: Progress = silent) -> Report:
    """Whether a session's record is what was written."""
    return _report([session], (), progress)


def verify_clinic(clinic: UUID, progress: Progress = silent) -> Report:
    """Whether a clinic's chain is whole, and every session of the clinic."""
    return _report(_sessions(clinic), [clinic], progress)


def verify_all(progress: Progress = silent) -> Report:
    """Whether the whole record of this installation is what was written."""
    clinics = sorted(sql.uid(clinic) for (clinic,) in sql.query(_CLINICS))
    every = {session for clinic in clinics for session in _sessions(clinic)}
    strays = {sql.uid(session) for (session,) in sql.query(_STRAYS)}
    return _report(every | strays, clinics, progress)


def rows_in(*, session: UUID | None = None, clinic: UUID | None = None) -> int:
    """About how many rows there are to read: of a session, of a clinic, or of all."""
    heads = RoomHead.objects.all()
    if session is not None:
        heads = heads.filter(session=session)
    if clinic is not None:
        heads = heads.filter(clinic=clinic)
    return heads.aggregate(rows=Sum("seq"))["rows"] or 0


def _report(sessions: Iterable[UUID], clinics: Iterable[UUID], progress: Progress) -> Report:
    signed, read = Signatures(keyring()), 0

    def count(rows: int) -> None:
        nonlocal read
        read += rows
        progress(rows)

    found = [problem for clinic in clinics for problem in _chain(clinic)]
    for session in sorted(sessions):
        found += walk.problems(session, signed, count)
    return Report(tuple(found), read)


def _chain(clinic: UUID) -> Iterator[Problem]:
    if not Clinic.objects.filter(pk=clinic).exists():
        yield Problem(None, None, "clinic", "there is no such clinic", clinic)
    # Each link by itself is looked at with the session it names.
    n, prev = 0, ZERO
    for link in signatures.links(clinic):
        if link.n != n + 1:
            yield Problem(None, n + 1, "link", "it is missing", clinic)
            return
        if link.prev != prev:
            yield Problem(None, link.n, "link", f"it does not follow link {n}", clinic)
            return
        n, prev = link.n, link.hash


def _sessions(clinic: UUID) -> set[UUID]:
    return {sql.uid(session) for (session,) in sql.query(_SESSIONS, clinic, clinic, clinic)}
