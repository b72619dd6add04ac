"""POST sessions/{id}/commands: the room's commands over HTTP, with its rules, refusals and refs."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import transaction

from sessions_app.api import door
from sessions_app.ledger import entries
from sessions_app.live import cursor, intake, service
from sessions_app.live.intake import NOT_BY_CLIENTS
from sessions_app.live.writer import Stopping, Unavailable
from sessions_app.models import LedgerEntry
from sessions_app.room.errors import Busy, RoomError
from sessions_app.room.floor import RaiseHand
from tests.api.conftest import Town, embedded, refused
from tests.api.evening import FIT


def kinds(town: Town) -> list[str]:
    return [type(fact.event).__name__ for fact in entries.tail(town.house.id, 0)]


def test_a_command_is_answered_with_its_place_in_the_ledger(town: Town) -> None:
    town.open()
    answer = town.command("bob", "r1", "AskForHelp", words="please")
    assert answer.status_code == 200, answer.content
    head = LedgerEntry.objects.filter(session=town.house.id).order_by("-seq").first()
    assert head is not None
    assert answer.json() == {"ref": "r1", "cursor": cursor.encode(town.house.id, head.seq)}
    assert kinds(town)[-2:] == ["AlertRaised", "HelpAsked"]


def test_sent_again_it_is_answered_again_and_done_once(town: Town) -> None:
    town.open()
    first = town.command("bob", "r1", "AskForHelp")
    assert town.command("bob", "r1", "AskForHelp").json() == first.json()
    assert kinds(town).count("AlertRaised") == 1
    assert town.command("bob", "r2", "AskForHelp").status_code == 200
    assert kinds(town).count("AlertRaised") == 2


def test_a_ref_that_was_done_by_the_socket_is_not_done_again(town: Town) -> None:
    town.open()
    town.connect("alice")
    done = service.execute_now(
        town.house.id, town.house.account("alice"), _command("Knock"), "shared"
    )
    answer = town.command("alice", "shared", "Knock")
    assert answer.json()["cursor"] == cursor.encode(town.house.id, done.seq)
    assert kinds(town).count("Admitted") == 1


def test_help_can_be_asked_for_when_no_socket_works(town: Town) -> None:
    town.open()
    assert "Connected" not in kinds(town)
    assert town.command("bob", "help", "AskForHelp", words="I am not safe").status_code == 200
    you = town.as_("bob").get(f"{town.session}/room").json()["snapshot"]["you"]
    assert you["helped"] == "nobody_here"


def test_help_is_never_refused_for_asking_too_much_else(town: Town) -> None:
    town.open()
    for n in range(600):
        answer = town.command("bob", f"r{n}", "Nonsense")
    assert answer.status_code == 422
    refused(town.command("bob", "r", "Nonsense"), 429, "too_fast")
    assert town.command("bob", "help", "AskForHelp").status_code == 200
    for n in range(60):
        answer = town.command("bob", f"help-{n}", "AskForHelp")
    refused(answer, 429, "too_fast")  # heard sixty times; a stuck client stops somewhere


@pytest.mark.parametrize("kind", [kind.__name__ for kind in NOT_BY_CLIENTS])
@embedded
def test_what_only_the_shell_gives_is_refused(town: Town, kind: str) -> None:
    for who in ("olga", "alice", "bob"):
        refused(town.command(who, "r1", kind), 422, "invalid")
    assert kinds(town) == []


@embedded
def test_what_makes_no_sense_is_named(town: Town) -> None:
    town.open()
    bob, path = town.as_("bob"), f"{town.session}/commands"
    refused(bob.post(path, {"ref": "r1"}), 400, "invalid")
    refused(bob.post(path, {"command": {"type": "RaiseHand"}}), 400, "invalid")
    refused(bob.post(path, {"ref": "x" * 65, "command": {"type": "RaiseHand"}}), 400, "invalid")
    for command in ({}, {"type": "Fly"}, {"type": "Post"}, {"type": "Post", "text": 1}):
        answer = bob.post(path, {"ref": "r1", "command": command})
        refused(answer, 422, "invalid")
        assert answer.json()["detail"].startswith("command: ")
    refused(bob.post(path, {"ref": "r1", "command": [1]}), 400, "invalid")
    malformed = bob.client.post(f"/api/v1/{path}", "{", content_type="application/json")
    refused(malformed, 400, "malformed")
    long = {"ref": "r1", "command": {"type": "Post", "text": "x" * 20_000}}
    refused(bob.post(path, long), 413, "too_large")


@pytest.mark.parametrize(
    ("who", "kind", "fields", "status", "code"),
    [
        ("bob", "RaiseHand", {}, 403, "not_permitted"),  # outside
        ("alice", "Break", {"minutes": 5}, 409, "wrong_phase"),
        ("alice", "Admit", {"seat": "s_x", "identity": "known"}, 404, "not_found"),
        ("bob", "Knock", {}, 409, "attestation_needed"),
        ("olga", "Start", {}, 403, "not_permitted"),
        ("olga", "Cancel", {"reason": " "}, 422, "invalid"),
    ],
)
def test_the_rooms_refusals_keep_their_codes(
    town: Town, who: str, kind: str, fields: dict[str, Any], status: int, code: str
) -> None:
    town.open()
    town.connect("alice")
    before = kinds(town)
    refused(town.command(who, "r1", kind, **fields), status, code)
    assert kinds(town) == before
    with pytest.raises(RoomError, check=lambda error: error.code == code):
        service.execute_now(town.house.id, town.house.account(who), _command(kind, **fields), "r2")


@pytest.mark.parametrize("error", [Busy, Unavailable, Stopping])
@embedded
def test_what_passes_by_itself_says_when_to_come_back(
    town: Town, monkeypatch: pytest.MonkeyPatch, error: Callable[[], RoomError]
) -> None:
    def fail(*_: Any) -> None:
        raise error()

    monkeypatch.setattr(door.service, "execute_now", fail)
    answer = town.command("bob", "r1", "AskForHelp")
    refused(answer, 503, error().code)
    assert answer["Retry-After"] == "1"


@embedded
def test_what_fails_unforeseen_tells_nothing(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: Any) -> None:
        raise ValueError("s_secret of bob@example.org")

    monkeypatch.setattr(door.service, "execute_now", fail)
    town.as_("bob").client.raise_request_exception = False
    answer = town.command("bob", "r1", "AskForHelp")
    assert answer.status_code == 500
    assert b"secret" not in answer.content


def test_a_command_is_not_executed_in_an_open_transaction(town: Town) -> None:
    with pytest.raises(RuntimeError, match="commit first"), transaction.atomic():
        service.execute_now(town.house.id, town.house.account("bob"), RaiseHand(), "r1")
    town.as_("bob").client.raise_request_exception = True
    with pytest.raises(RuntimeError, match="commit first"), transaction.atomic():
        town.command("bob", "r1", "RaiseHand")
    assert kinds(town) == []


def test_a_whole_evening_can_be_held_over_http(town: Town) -> None:
    town.open()
    town.connect("alice", "bob")
    fit = {name: getattr(FIT, name) for name in FIT.__struct_fields__}
    steps: list[tuple[str, str, dict[str, Any]]] = [
        ("alice", "Knock", {}),
        ("bob", "Knock", {"attestation": fit}),
        ("alice", "Admit", {"seat": town.seat("bob"), "identity": "known"}),
        ("alice", "Start", {}),
        ("bob", "RaiseHand", {}),
        ("alice", "CallOn", {"seat": town.seat("bob")}),
        ("bob", "Post", {"text": "Thank you"}),
        ("alice", "End", {}),
    ]
    for n, (who, kind, fields) in enumerate(steps):
        answer = town.command(who, f"r{n}", kind, **fields)
        assert answer.status_code == 200, (kind, answer.content)
    people = town.as_("alice").get(f"{town.session}/attendance").json()["people"]
    bob = next(line for line in people if line["person"] == "Bob")
    assert (bob["hands_raised"], bob["called_on"], bob["messages_group"]) == (1, 1, 1)
    assert town.as_("olga").get(f"{town.session}/verification").json()["ok"]


def _command(kind: str, **fields: Any) -> Any:
    return intake.from_document({"type": kind, **fields})
