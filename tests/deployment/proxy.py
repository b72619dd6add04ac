"""The real Caddy with the project's Caddyfile, in front of processes of a test."""

import os
import re
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Sequence
from pathlib import Path

import httpx
import pytest

from vgroup.env import PROJECT

CADDYFILE = PROJECT / ".docker" / "Caddyfile"
# Debian's Caddy is older than the image's, and refuses what it does not know.
NEWER = {"stream_close_delay": (2, 7)}
START_S = 30


def program() -> str:
    """The installed Caddy; skips the test where there is none, unless CI runs it."""
    found = shutil.which("caddy")
    if not found and os.environ.get("CI") != "true":
        pytest.skip("Caddy is not installed: run .make/caddy.sh")
    assert found, "Caddy is not installed"
    return found


def understood(folder: Path) -> Path:
    """The Caddyfile, without what the installed Caddy is too old for."""
    said = subprocess.run([program(), "version"], capture_output=True, text=True, check=True).stdout
    numbers = re.search(r"(\d+)\.(\d+)", said)
    assert numbers, said
    version = int(numbers[1]), int(numbers[2])
    late = tuple(word for word, since in NEWER.items() if version < since)
    lines = CADDYFILE.read_text().splitlines(keepends=True)
    copy = folder / "Caddyfile"
    copy.write_text("".join(line for line in lines if not line.strip().startswith(late or "\0")))
    return copy


def free_port() -> int:
    """A port nobody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


class Proxy:
    """A running Caddy; `url` and `socket_url` end without a slash."""

    def __init__(self, folder: Path, upstreams: Sequence[str]) -> None:
        port = free_port()
        self.url = f"http://localhost:{port}"
        self.socket_url = f"ws://localhost:{port}"
        self.log = folder / "caddy.log"
        environ = {
            "PATH": os.environ["PATH"],
            "HOME": str(folder),
            "VGROUP_SITE": self.url,
            "VGROUP_UPSTREAMS": " ".join(url.removeprefix("http://") for url in upstreams),
            "VGROUP_PROXY_ADMIN": f"localhost:{free_port()}",
        }
        with self.log.open("wb") as output:
            self.process = subprocess.Popen(
                [program(), "run", "--adapter", "caddyfile", "--config", str(understood(folder))],
                cwd=folder,
                env=environ,
                stdout=output,
                stderr=subprocess.STDOUT,
            )
        self._await()

    def close(self) -> None:
        """End it."""
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    def _await(self) -> None:
        deadline = time.monotonic() + START_S
        while True:
            assert self.process.poll() is None, self.log.read_text()
            assert time.monotonic() < deadline, self.log.read_text()
            try:
                if httpx.get(f"{self.url}/admin/login/").status_code == 200:
                    return
            except httpx.TransportError:
                pass
            time.sleep(0.05)
