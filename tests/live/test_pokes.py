"""A layer that is away, or does not answer, is waited for by nobody, and caught up with."""

import asyncio
import contextlib
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


class Frozen(InMemoryChannelLayer):
    """A layer that takes messages, and answers only once it is thawed."""

    def __init__(self) -> None:
        super().__init__()
        self.thawed = asyncio.Event()
        self.sent: list[str] = []

    async def group_send(self, group: str, message: dict[str, object]) -> None:
        await self.thawed.wait()
        self.sent.append(group)


async def test_nobody_waits_for_a_frozen_layer_and_what_is_stale_is_not_said(monkeypatch):
    monkeypatch.setattr(pokes_module, "PATIENCE_S", 0.05)
    layer, old, new = Frozen(), uuid4(), uuid4()
    pokes = Pokes(Hub(), layer)
    passing = asyncio.create_task(pokes._pass_on())
    for _ in range(pokes_module.WHISPERS + 500):
        pokes.whisper(old, "main", "x", None)
    assert pokes._whispers.full()
    monkeypatch.setattr(pokes_module, "STALE_S", 0.2)
    await asyncio.sleep(0.3)
    layer.thawed.set()
    pokes.whisper(new, "main", "x", None)
    async with asyncio.timeout(5):
        while not layer.sent:  # noqa: ASYNC110 (the layer tells nobody)
            await asyncio.sleep(0.01)
    assert layer.sent == [f"room.{new.hex}"]
    passing.cancel()


class Deaf(InMemoryChannelLayer):
    """A layer whose client loses the first cancellation, as asyncio.wait_for may."""

    async def receive(self, channel: str) -> dict[str, object]:
        with contextlib.suppress(asyncio.CancelledError):
            await asyncio.Event().wait()
        return await super().receive(channel)


async def test_it_stops_though_a_cancellation_is_lost(monkeypatch):
    monkeypatch.setattr(pokes_module, "PATIENCE_S", 0.05)
    pokes = Pokes(Hub(), Deaf())
    await pokes.start()
    await asyncio.sleep(0.05)
    async with asyncio.timeout(2):
        await pokes.stop()
    assert all(task.done() for task in pokes._tasks)
