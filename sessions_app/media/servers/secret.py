"""Secrets that the servers share with the service, made once and readable by nobody else."""

import os
import secrets
import tempfile
from pathlib import Path


def made_once(path: Path) -> str:
    """The secret in a file, which is made with mode 0600 if it is not there yet."""
    if not path.exists():
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        # Written aside and linked in: of two first starts at once, one wins whole.
        descriptor, draft = tempfile.mkstemp(dir=path.parent, prefix=".secret-")
        with os.fdopen(descriptor, "w", encoding="ascii") as file:
            file.write(secrets.token_urlsafe(32))
        try:
            os.link(draft, path)
        except FileExistsError:
            pass
        finally:
            Path(draft).unlink()
    return path.read_text(encoding="ascii").strip()
