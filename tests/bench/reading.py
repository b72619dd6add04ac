"""What one contestant did in one window, and what a contestant is."""

from dataclasses import dataclass, field
from typing import Protocol


@dataclass(frozen=True)
class Reading:
    """`units` is what was done: frames delivered, rows appended, people joined.

    `disturbed` is the part of the window in which something else had the load's core or the
    server's: what comes in bursts then costs less than it should.
    """

    cpu_us: float
    units: int
    seconds: float
    disturbed: float = 0.0
    latencies_ms: list[float] = field(default_factory=list, repr=False)

    @property
    def cost(self) -> float:
        """Processor time of the server for one unit, in microseconds."""
        return self.cpu_us / self.units

    @property
    def busy(self) -> float:
        """The part of the window in which the server's core was at work."""
        return self.cpu_us / self.seconds / 1e6

    @property
    def rate(self) -> float:
        """Units a second."""
        return self.units / self.seconds

    @property
    def p99(self) -> float:
        """The latency, ms, that one in a hundred exceeded."""
        ordered = sorted(self.latencies_ms)
        return ordered[min(len(ordered) - 1, int(len(ordered) * 0.99))]


class Contestant(Protocol):
    """One design on one task; started once, driven once a round."""

    name: str

    async def start(self) -> None:
        """Be ready to be driven, with every socket open."""

    async def drive(self, rate: float, seconds: float) -> Reading:
        """Offer so many messages a second for so long; raises Lost if one did not arrive."""

    async def stop(self) -> None:
        """Leave nothing behind."""


class Missed(Exception):
    """A round without a reading: the next one may have one."""


class Lost(Exception):
    """Frames were sent that never arrived: a figure without them would be a lie."""
