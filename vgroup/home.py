"""The folder an embedded server keeps its database, keys and secret in; one server at a time."""

import fcntl
import os
import secrets
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from vgroup.errors import StartError


def secret(home: Path) -> str:
    """The home's own secret key, made on first use; raises StartError for an unusable folder."""
    path = home / "secret"
    with _usable(home):
        if not path.exists():
            _write_once(path, secrets.token_urlsafe(48))
        return path.read_text(encoding="ascii").strip()


@contextmanager
def held(home: Path) -> Iterator[None]:
    """Hold the folder for this process; raises StartError while another one does."""
    with _usable(home):
        lock = (home / "serve.lock").open("w", encoding="ascii")
    with lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise StartError(
                f"Another vgroup serves from {home}: stop it, or set VGROUP_REDIS_URL on both, "
                "for the in-memory layer reaches one process only."
            ) from None
        yield


@contextmanager
def _usable(home: Path) -> Iterator[None]:
    try:
        home.mkdir(mode=0o700, parents=True, exist_ok=True)
        yield
    except OSError as error:
        raise StartError(
            f"The folder {home} cannot be used ({error.strerror}): make it writable for this "
            "user, or set VGROUP_HOME to a folder that is."
        ) from error


def _write_once(path: Path, text: str) -> None:
    # Written aside and linked in: of two first starts at once, one wins whole and both read it.
    descriptor, draft = tempfile.mkstemp(dir=path.parent, prefix=".secret-")  # mode 0600
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(text)
    try:
        os.link(draft, path)
    except FileExistsError:
        pass
    finally:
        Path(draft).unlink()
