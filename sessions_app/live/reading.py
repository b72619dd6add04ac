"""Reads of the database from the event loop, on threads of their own.

Django's own bridge shares one thread for a whole process, so that a slow read of one room
would stall every other.
"""

import asyncio
import logging
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import ParamSpec, TypeVar

from django.db import InterfaceError, OperationalError, connection

from sessions_app.live import patience

log = logging.getLogger(__name__)

P = ParamSpec("P")
T = TypeVar("T")

WORKERS = 4  # no more than the connection pool has to spare
PATIENCE_S = 15.0  # for a thread to be free and the database to answer
_executor = ThreadPoolExecutor(WORKERS, thread_name_prefix="reading", initializer=patience.bound)


async def read(function: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> T:
    """Run a read on one of the threads; what it raises is raised here."""
    loop = asyncio.get_running_loop()
    try:
        # One that still waits for a thread then gives its place up to those who came later.
        async with asyncio.timeout(PATIENCE_S):
            return await loop.run_in_executor(_executor, lambda: _run(function, *args, **kwargs))
    except TimeoutError:
        raise OperationalError("The database gives no answer.") from None


def _run(function: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> T:
    try:
        return function(*args, **kwargs)
    except (OperationalError, InterfaceError):
        connection.close()
        raise


def close() -> None:
    """Close the threads' connections; they open again when they are needed."""
    # Each thread waits for the others, so that none closes twice and none is left out.
    together = threading.Barrier(WORKERS)
    for closed in [_executor.submit(_close, together) for _ in range(WORKERS)]:
        closed.result()


def _close(together: threading.Barrier) -> None:
    together.wait(timeout=10)
    connection.close()
