"""Sessions that lie unused: who is in a room keeps that room, and nothing else."""

import time

import pytest

from accounts import idle
from accounts.models import AccessLog
from tests.api.conftest import Town, refused
from tests.api.evening import FIT


def lies_unused(town: Town, *names: str, minutes: int = 32) -> None:
    """Let so many minutes pass since these people's last request."""
    for name in names:
        session = town.as_(name).client.session
        session[idle.USED_AT] = int(time.time()) - minutes * 60
        session.save()


@pytest.fixture
def inside(town: Town) -> Town:
    """Alice and bob are in the room; eve waits at its door; nobody has sent a request for long."""
    town.open()
    town.connect("alice", "bob", "eve")
    fit = {name: getattr(FIT, name) for name in FIT.__struct_fields__}
    assert town.command("alice", "1", "Knock").status_code == 200
    assert town.command("bob", "2", "Knock", attestation=fit).status_code == 200
    admit = {"seat": town.seat("bob"), "identity": "known"}
    assert town.command("alice", "3", "Admit", **admit).status_code == 200
    assert town.command("eve", "4", "Knock", attestation=fit).status_code == 200
    lies_unused(town, "alice", "bob", "eve")
    return town


@pytest.mark.parametrize("name", ["bob", "eve", "alice"])
def test_whoever_is_in_a_room_keeps_the_way_into_it(inside: Town, name: str) -> None:
    assert inside.as_(name).get(f"{inside.session}/room").status_code == 200
    assert inside.as_(name).post(f"{inside.session}/ticket").status_code == 201


def test_help_is_asked_for_however_long_nothing_was_sent(inside: Town) -> None:
    assert inside.command("bob", "help", "AskForHelp", words="now").status_code == 200


def test_staff_in_the_room_still_see_whom_to_call(inside: Town) -> None:
    path = f"{inside.session}/people/{inside.seat('bob')}"
    assert inside.as_("alice").get(path).status_code == 200
    refused(inside.as_("bob").get(path), 403, "not_permitted")


def test_nothing_else_is_kept(inside: Town) -> None:
    other = inside.plan(86_400)
    for name in ("alice", "bob"):
        for path in (
            "me",
            "sessions",
            inside.session,
            f"{inside.session}/attendance",
            f"{inside.session}/attendance/me",
            f"{inside.session}/check-in",
            f"{inside.session}/attestation",
            f"sessions/{other.pk}/room",
            "sessions/not-a-session/room",
        ):
            refused(inside.as_(name).get(path), 401, "unused_too_long")
    assert not AccessLog.objects.exists()


def test_being_in_the_room_does_not_bring_the_rest_back(inside: Town) -> None:
    assert inside.as_("bob").get(f"{inside.session}/room").status_code == 200
    refused(inside.as_("bob").get("me"), 401, "unused_too_long")


def test_whoever_is_not_in_the_room_has_no_way_in(inside: Town) -> None:
    lies_unused(inside, "finn", "olga")
    for name in ("finn", "olga"):
        refused(inside.as_(name).get(f"{inside.session}/room"), 401, "unused_too_long")
        refused(inside.command(name, "9", "Knock"), 401, "unused_too_long")


def test_when_the_group_is_over_so_is_the_session(inside: Town) -> None:
    assert inside.command("alice", "5", "Start").status_code == 200
    assert inside.command("alice", "6", "End").status_code == 200
    refused(inside.command("bob", "7", "AskForHelp", words="now"), 401, "unused_too_long")
