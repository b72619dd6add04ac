"""The figures of a run: as a table beside their goals, and as JSON."""

import json
import statistics
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.table import Table

from tests.bench import machine
from tests.bench.goals import Goal
from tests.bench.reading import Reading

if TYPE_CHECKING:
    from tests.bench.contest import Run


def progress(sentence: str) -> None:
    """Tell whoever waits how far it is."""
    sys.stderr.write(sentence + "\n")


class Report:
    """What came of a run."""

    def __init__(self, goals: Sequence[Goal], run: "Run", seconds: float) -> None:
        self.goals, self.run, self.seconds = goals, run, seconds

    def rounds(self, goal: Goal) -> list[float]:
        """The figure of each round, from that round's own readings."""
        ours = self._measured(goal.subject, goal)
        if goal.reference is None:
            return [our for our in ours if our is not None]
        theirs = self._measured(goal.reference, goal)
        pairs = zip(ours, theirs, strict=False)
        return [our / their for our, their in pairs if our is not None and their is not None]

    def document(self) -> dict[str, Any]:
        """All of it, for a file."""
        return {goal.key: self._figure(goal) for goal in self.goals} | {
            "contestants": {name: self._contestant(name, rs) for name, rs in self._read().items()},
            "failures": self.run.failures,
            "machine": machine.facts(),
            "seconds": round(self.seconds),
        }

    def write(self, path: Path) -> None:
        """Write it."""
        path.write_text(json.dumps(self.document(), indent=2) + "\n")

    def print(self) -> None:
        """Show it."""
        console = Console(width=120)
        console.print(self._figures())
        console.print(self._contestants())
        for name, failure in self.run.failures.items():
            console.print(f"{name} failed: {failure}", style="red", markup=False)

    def _measured(self, name: str, goal: Goal) -> list[float | None]:
        readings = self.run.readings.get(name, [])
        return [reading and getattr(reading, goal.measure) for reading in readings]

    def _read(self) -> dict[str, list[Reading]]:
        found = {name: [r for r in rs if r] for name, rs in self.run.readings.items()}
        return {name: readings for name, readings in found.items() if readings}

    def _figure(self, goal: Goal) -> dict[str, Any]:
        rounds = self.rounds(goal)
        value = statistics.median(rounds) if rounds else None
        return {
            "value": value,
            "goal": goal.reach,
            "reached": value is not None and goal.reached(value),
            "rounds": rounds,
        }

    def _contestant(self, name: str, readings: Sequence[Reading]) -> dict[str, Any]:
        return {
            "cost": [reading.cost for reading in readings],
            "rate": [reading.rate for reading in readings],
            "busy": [reading.busy for reading in readings],
            "disturbed": [reading.disturbed for reading in readings],
            "p99_ms": [reading.p99 for reading in readings if reading.latencies_ms],
            "offered": self.run.rates.get(name),
        }

    def _figures(self) -> Table:
        table = Table("key", "what", "figure", "goal", "reached")
        for goal in self.goals:
            figure = self._figure(goal)
            value = figure["value"]
            sign = "≥" if goal.at_least else "≤"
            table.add_row(
                goal.key,
                goal.what,
                "—" if value is None else f"{value:.3g} {goal.unit}",
                f"{sign} {goal.reach:.3g}",
                "[green]yes" if figure["reached"] else "[red]no",
            )
        return table

    def _contestants(self) -> Table:
        table = Table("contestant", "µs (or KB) a unit", "units a second", "core busy", "p99 ms")
        for name, readings in self._read().items():
            timed = [r for r in readings if r.latencies_ms]
            table.add_row(
                name,
                f"{_median(readings, 'cost'):.1f}",
                f"{_median(readings, 'rate'):.0f}",
                f"{_median(readings, 'busy'):.0%}",
                f"{_median(timed, 'p99'):.1f}" if timed else "",
            )
        return table


def _median(readings: Sequence[Reading], measure: str) -> float:
    return statistics.median(getattr(reading, measure) for reading in readings)
