"""A server program: its command line, and what it is kept from."""

import os
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sessions_app.media.servers.plan import Unfit

# No byte can be written to any file, whatever a program is told: sound and picture pass through it
# and stay nowhere. It ends with whoever started it, and gains no rights.
CONFINED: Final = (
    *("prlimit", "--fsize=0", "--core=0"),
    *("setpriv", "--no-new-privs", "--pdeathsig", "TERM"),
)
PLACES: Final = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"


@dataclass(frozen=True)
class Program:
    """How to start a server, and where it listens once it is up."""

    name: str
    command: tuple[str, ...]
    folder: Path
    listens: tuple[str, int]


def found(program: str, package: str) -> str:
    """Where an installed program is; raises Unfit with what to install."""
    path = shutil.which(program) or shutil.which(program, path=PLACES)
    if path is None:
        raise Unfit(f"{program} is not installed: on Debian, apt install {package}")
    return path


def confined(*command: str) -> tuple[str, ...]:
    """A command that can write nothing."""
    return (*(found(CONFINED[0], "util-linux"), *CONFINED[1:]), *command)


def write(folder: Path, files: Mapping[str, str]) -> None:
    """Write configuration that nobody else may read, each file whole or not at all."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    for name, text in files.items():
        draft = folder / f".{name}"
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(text)
        draft.replace(folder / name)


def only(folder: Path, *libraries: Path) -> Path:
    """A folder that names these libraries and no other: what is not in it is not loaded."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    for entry in folder.iterdir():
        entry.unlink()
    for library in libraries:
        (folder / library.name).symlink_to(library)
    return folder
