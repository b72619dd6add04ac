"""How long a thread waits for PostgreSQL to answer. SQLite waits by itself.

A server that is frozen, or behind a broken network, gives neither an answer nor an error. A
thread that others wait for must not hang with it: it gives the connection up, and what became
of its transaction is found out by looking.
"""

import threading
import time
from collections.abc import Generator
from typing import Any

import psycopg

ANSWER_S = 10.0  # longer than any statement of the live rooms takes

_own = threading.local()


def bound() -> None:
    """From here on the calling thread waits no longer than ANSWER_S for any one answer."""
    _own.answer_s = ANSWER_S


class Connection(psycopg.Connection[Any]):
    """A connection whose waits are bounded in the threads that asked for it."""

    def wait(self, gen: Generator[Any, Any, Any], *args: Any, **kwargs: Any) -> Any:
        """Wait as psycopg does; raises OperationalError, and is closed, when it takes too long."""
        answer_s = getattr(_own, "answer_s", None)
        if answer_s is not None:
            gen = self._bounded(gen, time.monotonic() + answer_s)
        return super().wait(gen, *args, **kwargs)

    def _bounded(self, gen: Generator[Any, Any, Any], until: float) -> Generator[Any, Any, Any]:
        try:
            state = next(gen)
            while True:
                ready = yield state
                # Several times a second psycopg says that nothing is ready.
                if not ready and time.monotonic() > until:
                    # In the middle of an exchange: nothing else can be asked on it.
                    self.pgconn.finish()
                    raise psycopg.OperationalError("The database gives no answer.")
                state = gen.send(ready)
        except StopIteration as end:
            return end.value
