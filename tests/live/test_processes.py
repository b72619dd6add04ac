"""Several processes on one database: a room is one room, whichever process one is in."""

import asyncio

import pytest
from asgiref.sync import sync_to_async

from sessions_app.ledger import entries, verify
from sessions_app.live import leases
from sessions_app.live.leases import LEASE_MS
from tests.live.client import HOME

clinic_only = pytest.mark.parametrize("stack", ["clinic"], indirect=True)


@clinic_only
async def test_people_in_two_processes_are_in_one_room(build, enter, serve):
    house = await build()
    other = serve("--no-clock")
    alice = await enter(house, "alice")
    bob = await enter(house, "bob", url=other.socket_url)
    await alice.snapshot(lambda s: s["times"]["phase"] == "door_open")
    await bob.snapshot(lambda s: s["times"]["phase"] == "door_open")
    await alice.does("Knock")
    await alice.snapshot(lambda s: s["you"]["standing"] == "inside")
    await bob.does("Knock", attestation=HOME)
    knocked = await alice.event("Knocked")
    assert knocked["private"]["callback"] == HOME["callback"]
    await alice.does("Admit", seat=house.seats["bob"], identity="known")
    await bob.snapshot(lambda s: s["you"]["standing"] == "inside")
    await bob.does("Post", text="From over here")
    assert (await alice.event("Posted"))["private"] == {"text": "From over here"}


@clinic_only
async def test_the_same_ref_sent_to_two_processes_is_done_once(build, enter, serve, gather):
    house = await build()
    other = serve("--no-clock")
    people = await gather(house, "bob", start=True)
    twin = await enter(house, "bob", url=other.socket_url)
    await twin.snapshot(lambda s: s["you"]["standing"] == "inside")
    for n in range(20):
        here, there = await asyncio.gather(
            people["bob"].command("Post", ref=f"r{n}", text=f"Message {n}"),
            twin.command("Post", ref=f"r{n}", text=f"Message {n}"),
        )
        assert here == there
    ledger = await sync_to_async(entries.tail)(house.id, 0)
    posted = [fact for fact in ledger if type(fact.event).__name__ == "Posted"]
    assert len(posted) == 20


@clinic_only
async def test_two_clocks_do_everything_once(build, serve, gather):
    house = await build(hold_after_s=1, end_after_s=3, reconnect_s=2)
    serve()
    people = await gather(house, "bob", start=True)
    people["alice"].cut()
    await people["bob"].snapshot(lambda s: s["times"]["phase"] == "ended")
    ledger = await sync_to_async(entries.tail)(house.id, 0)
    kinds = [type(fact.event).__name__ for fact in ledger]
    for kind in ("DoorOpened", "Held", "GivenUp", "Ended", "TalkErased"):
        assert kinds.count(kind) == 1, kinds
    assert (await sync_to_async(verify.verify_session)(house.id)).ok


@clinic_only
async def test_a_process_that_is_killed_loses_its_people_at_its_last_sign_of_life(
    build, enter, serve, gather
):
    house = await build(reconnect_s=120)
    other = serve("--no-clock")
    people = await gather(house, "bob", start=True)
    eve = await enter(house, "eve", url=other.socket_url)
    await eve.snapshot()
    await eve.does("Knock", attestation=HOME)
    await people["alice"].does("Admit", seat=house.seats["eve"], identity="known")
    await eve.snapshot(lambda s: s["you"]["standing"] == "inside")
    other.kill()
    lost = await people["bob"].event("ConnectionLost", patience_s=LEASE_MS / 1000 + 40)
    assert lost["event"]["seat"] == house.seats["eve"]
    assert lost["at"] - lost["event"]["as_of"] >= LEASE_MS
    async with asyncio.timeout(10):
        while await sync_to_async(leases.expired)():  # noqa: ASYNC110 (another process ends it)
            await asyncio.sleep(0.1)


async def test_a_server_that_stops_says_goodbye_for_everyone(build, gather, server, serve, enter):
    house = await build()
    people = await gather(house, "bob", start=True)
    assert server.stop() == 0
    assert await people["bob"].until_closed() == 4000
    ledger = await sync_to_async(entries.tail)(house.id, 0)
    assert [type(f.event).__name__ for f in ledger].count("ConnectionLost") == 2
    again = serve()
    bob = await enter(house, "bob", url=again.socket_url)
    snapshot = await bob.snapshot(lambda s: s["you"]["standing"] == "inside")
    assert snapshot["times"]["phase"] == "running"


@clinic_only
async def test_a_dead_channel_layer_only_delays(build, gather, enter, serve, redis, server):
    house = await build()
    other = serve("--no-clock")
    people = await gather(house, "bob", start=True)
    twin = await enter(house, "bob", url=other.socket_url)
    await twin.snapshot(lambda s: s["you"]["standing"] == "inside")
    await sync_to_async(redis.stop)()
    try:
        await people["alice"].does("Post", text="Can you hear me?")
        assert (await twin.event("Posted"))["private"] == {"text": "Can you hear me?"}
        assert (twin.closed, people["alice"].closed) == (None, None)
    finally:
        await sync_to_async(redis.start)()
    await people["alice"].does("Post", text="And now?")
    await twin.frame(lambda f: f.get("private") == {"text": "And now?"})
    server.forgive()
    other.forgive()
