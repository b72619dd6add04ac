"""The databases under the benchmark: PostgreSQL as a clinic runs it, and Redis."""

import asyncio
import itertools
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from unittest.mock import patch

from sessions_app.live import reading, service
from tests import servers
from tests.bench import rooms
from tests.bench.rooms import Filled
from tests.servers import Postgres, Redis
from tests.stack import TEMPLATE, ClinicTemplate, Stack, pointed

# Tests let the system write when it likes; here a commit is on the disk before it is answered.
DURABLE = {"fsync": "on", "full_page_writes": "on", "synchronous_commit": "on"}


class Stage:
    """Servers that are up, and the databases made on them."""

    def __init__(self) -> None:
        self._open = ExitStack()
        self.folder = Path(self._open.enter_context(tempfile.TemporaryDirectory()))
        self.postgres, self.redis = Postgres(), Redis()
        self._open.callback(self.postgres.close)
        self._open.callback(self.redis.close)
        with patch.dict(servers.POSTGRES_OPTIONS, DURABLE):
            self.postgres.start()
        self.redis.start()
        ClinicTemplate(self.folder, self.postgres, self.redis)
        self._numbers = itertools.count(1)

    def empty(self) -> str:
        """A database with nothing in it; returns its name."""
        name = f"bench_{next(self._numbers)}"
        self.postgres.create(name)
        return name

    def clinic(self, count: int, people: int) -> tuple[Stack, list[Filled]]:
        """A database of its own with rooms under way."""
        number = next(self._numbers)
        name, home = f"bench_{number}", self.folder / f"home-{number}"
        home.mkdir()
        self.postgres.create(name, TEMPLATE)
        stack = Stack("clinic", self.postgres.url(name), home, self.redis.url)
        with at(stack):
            return stack, rooms.fill(count, people)

    def lose(self, stack: Stack, filled: Sequence[Filled], people: Sequence[int]) -> None:
        """Let people of these rooms lose their connection."""
        with at(stack):
            asyncio.run(rooms.lose(filled, people))

    def close(self) -> None:
        """Leave nothing behind."""
        self._open.close()


@contextmanager
def at(stack: Stack) -> Iterator[None]:
    """Make a stack what this process's own commands go to."""
    with pointed(stack):
        try:
            yield
        finally:
            service.stop()
            reading.close()
