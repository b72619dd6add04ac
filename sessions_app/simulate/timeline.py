"""When each act of a session is played: as in therapy, or pressed into about a minute."""

from enum import StrEnum
from typing import NamedTuple


class Act(StrEnum):
    """The parts of a session; a moment in one is a share of it, 0 to 1."""

    ARRIVE = "arriving"
    FIRST = "first half"
    PAUSE = "break"
    SECOND = "second half"
    AFTER = "afterwards"


class Pace(NamedTuple):
    """Seconds each act takes, and how long people take to do small things."""

    arrive_s: float
    first_s: float
    pause_s: float
    second_s: float
    after_s: float
    beat_s: float  # a small pause: to read, to think, to click
    turn_s: float  # a turn of a go-round

    def seconds(self, act: Act) -> float:
        """How long an act takes."""
        return {
            Act.ARRIVE: self.arrive_s,
            Act.FIRST: self.first_s,
            Act.PAUSE: self.pause_s,
            Act.SECOND: self.second_s,
            Act.AFTER: self.after_s,
        }[act]

    def total_s(self) -> float:
        """How long everything takes."""
        return sum(self.seconds(act) for act in Act)


FAST = Pace(12, 17, 4, 19, 5, beat_s=0.2, turn_s=0.4)


def real(arrive_s: float, length_s: float) -> Pace:
    """Therapy pace: a first half, a break of a tenth (5 to 15 minutes), a second half."""
    pause = min(900.0, max(300.0, length_s / 10))
    half = max(60.0, (length_s - pause - 60) / 2)
    return Pace(arrive_s, half, pause, half, after_s=120, beat_s=4, turn_s=60)


class Timeline:
    """Where acts lie: seconds after the first moment of ARRIVE."""

    def __init__(self, pace: Pace) -> None:
        self.pace = pace
        self._starts: dict[Act, float] = {}
        at = 0.0
        for act in Act:
            self._starts[act] = at
            at += pace.seconds(act)

    def at(self, act: Act, share: float) -> float:
        """When a moment of an act is."""
        return self._starts[act] + share * self.pace.seconds(act)
