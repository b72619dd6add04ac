"""Intervals collected while a ledger is read: opened by one event, closed by a later one."""

from sessions_app.accountability.intervals import Interval, Intervals, union
from sessions_app.room.decision import Seat


class Spans:
    """What began and ended for each seat; a seat may have several parts at once."""

    def __init__(self) -> None:
        self._open: dict[tuple[Seat, str], int] = {}
        self._closed: dict[Seat, list[Interval]] = {}

    def open(self, seat: Seat, at: int, part: str = "") -> None:
        """Something begins, unless it has already."""
        self._open.setdefault((seat, part), at)

    def close(self, seat: Seat, at: int, part: str = "") -> int:
        """Something ends, never before it began; returns when it did."""
        since = self._open.pop((seat, part), None)
        if since is None:
            return at
        until = max(since, at)
        self._closed.setdefault(seat, []).append(Interval(since, until))
        return until

    def close_all(self, at: int, seat: Seat | None = None) -> None:
        """Everything ends, or everything of one seat."""
        for owner, part in list(self._open):
            if seat is None or owner == seat:
                self.close(owner, at, part)

    def is_open(self, seat: Seat, part: str = "") -> bool:
        """Whether something of this seat goes on."""
        return (seat, part) in self._open

    def of(self, seat: Seat) -> Intervals:
        """All that has ended, of one seat."""
        return union(self._closed.get(seat, ()))
