"""Gives up on a server that does not come back, so that nobody waits for it for ever."""

import asyncio
from collections.abc import Coroutine, Sequence
from typing import Any

from sessions_app.simulate.errors import SimulationError
from sessions_app.simulate.line import Line

PATIENCE_S = 45


async def guarded(work: Coroutine[Any, Any, None], lines: Sequence[Line]) -> None:
    """Do the work; raises SimulationError once everyone has been cut off for a while."""
    working, watching = asyncio.create_task(work), asyncio.create_task(_watch(lines))
    try:
        done, _ = await asyncio.wait({working, watching}, return_when=asyncio.FIRST_COMPLETED)
        for task in done:
            task.result()
    finally:
        working.cancel()
        watching.cancel()
        await asyncio.gather(working, watching, return_exceptions=True)


async def _watch(lines: Sequence[Line]) -> None:
    away_s = 0
    while away_s < PATIENCE_S:
        await asyncio.sleep(1)
        came = any(line.devices for line in lines)
        away_s = away_s + 1 if came and not any(line.live() for line in lines) else 0
    raise SimulationError("The server went away, and did not come back.")
