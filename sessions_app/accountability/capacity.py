"""How full the group was: the most people at once, what was allowed, and why it was more."""

from collections.abc import Iterable, Mapping

from msgspec import Struct

from sessions_app.accountability.intervals import peak
from sessions_app.accountability.presence import Presence
from sessions_app.room.decision import Seat, Stamped
from sessions_app.room.door import Admitted, CameBack


class OverCapacity(Struct, frozen=True):
    """Somebody was let in over capacity, by an entry of the ledger, for a reason."""

    seq: int
    seat: Seat
    reason: str


class Fullness(Struct, frozen=True):
    """`peak`: most participants present at once; `seats_taken`: with those expected back."""

    capacity: int
    peak: int
    seats_taken: int
    over: tuple[OverCapacity, ...]

    @property
    def exceeded(self) -> bool:
        """Whether there were ever more participants inside than the capacity."""
        return self.seats_taken > self.capacity


def read(
    facts: Iterable[Stamped], participants: Mapping[Seat, Presence], capacity: int
) -> Fullness:
    """How full the group was at its fullest; guests and staff do not count."""
    over = tuple(
        OverCapacity(fact.seq, fact.event.seat, fact.event.over_capacity)
        for fact in facts
        if isinstance(fact.event, Admitted | CameBack) and fact.event.over_capacity
    )
    return Fullness(
        capacity,
        peak(presence.present for presence in participants.values()),
        peak(presence.inside for presence in participants.values()),
        over,
    )
