"""The environment as it was given: a value by itself, or a file that holds it (`NAME_FILE`)."""

from collections.abc import Mapping
from pathlib import Path

from vgroup.errors import StartError

PREFIX, SUFFIX = "VGROUP_", "_FILE"


def given(environ: Mapping[str, str]) -> dict[str, str]:
    """The VGROUP_* values, each read from its file where one is named.

    Raises StartError for a file that can not be read, and where both forms are given.
    """
    values = {name: value for name, value in environ.items() if name.startswith(PREFIX)}
    for name in [name for name in values if name.endswith(SUFFIX)]:
        path, base = values.pop(name), name.removesuffix(SUFFIX)
        if not path:
            continue
        if values.get(base):
            raise StartError(f"{base} and {name} are both set: keep one of them.")
        values[base] = _content(name, Path(path))
    return values


def _content(name: str, path: Path) -> str:
    try:
        # The line break that editors and `echo` leave at the end is no part of a secret.
        return path.read_text(encoding="utf-8").strip()
    except OSError as error:
        raise StartError(
            f"The file {path} that {name} names cannot be read ({error.strerror}): make it "
            "readable for this user, or name another."
        ) from None
    except UnicodeDecodeError:
        raise StartError(f"The file {path} that {name} names is not text.") from None
