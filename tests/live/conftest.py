"""Fixtures of the live rooms: a house on a running server, and devices in it."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import pytest
from asgiref.sync import sync_to_async

from tests.live import house as houses
from tests.live.client import HOME, Device
from tests.live.house import House
from tests.process import ServerProcess

Enter = Callable[..., Awaitable[Device]]
Build = Callable[..., Awaitable[House]]


@pytest.fixture
async def enter(server: ServerProcess) -> AsyncIterator[Enter]:
    """Call it to open a device of a person, closed after the test."""
    devices: list[Device] = []

    async def open_device(house: House, name: str, **options: Any) -> Device:
        session = options.pop("session", house.id)
        ticket = options.pop("ticket", None) or await sync_to_async(house.ticket)(name, session)
        url = options.pop("url", server.socket_url)
        device = await Device.open(url, session, ticket, **options)
        devices.append(device)
        return device

    yield open_device
    await asyncio.gather(*(device.close() for device in devices), return_exceptions=True)


@pytest.fixture
async def build(server: ServerProcess) -> Build:
    """Call it to build a house, with the group's rules."""
    return sync_to_async(houses.build)


@pytest.fixture
async def gather(enter: Enter) -> Callable[..., Awaitable[dict[str, Device]]]:
    """Call it to bring people inside, alice first."""

    async def inside(house: House, *names: str, start: bool = False) -> dict[str, Device]:
        devices = {name: await enter(house, name) for name in ("alice", *names)}
        for device in devices.values():
            await device.snapshot(lambda s: s["times"]["phase"] == "door_open")
        await devices["alice"].does("Knock")
        # What happens while this greeting is made is in it, and no event of its own.
        await devices["alice"].snapshot(lambda s: s["you"]["standing"] == "inside")
        for name in names:
            if name == "amir":
                await devices[name].does("Knock")
                continue
            await devices[name].does("Knock", attestation=HOME)
            seat = house.seats[name]
            await devices["alice"].does("Admit", seat=seat, identity="known")
            await devices[name].snapshot(lambda s: s["you"]["standing"] == "inside")
        if start:
            await devices["alice"].does("Start")
        return devices

    return inside
