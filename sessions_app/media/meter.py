"""Adds up how long each person talked, until it is written down. Pure: it is told the time."""

from msgspec import Struct

from sessions_app.room.decision import Seat


class Spoken(Struct, frozen=True):
    """How long each seat talked between two moments (ms UTC), in ms."""

    since: int
    until: int
    spoken: dict[Seat, int]


class Meter:
    """The talk of one room since the last cut."""

    def __init__(self, at: int) -> None:
        self._since = at
        self._talking: dict[Seat, int] = {}
        self._spoken: dict[Seat, int] = {}

    def turn(self, seat: Seat, on: bool, at: int) -> None:
        """Somebody begins or stops talking; saying it twice changes nothing."""
        if on:
            self._talking.setdefault(seat, at)
        elif (began := self._talking.pop(seat, None)) is not None:
            self._add(seat, at - began)

    def part(self, seat: Seat, at: int) -> Spoken | None:
        """What one alone spoke since the last cut, who is not heard here any more."""
        self.turn(seat, False, at)
        ms = self._spoken.pop(seat, 0)
        return Spoken(self._since, at, {seat: ms}) if ms > 0 else None

    def cut(self, at: int) -> Spoken | None:
        """What was spoken since the last cut; None where nobody did. Whoever talks goes on."""
        for seat, began in self._talking.items():
            self._add(seat, at - began)
            self._talking[seat] = at
        since, spoken = self._since, {s: ms for s, ms in self._spoken.items() if ms > 0}
        self._since, self._spoken = at, {}
        return Spoken(since, at, spoken) if spoken else None

    def _add(self, seat: Seat, ms: int) -> None:
        self._spoken[seat] = self._spoken.get(seat, 0) + max(0, ms)
