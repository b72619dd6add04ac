"""A clinic's topology in real processes: webs and clocks on one database, behind a proxy.

    async with Topology(stack, folder, webs=2, clocks=2) as topology:
        ...                                    # people connect to topology.url
        await topology.kill(topology.webs[0])  # as a power cut would
        await topology.restart(topology.webs[0])

At its end every process must stop by itself when asked to, and none may have logged an error
or a traceback that was not forgiven.
"""

import asyncio
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Self
from unittest.mock import patch

from tests.faults.proxy import Proxy
from tests.process import ServerProcess
from tests.servers import POSTGRES_OPTIONS, Postgres, Redis
from tests.stack import ClinicTemplate, Stack
from vgroup.env import PROJECT

WEB = ("-m", "vgroup", "serve", "--no-clock", "--port", "0")
CLOCK = ("-m", "vgroup", "clock", "--port", "0")
ERROR = re.compile(r'Traceback|"level": "(error|critical)"')


class Process(ServerProcess):
    """Any program of the project that says where it is ready; `program` is given to Python."""

    def __init__(self, stack: Stack, log: Path, program: Sequence[str], **environ: str) -> None:
        self.log = log
        self.forgiven = False
        with log.open("wb") as output:
            self.process = subprocess.Popen(
                [sys.executable, *program],
                cwd=PROJECT,
                env=stack.environ | environ,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
            )
        self.url = self._ready()
        self.socket_url = self.url.replace("http", "ws", 1)


class Place:
    """Where processes of one kind run, one after another."""

    def __init__(self, name: str, program: Sequence[str], environ: dict[str, str]) -> None:
        self.name, self.program, self.environ = name, tuple(program), environ
        self.processes: list[Process] = []

    def __repr__(self) -> str:
        return self.name

    @property
    def process(self) -> Process:
        """The newest process."""
        return self.processes[-1]

    @property
    def runs(self) -> bool:
        """Whether a process runs here."""
        return bool(self.processes) and self.process.process.poll() is None


class Topology:
    """Webs, clocks and their proxy; every method but `freeze` and `thaw` leaves the loop free."""

    def __init__(
        self, stack: Stack, folder: Path, *, webs: int = 2, clocks: int = 2, **environ: str
    ) -> None:
        self.stack, self.folder = stack, folder
        self.proxy = Proxy()
        self.webs: list[Place] = []
        self.clocks: list[Place] = []
        self._environ = environ
        self._forgiven: list[re.Pattern[str]] = []
        self._wanted = webs, clocks

    async def __aenter__(self) -> Self:
        await self.proxy.start()
        webs, clocks = self._wanted
        try:
            await asyncio.gather(
                *(self.add_web() for _ in range(webs)), *(self.add_clock() for _ in range(clocks))
            )
        except BaseException:
            await self.close()
            raise
        return self

    async def __aexit__(self, kind: type[BaseException] | None, *_: object) -> None:
        await self.close()
        problems = self.problems()
        # What a test has found comes first; what processes say about it is told with it.
        assert not problems or kind is not None, "\n".join(problems)
        if problems:
            print("\n".join(problems))  # noqa: T201 (pytest shows it beside the failure)

    @property
    def url(self) -> str:
        """Where people go, without a slash at the end."""
        return self.proxy.url

    @property
    def places(self) -> list[Place]:
        """Every web and every clock."""
        return [*self.webs, *self.clocks]

    async def add_web(self, program: Sequence[str] = WEB, **environ: str) -> Place:
        """Start one more web process, and send people to it as soon as it is ready."""
        place = Place(f"web-{len(self.webs)}", program, environ)
        self.webs.append(place)
        await self.restart(place)
        return place

    async def add_clock(self, program: Sequence[str] = CLOCK, **environ: str) -> Place:
        """Start one more clock."""
        place = Place(f"clock-{len(self.clocks)}", program, environ)
        self.clocks.append(place)
        await self.restart(place)
        return place

    def serving(self, room: object) -> Place:
        """The web process that new sockets of a room go to."""
        name = self.proxy.serving(room)
        return next(place for place in self.webs if place.name == name)

    async def kill(self, *places: Place) -> None:
        """End processes as a power cut would, all at once."""
        for place in places:
            place.process.process.send_signal(signal.SIGKILL)
        await asyncio.gather(*(asyncio.to_thread(place.process.kill) for place in places))

    async def stop(self, *places: Place) -> None:
        """End processes as a service manager would; they must end with code 0."""
        running = [place for place in places if place.runs]
        codes = await asyncio.gather(*(asyncio.to_thread(p.process.stop) for p in running))
        assert not any(codes), f"{running} ended with {codes}"

    async def restart(self, *places: Place) -> None:
        """Start a new process in each place, where none runs any more."""
        await asyncio.gather(*(self._start(place) for place in places))

    def freeze(self, place: Place) -> None:
        """Let a process hang, with its connections open."""
        place.process.process.send_signal(signal.SIGSTOP)

    def thaw(self, place: Place) -> None:
        """Let a process go on."""
        place.process.process.send_signal(signal.SIGCONT)

    def forgive(self, pattern: str) -> None:
        """Say that log lines with this in them are what the test is about."""
        self._forgiven.append(re.compile(pattern))

    async def until_logged(self, place: Place, words: str, patience_s: float = 30) -> None:
        """Wait until a process has logged something."""
        deadline = time.monotonic() + patience_s
        while words not in place.process.text():
            assert time.monotonic() < deadline, f"{place} never said: {words}"
            await asyncio.sleep(0.05)

    async def close(self) -> None:
        """Stop everything that runs."""
        running = [place for place in self.places if place.runs]
        for place in running:
            self.thaw(place)
        results = await asyncio.gather(
            *(asyncio.to_thread(place.process.stop) for place in running), return_exceptions=True
        )
        self._unstopped = [str(result) for result in results if isinstance(result, Exception)]
        await self.proxy.close()

    def problems(self) -> list[str]:
        """Processes that would not stop, and log lines that nobody forgave."""
        found = list(getattr(self, "_unstopped", ()))
        for place in self.places:
            for process in place.processes:
                found += [f"{place}: {line}" for line in self._errors(process.text())]
        return found

    def _errors(self, text: str) -> list[str]:
        lines = text.splitlines()
        kept = [line for line in lines if not any(p.search(line) for p in self._forgiven)]
        # What is no JSON, such as a traceback at the start, has its meaning in the lines around.
        return (
            kept
            if any(line.startswith("Traceback") for line in kept)
            else [line for line in kept if ERROR.search(line)]
        )

    async def _start(self, place: Place) -> None:
        assert not place.runs, f"{place} runs already"
        log = self.folder / f"{place.name}-{len(place.processes)}.log"
        environ = self._environ | place.environ
        process = await asyncio.to_thread(
            lambda: Process(self.stack, log, place.program, **environ)
        )
        place.processes.append(process)
        if place in self.webs:
            self.proxy.point(place.name, process.url)


@contextmanager
def clinic(folder: Path, **options: str) -> Iterator[Stack]:
    """A PostgreSQL and a Redis of one's own, and a fresh stack on them, where no pytest is.

    `options` are PostgreSQL's.
    """
    postgres, redis = Postgres(), Redis()
    try:
        with patch.dict(POSTGRES_OPTIONS, options):
            postgres.start()
        redis.start()
        with ClinicTemplate(folder, postgres, redis).stack(folder) as stack:
            yield stack
    finally:
        redis.close()
        postgres.close()
