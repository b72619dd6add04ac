"""Keeps virtual people in the demo's open room, so that a visitor meets a living group."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

import httpx

from sessions_app.demo import cast
from sessions_app.simulate.chronicle import Chronicle
from sessions_app.simulate.device import ticks
from sessions_app.simulate.guard import guarded
from sessions_app.simulate.office import Office
from sessions_app.simulate.residents import Host, Resident
from sessions_app.simulate.story import Life
from sessions_app.simulate.timeline import Pace, Timeline

# The first and the last of the demo's participants, and the lead, are left to visitors.
RESIDENTS = cast.PARTICIPANTS[1:9]
FREE = (cast.LEAD, cast.PARTICIPANTS[0], cast.PARTICIPANTS[9])
PACE = Pace(0, 0, 0, 0, 0, beat_s=3, turn_s=20)


async def fill(url: str, password: str, say: Callable[[str], None]) -> None:
    """Live in the room that is open now, until its group is over. Raises SimulationError."""
    url = url.rstrip("/")
    async with httpx.AsyncClient(base_url=url, timeout=60) as http:
        office = await Office.enter(http, password)
        session = str((await office.open_session())["id"])
        place, chronicle = Timeline(PACE), Chronicle()
        signed = await asyncio.gather(
            *(office.sign_in(part.email, password) for part in (*RESIDENTS, cast.CO_LEAD))
        )
        given = {"timeline": place, "zero": ticks()}
        residents = [
            Resident(
                one.account, url, session, chronicle, life=_life(n), seed=f"{session}/{n}", **given
            )
            for n, one in enumerate(signed[:-1])
        ]
        host = Host(signed[-1].account, url, session, chronicle, seed=session, **given)
        say(f"{len(residents)} people and {cast.CO_LEAD.name} live in session {session}")
        people = [host, *residents]
        lives = [host.host(), *(resident.reside() for resident in residents)]
        using = [asyncio.create_task(one.account.stay_in_use()) for one in signed]
        try:
            await guarded(_until_over(lives, chronicle), people)
        finally:
            for task in using:
                task.cancel()
            await asyncio.gather(*(person.close() for person in people))


async def _until_over(lives: list[Coroutine[Any, Any, None]], chronicle: Chronicle) -> None:
    """Let everyone live until the end of the group; raise what goes wrong before."""
    over: asyncio.Task[Any] = asyncio.create_task(chronicle.over.wait())
    running = {over, *(asyncio.create_task(life) for life in lives)}
    try:
        while not over.done():
            done, running = await asyncio.wait(running, return_when=asyncio.FIRST_COMPLETED)
            for task in done:
                task.result()
    finally:
        for task in running:
            task.cancel()
        await asyncio.gather(*running, return_exceptions=True)


def _life(number: int) -> Life:
    return Life(number, "steady", "AZ", passes=number % 4 == 3, answers_prompt=True, deeds=())
