"""Disks and networks of a test's own, which Linux takes away again with the last process in them.

Where they are not permitted a test is skipped, and says so; in CI it fails.
"""

import ctypes
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

CLONE_NEWNET = 0x40000000
DISK = "A_SMALL_DISK_OF_MY_OWN"  # the environment's name for where it is mounted


def require(*options: str) -> None:
    """Skip the test, or fail it in CI, where these namespaces of `unshare` are not permitted."""
    try:
        tried = subprocess.run(["unshare", *options, "true"], capture_output=True, check=False)
        reason = tried.stderr.decode().strip() if tried.returncode else ""
    except FileNotFoundError:
        reason = "there is no `unshare` here"
    if not reason:
        return
    if os.environ.get("CI"):
        pytest.fail(f"namespaces are needed: {reason}")
    pytest.skip(f"namespaces are not permitted: {reason}")


def again_on_a_disk_of_its_own(test: str, folder: Path, size_mb: int) -> bool:
    """Run a test (`file::name`) once more in a process that has a small disk, named by DISK.

    False where this is that process already.
    """
    if DISK in os.environ:
        return False
    options = ["--mount"] if os.geteuid() == 0 else ["--mount", "--map-root-user"]
    require(*options)
    mount = f'mount -t tmpfs -o size={size_mb}m tmpfs "$0" && exec "$@"'
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", test]
    run = subprocess.run(
        ["unshare", *options, "sh", "-c", mount, folder, *command],
        env=os.environ | {DISK: str(folder)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout + run.stderr
    return True


class Network:
    """Two networks: servers in one, a process that can be cut off from each of them in the other.

    `here` has an address on every line to `there`; nothing else leads in or out.
    """

    def __init__(self, *lines: str) -> None:
        require("--net")
        self._holders = [_holder(), _holder()]
        self.here, self.there = (Path(f"/proc/{h.pid}/ns/net") for h in self._holders)
        for namespace in (self.here, self.there):
            _ip(namespace, "link", "set", "lo", "up")
        for number, line in enumerate(lines):
            self._lay(line, number)
        self.addresses = {line: f"10.213.{number}.1" for number, line in enumerate(lines)}

    def cut(self, line: str) -> None:
        """From now on what is sent on a line, either way, does not arrive, and nobody is told."""
        _ip(self.here, "link", "set", line, "down")

    def mend(self, line: str) -> None:
        """The line carries again."""
        _ip(self.here, "link", "set", line, "up")

    def close(self) -> None:
        """Take both networks away, with the last process in them."""
        for holder in self._holders:
            holder.kill()
            holder.wait()

    def _lay(self, line: str, number: int) -> None:
        peer = str(self._holders[1].pid)
        _ip(self.here, "link", "add", line, "type", "veth", "peer", "name", line, "netns", peer)
        for namespace, host in ((self.here, 1), (self.there, 2)):
            _ip(namespace, "address", "add", f"10.213.{number}.{host}/24", "dev", line)
            _ip(namespace, "link", "set", line, "up")


def _holder() -> subprocess.Popen[bytes]:
    """A process that keeps a network of its own until it ends."""
    holder = subprocess.Popen(["unshare", "--net", "sleep", "1000"])
    own = Path("/proc/self/ns/net").readlink()
    deadline = time.monotonic() + 10
    while Path(f"/proc/{holder.pid}/ns/net").readlink() == own:
        assert time.monotonic() < deadline, "no network of its own"
        time.sleep(0.01)
    return holder


def _ip(namespace: Path, *command: str) -> None:
    subprocess.run(["nsenter", f"--net={namespace}", "ip", *command], check=True)


def enter(namespace: Path | str) -> None:
    """Let the calling thread make its sockets in a network from now on."""
    with Path(namespace).open() as file:
        libc = ctypes.CDLL(None, use_errno=True)
        assert libc.setns(file.fileno(), CLONE_NEWNET) == 0, os.strerror(ctypes.get_errno())


def inside(namespace: Path, *program: str) -> list[str]:
    """Python's arguments to run a program of its own in a network."""
    code = (
        "import os, sys; from tests.faults.namespaces import enter; "
        "enter(sys.argv[1]); os.execv(sys.executable, [sys.executable, *sys.argv[2:]])"
    )
    return ["-c", code, str(namespace), *program]
