"""Rooms full of people for a long time: memory must stay flat, and answers as quick as at first.

    python -m tests.faults.soak --rooms 300 --people 12 --minutes 20 [--json FILE]

Two web processes and a clock, with a PostgreSQL that writes to the disk before it answers.
"""

import argparse
import asyncio
import json
import os
import random
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")

import django
from django.apps import apps

if not apps.ready:
    django.setup()

from asgiref.sync import sync_to_async

from sessions_app.ledger import sql
from sessions_app.live import reading, service
from sessions_app.simulate.verdict import WRITTEN
from tests.bench import machine, rooms
from tests.bench.rooms import Filled
from tests.faults import reckoning
from tests.faults.therapy import Crowd, Notes
from tests.faults.topology import Topology, clinic
from tests.stack import Stack

DURABLE = {"fsync": "on", "full_page_writes": "on"}
SAMPLE_S = 30.0
GROWTH = 0.05  # of memory, over the last three quarters
SLOWER, SLOWER_MS = 1.5, 10.0  # p99 of the last quarter to the first; less than so much is noise
JUDGED_S = 300  # shorter runs can not tell
VERIFIED = 10  # rooms
Say = Callable[[str], None]
Sample = dict[str, Any]


class Gauges:
    """What the processes use, between two looks."""

    def __init__(self, topology: Topology) -> None:
        self._pids = {place.name: place.process.process.pid for place in topology.places}
        self._began = self._at = time.monotonic()
        self._cpu = self._used()

    def sample(self, page: Notes) -> Sample:
        """A look at everything, with what people have noted meanwhile."""
        now, cpu = time.monotonic(), self._used()
        passed, self._at = now - self._at, now
        used, self._cpu = {name: cpu[name] - self._cpu[name] for name in cpu}, cpu
        return {
            "s": round(now - self._began),
            "rss_mb": {
                name: round(machine.resident_kb(pid) / 1024, 1) for name, pid in self._pids.items()
            },
            "cpu_percent": {name: round(us / passed / 1e4, 1) for name, us in used.items()},
            "ack_ms": _percentiles(page.ack_ms),
            "delivery_ms": _percentiles(page.delivery_ms),
            "commands": page.given,
            "frames": page.frames,
        }

    def _used(self) -> dict[str, float]:
        return {name: machine.cpu_us(pid) for name, pid in self._pids.items()}


def _percentiles(values: Sequence[float]) -> dict[str, float]:
    if len(values) < 2:
        return {"p50": 0.0, "p99": 0.0}
    cuts = statistics.quantiles(values, n=100)
    return {"p50": round(cuts[49], 1), "p99": round(cuts[98], 1)}


def _line(sample: Sample, crowd: Crowd) -> str:
    rss, cpu = sample["rss_mb"].values(), sample["cpu_percent"].values()
    ack, way = sample["ack_ms"], sample["delivery_ms"]
    return (
        f"{sample['s']:5} s  RSS {' '.join(f'{mb:.1f}' for mb in rss)} MB"
        f"  CPU {' '.join(f'{percent:.0f}' for percent in cpu)} %"
        f"  ack {ack['p50']}/{ack['p99']} ms  delivery {way['p50']}/{way['p99']} ms"
        f"  {sample['commands']} commands, {sample['frames']} frames,"
        f" {crowd.notes.refused.total()} refused, {crowd.closed()} closed"
    )


async def run(
    stack: Stack, folder: Path, filled: Sequence[Filled], seconds: float, seed: int, say: Say
) -> dict[str, Any]:
    """Play so long in these rooms; returns the samples, and what does not hold."""
    crowd = Crowd(filled, random.Random(seed))
    samples: list[Sample] = []
    found: list[str] = []
    try:
        async with Topology(stack, folder, webs=2, clocks=1) as topology:
            try:
                await _play(crowd, stack, topology, seconds, samples, say)
                found += await _lost(crowd, filled)
            finally:
                await crowd.leave()
                await asyncio.to_thread(service.stop)
                await asyncio.to_thread(reading.close)
    except AssertionError as error:  # what a process has logged
        found.append(str(error))
    if seconds >= JUDGED_S:
        found += [*_grown(samples), *_slower(samples)]
    return {
        "seconds": seconds,
        "rooms": len(filled),
        "people": len(crowd.people),
        "commands": len(crowd.notes.acked),
        "refused": dict(crowd.notes.refused),
        "samples": samples,
        "findings": found,
    }


async def _play(
    crowd: Crowd,
    stack: Stack,
    topology: Topology,
    seconds: float,
    samples: list[Sample],
    say: Say,
) -> None:
    ports = {p.name: int(p.process.url.rpartition(":")[2]) for p in topology.webs}
    rooms_at = [topology.proxy.serving(circle.filled.session) for circle in crowd.circles]
    await crowd.join(stack, [ports[place] for place in rooms_at])
    say(f"{len(crowd.people)} people are in {len(crowd.circles)} rooms")
    gauges, until = Gauges(topology), time.monotonic() + seconds
    crowd.notes.turn()
    crowd.play()
    while (left := until - time.monotonic()) > 0:
        await asyncio.sleep(min(SAMPLE_S, left))
        samples.append(gauges.sample(crowd.notes.turn()))
        say(_line(samples[-1], crowd))
    await crowd.fall_silent()


async def _lost(crowd: Crowd, filled: Sequence[Filled]) -> list[str]:
    notes = crowd.notes
    found = []
    if notes.waiting:
        found.append(f"{len(notes.waiting)} commands were never answered")
    if unheard := crowd.unheard():
        found.append(f"{len(unheard)} posts did not reach everyone")
    if notes.refused:
        found.append(f"commands were refused that are in order: {dict(notes.refused)}")
    if closed := crowd.closed():
        found.append(f"{closed} sockets were closed")
    must = {ref for ref, kind in notes.acked.items() if kind in WRITTEN}
    if missing := must - await sync_to_async(_refs)():
        found.append(f"{len(missing)} acknowledged commands are not in the ledger")
    for room in filled[:: max(1, len(filled) // VERIFIED)]:
        for check in (reckoning.sound, reckoning.deadlines):
            try:
                await sync_to_async(check)(room.session)
            except AssertionError as error:
                found.append(str(error))
    return found


def _refs() -> set[str]:
    return {ref for (ref,) in sql.query("SELECT ref FROM ledger_entry WHERE ref IS NOT NULL")}


def _grown(samples: Sequence[Sample]) -> list[str]:
    later = samples[len(samples) // 4 :]
    found = []
    for name in later[0]["rss_mb"]:
        mb = [sample["rss_mb"][name] for sample in later]
        slope = statistics.linear_regression(range(len(mb)), mb).slope
        grown = slope * (len(mb) - 1) / mb[0]
        if grown > GROWTH:
            found.append(f"the memory of {name} grew by {grown:.1%} after the first quarter: {mb}")
    return found


def _slower(samples: Sequence[Sample]) -> list[str]:
    quarter = max(1, len(samples) // 4)
    found = []
    for what in ("ack_ms", "delivery_ms"):
        first, last = (
            statistics.median(sample[what]["p99"] for sample in part)
            for part in (samples[:quarter], samples[-quarter:])
        )
        if last > max(first * SLOWER, first + SLOWER_MS):
            found.append(f"p99 of {what} went from {first} to {last}")
    return found


def _many_files() -> None:
    """As many sockets as the system allows, here and in every process that is started."""
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))


def _say(sentence: str) -> None:
    print(sentence, flush=True)  # noqa: T201 (a program's own words)


def main() -> int:
    """Exits 1 with what does not hold, else 0."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rooms", type=int, default=300)
    parser.add_argument("--people", type=int, default=12)
    parser.add_argument("--minutes", type=float, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--no-fsync", action="store_true", help="let the system write when it likes"
    )
    parser.add_argument("--json", type=Path, help="write the figures there too")
    given = parser.parse_args()
    _many_files()
    options = {} if given.no_fsync else DURABLE
    with tempfile.TemporaryDirectory(prefix="vgroup-soak-") as name:
        folder = Path(name)
        with clinic(folder, **options) as stack:
            _say(f"Filling {given.rooms} rooms with {given.people} people each")
            filled = rooms.fill(given.rooms, given.people)
            work = run(stack, folder, filled, given.minutes * 60, given.seed, _say)
            figures = asyncio.run(work)
    if given.json:
        given.json.write_text(json.dumps(figures, indent=1) + "\n")
    for finding in figures["findings"]:
        _say(f"It does not hold: {finding}")
    _say(f"{figures['commands']} commands done, {len(figures['findings'])} findings.")
    return 1 if figures["findings"] else 0


if __name__ == "__main__":
    sys.exit(main())
