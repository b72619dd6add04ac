"""How those who asked hear what became of it: a thread by itself, the tasks of a loop together.

A batch answers hundreds of tasks, and waking their loop once for each costs more than deciding.
"""

import asyncio
import contextlib
from collections.abc import Iterable
from concurrent.futures import Future
from typing import TypeAlias

from msgspec import Struct


class Done(Struct, frozen=True):
    """A command's place in the ledger: the last of its events, or the head if it needed none."""

    seq: int


Result: TypeAlias = Done | Exception


class InThread:
    """For a thread that waits."""

    def __init__(self) -> None:
        self._future: Future[Done] = Future()

    def begin(self) -> bool:
        """Whether it is still wanted; from here on it is answered."""
        return self._future.set_running_or_notify_cancel()

    def wait(self, patience_s: float) -> Done:
        """The answer; raises what it was refused with, or TimeoutError."""
        try:
            return self._future.result(patience_s)
        except TimeoutError:
            self._future.cancel()
            raise

    def give(self, result: Result) -> None:
        """Answer, unless it is answered already."""
        if not self._future.done():
            _set(self._future, result)


class InLoop:
    """For a task of the running loop."""

    def __init__(self) -> None:
        self.loop = asyncio.get_running_loop()
        self.future: asyncio.Future[Done] = self.loop.create_future()

    def begin(self) -> bool:
        """Whether it is still wanted."""
        return not self.future.cancelled()


Answer: TypeAlias = InThread | InLoop


def give(results: Iterable[tuple[Answer, Result]]) -> None:
    """Answer all of these; from the writer's thread."""
    loops: dict[asyncio.AbstractEventLoop, list[tuple[asyncio.Future[Done], Result]]] = {}
    for answer, result in results:
        if isinstance(answer, InLoop):
            loops.setdefault(answer.loop, []).append((answer.future, result))
        else:
            answer.give(result)
    for loop, told in loops.items():
        with contextlib.suppress(RuntimeError):  # closed: nobody waits there any more
            loop.call_soon_threadsafe(_tell, told)


def _tell(told: Iterable[tuple[asyncio.Future[Done], Result]]) -> None:
    for future, result in told:
        if not future.done():
            _set(future, result)


def _set(future: Future[Done] | asyncio.Future[Done], result: Result) -> None:
    if isinstance(result, Done):
        future.set_result(result)
    else:
        future.set_exception(result)
