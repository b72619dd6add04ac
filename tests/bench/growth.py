"""How cost grows: with rooms, with people in a room, with a session's length, with all history."""

import asyncio
import json
import statistics
import sys
from dataclasses import asdict, dataclass
from pathlib import Path

from tests.bench import evening, machine, table
from tests.bench.contest import Run
from tests.bench.contestants import WHOLE, Scale, command
from tests.bench.fanout import Broadcasting
from tests.bench.plot import Chart, svg
from tests.bench.program import python
from tests.bench.stage import Stage

ROOMS = (1, 3, 10, 30, 100, 300)
PEOPLE = (1, 2, 4, 6, 8, 10, 12, 14)
EVENTS = (100, 300, 1_000, 3_000, 10_000)
HISTORY = 1_000_000  # rows of old sessions
WINDOWS = 3
OPEN_MS = 100.0  # within which a session of ten thousand events is to open
IMAGE = Path("docs/images/growth.svg")
Curve = list[tuple[float, float]]


@dataclass(frozen=True)
class Growth:
    """Curves of (how many, cost), and what history does to running rooms."""

    frame_us_by_rooms: Curve
    frame_us_by_people: Curve
    open_ms_by_events: Curve
    history: evening.History

    def charts(self) -> list[Chart]:
        """The curves as they are shown."""
        return [
            Chart("µs for a frame: rooms of 12", "rooms", self.frame_us_by_rooms, log=True),
            Chart("µs for a frame: 20 rooms", "people in each room", self.frame_us_by_people),
            Chart(
                "ms to open a session cold",
                "events in its ledger",
                self.open_ms_by_events,
                log=True,
                limit=OPEN_MS,
            ),
        ]

    def write(self, path: Path | None) -> None:
        """Draw the plot, show the figures, and write them if asked to."""
        IMAGE.parent.mkdir(exist_ok=True)
        IMAGE.write_text(svg(self.charts()))
        text = json.dumps({**asdict(self), "machine": machine.facts()}, indent=2)
        sys.stdout.write(text + "\n")
        if path is not None:
            path.write_text(text + "\n")


async def measure(stage: Stage, scale: Scale = WHOLE) -> Growth:
    """All of it, in a few minutes."""
    rooms = [(count, await _frame_us(stage, scale, count, 12)) for count in ROOMS]
    people = [(count, await _frame_us(stage, scale, scale.rooms, count)) for count in PEOPLE]
    opening, history = await asyncio.to_thread(evening.measure, stage, EVENTS, HISTORY)
    return Growth(rooms, people, opening, history)


async def _frame_us(stage: Stage, scale: Scale, rooms: int, seats: int) -> float:
    """What a delivered frame costs at half load."""
    table.progress(f"{rooms} rooms of {seats}")
    environ = {"VGROUP_HOME": str(stage.folder)}
    line = python("tests.bench.subject.fanout", "{port}", str(seats))
    broadcasting = Broadcasting("rooms", line, environ, rooms, seats, command)
    run = Run(scale)
    await run.start(broadcasting)
    try:
        for _ in range(WINDOWS):
            await run.take(broadcasting)
    finally:
        await broadcasting.stop()
    return statistics.median(reading.cost for reading in run.readings["rooms"])
