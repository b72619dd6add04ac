"""Credited time worked out the slow way: second by second, with no arithmetic of intervals."""

from collections.abc import Sequence

from sessions_app.room.clock import (
    BreakEnded,
    BreakStarted,
    Cancelled,
    Ended,
    Held,
    NotHeld,
    Resumed,
    Started,
)
from sessions_app.room.decision import Event, Seat, Stamped
from sessions_app.room.door import Admitted, CameBack, Left, Removed, SentBack
from sessions_app.room.people import Connected, ConnectionLost, GivenUp, SteppedAway, SteppedBack
from sessions_app.room.record import TimeCorrected
from sessions_app.room.sound import (
    AllMuted,
    CameraSet,
    CameraTurnedOff,
    Following,
    MicrophoneSet,
    Muted,
)
from sessions_app.room.speech import SpeechNoted
from tests.accountability.evening import ALICE, AMIR

SECOND = 1000
COMES = (Admitted, CameBack)
GOES = (Left, GivenUp, Removed, SentBack)
OVER = (Ended, NotHeld, Cancelled)


class Oracle:
    """A session whose every event falls on a whole second; times in seconds since the first."""

    def __init__(
        self, facts: Sequence[Stamped], *, away_credited: bool, break_quiet: bool = False
    ) -> None:
        self.facts = facts
        self.zero = facts[0].at // SECOND
        self.seconds = range(facts[-1].at // SECOND - self.zero + 1)
        self.away_credited = away_credited
        self.break_quiet = break_quiet

    def second(self, at: int) -> int:
        assert at % SECOND == 0
        return at // SECOND - self.zero

    def running(self) -> set[int]:
        """The seconds in which the group ran."""
        start = end = None
        breaks: list[set[int]] = []
        holds: list[set[int]] = []
        for fact in self.facts:
            second = self.second(fact.at)
            match fact.event:
                case Started():
                    start = second
                case BreakStarted():
                    breaks.append(set(range(second, len(self.seconds))))
                case Held():
                    holds.append(set(range(second, len(self.seconds))))
                case BreakEnded():
                    breaks[-1] &= set(range(second))
                case Resumed():
                    holds[-1] &= set(range(second))
                case Ended():
                    end = second
                    breaks = [pause & set(range(second)) for pause in breaks]
                    holds = [pause & set(range(second)) for pause in holds]
                case NotHeld() | Cancelled():
                    return set()
                case TimeCorrected(what="start", at=at):
                    start = self.second(at)
                case TimeCorrected(what="end", at=at):
                    end = self.second(at)
                case TimeCorrected(what="break", at=at, until=int() as until):
                    pause = set(range(self.second(at), self.second(until)))
                    about = pause or {self.second(at)}
                    breaks = [other for other in breaks if not other & about]
                    breaks.append(pause)
        if start is None:
            return set()
        ran = set(range(start, self.seconds[-1] if end is None else end))
        return ran.difference(*breaks, *holds)

    def present(self, seat: Seat) -> tuple[set[int], set[int]]:
        """The seconds in which someone was there, and those of them stepped away."""
        there: set[int] = set()
        gone: set[int] = set()
        inside = away = over = False
        dies: dict[int, int] = {}  # the connections made so far, by entry, and when each dies
        facts = list(self.facts)
        for second in self.seconds[:-1]:
            while facts and self.second(facts[0].at) <= second:
                fact = facts.pop(0)
                over = over or isinstance(fact.event, OVER)
                if getattr(fact.event, "seat", None) == seat:
                    if isinstance(fact.event, Connected):
                        dies[fact.seq] = self.death(fact, fact.event.connection)
                    elif isinstance(fact.event, (*COMES, *GOES)):
                        inside = isinstance(fact.event, COMES)
                        away = away and inside
                    elif isinstance(fact.event, (SteppedAway, SteppedBack)):
                        away = isinstance(fact.event, SteppedAway)
            if inside and not over and any(second < death for death in dies.values()):
                there.add(second)
                if away:
                    gone.add(second)
        return there, gone

    def death(self, born: Stamped, connection: str) -> int:
        for fact in self.facts[born.seq :]:
            lost = fact.event
            if isinstance(lost, ConnectionLost) and lost.connection == connection:
                return self.second(lost.as_of)
        return len(self.seconds)

    def void(self, seat: Seat) -> set[int]:
        """The seconds in which somebody else sat there."""
        until = [
            self.second(fact.at)
            for fact in self.facts
            if getattr(fact.event, "seat", None) == seat
            and getattr(fact.event, "reason", None) == "not_this_person"
        ]
        return set(range(max(until, default=0)))

    def credited(self, seat: Seat) -> set[int]:
        """The seconds that are credited."""
        there, away = self.present(seat)
        counted = there if self.away_credited else there - away
        return counted & self.running() - self.void(seat)

    def taking_part(self, seat: Seat) -> set[int]:
        """The seconds that count for what somebody did there: present, and the group ran."""
        return (self.present(seat)[0] & self.running()) - self.void(seat)

    def on(self, seat: Seat, set_by: type[MicrophoneSet | CameraSet]) -> set[int]:
        """The seconds in which a device of somebody stood on and counts."""
        offs = (CameraTurnedOff,) if set_by is CameraSet else (Muted,)
        all_off: tuple[type[Event], ...] = (BreakStarted,) if self.break_quiet else ()
        if set_by is MicrophoneSet:
            all_off += (AllMuted, Held)
        if seat in (ALICE, AMIR):  # what is over all of them spares the staff
            all_off = ()
        lit: set[int] = set()
        on = False
        facts = list(self.facts)
        for second in self.seconds[:-1]:
            while facts and self.second(facts[0].at) <= second:
                event = facts.pop(0).event
                own = getattr(event, "seat", None) == seat
                if own and isinstance(event, set_by):
                    on = event.on
                elif (
                    isinstance(event, (*OVER, *all_off))
                    or (own and isinstance(event, (*offs, *GOES, SteppedAway)))
                    or (own and isinstance(event, Following) and event.mode == "text")
                ):
                    on = False
            if on:
                lit.add(second)
        return lit & self.taking_part(seat)

    def talked_ms(self, seat: Seat) -> int:
        """What counts of what was noted, window by window."""
        counted = self.taking_part(seat)
        notes = [f.event for f in self.facts if isinstance(f.event, SpeechNoted)]
        own = [note for note in notes if seat in note.spoken]
        measured = set().union(*(self.window(n) for n in own if n.measured == "server"))
        found = 0
        for note in own:
            seconds = self.window(note) & counted
            seconds -= measured if note.measured == "self" else set()
            found += min(note.spoken[seat], SECOND * len(seconds))
        return found

    def window(self, note: SpeechNoted) -> set[int]:
        """The seconds of a note; of those before the first event nobody was there."""
        return set(range(self.second(note.since), self.second(note.until)))
