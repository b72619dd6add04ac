"""Verification over HTTP: whether a session's record is what was written, and what that means."""

from typing import ClassVar
from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from sessions_app.api.permissions import SessionAction
from sessions_app.api.problem import REFUSALS
from sessions_app.api.record import RecordView
from sessions_app.api.shapes.record import VerificationSerializer
from sessions_app.ledger import verify
from sessions_app.ledger.problem import Problem, Report
from sessions_app.reports.moments import utc
from sessions_app.reports.seals import sealed

HOLDS = (
    "Every entry is the one that was written, in its order, and the clinic's signatures under "
    "them are good. Entries of the last minute may wait for their signature."
)
BROKEN = "This record is not what was written. The first thing that does not hold is named below."
NOTHING = "Nothing has happened in this session yet: there is no record to verify."
MEANINGS = {
    "chain": "This entry, or one before it, was changed after it was written.",
    "gap": "An entry was taken away.",
    "record": "The bytes of this entry were replaced by something else.",
    "column": "What the database lists of this entry differs from what was written.",
    "time": "This entry says that it happened before the one it follows.",
    "private": "Something private that belongs to this entry was changed, added or taken away.",
    "head": "Entries were added or taken away at the end.",
    "rewritten": "This entry was replaced after the clinic had signed it.",
    "unsigned": "A signature that must be here was taken away, or never made.",
    "session": "The session, or where its record ends, was taken away.",
    "clinic": "The clinic that this record belongs to was taken away.",
    "link": "The clinic's own list of sessions was changed.",
    "signature": "A signature was not made with the key it names.",
    "public_key": "The public key to check a signature with is not on this server.",
}


class VerificationView(RecordView):
    """Read the whole record of a session again and check every hash and signature of it."""

    may: ClassVar[dict[str, SessionAction]] = {"GET": "verify", "POST": "verify"}
    serializer_class = VerificationSerializer

    @extend_schema(responses={200: VerificationSerializer, **REFUSALS})
    def get(self, request: Request, pk: UUID) -> Response:
        return self._verify()

    @extend_schema(request=None, responses={200: VerificationSerializer, **REFUSALS})
    def post(self, request: Request, pk: UUID) -> Response:
        return self._verify()

    def _verify(self) -> Response:
        self.look("verification", self.roster())
        report = verify.verify_session(self.session.pk)
        shown = {
            "session": self.session.pk,
            "ok": report.ok,
            "entries": report.rows,
            "says": _says(report),
            "sealed_at": utc(sealed([self.session.pk]).get(self.session.pk)),
            "problems": [_problem(problem) for problem in report.problems],
        }
        return Response(VerificationSerializer(shown).data)


def _says(report: Report) -> str:
    if not report.ok:
        return BROKEN
    return HOLDS if report.rows else NOTHING


def _problem(problem: Problem) -> dict[str, object]:
    return {
        "entry": problem.seq,
        "code": problem.code,
        "message": problem.message,
        "says": MEANINGS.get(problem.code, BROKEN),
    }
