"""Fixtures of the deployment: houses and devices as the live rooms have them."""

import subprocess
import sys
from collections.abc import Callable

import pytest

from tests.live.conftest import build, enter, gather
from tests.stack import Stack
from vgroup.env import PROJECT

__all__ = ["build", "enter", "gather"]

Vgroup = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def vgroup(stack: Stack) -> Vgroup:
    """Run a `vgroup` command on the stack to its end: `vgroup("verify", "--all", VGROUP_X="1")`."""

    def run(*command: str, **environ: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "vgroup", *command],
            cwd=PROJECT,
            env=stack.environ | environ,
            capture_output=True,
            text=True,
            timeout=90,
            check=False,
        )

    return run
