"""How many commands a second people give: as many as are heard in time, or always the same."""

from dataclasses import dataclass

from tests.bench.commands import Commands
from tests.bench.reading import Missed, Reading


@dataclass
class Highest:
    """The highest rate at which all but one in a hundred are heard by the last one in time."""

    contestant: Commands
    rate: float
    steps: int
    limit_ms: float

    @property
    def name(self) -> str:
        return self.contestant.name

    async def start(self) -> None:
        """Start what is driven."""
        await self.contestant.start()

    async def stop(self) -> None:
        """Stop it."""
        await self.contestant.stop()

    async def drive(self, rate: float, seconds: float) -> Reading:
        """Close in on it; the next round begins where this one ended.

        `units` of what it returns are commands.
        """
        low, high, best, rate = 0.0, 0.0, None, self.rate
        for step in range(self.steps * 2):
            reading = await self._offer(rate, seconds)
            if reading is None:
                high = rate
            else:
                low, best = rate, reading
            rate = self._next(low, high)
            if best is not None and step + 1 >= self.steps:
                break
        if best is None:
            raise Missed(f"not even {high:.0f} commands a second were heard in time")
        self.rate = low
        given = len(best.latencies_ms)
        return Reading(best.cpu_us, given, given / low, latencies_ms=best.latencies_ms)

    def _next(self, low: float, high: float) -> float:
        """The rate to try between one that was heard in time and one that was not."""
        if not high:
            return low * 1.3
        return (low + high) / 2 if low else high / 1.5

    async def _offer(self, rate: float, seconds: float) -> Reading | None:
        reading = await self.contestant.drive(rate, seconds)
        return reading if reading.p99 <= self.limit_ms else None


@dataclass
class Steady:
    """The same rate for whoever is compared with another."""

    contestant: Commands
    rate: float

    @property
    def name(self) -> str:
        return self.contestant.name

    async def start(self) -> None:
        """Start what is driven."""
        await self.contestant.start()

    async def stop(self) -> None:
        """Stop it."""
        await self.contestant.stop()

    async def drive(self, rate: float, seconds: float) -> Reading:
        """Drive it at that rate."""
        return await self.contestant.drive(self.rate, seconds)
