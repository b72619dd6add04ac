"""Kills processes at random under a running simulation, and reckons after each session.

    python -m tests.faults.chaos --kills 200 [--seed N]

A seed tells everything but how fast the machine is: what is killed, when, how long it stays
away, and what people do meanwhile.
"""

import argparse
import asyncio
import contextlib
import os
import random
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Callable, Sequence
from pathlib import Path
from typing import Any
from uuid import UUID

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")

import django
from django.apps import apps

if not apps.ready:
    django.setup()

from asgiref.sync import sync_to_async
from django.utils import timezone
from rich.console import Console

from sessions_app.demo.seed import seed as seed_demo
from sessions_app.live.leases import LEASE_MS
from sessions_app.simulate import timeline
from sessions_app.simulate.chronicle import Chronicle
from sessions_app.simulate.errors import Closed, SimulationError
from sessions_app.simulate.person import Person
from sessions_app.simulate.screen import Screen
from sessions_app.simulate.simulation import Options, Outcome, simulate
from sessions_app.simulate.timeline import Act, Timeline
from tests.faults import reckoning
from tests.faults.topology import Place, Topology, clinic
from tests.stack import Stack

PEOPLE = 8
KILLS_A_SESSION = 10
AWAY_S = 2.0
ONCE = ("DoorOpened", "Started", "Ended", "TalkErased")
Say = Callable[[str], None]


class Stage(Screen):
    """Tells when a play begins, and who is in it."""

    def __init__(self) -> None:
        super().__init__(Console(quiet=True))
        self.begun = asyncio.Event()
        self.people: Sequence[Person] = ()

    @contextlib.asynccontextmanager
    async def following(
        self, people: Sequence[Person], chronicle: Chronicle, act: Callable[[], str]
    ) -> AsyncIterator[None]:
        """Note who plays."""
        self.people = people
        self.begun.set()
        yield


async def session(topology: Topology, chance: random.Random, kills: int, say: Say) -> list[str]:
    """Play one session with so many kills at random moments in it; returns what does not hold."""
    stage = Stage()
    wanted = Options(
        topology.url,
        people=PEOPLE,
        seed=chance.randrange(1_000_000),
        tolerance_ms=LEASE_MS,
        faults=True,
    )
    playing = asyncio.create_task(simulate(wanted, stage))
    begun = asyncio.create_task(stage.begun.wait())
    await asyncio.wait({playing, begun}, return_when=asyncio.FIRST_COMPLETED)
    begun.cancel()
    try:
        if not playing.done():
            await _kill(topology, chance, kills, say)
        outcome = await playing
    except (SimulationError, Closed) as error:
        return [f"The simulation could not go on: {error}"]
    finally:
        playing.cancel()
        await asyncio.gather(playing, return_exceptions=True)
    return await _findings(outcome, stage)


async def _kill(topology: Topology, chance: random.Random, kills: int, say: Say) -> None:
    acts = Timeline(timeline.FAST)
    begins, ends = acts.at(Act.ARRIVE, 0.1), acts.at(Act.SECOND, 0.9)
    moments = sorted(chance.uniform(begins, ends) for _ in range(kills))
    began = time.monotonic()
    repairs = []
    for at in moments:
        await asyncio.sleep(max(0.0, began + at - time.monotonic()))
        while not (places := _targets(topology, chance)):  # noqa: ASYNC110 (a process starts)
            await asyncio.sleep(0.1)
        away_s = chance.uniform(0, AWAY_S)
        say(f"kill -9 {' '.join(map(str, places))} at {time.monotonic() - began:.1f} s")
        await topology.kill(*places)
        repairs.append(asyncio.create_task(_repair(topology, places, away_s)))
    await asyncio.gather(*repairs)


def _targets(topology: Topology, chance: random.Random) -> list[Place]:
    """What to kill: mostly one process, sometimes a web and a clock, sometimes everything."""
    webs, clocks = (
        [place for place in places if place.runs] for places in (topology.webs, topology.clocks)
    )
    what = chance.choices(("web", "clock", "both", "all"), weights=(5, 3, 1, 1))[0]
    if what == "all":
        return [*webs, *clocks]
    chosen = []
    if what in ("web", "both") and webs:
        chosen.append(chance.choice(webs))
    if what in ("clock", "both") and clocks:
        chosen.append(chance.choice(clocks))
    return chosen


async def _repair(topology: Topology, places: Sequence[Place], away_s: float) -> None:
    await asyncio.sleep(away_s)
    await topology.restart(*places)


async def _findings(outcome: Outcome, stage: Stage) -> list[str]:
    found = [f"Trouble: {trouble}" for trouble in outcome.troubles]
    found += [f"Difference: {', '.join(difference)}" for difference in outcome.differences]
    room = UUID(outcome.session)
    await reckoning.let_go()
    for check, given in (
        (reckoning.commands, (stage.people,)),
        (reckoning.deadlines, ()),
        (reckoning.happened_once, (ONCE,)),
        (reckoning.attendance, (stage.people,)),
        (reckoning.sound, ()),
    ):
        try:
            await sync_to_async(check)(room, *given)
        except AssertionError as error:
            found.append(str(error))
    return found


async def run(stack: Stack, folder: Path, kills: int, seed: int, say: Say) -> list[str]:
    """Sessions one after another until so many kills are done; returns what does not hold."""
    chance = random.Random(seed)
    await sync_to_async(seed_demo)(timezone.now(), lambda step: None)
    found: list[str] = []
    done = 0
    async with Topology(stack, folder, webs=2, clocks=2) as topology:
        while done < kills:
            now = min(KILLS_A_SESSION, kills - done)
            news = await session(topology, chance, now, say)
            done += now
            say(f"{done} of {kills} kills; findings: {len(news)}")
            for finding in news:
                say(f"  {finding}")
            found += news
    return found


def _say(sentence: str) -> None:
    print(sentence, flush=True)  # noqa: T201 (a program's own words)


def main() -> int:
    """Exits 1 with what does not hold, else 0."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=random.randrange(1_000_000))
    given: Any = parser.parse_args()
    _say(f"Seed {given.seed}")
    with tempfile.TemporaryDirectory(prefix="vgroup-chaos-") as name, clinic(Path(name)) as stack:
        work = run(stack, Path(name), given.kills, given.seed, _say)
        try:
            found = asyncio.run(work)
        except AssertionError as error:  # what a process has logged
            found = [str(error)]
    verdict = "Nothing was lost." if not found else f"It does not hold: {len(found)} findings."
    _say(f"{verdict} ({given.kills} kills, seed {given.seed})")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
