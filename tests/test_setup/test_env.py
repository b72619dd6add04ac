"""The VGROUP_* environment: what it defaults to, and what it refuses to guess."""

import re
from pathlib import Path

import pytest

from vgroup import env as environment
from vgroup.env import PROJECT, read
from vgroup.errors import StartError


def test_without_settings_everything_lives_in_the_home(tmp_path: Path) -> None:
    env = read({"VGROUP_HOME": str(tmp_path)})
    assert env.embedded
    assert env.local
    assert env.database_url == f"sqlite:///{tmp_path / 'db.sqlite3'}"
    assert env.keys == tmp_path / "keys"
    assert not env.debug
    assert not env.https


def test_a_clinic_brings_its_own_secret_and_hosts(tmp_path: Path) -> None:
    env = read({"VGROUP_HOME": str(tmp_path / "home"), "VGROUP_REDIS_URL": "redis://a, redis://b"})
    assert env.redis_urls == ("redis://a", "redis://b")
    assert (env.secret_key, env.allowed_hosts) == ("", ())
    assert not (tmp_path / "home").exists()


def test_a_host_that_others_can_reach_is_served_over_https() -> None:
    named = {"VGROUP_SECRET_KEY": "x", "VGROUP_ALLOWED_HOSTS": "rooms.example.org"}
    assert read(named).https
    assert not read(named | {"VGROUP_HTTPS": "0"}).https
    assert not read(named | {"VGROUP_ALLOWED_HOSTS": "127.0.0.1,localhost,[::1]"}).https


@pytest.mark.parametrize(
    ("name", "value"), [("VGROUP_DEBUG", "maybe"), ("VGROUP_PROCESSES", "two")]
)
def test_a_value_that_cannot_be_read_is_named(tmp_path: Path, name: str, value: str) -> None:
    with pytest.raises(StartError, match=f"{name} is '{value}'"):
        read({"VGROUP_HOME": str(tmp_path), name: value})


def test_every_setting_is_documented() -> None:
    source = Path(environment.__file__).read_text()
    page = (PROJECT / "docs" / "settings.md").read_text()
    read_here = set(re.findall(r"VGROUP_[A-Z_]+", source))
    assert read_here == set(re.findall(r"^\| `(VGROUP_[A-Z_]+)`", page, re.MULTILINE))
