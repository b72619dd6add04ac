"""A way in and out that holds while servers come and go: asked, given and opened again."""

import asyncio
from collections import Counter
from typing import Any

import httpx
import pytest

from sessions_app.simulate import account, line
from sessions_app.simulate.account import Account
from sessions_app.simulate.chronicle import Chronicle
from sessions_app.simulate.errors import Closed, Refused
from sessions_app.simulate.line import Line


@pytest.fixture(autouse=True)
def _hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    async def at_once(_: float) -> None:
        return None

    monkeypatch.setattr(account.asyncio, "sleep", at_once)
    monkeypatch.setattr(line, "RETURN_S", 0)


class Servers:
    """Answers requests one after the other: a status, or None where the connection breaks."""

    def __init__(self, *statuses: int | None) -> None:
        self.statuses = list(statuses)
        self.asked = 0

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.asked += 1
        status = self.statuses.pop(0)
        if status is None:
            raise httpx.ReadError("cut off", request=request)
        return httpx.Response(status, json={"ticket": "t", "code": "no"})

    def account(self) -> Account:
        http = httpx.AsyncClient(base_url="http://clinic", transport=httpx.MockTransport(self))
        return Account(http, "token")


class Phone:
    """A device whose server answers in turn: None for an ack, else what is raised."""

    is_open = True

    def __init__(self, *answers: Exception | None) -> None:
        self.answers = list(answers)
        self.refs: list[str] = []

    async def command(self, kind: str, ref: str, **fields: Any) -> str:
        self.refs.append(ref)
        answer = self.answers.pop(0)
        if answer is not None:
            raise answer
        return "cursor"


def with_phone(*answers: Exception | None) -> tuple[Line, Phone]:
    bob, phone = Line(Servers().account(), "http://clinic", "s", Chronicle()), Phone(*answers)
    bob.devices.append(phone)  # type: ignore[arg-type]
    return bob, phone


async def test_a_ticket_is_asked_for_until_a_server_is_there() -> None:
    servers = Servers(502, None, 503, 200)
    assert await servers.account().ticket("s") == "t"
    assert servers.asked == 4


async def test_a_server_that_stays_away_is_no_refusal() -> None:
    with pytest.raises(Closed, match="502"):
        await Servers(*[502] * account.TRIES).account().ticket("s")


async def test_what_may_have_been_done_is_not_done_again() -> None:
    servers = Servers(None, 200)
    with pytest.raises(Closed, match="ReadError"):
        await servers.account().post("sessions", {})
    assert servers.asked == 1


async def test_a_refusal_is_not_asked_again() -> None:
    servers = Servers(404)
    with pytest.raises(Refused, match="no"):
        await servers.account().ticket("s")
    assert servers.asked == 1


async def test_a_command_without_an_answer_is_given_again_under_the_same_ref() -> None:
    bob, phone = with_phone(
        Closed("cut"), Refused("unavailable", ""), Refused("restarting", ""), None
    )
    await bob.command("Post", text="Hello")
    assert len(set(phone.refs)) == 1
    assert bob.acks == {phone.refs[0]: ("Post", "cursor")}
    assert bob.chronicle.again == Counter(unavailable=1, restarting=1)
    assert bob.chronicle.troubles == []


async def test_a_refused_command_is_noted_and_not_given_again() -> None:
    bob, phone = with_phone(Refused("on_hold", "Wait."))
    assert not await bob.does("Post", text="Hello")
    assert bob.refusals == {phone.refs[0]: "on_hold"}
    assert bob.acks == {}


async def test_a_socket_is_opened_again_until_it_stays() -> None:
    bob, _ = with_phone()
    tries = 0

    async def opened(*, resume: bool) -> str:
        nonlocal tries
        tries += 1
        if tries < 3:
            raise Closed("nobody there")
        return "device"

    bob._open = opened  # type: ignore[method-assign,assignment]
    async with asyncio.timeout(5):
        assert await bob.open() == "device"
