"""`vgroup serve` refuses each unsafe setting by its name."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from vgroup.env import Env, read
from vgroup.safeguards import refusals

CLINIC = {
    "VGROUP_SECRET_KEY": "0123456789" * 5,
    "VGROUP_DATABASE_URL": "postgresql:///vgroup",
    "VGROUP_REDIS_URL": "redis://127.0.0.1",
    "VGROUP_ALLOWED_HOSTS": "rooms.example.org",
    "VGROUP_PROXIES": "1",
    "VGROUP_PROCESSES": "4",
    "VGROUP_JANUS_URL": "ws://janus:8188",
    "VGROUP_JANUS_SECRET": "0123456789abcdef",
}


@pytest.fixture
def clinic() -> Env:
    return read(CLINIC)


def test_a_clinic_behind_its_proxy_may_start(clinic: Env) -> None:
    assert refusals(clinic, "0.0.0.0") == []


def test_an_embedded_home_may_start(tmp_path: Path) -> None:
    assert refusals(read({"VGROUP_HOME": str(tmp_path)}), "127.0.0.1") == []


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"secret_key": ""}, "VGROUP_SECRET_KEY is not set"),
        ({"secret_key": "guess"}, "VGROUP_SECRET_KEY is too short"),
        ({"allowed_hosts": ()}, "VGROUP_ALLOWED_HOSTS is not set"),
        ({"allowed_hosts": ("*",)}, "VGROUP_ALLOWED_HOSTS allows every host"),
        ({"debug": True}, "VGROUP_DEBUG is on"),
        ({"demo": True}, "VGROUP_DEMO is on"),
        ({"https": False}, "VGROUP_HTTPS is off"),
        ({"proxies": 0}, "VGROUP_PROXIES is 0"),
        ({"redis_urls": ()}, "VGROUP_PROCESSES is 4 and VGROUP_REDIS_URL is not set"),
    ],
)
def test_each_unsafe_setting_is_refused_by_name(
    clinic: Env, change: dict[str, Any], sentence: str
) -> None:
    (refusal,) = refusals(replace(clinic, **change), "127.0.0.1")
    assert sentence in refusal


def test_debugging_is_refused_on_an_address_that_others_can_reach(tmp_path: Path) -> None:
    env = read({"VGROUP_HOME": str(tmp_path), "VGROUP_DEBUG": "1"})
    assert refusals(env, "127.0.0.1") == []
    assert "VGROUP_DEBUG" in refusals(env, "0.0.0.0")[0]


def test_several_unsafe_settings_are_all_named(clinic: Env) -> None:
    worst = replace(clinic, secret_key="", allowed_hosts=(), redis_urls=())
    assert len(refusals(worst, "127.0.0.1")) == 3
