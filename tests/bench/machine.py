"""The machine under the benchmark: which core does what, what a process used, what it is."""

import os
import platform
import resource
import subprocess
import time
from importlib.metadata import version
from pathlib import Path

_CORES = sorted(os.sched_getaffinity(0))
SERVER_CORE, LOAD_CORE = _CORES[0], _CORES[-1]
PAGE_KB = os.sysconf("SC_PAGE_SIZE") / 1024
PACKAGES = (
    "django",
    "channels",
    "daphne",
    "autobahn",
    "twisted",
    "websockets",
    "uvloop",
    "msgspec",
)


def pin(pid: int, core: int) -> None:
    """Keep a process, with every thread it has and will have, on one core."""
    for task in Path(f"/proc/{pid}/task").iterdir():
        os.sched_setaffinity(int(task.name), {core})


def allow_sockets() -> None:
    """Let this process and those it starts hold as many sockets as the system lets them."""
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))


def cpu_us(pid: int) -> float:
    """What a process has used of the processor since its start, in microseconds.

    Read from the clock the kernel keeps of it, which counts nanoseconds where /proc counts ticks.
    """
    return time.clock_gettime_ns((~pid << 3) | 2) / 1000


def waited_us(pid: int) -> float:
    """How long a process was ready to run and its core was somebody else's, in microseconds."""
    return int(Path(f"/proc/{pid}/schedstat").read_text().split()[1]) / 1000


def resident_kb(pid: int) -> float:
    """How much memory a process holds."""
    return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * PAGE_KB


def facts() -> dict[str, object]:
    """What a figure of this run depends on."""
    return {
        "processor": _processor(),
        "cores": os.cpu_count(),
        "system": f"{platform.system()} {_kernel()}",
        "python": platform.python_version(),
        "packages": {name: version(name) for name in PACKAGES},
        "commit": _commit(),
    }


def _kernel() -> str:
    """Its version; what a distributor adds to it says nothing of speed."""
    return platform.release().partition("-")[0]


def _processor() -> str:
    lines = Path("/proc/cpuinfo").read_text().splitlines()
    names = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(names, platform.machine())


def _commit() -> str:
    found = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=False
    )
    return found.stdout.strip() or "unknown"
