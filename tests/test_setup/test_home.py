"""The home folder: its secret, and one server at a time."""

import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from vgroup.errors import StartError
from vgroup.home import held, secret


def test_a_secret_is_made_once_and_for_its_owner_only(tmp_path: Path) -> None:
    made = secret(tmp_path / "home")
    assert len(made) >= 50
    assert secret(tmp_path / "home") == made
    assert stat.S_IMODE((tmp_path / "home" / "secret").stat().st_mode) == 0o600
    assert stat.S_IMODE((tmp_path / "home").stat().st_mode) == 0o700


def test_first_starts_at_once_agree_on_one_secret(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as starts:
        assert len(set(starts.map(secret, [tmp_path] * 8))) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["secret"]


def test_a_home_that_cannot_be_made_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StartError, match="make it writable for this user, or set VGROUP_HOME"):
        secret(tmp_path / "file" / "home")


def test_a_home_is_held_by_one_server_at_a_time(tmp_path: Path) -> None:
    with held(tmp_path), pytest.raises(StartError, match="Another vgroup serves"), held(tmp_path):
        pass
    with held(tmp_path):
        pass
