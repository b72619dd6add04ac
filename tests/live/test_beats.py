"""Signs of life are answered, so that both sides know that the other one is there."""

import time

import pytest
from asgiref.sync import sync_to_async

from tests.live import house as houses
from tests.live.client import Device
from tests.live.conftest import Build, Enter


@pytest.mark.parametrize("direct", ["1", "0"])
async def test_a_beat_is_answered_with_the_servers_time(serve, direct):
    server = serve(VGROUP_DIRECT_SEND=direct)
    house = await sync_to_async(houses.build)()
    ticket = await sync_to_async(house.ticket)("bob")
    bob = await Device.open(server.socket_url, house.id, ticket)
    for _ in range(3):
        heard, before = len(bob.frames), time.time() * 1000
        await bob.send({"type": "beat"})
        beat = await bob.frame(lambda f: f["type"] == "beat", after=heard)
        assert set(beat) == {"type", "now"}
        assert abs(beat["now"] - before) < 5_000
    await bob.close()


async def test_beats_count_towards_the_pace_like_any_frame(enter: Enter, build: Build):
    bob = await enter(await build(), "bob")
    for _ in range(80):
        await bob.send({"type": "beat"})
    await bob.frame(lambda f: f["type"] == "error" and f["code"] == "too_fast")
