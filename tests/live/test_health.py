"""What a process tells whoever watches it, and what it tells nobody."""

import asyncio
import re
import time

import httpx
import pytest
from asgiref.sync import sync_to_async

from tests.live import house as houses
from tests.live.client import Device
from tests.media import fake_janus

SECRET = "a-secret-of-sixteen"
clinic_only = pytest.mark.parametrize("stack", ["clinic"], indirect=True)


async def asked(url, path, **headers):
    async with httpx.AsyncClient(timeout=20) as http:
        return await http.get(url + path, headers=headers)


def values(text):
    lines = (line.rsplit(" ", 1) for line in text.splitlines() if not line.startswith("#"))
    return {name: float(value) for name, value in lines}


async def test_a_process_says_that_it_lives_and_may_be_sent_people(server):
    assert (await asked(server.url, "/healthz")).text == "alive"
    ready = await asked(server.url, "/readyz", host="of.no.matter")
    assert ready.status_code == 200
    assert ready.json() == {
        "status": "ready",
        "database": "ok",
        "layer": "ok",
        "media": "ok",
        "draining": False,
        "clock_lag_s": ready.json()["clock_lag_s"],
    }
    assert ready.json()["clock_lag_s"] < 5


@pytest.mark.parametrize("path", ["/healthz", "/readyz", "/metrics"])
async def test_what_comes_through_a_proxy_learns_nothing(server, path):
    answer = await asked(server.url, path, **{"x-forwarded-for": "198.51.100.7"})
    assert (answer.status_code, answer.text) == (404, "Not found.")


async def test_what_happens_is_counted_and_nobody_is_named(build, gather, server):
    house = await build()
    people = await gather(house, "bob", start=True)
    await people["alice"].does("Post", text="Good evening")
    await people["bob"].event("Posted")
    assert await people["bob"].refused("Start") == "not_permitted"
    text = (await asked(server.url, "/metrics")).text
    counted = values(text)
    assert counted['vgroup_commands_total{kind="Post"}'] == 1
    assert counted['vgroup_refusals_total{code="not_permitted"}'] == 1
    assert counted["vgroup_sockets"] == 2
    assert counted["vgroup_rooms"] == 1
    assert counted["vgroup_events_total"] >= 8
    assert counted["vgroup_frames_total"] > 0
    assert counted["vgroup_queue_depth"] == counted["vgroup_outbox_frames"] == 0
    assert counted["vgroup_batch_commands_count"] == counted["vgroup_commit_seconds_count"] > 0
    assert counted["vgroup_fanout_seconds_count"] > 0
    assert counted["vgroup_clock_lag_seconds"] < 5
    assert counted["vgroup_media_sfu_away"] == 0
    assert not re.search(r"s_[0-9a-z]{16}|alice|bob|[0-9a-f]{8}-[0-9a-f]{4}|" + str(house.id), text)


@clinic_only
async def test_without_its_database_a_process_is_alive_and_not_ready(server, postgres):
    await asyncio.to_thread(postgres.stop)
    try:
        assert (await asked(server.url, "/healthz")).status_code == 200
        began = time.monotonic()
        ready = await asked(server.url, "/readyz")
        assert (ready.status_code, ready.json()["database"]) == (503, "away")
        assert time.monotonic() - began < 5
    finally:
        await asyncio.to_thread(postgres.start)
        server.forgive()
    async with asyncio.timeout(30):
        while (await asked(server.url, "/readyz")).status_code != 200:  # noqa: ASYNC110
            await asyncio.sleep(0.2)


@clinic_only
async def test_without_redis_a_process_goes_on_and_says_so(server, redis):
    await asyncio.to_thread(redis.stop)
    try:
        ready = await asked(server.url, "/readyz")
        assert (ready.status_code, ready.json()["status"]) == (200, "degraded")
        assert ready.json()["layer"] == "away"
    finally:
        await asyncio.to_thread(redis.start)
        server.forgive()


@pytest.mark.parametrize("stack", ["embedded"], indirect=True)
async def test_without_its_sfu_a_process_goes_on_by_text_and_says_so(serve):
    async with fake_janus.running(SECRET) as janus:
        server = serve(VGROUP_JANUS_URL=janus.url, VGROUP_JANUS_SECRET=SECRET)
        await tells(server, "ready", media="ok", away=0)
        await janus.stop()
        await tells(server, "degraded", media="away", away=1)
        house = await sync_to_async(houses.build)()
        ticket = await sync_to_async(house.ticket)("alice")
        alice = await Device.open(server.socket_url, house.id, ticket)
        await alice.snapshot()
        await alice.does("Knock")
        await alice.does("Post", text="We go on in writing")
        await alice.close()
        await janus.start()
        await tells(server, "ready", media="ok", away=0)


async def tells(server, status, *, media, away):
    async with asyncio.timeout(10):
        while (ready := await asked(server.url, "/readyz")).json()["media"] != media:  # noqa: ASYNC110
            await asyncio.sleep(0.05)
    assert (ready.status_code, ready.json()["status"]) == (200, status)
    assert values((await asked(server.url, "/metrics")).text)["vgroup_media_sfu_away"] == away


async def test_a_process_told_to_end_sends_its_people_elsewhere_first(serve):
    server = serve(VGROUP_DRAIN_S="4")
    house = await sync_to_async(houses.build)()
    ticket = await sync_to_async(house.ticket)("alice")
    alice = await Device.open(server.socket_url, house.id, ticket)
    await alice.snapshot()
    server.process.terminate()
    async with asyncio.timeout(3):
        while (await asked(server.url, "/readyz")).status_code == 200:  # noqa: ASYNC110
            await asyncio.sleep(0.05)
    assert (await asked(server.url, "/readyz")).json()["status"] == "draining"
    assert alice.closed is None
    await alice.does("Knock")
    assert await alice.until_closed() == 4000
    assert await asyncio.to_thread(server.process.wait, 20) == 0
