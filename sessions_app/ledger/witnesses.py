"""The signatures under the rows of one session, held against those rows."""

from uuid import UUID

from msgspec import Struct

from sessions_app.ledger import proof, signatures
from sessions_app.ledger.problem import Flaw, Problem
from sessions_app.ledger.rows import Row
from sessions_app.ledger.signatures import Signatures


class Witness(Struct, frozen=True):
    """What is signed about a row; `kind` is `checkpoint`, or that of a link.

    An unsound one is known to be wrong, and reported, by itself: it says nothing of the row.
    """

    kind: str
    point: proof.Point
    sound: bool


class Witnesses:
    """All that vouches for a session's rows up to one."""

    def __init__(self, session: UUID, upto: int, signed: Signatures) -> None:
        self.problems: list[Problem] = []
        self._at: dict[int, list[Witness]] = {}
        for checkpoint in signatures.checkpoints(session, upto):
            self._add("checkpoint", checkpoint.point, signed.of_checkpoint(checkpoint))
        for link in signatures.links_of(session, upto):
            self._add(link.kind, link.point, signed.of_link(link))

    def flaw(self, row: Row, clinic: UUID) -> Flaw | None:
        """What does not hold between a row and what is signed about it."""
        found = self._at.pop(row.seq, [])
        if any(w.sound and (w.point.hash, w.point.clinic) != (row.hash, clinic) for w in found):
            return Flaw("rewritten", "it is not the row that was signed")
        kinds = {witness.kind for witness in found}
        link = proof.LINKED.get(row.kind)
        if row.kind in proof.SIGNED and "checkpoint" not in kinds:
            return Flaw("unsigned", f"{row.kind} is signed at once, but its checkpoint is missing")
        if link is not None and link not in kinds:
            return Flaw("unsigned", f"{row.kind} joins the clinic's chain, but its link is missing")
        return None

    def _add(self, kind: str, point: proof.Point, flaw: Flaw | None) -> None:
        if flaw is not None:
            self.problems.append(flaw.of(point.session, point.seq))
        self._at.setdefault(point.seq, []).append(Witness(kind, point, sound=flaw is None))
