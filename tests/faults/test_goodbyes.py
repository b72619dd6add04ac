"""A process that ends before all its goodbyes are told leaves the rest to its lease."""

import asyncio

import pytest
from asgiref.sync import sync_to_async

from sessions_app.live import presence, process
from sessions_app.live.presence import Goodbye
from sessions_app.models.lease import Lease
from tests.live import house as houses


@pytest.mark.parametrize("stack", ["embedded"], indirect=True)
@pytest.mark.parametrize("told", [True, False])
async def test_the_lease_stays_while_a_goodbye_is_on_its_way(stack, monkeypatch, told):
    house = await sync_to_async(houses.build)()
    answer = asyncio.Event()

    async def slowly(goodbye: Goodbye) -> None:
        await answer.wait()

    monkeypatch.setattr(presence, "_report", slowly)
    await process.start()
    live = process.current()
    name = live.presence.name()
    parting = asyncio.create_task(
        live.presence.part(Goodbye(house.id, house.seats["bob"], name, as_of=0))
    )
    await asyncio.sleep(0)
    if told:
        answer.set()
        await parting
    await process.stop()
    left = await sync_to_async(Lease.objects.filter(process=name.split(".")[0]).exists)()
    assert left is not told
    answer.set()
    await parting
