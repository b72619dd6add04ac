"""Who was in the group when: inside, with at least one live connection; waiting is not presence."""

from collections.abc import Iterable
from typing import Literal, TypeAlias

from msgspec import Struct

from sessions_app.accountability.intervals import Intervals, intersect, subtract
from sessions_app.accountability.sources import Mark
from sessions_app.accountability.spans import Spans
from sessions_app.room.clock import Cancelled, Ended, NotHeld
from sessions_app.room.decision import Seat, Stamped
from sessions_app.room.door import (
    Admitted,
    CameBack,
    Knocked,
    Left,
    RefusedEntry,
    Removed,
    SentBack,
)
from sessions_app.room.people import Connected, ConnectionLost, GivenUp, SteppedAway, SteppedBack
from sessions_app.room.team import StaffDismissed

_Figure: TypeAlias = Literal["presence", "away", "waiting", "lost"]


class Presence(Struct, frozen=True):
    """One seat's time. `inside`: the seat was kept; `present`: and a connection was alive.

    `gaps`: kept without a connection. `away` and `waiting` count connected time only.
    `losses`: each drop out of presence, at its last sign of life.
    """

    inside: Intervals = ()
    present: Intervals = ()
    gaps: Intervals = ()
    away: Intervals = ()
    waiting: Intervals = ()
    marks: tuple[Mark, ...] = ()
    away_marks: tuple[Mark, ...] = ()
    waiting_marks: tuple[Mark, ...] = ()
    losses: tuple[Mark, ...] = ()


def read(facts: Iterable[Stamped], upto: int) -> dict[Seat, Presence]:
    """The presence of everyone who came as far as the door, up to a moment (ms UTC)."""
    reader = _Reader()
    for fact in facts:
        reader.take(fact)
    reader.cut(upto)
    return {seat: reader.presence(seat) for seat in reader.seats}


class _Reader:
    def __init__(self) -> None:
        self.over = False
        self.seats: dict[Seat, None] = {}  # in the order of their coming
        self.inside, self.connected, self.away, self.waiting = Spans(), Spans(), Spans(), Spans()
        self.marks: dict[tuple[Seat, _Figure], list[Mark]] = {}

    def take(self, fact: Stamped) -> None:
        match fact.event:
            case Connected(seat=seat, connection=connection):
                self.connected.open(seat, fact.at, connection)
                self._mark(seat, "presence", fact)
            case ConnectionLost(seat=seat, connection=connection, as_of=as_of):
                gone = self.connected.close(seat, as_of, connection)
                self._mark(seat, "presence", fact, gone)
                self._mark(seat, "lost", fact, gone)
            case Ended() | NotHeld() | Cancelled():
                for seat in self.seats:
                    self._out(seat, fact)
                self.over = True
            case _ if not self.over:  # nobody enters a group that is over
                self._move(fact)

    def _move(self, fact: Stamped) -> None:
        match fact.event:
            case Admitted(seat=seat) | CameBack(seat=seat):
                self._stop_waiting(seat, fact)
                self.inside.open(seat, fact.at)
                self._mark(seat, "presence", fact)
            case Left(seat=seat) if fact.actor != seat:
                # By another's hand it only mirrors, for peers, what was done to them.
                self._out(seat, fact, waits=True)
            case (
                Left(seat=seat) | GivenUp(seat=seat) | Removed(seat=seat) | RefusedEntry(seat=seat)
            ):
                self._out(seat, fact)
            case SentBack(seat=seat):
                self._out(seat, fact)
                self._wait(seat, fact)
            case Knocked(seat=seat) if not self.inside.is_open(seat):
                self._wait(seat, fact)
            case SteppedAway(seat=seat):
                self.away.open(seat, fact.at)
                self._mark(seat, "away", fact)
            case SteppedBack(seat=seat):
                self.away.close(seat, fact.at)
                self._mark(seat, "away", fact)
            case StaffDismissed(seat=seat):
                self._out(seat, fact)
                self.connected.close_all(fact.at, seat)

    def _mark(self, seat: Seat, figure: _Figure, fact: Stamped, at: int | None = None) -> None:
        self.seats.setdefault(seat)
        mark = Mark(fact.at if at is None else at, fact.seq)
        self.marks.setdefault((seat, figure), []).append(mark)

    def _wait(self, seat: Seat, fact: Stamped) -> None:
        self.waiting.open(seat, fact.at)
        self._mark(seat, "waiting", fact)

    def _stop_waiting(self, seat: Seat, fact: Stamped) -> None:
        if self.waiting.is_open(seat):
            self.waiting.close(seat, fact.at)
            self._mark(seat, "waiting", fact)

    def _out(self, seat: Seat, fact: Stamped, *, waits: bool = False) -> None:
        if not waits:
            self._stop_waiting(seat, fact)
        if self.inside.is_open(seat):
            self.inside.close(seat, fact.at)
            self._mark(seat, "presence", fact)
        if self.away.is_open(seat):
            self.away.close(seat, fact.at)
            self._mark(seat, "away", fact)

    def cut(self, upto: int) -> None:
        for spans in (self.inside, self.connected, self.away, self.waiting):
            spans.close_all(upto)

    def presence(self, seat: Seat) -> Presence:
        inside, connected = self.inside.of(seat), self.connected.of(seat)
        present, gaps = intersect(inside, connected), subtract(inside, connected)
        return Presence(
            inside,
            present,
            gaps,
            away=intersect(self.away.of(seat), present),
            waiting=intersect(self.waiting.of(seat), connected),
            marks=self._marks(seat, "presence"),
            away_marks=self._marks(seat, "away"),
            waiting_marks=self._marks(seat, "waiting"),
            losses=self._losses(seat, present, gaps),
        )

    def _marks(self, seat: Seat, figure: _Figure) -> tuple[Mark, ...]:
        return tuple(self.marks.get((seat, figure), ()))

    def _losses(self, seat: Seat, present: Intervals, gaps: Intervals) -> tuple[Mark, ...]:
        # Several connections of one person that die together are one drop.
        drops = {gap.since for gap in gaps} & {span.until for span in present}
        return tuple({m.at: m for m in self._marks(seat, "lost") if m.at in drops}.values())
