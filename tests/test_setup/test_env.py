"""The VGROUP_* environment: what it defaults to, and what it refuses to guess."""

import re
from pathlib import Path

import pytest

from vgroup import env as environment
from vgroup import media
from vgroup.database import database
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
    source = "".join(Path(module.__file__).read_text() for module in (environment, media))
    page = (PROJECT / "docs" / "settings.md").read_text()
    read_here = set(re.findall(r"VGROUP_[A-Z_]+", source))
    assert read_here == set(re.findall(r"^\| `(VGROUP_[A-Z_]+)`", page, re.MULTILINE))


def test_a_value_may_stand_in_a_file(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("0123456789" * 4 + "\n")
    env = read({"VGROUP_HOME": str(tmp_path), "VGROUP_SECRET_KEY_FILE": str(tmp_path / "secret")})
    assert env.secret_key == "0123456789" * 4


def test_any_setting_may_stand_in_a_file(tmp_path: Path) -> None:
    (tmp_path / "redis").write_text("redis://:word@redis:6379/0\n")
    (tmp_path / "proxies").write_text("2\n")
    named = {"VGROUP_REDIS_URL_FILE": "redis", "VGROUP_PROXIES_FILE": "proxies"}
    env = read({name: str(tmp_path / file) for name, file in named.items()})
    assert env.redis_urls == ("redis://:word@redis:6379/0",)
    assert env.proxies == 2


def test_a_value_and_a_file_at_once_are_refused(tmp_path: Path) -> None:
    both = {"VGROUP_SECRET_KEY": "x", "VGROUP_SECRET_KEY_FILE": str(tmp_path / "secret")}
    with pytest.raises(StartError, match="VGROUP_SECRET_KEY and VGROUP_SECRET_KEY_FILE are both"):
        read(both)


def test_a_file_that_cannot_be_read_is_named_with_its_setting(tmp_path: Path) -> None:
    with pytest.raises(StartError, match=r"missing that VGROUP_MAIL_URL_FILE names cannot be read"):
        read({"VGROUP_HOME": str(tmp_path), "VGROUP_MAIL_URL_FILE": str(tmp_path / "missing")})


@pytest.mark.parametrize("password", ["plain", "p@ss:w/rd?#%&+ é", "%41", "100%"])
def test_a_password_reaches_the_driver_as_it_is(password: str) -> None:
    url = {"VGROUP_DATABASE_URL": "postgresql://app@database:5432/vgroup?sslmode=require"}
    setting = database(read(url | {"VGROUP_DATABASE_PASSWORD": password}).database_url)
    assert (setting["USER"], setting["PASSWORD"]) == ("app", password)
    assert (setting["HOST"], setting["PORT"], setting["NAME"]) == ("database", "5432", "vgroup")
    assert setting["OPTIONS"]["sslmode"] == "require"


@pytest.mark.parametrize("url", ["postgresql://app:other@database/vgroup", "sqlite:////x.sqlite3"])
def test_a_password_without_its_place_is_refused(url: str) -> None:
    with pytest.raises(StartError, match="leave VGROUP_DATABASE_PASSWORD out"):
        read({"VGROUP_DATABASE_URL": url, "VGROUP_DATABASE_PASSWORD": "word"})


def test_no_secret_is_shown_with_the_settings() -> None:
    secrets = {
        "VGROUP_SECRET_KEY": "hidden",
        "VGROUP_DATABASE_URL": "postgresql://app@database/vgroup",
        "VGROUP_DATABASE_PASSWORD": "hidden",
        "VGROUP_APP_PASSWORD": "hidden",
        "VGROUP_REDIS_URL": "redis://:hidden@redis",
        "VGROUP_MAIL_URL": "smtp://user:hidden@mail",
    }
    assert "hidden" not in repr(read(secrets))
