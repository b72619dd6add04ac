"""What a verification found: where, what, and in words."""

from collections.abc import Callable
from typing import TypeAlias
from uuid import UUID

from msgspec import Struct

Progress: TypeAlias = Callable[[int], None]  # so many rows more were read


class Problem(Struct, frozen=True):
    """One thing that does not hold; `seq` is the first bad row of a session, or a clinic's link.

    Codes are stable:
    chain       the row's hash does not cover the hash before it and its bytes
    gap         the row is missing
    record      the row's bytes are no record
    column      a column says something else than the row's bytes
    time        the row is dated before the one it follows
    private     a private row is missing, changed, or not announced by its record
    head        the head of the room does not fit its last row
    rewritten   the row is not the one that was signed
    unsigned    the row should have been signed, or linked into the clinic's chain
    session     the session or its head is missing
    clinic      the clinic is missing
    link        a link of the clinic's chain is missing or changed
    signature   a signature is not by the key it names
    public_key  the public key is not in the key folder
    """

    session: UUID | None
    seq: int | None
    code: str
    message: str
    clinic: UUID | None = None

    def __str__(self) -> str:
        whose = f"clinic {self.clinic}" if self.session is None else f"session {self.session}"
        what = "link" if self.session is None else "row"
        where = "" if self.seq is None else f" {what} {self.seq}"
        return f"{whose}{where}: {self.code}: {self.message}"


class Flaw(Struct, frozen=True):
    """A problem before it is known whose it is."""

    code: str
    message: str

    def of(self, session: UUID, seq: int | None) -> Problem:
        """The problem of a session's row."""
        return Problem(session, seq, self.code, self.message)


class Report(Struct, frozen=True):
    """The result of a verification; `rows` is how many rows were read."""

    problems: tuple[Problem, ...]
    rows: int

    @property
    def ok(self) -> bool:
        """Whether everything holds."""
        return not self.problems
