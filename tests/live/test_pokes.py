"""A room that was joined while Redis was away is heard of once it is back."""

import asyncio
from uuid import uuid4

from channels.layers import InMemoryChannelLayer

from sessions_app.live import pokes as pokes_module
from sessions_app.live.feed import Feed
from sessions_app.live.hub import Hub
from sessions_app.live.pokes import Pokes
from sessions_app.room import room as rooms
from tests.room.scene import plan


async def test_a_room_joined_without_a_channel_is_subscribed_later(monkeypatch):
    monkeypatch.setattr(pokes_module, "AGAIN_S", 0.01)
    hub, layer, session = Hub(), InMemoryChannelLayer(), uuid4()
    pokes = Pokes(hub, layer)
    await pokes._watch(session, held=True)
    pokes._channel = await layer.new_channel("hub")
    hub.feeds[session] = Feed(session, rooms.new(plan()))
    trying = asyncio.create_task(pokes._resubscribe())
    async with asyncio.timeout(5):
        while pokes._channel not in layer.groups.get(f"room.{session.hex}", {}):  # noqa: ASYNC110
            await asyncio.sleep(0.01)
    trying.cancel()
