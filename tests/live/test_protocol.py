"""The protocol as it is documented: no drift, and every real frame is what the schema says."""

import json
from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from jsonschema import Draft202012Validator

from sessions_app.live import frames, protocol, protocol_guide
from sessions_app.management.commands.protocol import documents
from sessions_app.room import policy
from sessions_app.room.errors import REFUSALS
from sessions_app.room.room import COMMANDS, EVENTS
from tests.live.client import HOME, Device

CODES = protocol_guide.GENERAL.keys() | REFUSALS.keys()


def validator(root: str) -> Draft202012Validator:
    """Of one of the two roots."""
    return Draft202012Validator({**protocol.schema(), "anyOf": [{"$ref": f"#/$defs/{root}"}]})


def problems(root: str, sent: list[Any]) -> Iterator[str]:
    """What the schema has against these frames."""
    against = validator(root)
    for frame in sent:
        for error in against.iter_errors(frame):
            yield f"{json.dumps(frame)[:300]}: {error.message[:300]}"


def test_the_documents_say_what_the_types_say():
    call_command("protocol", check=True)


def test_drift_is_an_error_that_says_what_to_run(tmp_path: Path):
    call_command("protocol", to=tmp_path, stdout=StringIO())
    call_command("protocol", to=tmp_path, check=True)
    with (tmp_path / "protocol.md").open("a", encoding="utf-8") as page:
        page.write("By hand.\n")
    with pytest.raises(CommandError, match=r"than protocol\.md: run `vgroup protocol`"):
        call_command("protocol", to=tmp_path, check=True)
    (tmp_path / "protocol.schema.json").unlink()
    with pytest.raises(CommandError, match=r"protocol\.schema\.json"):
        call_command("protocol", to=tmp_path, check=True)


def test_the_schema_is_a_schema():
    Draft202012Validator.check_schema(protocol.schema())


def test_the_page_has_every_frame_command_event_refusal_and_close_code():
    page = documents()["protocol.md"]
    for name in COMMANDS.keys() | EVENTS.keys():
        assert f"`{name}`" in page
    for code in (*CODES, *map(str, frames.CLOSE_CODES)):
        assert code in page
    assert set(protocol_guide.STANDINGS) == set(policy.Standing)


def test_every_link_of_the_page_leads_somewhere():
    page = documents()["protocol.md"]
    titles = {
        line.lstrip("# ").replace("`", "").lower().replace(" ", "-")
        for line in page.splitlines()
        if line.startswith("#")
    }
    targets = {part.split(")")[0] for part in page.split("](#")[1:]}
    assert targets <= titles


@pytest.mark.parametrize(
    "frame",
    [
        {"type": "hello", "token": "x"},
        {"type": "command", "ref": "1", "command": {"type": "Admit", "seat": "s_x"}},
        {"type": "command", "ref": "1", "command": {"type": "OpenTheWindow"}},
        {"type": "event"},
    ],
)
def test_the_schema_refuses_what_the_server_refuses(frame: dict[str, Any]):
    assert list(problems("ClientFrame", [frame]))


def test_a_hidden_field_may_be_missing_and_an_open_one_not():
    event = {"type": "Extended", "ends_at": 1, "minutes": 5}
    shown = {"type": "event", "cursor": "c", "at": 1, "event": event, "private": None}
    assert not list(problems("ServerFrame", [shown]))
    del event["minutes"]
    assert list(problems("ServerFrame", [shown]))


async def test_every_frame_of_a_real_run_is_what_the_schema_says(
    build, gather, enter, monkeypatch: pytest.MonkeyPatch
):
    sent: list[Any] = []
    send = Device.send

    async def noting(device: Device, frame: Any) -> None:
        if isinstance(frame, dict):
            sent.append(frame)
        await send(device, frame)

    monkeypatch.setattr(Device, "send", noting)
    house = await build()
    devices = await gather(house, "amir", "bob", "eve", start=True)
    alice, bob = devices["alice"], devices["bob"]
    await bob.send({"type": "beat"})
    await bob.does("Knock", attestation={**HOME, "alone": False})
    await bob.does("CheckIn", moment="before", answers={"mood": 4, "safe": "no"}, done=True)
    await bob.does("SetMicrophone", on=True)
    await bob.does("RaiseHand")
    await alice.does("CallOn", seat=house.seats["bob"])
    await bob.does("Post", text="Good evening")
    await bob.does("Post", text="May we talk?", to="staff")
    private = await alice.frame(lambda f: f["type"] == "event" and f["event"].get("about"))
    await alice.does(
        "RaiseAlert", seat=house.seats["bob"], words="Call", message=private["event"]["message"]
    )
    alert = (await devices["amir"].event("AlertRaised"))["event"]["alert"]
    await bob.does("AskForHelp", words="Now, please")
    await alice.does("Acknowledge", alert=alert)
    await alice.does("Resolve", alert=alert, outcome="safe", note="Spoke by phone")
    await alice.does("Announce", text="Five minutes more")
    await alice.does("StartRound", seats=[house.seats["bob"], house.seats["eve"]], seconds=60)
    await bob.does("Pass")
    await alice.does("EndRound")
    await alice.does("AskPresence")
    await alice.does("Break", minutes=5)
    await alice.does("EndBreak")
    await alice.does("Extend", minutes=5, reason="A hard evening")
    await bob.does("StepAway", why="call")
    await bob.refused("Start")
    await bob.refused("Remove", seat=house.seats["eve"], reason="other")
    await bob.send("{")
    await alice.does("Remove", seat=house.seats["eve"], reason="conduct", note="Shouted")
    await bob.close()
    again = await enter(house, "bob", resume=bob.cursor)
    await again.frame(lambda f: f["type"] == "welcome")
    await alice.does("HandOver", seat=house.seats["amir"])
    await devices["amir"].does("End")
    await again.snapshot(lambda s: s["times"]["phase"] == "ended")

    received = [f for d in (*devices.values(), again) for f in d.frames]
    assert len({f["event"]["type"] for f in received if f["type"] == "event"}) > 25
    assert {f["type"] for f in received} == {"welcome", "event", "ack", "error", "beat"}
    assert list(problems("ServerFrame", received)) == []
    assert list(problems("ClientFrame", sent)) == []
    assert {f["code"] for f in received if f["type"] == "error"} <= CODES
