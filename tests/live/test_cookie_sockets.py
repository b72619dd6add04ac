"""A page's socket is known by the session cookie; one that lay unused opens no other room."""

import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from asgiref.sync import sync_to_async
from django.conf import settings
from django.test import Client
from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed, InvalidStatus

from accounts import idle
from sessions_app.live import frames
from tests.live import house as houses
from tests.live.conftest import Build, Enter
from tests.live.house import House
from tests.process import ServerProcess


def cookie(house: House, name: str, unused_min: int = 0) -> str:
    """The session cookie of somebody who was last heard of so many minutes ago."""
    client = Client()
    client.force_login(house.people[name])
    session = client.session
    session[idle.USED_AT] = int(time.time()) - unused_min * 60
    session.save()
    return f"{settings.SESSION_COOKIE_NAME}={session.session_key}"


@asynccontextmanager
async def opened(
    server: ServerProcess, house: House, name: str, origin: str = "", **how: Any
) -> AsyncIterator[Any]:
    kept = await sync_to_async(cookie)(house, name, **how)
    async with connect(
        f"{server.socket_url}/ws/rooms/{house.id}",
        subprotocols=[frames.PROTOCOL],  # type: ignore[list-item]
        additional_headers={"Cookie": kept},
        origin=origin or server.url,  # type: ignore[arg-type]
    ) as socket:
        yield socket


async def closed_with(socket: Any) -> int | None:
    """The code it is closed with; None where it answers instead."""
    try:
        await socket.send('{"type":"hello"}')
        await socket.recv()
    except ConnectionClosed as closed:
        return closed.rcvd.code if closed.rcvd is not None else None
    return None


@pytest.mark.parametrize(("unused_min", "code"), [(0, None), (32, frames.SIGNED_OUT)])
async def test_a_session_that_lay_unused_opens_no_room(
    server: ServerProcess, unused_min: int, code: int | None
):
    house = await sync_to_async(houses.build)()
    async with opened(server, house, "bob", unused_min=unused_min) as socket:
        assert await closed_with(socket) == code


async def test_whoever_is_in_the_room_comes_back(server: ServerProcess, enter: Enter, build: Build):
    house = await build()
    bob = await enter(house, "bob")
    await bob.snapshot(lambda s: s["times"]["phase"] == "door_open")
    await bob.refused("Knock")
    async with opened(server, house, "bob", unused_min=32) as socket:
        assert await closed_with(socket) is None


async def test_staff_who_must_set_up_a_second_factor_enter_no_room(serve):
    server = serve(VGROUP_STAFF_SECOND_FACTOR="1")
    house = await sync_to_async(houses.build)()
    for name, code in (("alice", frames.SIGNED_OUT), ("bob", None)):
        async with opened(server, house, name) as socket:
            assert await closed_with(socket) == code


async def test_a_page_of_another_port_of_this_host_opens_nothing(server: ServerProcess):
    house = await sync_to_async(houses.build)()
    for origin in ("http://127.0.0.1:1", "http://localhost", "https://elsewhere.example"):
        with pytest.raises(InvalidStatus) as refused:
            async with opened(server, house, "bob", origin=origin):
                pass
        assert refused.value.response.status_code == 403
