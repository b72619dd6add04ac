"""`vgroup demo`: what it prints, and where it refuses."""

from dataclasses import replace
from io import StringIO
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.test import override_settings

from accounts.clinics import open_clinic
from accounts.models import Clinic
from sessions_app.demo import cast
from tests.conftest import Serve
from tests.stack import Stack
from vgroup.env import Env, read
from vgroup.safeguards import demo_refusals

pytestmark = pytest.mark.parametrize("stack", ["embedded"], indirect=True)


def demo(**options: object) -> str:
    out = StringIO()
    call_command("demo", stdout=out, **options)
    return out.getvalue()


def test_it_prints_every_sign_in_at_each_start(stack: Stack) -> None:
    first, second = demo(if_empty=True), demo(if_empty=True)
    for text in (first, second):
        assert cast.PASSWORD in text
        assert all(part.email in text for part in cast.EVERYONE)
    assert "Publishing agreements …" in first
    assert "…" not in second


def test_where_others_can_reach_it_nothing_is_seeded(stack: Stack) -> None:
    reachable = replace(settings.ENV, allowed_hosts=("rooms.example.org",))
    with (
        override_settings(ENV=reachable),
        pytest.raises(CommandError, match="password is public") as error,
    ):
        demo()
    assert error.value.returncode == 2
    assert not Clinic.objects.exists()


def test_beside_a_real_clinic_it_does_nothing_or_says_why(stack: Stack) -> None:
    open_clinic("Summit", "America/Denver", [{"name": "988 Lifeline", "phone": "988"}])
    assert demo(if_empty=True) == ""
    with pytest.raises(CommandError, match="holds a clinic already"):
        demo()


def test_a_server_that_starts_with_it_prints_it(stack: Stack, serve: Serve) -> None:
    assert cast.LEAD.email in serve("--demo").text()


def test_a_demo_clinic_is_served_to_this_machine_only(stack: Stack, tmp_path: Path) -> None:
    env: Env = read({"VGROUP_HOME": str(tmp_path)})
    assert demo_refusals(env, "127.0.0.1") == []
    assert "--host" in demo_refusals(env, "0.0.0.0")[0]
    assert demo_refusals(replace(env, demo=True), "0.0.0.0") == []
    reachable = replace(env, demo=True, allowed_hosts=("rooms.example.org",))
    assert "VGROUP_ALLOWED_HOSTS" in demo_refusals(reachable, "127.0.0.1")[0]


def test_a_server_that_others_could_reach_does_not_start_with_one(
    stack: Stack, serve: Serve
) -> None:
    demo()
    with pytest.raises(AssertionError, match="demo clinic, whose password is public"):
        serve(VGROUP_ALLOWED_HOSTS="rooms.example.org", VGROUP_PROXIES="1", VGROUP_MEDIA="off")
