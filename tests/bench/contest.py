"""The contest: every contestant once a round, in an order that rotates."""

import asyncio
import traceback
from collections.abc import Iterable
from dataclasses import dataclass, field

from tests.bench import table
from tests.bench.contestants import Field, Scale
from tests.bench.fanout import Broadcasting
from tests.bench.goals import Goal
from tests.bench.reading import Contestant, Missed, Reading
from tests.bench.references import prosody, socketio
from tests.bench.stage import Stage

HALF, CALIBRATE_S, CALIBRATIONS = 0.5, 1.0, 4
DISTURBED, AGAIN = 0.05, 2  # a window that was disturbed more is measured again, so often
# Shown beside the others though no goal names them, where they are installed.
ALONGSIDE = {
    "Channels with PubSub": lambda: True,
    "Socket.IO": socketio.installed,
    "Prosody": prosody.installed,
}


@dataclass
class Run:
    """What was read of everyone, round by round (None: missed); what went wrong, by name."""

    scale: Scale
    readings: dict[str, list[Reading | None]] = field(default_factory=dict)
    failures: dict[str, str] = field(default_factory=dict)
    rates: dict[str, float] = field(default_factory=dict)
    started: list[Contestant] = field(default_factory=list)

    async def measure(self, contestants: list[Contestant]) -> None:
        """All rounds."""
        for number in range(self.scale.rounds):
            first = number % len(contestants)
            for contestant in (*contestants[first:], *contestants[:first]):
                await self.take(contestant)
            table.progress(f"round {number + 1} of {self.scale.rounds}")

    async def start(self, contestant: Contestant) -> None:
        """Start one and find the rate it is driven at."""
        try:
            await contestant.start()
            self.started.append(contestant)
            if isinstance(contestant, Broadcasting):
                rate = self.rates.get(contestant.paced_as)
                self.rates[contestant.name] = rate or await self._half_load(contestant)
        except Exception as error:  # noqa: BLE001 (the others go on)
            self._failed(contestant, error)

    async def _half_load(self, contestant: Broadcasting) -> float:
        """The rate at which its core would be busy half of the time."""
        rate = contestant.guess
        for _ in range(CALIBRATIONS if self.scale.calibrated else 0):
            reading = await contestant.drive(rate, CALIBRATE_S)
            busy = reading.cost * rate * contestant.seats / 1e6
            rate = min(rate * min(HALF / busy, 2.0), contestant.most)
        return rate

    async def take(self, contestant: Contestant) -> None:
        """One reading of one of them."""
        if contestant.name in self.failures:
            return
        rate = self.rates.get(contestant.name, 0.0)
        try:
            reading = await contestant.drive(rate, self.scale.seconds)
            for _ in range(AGAIN):
                if reading.disturbed <= DISTURBED:
                    break
                again = await contestant.drive(rate, self.scale.seconds)
                reading = min(reading, again, key=lambda one: one.disturbed)
        except Missed as error:
            table.progress(f"{contestant.name}: {error}")
            self.readings.setdefault(contestant.name, []).append(None)
        except Exception as error:  # noqa: BLE001 (the others go on)
            self._failed(contestant, error)
        else:
            self.readings.setdefault(contestant.name, []).append(reading)

    def _failed(self, contestant: Contestant, error: Exception) -> None:
        self.failures[contestant.name] = f"{type(error).__name__}: {error}"
        traceback.print_exception(error)


async def compete(stage: Stage, scale: Scale, goals: Iterable[Goal]) -> Run:
    """Start everyone the goals ask for, measure them, and end them."""
    run, contestants = Run(scale), Field(stage, scale)
    names = dict.fromkeys(n for goal in goals for n in (goal.subject, goal.reference) if n)
    for name, installed in ALONGSIDE.items() if "rooms" in names else ():
        if installed():
            names[name] = None
        else:
            run.failures[name] = "not installed"
    made = [await asyncio.to_thread(contestants.make, name) for name in names]
    try:
        for contestant in made:
            table.progress(f"starting {contestant.name}")
            await run.start(contestant)
        await run.measure(made)
    finally:
        for contestant in run.started:
            await contestant.stop()
        run.failures |= await contestants.close()
    return run
