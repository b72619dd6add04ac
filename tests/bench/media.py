"""Groups with sound and picture: what Janus and the service use for each person."""

import asyncio
import json
import tempfile
from dataclasses import dataclass
from typing import Any, Literal

from tests.bench.reading import Lost, Reading
from tests.media import network
from vgroup.env import PROJECT

Of = Literal["janus_us", "service_us"]
SAMPLES = 2  # groups that come together anew; later rounds read these again
WINDOWS, LEAST_S = 2, 2.0  # of other contestants make one of these, which is so long at least
ENOUGH = 0.5  # of the pictures that were sent; fewer are no group to be measured
START_S, STOP_S = 120.0, 40.0
LOG_SHOWN = 2000  # characters


def runs_here() -> bool:
    """Whether Janus is here, and a network of one's own permitted."""
    return not network.reason()


@dataclass(frozen=True)
class Sample:
    """What one group used in a window, and how long its first pictures took."""

    used_us: dict[str, float]
    seconds: float
    pictures_ms: list[float]


class Group:
    """Bots who all film and decode each other, in a network of their own.

    It runs only while it is measured: beside it no other contestant would have a core.
    """

    def __init__(self, people: int, films_per_s: int) -> None:
        self.people, self.films_per_s = people, films_per_s
        self._samples: list[Sample] = []

    async def sample(self, number: int, seconds: float) -> Sample:
        """The so-manieth group, which comes together if it has not yet."""
        while len(self._samples) <= number % SAMPLES:
            self._samples.append(await self._measure(seconds))
        return self._samples[number % SAMPLES]

    async def _measure(self, seconds: float) -> Sample:
        with tempfile.TemporaryFile() as log:
            process = await asyncio.create_subprocess_exec(
                *network.command("tests.media.measure", str(self.people), str(self.films_per_s)),
                cwd=PROJECT,
                env=network.environ(),
                stdin=asyncio.subprocess.PIPE,
                stdout=asyncio.subprocess.PIPE,
                stderr=log,
            )
            assert process.stdin
            try:
                began = await _line(process, START_S)
                process.stdin.write(f"{max(LEAST_S, seconds * WINDOWS)}\n".encode())
                window = await _line(process, START_S)
            except EOFError:
                log.seek(0)
                raise Lost(log.read().decode()[-LOG_SHOWN:]) from None
            finally:
                process.stdin.close()
                await asyncio.wait_for(process.wait(), STOP_S)
        took, came = window.pop("seconds"), window.pop("came")
        if came < ENOUGH:
            raise Lost(f"only {came:.0%} of the pictures were decoded")
        return Sample(window, took, began["pictures_ms"])


class InGroup:
    """One process of a group; a unit is a thousandth of a person's second."""

    def __init__(self, name: str, group: Group, of: Of) -> None:
        self.name, self.group, self.of = name, group, of
        self._number = 0

    async def start(self) -> None:
        """Nothing runs between rounds."""
        if not runs_here():
            raise Lost(network.reason())

    async def drive(self, rate: float, seconds: float) -> Reading:
        """Watch for a while; the latencies are those of the first pictures."""
        sample = await self.group.sample(self._number, seconds)
        self._number += 1
        units = round(self.group.people * sample.seconds * 1000)
        used = sample.used_us[self.of]
        return Reading(used, units, sample.seconds, 0.0, sample.pictures_ms)

    async def stop(self) -> None:
        """Nothing is left."""


async def _line(process: asyncio.subprocess.Process, patience_s: float) -> dict[str, Any]:
    assert process.stdout
    async with asyncio.timeout(patience_s):
        line = await process.stdout.readline()
    if not line:
        raise EOFError
    return dict(json.loads(line))
