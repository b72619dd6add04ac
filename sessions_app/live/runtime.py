"""What runs beside a web server, or by itself as a clock: started and stopped as one."""

import asyncio

from sessions_app.live import process, readiness
from sessions_app.live.clock import Clock

_clock: Clock | None = None


async def start(*, clock: bool) -> None:
    """Start the live rooms in the running loop, with a clock if wanted."""
    global _clock  # noqa: PLW0603 (one a process is the point)
    await process.start()
    if clock:
        _clock = Clock()
        _clock.start()


async def drain(seconds: float) -> None:
    """Say that nobody is to be sent here any more, wait for it to be heard, let sockets go."""
    readiness.watch.draining = True
    await asyncio.sleep(seconds / 2)
    await process.drain(seconds / 2)


async def stop() -> None:
    """Stop the clock, then close what is open and finish what is queued."""
    global _clock  # noqa: PLW0603
    if _clock is not None:
        await _clock.stop()
        _clock = None
    await process.stop()
