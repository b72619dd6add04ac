"""Both locks are whole, hashed and free of addresses, and the server's holds no tools."""

import re
import tomllib

import pytest
from packaging.requirements import Requirement

from vgroup.env import PROJECT

PROJECT_TABLE = tomllib.loads((PROJECT / "pyproject.toml").read_text())["project"]
SERVER = (PROJECT / "requirements.lock").read_text()
DEVELOPMENT = (PROJECT / ".make" / "development.lock").read_text()
both = pytest.mark.parametrize("lock", [SERVER, DEVELOPMENT], ids=["server", "development"])


def versions(lock: str) -> dict[str, str]:
    return dict(re.findall(r"^([\w.-]+)==([\w.]+)", lock, re.MULTILINE))


def test_every_dependency_is_locked_within_its_bounds() -> None:
    needs, tools = PROJECT_TABLE["dependencies"], PROJECT_TABLE["optional-dependencies"]["dev"]
    for lock, wanted in ((SERVER, needs), (DEVELOPMENT, needs + tools)):
        for requirement in map(Requirement, wanted):
            locked = versions(lock)[requirement.name.lower()]
            assert requirement.specifier.contains(locked), requirement.name


def test_what_is_tested_is_what_serves() -> None:
    assert versions(SERVER).items() <= versions(DEVELOPMENT).items()


def test_the_server_carries_no_tools() -> None:
    assert not {"pytest", "mypy", "ruff", "playwright", "uv"} & set(versions(SERVER))


@both
def test_every_locked_package_has_its_hashes(lock: str) -> None:
    entries = re.split(r"\n(?=\S)", lock.strip())
    assert len(entries) > 40
    assert all("--hash=sha256:" in entry for entry in entries)


@both
def test_the_locks_name_no_address(lock: str) -> None:
    assert "://" not in lock
    assert "--index" not in lock
