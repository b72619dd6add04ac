"""The proxy of the deployment, real, in front of two web processes and two clocks."""

import asyncio
import re

import httpx
import pytest
from asgiref.sync import sync_to_async

from sessions_app.ledger import entries, verify
from sessions_app.live import frames
from tests.deployment.proxy import Proxy

pytestmark = pytest.mark.parametrize("stack", ["clinic"], indirect=True)

BEHIND = {"VGROUP_PROXIES": "1", "VGROUP_PROCESSES": "4", "VGROUP_DRAIN_S": "4"}


@pytest.fixture
def webs(serve):
    """Two web processes without a clock, and two clocks."""
    both = [serve("--no-clock", **BEHIND) for _ in range(2)]
    for _ in range(2):
        serve(command="clock", **BEHIND)
    return both


@pytest.fixture
def server(webs, tmp_path):
    """What people reach: the proxy."""
    proxy = Proxy(tmp_path, [web.url for web in webs])
    yield proxy
    proxy.close()


def sockets(web) -> int:
    """How many sockets a process says it has."""
    text = httpx.get(f"{web.url}/metrics").text
    found = re.search(r"^vgroup_sockets ([\d.]+)$", text, re.MULTILINE)
    assert found, text
    return int(float(found[1]))


async def test_a_session_goes_from_its_door_to_its_end_through_the_proxy(
    server, webs, build, gather
):
    house = await build()
    people = await gather(house, "bob", "eve", start=True)
    assert sorted([sockets(web) for web in webs]) == [0, 3], "one room is on one process"
    await people["bob"].does("Post", text="Through the door")
    assert (await people["eve"].event("Posted"))["private"] == {"text": "Through the door"}
    await people["alice"].does("End")
    await people["bob"].snapshot(lambda s: s["times"]["phase"] == "ended")
    assert (await sync_to_async(verify.verify_session)(house.id)).ok


async def test_when_a_process_is_stopped_its_people_come_back_to_the_other(
    server, webs, build, gather, enter
):
    house = await build()
    people = await gather(house, "bob", start=True)
    busy = next(web for web in webs if sockets(web))
    other = next(web for web in webs if web is not busy)
    stopping = asyncio.create_task(asyncio.to_thread(busy.stop))
    for device in people.values():
        assert await device.until_closed() == frames.RESTARTING
    back = {name: await enter(house, name, resume=people[name].cursor) for name in people}
    await back["alice"].does("Post", text="Here again")
    await back["bob"].event("Posted")
    assert sockets(other) == 2
    assert await stopping == 0
    facts = await sync_to_async(entries.tail)(house.id, 0)
    assert "Ended" not in [type(fact.event).__name__ for fact in facts]
    async with httpx.AsyncClient(base_url=server.url) as client:
        for _ in range(6):
            assert (await client.get("/")).status_code in (200, 503)  # 503: the page is not built


async def test_when_a_process_is_killed_its_people_get_in_at_once_by_the_other(
    server, webs, build, gather, enter
):
    house = await build(reconnect_s=120)
    people = await gather(house, "bob", start=True)
    busy = next(web for web in webs if sockets(web))
    await asyncio.to_thread(busy.kill)
    for device in people.values():
        await device.until_closed()
    back = {name: await enter(house, name, resume=people[name].cursor) for name in people}
    await back["alice"].does("Post", text="Still here")
    await back["bob"].event("Posted")


def test_what_is_for_machines_is_not_there_outside(server, webs):
    for path in ("/healthz", "/readyz", "/metrics"):
        assert httpx.get(f"{webs[0].url}{path}").status_code == 200
        assert httpx.get(f"{server.url}{path}").status_code == 404
