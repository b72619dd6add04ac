"""Somebody who reads the ledger alone, entry by entry, and objects to what must not be."""

from sessions_app.room.clock import (
    Cancelled,
    DoorOpened,
    Ended,
    Extended,
    NotHeld,
    StartDue,
    Started,
    Warned,
)
from sessions_app.room.decision import Fact
from sessions_app.room.door import Admitted, CameBack, Left, Removed, SentBack
from sessions_app.room.people import GivenUp
from sessions_app.room.plan import Plan
from sessions_app.room.team import GuestInvited, MemberExpected, StaffAssigned, StaffDismissed

ONCE = (DoorOpened, StartDue, Started)
OVER = (Ended, NotHeld, Cancelled)


class Witness:
    """What the entries so far show: who is inside, who may come back, when the end is."""

    def __init__(self, plan: Plan) -> None:
        self.capacity, self.ends_at = plan.rules.capacity, plan.ends_at
        self.participants = {member.seat for member in plan.members}
        self.inside: set[str] = set()
        self.admitted: set[str] = set()
        self.seen: set[object] = set()
        self.over = False
        self.seq = self.at = 0

    def sees(self, fact: Fact) -> None:
        """Take in one entry more."""
        stamped = fact.stamped
        assert stamped.seq == self.seq + 1, "the ledger is not dense"
        assert stamped.at >= self.at, "the ledger runs backwards"
        self.seq, self.at = stamped.seq, stamped.at
        self._time(fact)
        self._people(fact)

    def _once(self, what: object) -> None:
        assert what not in self.seen, f"twice: {what}"
        self.seen.add(what)

    def _time(self, fact: Fact) -> None:
        event, at = fact.stamped.event, fact.stamped.at
        match event:
            case Extended(ends_at=ends_at):
                self.ends_at = ends_at
            case Warned(left_s=left_s):
                assert at == self.ends_at - left_s * 1000, "a warning is not on time"
                self._once((self.ends_at, left_s))
            case Ended(cause="time"):
                assert at == self.ends_at, "the hard stop is not on time"
        if isinstance(event, ONCE):
            self._once(type(event))
        if isinstance(event, OVER):
            self._once("the end")
            self.inside, self.over = set(), True

    def _people(self, fact: Fact) -> None:
        event = fact.stamped.event
        match event:
            case Admitted() | CameBack():
                self._enters(event)
            case Removed(seat=seat) | SentBack(seat=seat) | StaffDismissed(seat=seat):
                self.inside.discard(seat)
                self.admitted.discard(seat)
            case Left(seat=seat) | GivenUp(seat=seat):
                self.inside.discard(seat)
            case MemberExpected(member=member):
                self.participants.add(member.seat)
            case StaffAssigned(staff=other) | GuestInvited(guest=other):
                self.participants.discard(other.seat)

    def _enters(self, event: Admitted | CameBack) -> None:
        assert not self.over, "somebody entered an ended group"
        if isinstance(event, CameBack):
            if event.seat in self.inside:
                return  # to peers, who are not told of an admission after a removal
            assert event.seat in self.admitted, "came back without having been admitted"
        assert event.seat not in self.inside, "entered twice"
        self.inside.add(event.seat)
        self.admitted.add(event.seat)
        full = len(self.inside & self.participants) > self.capacity
        if full and event.seat in self.participants:
            assert event.over_capacity, "over capacity without a recorded reason"
