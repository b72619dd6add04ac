"""A contestant that needs no sockets: a process that is told how long to work, line by line."""

import asyncio
import json
import subprocess
import sys
from dataclasses import dataclass, field

from tests.bench import machine
from tests.bench.reading import Reading
from vgroup.env import PROJECT


@dataclass
class Worker:
    """A module of ours that answers each line, a number of seconds, with a line of JSON."""

    name: str
    module: str
    options: tuple[str, ...] = ()
    environ: dict[str, str] = field(default_factory=dict)

    async def start(self) -> None:
        """Start it; it says when it is ready."""
        await asyncio.to_thread(self._launch)

    async def drive(self, rate: float, seconds: float) -> Reading:
        """Let it work as fast as it can."""
        assert self.process.stdin
        used = machine.cpu_us(self.process.pid)
        self.process.stdin.write(f"{seconds}\n")
        self.process.stdin.flush()
        answer = json.loads(await asyncio.to_thread(self._line))
        used = machine.cpu_us(self.process.pid) - used
        return Reading(
            used, answer["units"], answer["seconds"], latencies_ms=answer.get("latencies_ms", [])
        )

    async def stop(self) -> None:
        """End it."""
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.close()
        self.process.wait(timeout=20)
        self.process.stdout.close()

    def _launch(self) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", self.module, *self.options],
            cwd=PROJECT,
            env=self.environ or None,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        machine.pin(self.process.pid, machine.SERVER_CORE)
        self._line()

    def _line(self) -> str:
        assert self.process.stdout
        line = self.process.stdout.readline()
        if not line:
            raise RuntimeError(f"{self.module} ended: {self.process.wait()}")
        return line
