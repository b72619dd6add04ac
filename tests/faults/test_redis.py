"""Redis is restarted, frozen and emptied: no socket closes, and nobody hears of anything late."""

import asyncio
import contextlib
import statistics
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import httpx
import pytest
import redis as redis_client
from asgiref.sync import sync_to_async

from accounts.models import User
from accounts.revocation import end_sessions
from sessions_app.live import frames
from sessions_app.live.process import RECHECK_S, SWEEP_S
from tests.faults.evening import Evening, evening
from tests.faults.reckoning import reckon
from tests.faults.topology import Topology
from tests.live import house as houses
from tests.servers import Redis

HEARD_MS = 5_000  # the sweep is every 3 s
ACKED_MS = 1_500  # on a busy machine; Redis has no part in it
LOCKED_S = 15
PASSWORD = "a long walk by the lake"


@pytest.mark.parametrize("stack", ["clinic"], indirect=True)
async def test_redis_restarted_frozen_and_emptied_delays_others_by_a_sweep(stack, tmp_path, redis):
    house = await sync_to_async(houses.build)()
    await sync_to_async(with_password)(house.people["bob"])
    async with Topology(stack, tmp_path, webs=2, clocks=1) as topology:
        topology.forgive('"logger": "channels_redis.pubsub"')
        here, there = (web.process.url for web in topology.webs)
        places = {"alice": here, "bob": here, "eve": there, "finn": there}
        async with evening(house, places) as room:
            # Whoever says something brings their own process up to date: eve and finn listen.
            room.talk("alice", "bob")
            async with asking_over_http(there, house.people["bob"].email):
                await in_turn(redis)
                async with frozen(redis, 8):
                    await asyncio.sleep(1)
                    assert room.closes() == []
                    await sign_out(room, "finn")
                await asyncio.sleep(SWEEP_S)
            await room.fall_silent()
            await reckon(house.id, list(room.people.values()))
    assert room.closes() == [frames.SIGNED_OUT], "only who signed out was closed"
    present = ("alice", "bob", "eve")
    assert max(room.ways(present)) < HEARD_MS
    assert not [unheard for unheard in room.unheard() if not unheard.startswith("Finn")]
    assert max(room.waits()) < ACKED_MS, "an acknowledgement waits for the database alone"
    # Between faults a poke brings it at once.
    assert statistics.median(room.ways(present)) < SWEEP_S * 1000 / 4


async def in_turn(redis: Redis) -> None:
    """Each fault but the freeze, with time to heal after each."""
    await sync_to_async(redis.stop)()
    await asyncio.sleep(1)
    await sync_to_async(redis.start)()
    await asyncio.sleep(SWEEP_S)
    for command in (["FLUSHALL"], ["SCRIPT", "FLUSH"], ["CLIENT", "KILL", "TYPE", "pubsub"]):
        await sync_to_async(tell)(redis, *command)
        await asyncio.sleep(1)


def tell(redis: Redis, *command: str) -> None:
    """Give Redis a command."""
    with redis_client.Redis.from_url(redis.url) as client:
        client.execute_command(*command)


@asynccontextmanager
async def frozen(redis: Redis, seconds: float) -> AsyncIterator[None]:
    """Redis hangs for so long, while the block runs."""
    redis.freeze()
    try:
        thawed = asyncio.create_task(asyncio.sleep(seconds))
        yield
        await thawed
    finally:
        redis.thaw()


async def sign_out(room: Evening, name: str) -> None:
    """Sign a person out everywhere: without pokes they go at the next look at the accounts."""
    person = room[name]
    person.silent = True
    await sync_to_async(end_sessions)(room.house.people[name])
    assert await person.until(lambda: not person.live(), RECHECK_S + 2)


def with_password(user: User) -> None:
    """Let a person sign in by HTTP."""
    user.set_password(PASSWORD)
    user.save()


@asynccontextmanager
async def asking_over_http(url: str, email: str) -> AsyncIterator[None]:
    """Meanwhile somebody signs in and asks who they are, over and over; none fails."""
    async with httpx.AsyncClient(base_url=url, timeout=15) as http:
        asking = asyncio.create_task(_ask(http, email))
        try:
            yield
        finally:
            asking.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await asking


async def _ask(http: httpx.AsyncClient, email: str) -> None:
    credentials = {"email": email, "password": PASSWORD}
    while True:
        for _ in range(LOCKED_S):
            answer = await http.post("/_allauth/app/v1/auth/login", json=credentials)
            # A lock of a limit that a frozen Redis took later, with nobody to open it: for 10 s.
            if answer.status_code != 429 and "too_many_login_attempts" not in answer.text:
                break
            await asyncio.sleep(1)
        assert answer.status_code == 200, answer.text
        headers = {"X-Session-Token": answer.json()["meta"]["session_token"]}
        for _ in range(12):  # more sign-ins would meet their limit, as they should
            answer = await http.get("/api/v1/me", headers=headers)
            assert answer.status_code == 200, answer.text
            await asyncio.sleep(0.5)
