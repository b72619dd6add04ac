"""A contestant's server as a process of its own, on the server's core."""

import asyncio
import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from tests.bench import machine
from vgroup.env import PROJECT

START_S = 30
# For every server alike: modules as they are where nothing is developed.
AS_INSTALLED = {"PYTHONPATH": str(PROJECT / "tests" / "bench" / "installed")}


class Program:
    """Started from a command line with `{port}` in it; ready when the port answers."""

    def __init__(self, command: Sequence[str], **environ: str) -> None:
        self.port = _free_port()
        self._command = [part.format(port=self.port) for part in command]
        self._environ = environ
        self._log = tempfile.TemporaryFile()  # noqa: SIM115 (closed when it stops)

    async def start(self) -> None:
        """Start it and wait until it listens."""
        self._launch()
        deadline = time.monotonic() + START_S
        while not await self._listens():
            if self.process.poll() is not None or time.monotonic() > deadline:
                self.process.kill()
                raise RuntimeError(f"{self._command} did not start:\n{self.text()}")
            await asyncio.sleep(0.05)

    def _launch(self) -> None:
        self.process = subprocess.Popen(
            self._command,
            cwd=PROJECT,
            env=os.environ | AS_INSTALLED | self._environ,
            stdin=subprocess.DEVNULL,
            stdout=self._log,
            stderr=subprocess.STDOUT,
        )
        machine.pin(self.process.pid, machine.SERVER_CORE)

    @property
    def pid(self) -> int:
        return self.process.pid

    def cpu_us(self) -> float:
        """What it has used so far."""
        return machine.cpu_us(self.pid)

    def stop(self) -> None:
        """End it."""
        self.process.terminate()
        try:
            self.process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self._log.close()

    def text(self) -> str:
        """What it has printed."""
        self._log.seek(0)
        return self._log.read().decode()

    async def _listens(self) -> bool:
        try:
            _, writer = await asyncio.open_connection("127.0.0.1", self.port)
        except OSError:
            return False
        writer.close()
        return True


def python(module: str, *options: str) -> list[str]:
    """The command line of a module of ours."""
    return [sys.executable, "-m", module, *options]


def daphne(application: str) -> list[str]:
    """The command line of an ASGI application under daphne, as its own documentation gives it."""
    options = ["--bind", "127.0.0.1", "--port", "{port}", "--verbosity", "0", "--no-server-name"]
    return [str(Path(sys.executable).parent / "daphne"), *options, application]


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
