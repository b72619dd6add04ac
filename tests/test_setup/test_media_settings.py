"""Rooms open with sound and picture that somebody enforces or hides, or are said to have none."""

from typing import Any

import pytest

from vgroup.env import Env, read
from vgroup.errors import StartError
from vgroup.safeguards import refusals

ELSEWHERE = {
    "VGROUP_SECRET_KEY": "0123456789" * 5,
    "VGROUP_ALLOWED_HOSTS": "rooms.example.org",
    "VGROUP_PROXIES": "1",
}
RELAY = {"VGROUP_TURN_URLS": "turn:relay.example.org", "VGROUP_TURN_SECRET": "s3cret"}
SFU = {"VGROUP_JANUS_URL": "ws://127.0.0.1:8188", "VGROUP_JANUS_SECRET": "0123456789abcdef"}
SHARED = {"VGROUP_REDIS_URL": "redis://127.0.0.1", "VGROUP_DATABASE_URL": "postgresql:///vgroup"}


def with_(tmp_path: Any, *parts: dict[str, str]) -> Env:
    merged = {"VGROUP_HOME": str(tmp_path)}
    for part in parts:
        merged |= part
    return read(merged)


@pytest.mark.parametrize(
    ("parts", "engine"),
    [
        ([], "mesh"),
        ([SFU], "sfu"),
        ([{"VGROUP_MEDIA": "off"}], "off"),
        ([{"VGROUP_MEDIA": "mesh"}, SFU], "mesh"),
        ([ELSEWHERE, RELAY], "mesh"),
        ([ELSEWHERE, SFU], "sfu"),
        ([ELSEWHERE, SFU, RELAY, SHARED], "sfu"),
        ([ELSEWHERE, {"VGROUP_MEDIA": "off"}], "off"),
    ],
)
def test_the_engine_follows_from_what_there_is(tmp_path, parts, engine):
    env = with_(tmp_path, *parts)
    assert env.media.engine == engine
    assert refusals(env, "127.0.0.1") == []


@pytest.mark.parametrize(
    ("parts", "sentence"),
    [
        ([ELSEWHERE], "connect devices directly"),
        ([ELSEWHERE, {"VGROUP_MEDIA": "mesh"}], "connect devices directly"),
        ([ELSEWHERE, SHARED], "no sound and picture"),
        ([SHARED, RELAY, {"VGROUP_MEDIA": "mesh", "VGROUP_ALLOWED_HOSTS": "localhost",
                          "VGROUP_SECRET_KEY": "0123456789" * 5}], "works in one process"),
        ([SFU, {"VGROUP_JANUS_URL": "http://127.0.0.1:8188"}], "VGROUP_JANUS_URL"),
        ([SFU, {"VGROUP_JANUS_SECRET": "short"}], "VGROUP_JANUS_SECRET is too short"),
        ([{"VGROUP_TURN_URLS": "turn:relay"}], "together"),
        ([{"VGROUP_TURN_SECRET": "s3cret"}], "together"),
    ],
)  # fmt: skip
def test_what_would_be_unsafe_is_refused_with_what_to_set(tmp_path, parts, sentence):
    (refusal,) = refusals(with_(tmp_path, *parts), "127.0.0.1")
    assert sentence in refusal


def test_an_engine_that_there_is_not_is_refused(tmp_path):
    with pytest.raises(StartError, match="auto, mesh, sfu or off"):
        with_(tmp_path, {"VGROUP_MEDIA": "zoom"})


def test_secrets_are_not_shown(tmp_path):
    env = with_(tmp_path, SFU, RELAY)
    assert "0123456789abcdef" not in repr(env)
    assert "s3cret" not in repr(env)
