"""`vgroup serve`, or another command that serves, as a process with its log and its end."""

import re
import subprocess
import sys
import time
from pathlib import Path

from tests.stack import Stack
from vgroup.env import PROJECT

START_S = 60
READY = re.compile(r"Ready at (http://\S+):(\d+)/")


class ServerProcess:
    """A running server; `url` and `socket_url` end without a slash."""

    def __init__(
        self, stack: Stack, log: Path, *options: str, command: str = "serve", **environ: str
    ) -> None:
        self.log = log
        self.forgiven = False
        with log.open("wb") as output:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "vgroup", command, "--port", "0", *options],
                cwd=PROJECT,
                env=stack.environ | environ,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
            )
        self.url = self._ready()
        self.socket_url = self.url.replace("http", "ws", 1)

    def text(self) -> str:
        """What it has printed and logged so far."""
        return self.log.read_text()

    def stop(self) -> int:
        """End it as a service manager would; returns its exit code."""
        self.process.terminate()
        try:
            return self.process.wait(timeout=30)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
            raise AssertionError(f"it did not end:\n{self.text()}") from None

    def kill(self) -> None:
        """End it as a power cut would."""
        self.process.kill()
        self.process.wait()

    def forgive(self) -> None:
        """Say that errors in its log are what this test is about."""
        self.forgiven = True

    def close(self) -> None:
        """Stop it if it runs, and fail if it logged an error."""
        if self.process.poll() is None:
            self.stop()
        if not self.forgiven:
            assert not re.search(r'Traceback|"level": "(error|critical)"', self.text()), self.text()

    def _ready(self) -> str:
        deadline = time.monotonic() + START_S
        while not (ready := READY.search(self.text())):
            assert self.process.poll() is None, f"it ended at once:\n{self.text()}"
            if time.monotonic() > deadline:
                self.kill()
                raise AssertionError(f"it was never ready:\n{self.text()}")
            time.sleep(0.02)
        return f"{ready[1]}:{ready[2]}"
