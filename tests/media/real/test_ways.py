"""By which way media goes, and how little of it somebody may take."""

import asyncio

import pytest

from tests.media.real.circle import streams
from tests.media.real.conftest import MakeGround

pytestmark = [
    pytest.mark.browser,
    pytest.mark.timeout(120),
    pytest.mark.parametrize("stack", ["embedded"], indirect=True),
]


@pytest.mark.parametrize("over", [("udp", "tcp"), ("tcp",)], ids=["udp", "tcp"])
async def test_where_the_clinic_asks_for_it_all_goes_through_the_relay(
    ground: MakeGround, over: tuple[str, ...]
) -> None:
    here = await ground("bob", relay="always", over=over)
    alice, bob = await asyncio.gather(here.client("alice"), here.client("bob"))
    for client in (alice, bob):
        await client.all_on()
    await asyncio.gather(
        alice.decodes(*streams("bob"), more=20),
        bob.decodes(*streams("alice"), more=20),
    )
    for client in (alice, bob):
        assert await client.ways() == [f"relay over {over[0]}"] * 2
        # Nobody learns an address but the relay's.
        assert await client.offered() <= {"relay"}


async def test_one_may_be_heard_without_a_camera_and_take_no_pictures(ground: MakeGround) -> None:
    here = await ground("bob", "eve")
    alice, bob, eve = await asyncio.gather(
        here.client("alice"), here.client("bob", video=False), here.client("eve")
    )
    for client in (alice, bob, eve):
        await client.does("SetMicrophone", on=True)
    for client in (alice, eve):
        await client.does("SetCamera", on=True)
    await asyncio.gather(
        alice.decodes("bob microphone", "eve camera"),
        bob.decodes("alice microphone", "alice camera", "eve camera"),
    )
    await bob.wants(on=False, source="camera")
    await asyncio.gather(
        bob.silent_after("alice camera", within_s=1),
        bob.silent_after("eve camera", within_s=1),
    )
    await asyncio.gather(
        bob.decodes("alice microphone", "eve microphone"),
        alice.decodes("eve camera", "bob microphone"),
    )
    await bob.wants(on=True, source="camera")
    await bob.decodes("alice camera", "eve camera")
