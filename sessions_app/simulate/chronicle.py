"""What all clients of a run share: the server's clock, the group's own time, and the numbers."""

import asyncio
from collections import Counter
from typing import Any, NamedTuple

from sessions_app.simulate.spans import Span, union, without

Json = dict[str, Any]


class Seen(NamedTuple):
    """An event as it was first seen by any client: when, in local ticks, and what it was."""

    at: int
    event: Json


class Chronicle:
    """Events are told apart by their cursors, which are the same for everyone."""

    def __init__(self) -> None:
        self.seen: dict[str, Seen] = {}
        self.ended_at: int | None = None
        self.over = asyncio.Event()
        self.phase = "scheduled"
        self.done: Counter[str] = Counter()  # acknowledged commands, by kind
        self.refused: Counter[str] = Counter()  # refused ones, by code
        self.again: Counter[str] = Counter()  # those to be sent again, by code
        self.frames = 0
        self.drops = 0
        self.reconnects = 0
        self.troubles: list[str] = []
        self._offset: int | None = None

    def set_clock(self, now: int, at: int) -> None:
        """The server said at local `at` that it is `now`; the quickest telling is the truest."""
        offset = now - at
        self._offset = offset if self._offset is None else max(self._offset, offset)

    def server_time(self, at: int) -> int:
        """A local moment by the server's clock, ms UTC."""
        return at + (self._offset or 0)

    def note(self, frame: Json, at: int) -> None:
        """An event frame that a client was sent."""
        event = frame["event"]
        self.seen.setdefault(frame["cursor"], Seen(at, event))
        if event["type"] == "Ended":
            self.note_end(at)

    def note_end(self, at: int) -> None:
        """Some client sees that the group has ended."""
        self.over.set()
        self.ended_at = at if self.ended_at is None else min(at, self.ended_at)

    def trouble(self, sentence: str) -> None:
        """Something that must not be; a run with troubles has failed."""
        if len(self.troubles) < 100:
            self.troubles.append(sentence)

    def of(self, kind: str) -> list[Seen]:
        """All events of a kind, in order."""
        found = (seen for seen in self.seen.values() if seen.event["type"] == kind)
        return sorted(found, key=lambda seen: seen.at)

    def count(self, kind: str, seat: str) -> int:
        """How many events of a kind there were about a seat."""
        return sum(seen.event.get("seat") == seat for seen in self.of(kind))

    def started_at(self) -> int | None:
        """When the group began, in local ticks."""
        return next((seen.at for seen in self.of("Started")), None)

    def running(self) -> list[Span]:
        """When the group ran, less breaks and holds, in local ticks."""
        started, ended = self.started_at(), self.ended_at
        if started is None or ended is None:
            return []
        pauses = [
            *self._pauses("BreakStarted", "BreakEnded", ended),
            *self._pauses("Held", "Resumed", ended),
        ]
        return without([(started, ended)], pauses)

    def _pauses(self, begins: str, ends: str, last: int) -> list[Span]:
        over = [seen.at for seen in self.of(ends)]
        return union(
            (seen.at, min([at for at in over if at >= seen.at], default=last))
            for seen in self.of(begins)
        )
