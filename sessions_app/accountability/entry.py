"""How each person fared at the door: the first complete knock, removals, and what was decided."""

from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from sessions_app.accountability.sources import Mark
from sessions_app.room.decision import Seat, Stamped
from sessions_app.room.door import Admitted, CameBack, Knocked, RefusedEntry, Removed


class Removal(Struct, frozen=True):
    """A removal that nothing has undone since, or a refusal."""

    at: int
    seq: int
    reason: str


class Entry(Struct, frozen=True):
    """`knocked`: the first complete knock; `entered`: the first time inside.

    `removed` and `refused` stand until the person is inside again; `returned` where that was so.
    `void`: until then, somebody else sat in this seat.
    """

    knocked: Mark | None = None
    entered: Mark | None = None
    removed: Removal | None = None
    refused: Removal | None = None
    returned: Mark | None = None
    void: Mark | None = None
    admitted_late: Mark | None = None
    over_capacity: Mark | None = None


def read(facts: Iterable[Stamped]) -> dict[Seat, Entry]:
    """How everyone fared who came as far as the door."""
    entries: dict[Seat, Entry] = {}
    for fact in facts:
        match fact.event:
            case Knocked(seat=seat) | Admitted(seat=seat) | CameBack(seat=seat):
                entries[seat] = _came(entries.get(seat, Entry()), fact)
            case Removed(seat=seat, reason=reason) | RefusedEntry(seat=seat, reason=reason):
                entries[seat] = _kept_out(entries.get(seat, Entry()), fact, reason)
    return entries


def _came(entry: Entry, fact: Stamped) -> Entry:
    mark = Mark(fact.at, fact.seq)
    if isinstance(fact.event, Knocked):
        first = fact.event.complete and entry.knocked is None
        return replace(entry, knocked=mark) if first else entry
    if entry.removed is not None:
        entry = replace(entry, returned=mark)
    if isinstance(fact.event, Admitted) and fact.event.late:
        entry = replace(entry, admitted_late=mark)
    if isinstance(fact.event, Admitted | CameBack) and fact.event.over_capacity:
        entry = replace(entry, over_capacity=mark)
    return replace(entry, entered=entry.entered or mark, removed=None, refused=None)


def _kept_out(entry: Entry, fact: Stamped, reason: str) -> Entry:
    what = Removal(fact.at, fact.seq, reason)
    if reason == "not_this_person":
        # Whoever knocked until now was somebody else: the right one is yet to come.
        entry = Entry(void=Mark(fact.at, fact.seq))
    if isinstance(fact.event, Removed):
        return replace(entry, removed=what)
    return replace(entry, refused=what)
