"""Runs the tests of real media in a network of their own, as root and as anybody.

Janus sends nothing over a loopback interface. So the whole of a test (servers, browser, bots and
pytest itself) runs where there is one more interface, which leads nowhere:

    python -m tests.media.real -k mute      # from the project's folder; takes pytest's options
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

ADDRESS = "10.213.77.1"
INSIDE = "A_NETWORK_OF_MY_OWN"  # the environment's name for that address, once there
REAL = Path(__file__).parent / "real"
NEEDED = {"janus": "janus", "turnserver": "coturn", "chromium": "chromium", "ip": "iproute2"}
PLACES = f"{os.environ.get('PATH', '')}:/usr/sbin:/sbin"
SET_UP = f"""
ip link set lo up
ip link add media type veth peer name nowhere
ip address add {ADDRESS}/24 dev media
ip link set media up
ip link set nowhere up
exec "$@"
"""


def missing() -> list[str]:
    """The Debian packages that are needed and are not here."""
    return [
        package for program, package in NEEDED.items() if not shutil.which(program, path=PLACES)
    ]


def reason() -> str:
    """Why it can not be run here; "" where it can."""
    if packages := missing():
        return f"not installed: {', '.join(packages)} (run .make/media.sh)"
    tried = subprocess.run([*_apart(), "true"], capture_output=True, check=False, text=True)
    if tried.returncode:
        return f"a network of one's own is not permitted: {tried.stderr.strip()}"
    return ""


def require() -> None:
    """Skip the test, or fail it in CI, where it can not be run."""
    if why := reason():
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(why)


def command(module: str, *options: str) -> list[str]:
    """What runs a module there."""
    return [*_apart(), "sh", "-ec", SET_UP, "sh", sys.executable, "-m", module, *options]


def tests(*options: str) -> list[str]:
    """What runs pytest there."""
    return command("pytest", "-p", "no:cacheprovider", *options)


def environ() -> dict[str, str]:
    """The environment of what runs there."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
    return kept | {INSIDE: ADDRESS, "PATH": PLACES}


def again_inside(options: Sequence[str]) -> "subprocess.CompletedProcess[str]":
    """Run tests there and return what they printed."""
    return subprocess.run(
        tests(*options),
        env=environ(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )


def _apart() -> list[str]:
    return ["unshare", "--map-root-user", "--net"]
