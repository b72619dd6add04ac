"""A command over HTTP and the same over a socket, on a running server: one room, one answer."""

from collections.abc import Awaitable, Callable
from typing import Any

import httpx
import pytest
from asgiref.sync import sync_to_async
from django.test import Client

from tests.live.client import HOME, Device
from tests.live.conftest import Build, Enter, build, enter
from tests.live.house import House
from tests.process import ServerProcess

__all__ = ["build", "enter"]

Give = Callable[..., Awaitable[httpx.Response]]


@pytest.fixture
def give(server: ServerProcess) -> Give:
    """Give a command over HTTP, as an app does: with a session token."""

    def token(house: House, name: str) -> str:
        client = Client()
        client.force_login(house.people[name])
        return str(client.session.session_key)

    async def send(house: House, name: str, ref: str, kind: str, **fields: Any) -> httpx.Response:
        headers = {"X-Session-Token": await sync_to_async(token)(house, name)}
        body = {"ref": ref, "command": {"type": kind, **fields}}
        async with httpx.AsyncClient(base_url=server.url, headers=headers) as http:
            return await http.post(f"/api/v1/sessions/{house.id}/commands", json=body)

    return send


async def test_what_is_done_over_http_reaches_every_socket(
    build: Build, enter: Enter, give: Give
) -> None:
    house = await build()
    alice, bob = await enter(house, "alice"), await enter(house, "bob")
    await alice.snapshot(lambda s: s["times"]["phase"] == "door_open")
    await alice.does("Knock")
    assert (await give(house, "bob", "k1", "Knock", attestation=HOME)).status_code == 200
    await alice.event("Knocked")
    admit = {"seat": house.seats["bob"], "identity": "known"}
    assert (await give(house, "alice", "a1", "Admit", **admit)).status_code == 200
    await bob.snapshot(lambda s: s["you"]["standing"] == "inside")


async def test_one_ref_over_both_is_done_once_and_answered_alike(
    build: Build, enter: Enter, give: Give
) -> None:
    house = await build()
    alice, bob = await enter(house, "alice"), await enter(house, "bob")
    await alice.snapshot(lambda s: s["times"]["phase"] == "door_open")
    ack = await bob.command("AskForHelp", ref="shared")
    answer = await give(house, "bob", "shared", "AskForHelp")
    assert answer.json() == {"ref": "shared", "cursor": ack["cursor"]}
    again = await bob.command("AskForHelp", ref="shared")
    assert again["cursor"] == ack["cursor"]
    await alice.does("Knock")
    raised = [
        f for f in alice.frames if f["type"] == "event" and f["event"]["type"] == "AlertRaised"
    ]
    assert len(raised) == 1


@pytest.mark.parametrize(
    ("who", "kind", "fields"),
    [
        ("bob", "RaiseHand", {}),
        ("bob", "Knock", {}),
        ("alice", "Break", {"minutes": 5}),
        ("alice", "Admit", {"seat": "s_x", "identity": "known"}),
        ("alice", "Fly", {}),
        ("alice", "Connect", {"connection": "x"}),
    ],
)
async def test_a_refusal_has_the_same_code_and_sentence(
    build: Build, enter: Enter, give: Give, who: str, kind: str, fields: dict[str, Any]
) -> None:
    house = await build()
    device: Device = await enter(house, who)
    await device.snapshot(lambda s: s["times"]["phase"] == "door_open")
    error = await device.command(kind, ref="r1", **fields)
    assert error["type"] == "error"
    answer = await give(house, who, "r2", kind, **fields)
    assert answer.headers["content-type"] == "application/problem+json"
    assert (answer.json()["code"], answer.json()["detail"]) == (error["code"], error["message"])


async def test_a_role_that_ended_closes_both_doors(build: Build, enter: Enter, give: Give) -> None:
    house = await build()
    bob = await enter(house, "bob")
    await bob.snapshot(lambda s: s["times"]["phase"] == "door_open")

    def end() -> None:
        house.people["bob"].memberships.update(active=False)

    await sync_to_async(end)()
    answer = await give(house, "bob", "r1", "AskForHelp")
    assert (answer.status_code, answer.json()["code"]) == (404, "not_found")
