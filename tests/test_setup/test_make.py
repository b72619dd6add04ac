"""`make` says what is missing in one sentence."""

import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Any

import pytest

from vgroup.env import PROJECT


@pytest.fixture
def bare(tmp_path: Path) -> Path:
    """A copy of the set-up on a machine with a shell and little else."""
    shutil.copytree(PROJECT / ".make", tmp_path / "project" / ".make")
    shutil.copy(PROJECT / "pyproject.toml", tmp_path / "project")
    (tmp_path / "bin").mkdir()
    for tool in ("sh", "cat", "cksum", "dirname", "sed", "id", "find", "sort"):
        found = shutil.which(tool)
        assert found
        (tmp_path / "bin" / tool).symlink_to(found)
    return tmp_path


def make(
    bare: Path, script: str, *, ci: str = "", **options: Any
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [bare / "project" / ".make" / f"{script}.sh"],
        env={"PATH": str(bare / "bin"), "CI": ci},
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
        **options,
    )


def install(bare: Path, name: str, says: str) -> None:
    program = bare / "bin" / name
    program.write_text(f"#!/bin/sh\n{says}\n")
    program.chmod(0o755)


@pytest.mark.parametrize("old", ["exit 127", "exit 1"])
def test_a_missing_or_old_python_is_named(bare: Path, old: str) -> None:
    install(bare, "python3", old)
    refused = make(bare, "environment")
    assert refused.returncode == 1
    assert "Python 3.11 or newer is missing: install it" in refused.stderr


def test_an_environment_that_is_up_to_date_is_left_alone(bare: Path) -> None:
    programs = bare / "project" / ".venv" / "bin"
    programs.mkdir(parents=True)
    shutil.copy(shutil.which("true") or "", programs / "vgroup")
    made_from = subprocess.run(
        "cat .make/development.lock pyproject.toml | cksum",
        shell=True,
        cwd=bare / "project",
        capture_output=True,
        check=True,
    ).stdout
    (bare / "project" / ".venv" / ".made-from").write_bytes(made_from)
    done = make(bare, "environment")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_a_folder_that_cannot_be_written_is_named(bare: Path) -> None:
    with tempfile.TemporaryDirectory() as place:
        copy = Path(place) / "copy"
        shutil.copytree(bare, copy, symlinks=True)
        folders = (Path(place), copy, copy / "project")
        for folder in folders:
            folder.chmod(0o555)
        # Root may write everywhere, so root has somebody else try.
        somebody = {"user": "nobody", "extra_groups": []} if os.geteuid() == 0 else {}
        refused = make(copy, "environment", **somebody)
        for folder in folders:
            folder.chmod(0o755)
    assert refused.returncode == 1
    assert "is not writable: make it so" in refused.stderr


def test_without_a_web_app_node_is_not_needed(bare: Path) -> None:
    assert make(bare, "frontend").returncode == 0


@pytest.mark.parametrize("old", ["exit 127", "echo v18.20.1"])
def test_a_missing_or_old_node_is_named(bare: Path, old: str) -> None:
    (bare / "project" / "frontend").mkdir()
    (bare / "project" / "frontend" / "package.json").write_text("{}")
    install(bare, "node", old)
    install(bare, "npm", "exit 0")
    refused = make(bare, "frontend")
    assert refused.returncode == 1
    assert "Node 20 or newer with npm is missing" in refused.stderr


def test_the_web_app_is_installed_and_built_once(bare: Path) -> None:
    app = bare / "project" / "frontend"
    app.mkdir()
    for name in ("package.json", "package-lock.json"):
        (app / name).write_text("{}")
    install(bare, "node", "echo v22.1.0")
    mkdir = shutil.which("mkdir")
    install(bare, "npm", f'echo "npm $1"; {mkdir} -p node_modules dist')
    assert make(bare, "frontend").stdout.count("npm ") == 2
    assert make(bare, "frontend").stdout == ""
    (app / "page.tsx").write_text("new")
    assert make(bare, "frontend").stdout.count("npm run") == 1


@pytest.mark.parametrize(
    ("programs", "named"), [("browsers", "Chromium or Firefox"), ("caddy", "Caddy")]
)
@pytest.mark.parametrize(("ci", "code"), [("", 0), ("true", 1)])
def test_a_missing_program_of_the_tests_fails_ci_only(
    bare: Path, programs: str, named: str, ci: str, code: int
) -> None:
    refused = make(bare, programs, ci=ci)
    assert refused.returncode == code
    assert f"{named} is missing: install" in refused.stderr
