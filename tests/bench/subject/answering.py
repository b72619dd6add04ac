"""The other end of a worker: says that it is ready, then answers each number of seconds."""

import json
import sys
from collections.abc import Callable
from typing import Any


def answer(drive: Callable[[float], dict[str, Any]]) -> None:
    """Work as long as each line says, and tell what came of it, until there are no more."""
    _say("ready")
    for line in sys.stdin:
        _say(json.dumps(drive(float(line))))


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()
