"""A web process is cut off from Redis, then from PostgreSQL, with people in it; then healed."""

import asyncio
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager

import pytest
from asgiref.sync import sync_to_async

from sessions_app.live.leases import LEASE_MS
from sessions_app.live.writer import PATIENCE_S
from sessions_app.simulate.errors import Refused
from tests.faults.evening import Evening, evening
from tests.faults.gate import Gate
from tests.faults.namespaces import Network, inside
from tests.faults.proxy import Proxy
from tests.faults.reckoning import reckon
from tests.faults.topology import WEB, Topology
from tests.live import house as houses
from tests.servers import Place, Postgres, Redis
from tests.stack import ClinicTemplate, Stack

pytestmark = pytest.mark.timeout(300)

HEARD_MS = 5_000
SLACK_MS = 6_000  # a look of the clock, a sign of life, and a busy machine
AWAY = (
    "Background work failed|The clock could not look|The database does not answer"
    "|OperationalError|Traceback|gives no answer|channels_redis.pubsub"
)


@pytest.fixture
def network() -> Iterator[Network]:
    """Where servers are, and where a process is that can be cut off from each."""
    network = Network("postgres", "redis")
    yield network
    network.close()


@pytest.fixture
def servers(network) -> Iterator[tuple[Postgres, Redis]]:
    """Servers in that network, and on their sockets for everyone else."""
    places = network.addresses
    postgres = Postgres(Place(places["postgres"], network.here))
    redis = Redis(Place(places["redis"], network.here))
    try:
        postgres.start()
        redis.start()
        yield postgres, redis
    finally:
        redis.close()
        postgres.close()


@pytest.fixture
def stack(servers, tmp_path, django_db_blocker) -> Iterator[Stack]:
    """The clinic's topology on these servers."""
    with django_db_blocker.unblock():
        template = ClinicTemplate(tmp_path, *servers)
        with template.stack(tmp_path) as stack:
            yield stack


class Choosy(Proxy):
    """Sends everyone to the first place that is ready."""

    def order(self, room: str) -> list[str]:
        return list(self._places)


async def test_a_process_that_is_cut_off_loses_nothing_and_tells_its_people(
    stack, servers, network, tmp_path
):
    house = await sync_to_async(houses.build)()
    async with (
        Topology(stack, tmp_path, webs=1, clocks=2) as topology,
        cut_off(topology, stack, servers, network) as url,
    ):
        topology.forgive(AWAY)
        here = topology.webs[0].process.url
        async with evening(house, {"alice": here, "bob": here, "eve": url, "finn": url}) as room:
            await from_redis(room, network)
            await from_postgres(room, network)
            await reckon(
                house.id,
                list(room.people.values()),
                slack_ms=LEASE_MS,
                once=["DoorOpened", "Started", "HandRaised"],
            )


async def from_redis(room: Evening, network: Network) -> None:
    """Either side hears of the other by the sweep, and nobody is closed."""
    room.talk("alice")
    await asyncio.sleep(1)
    network.cut("redis")
    await asyncio.sleep(8)
    await room.fall_silent()
    room.talk("eve")
    await asyncio.sleep(4)
    network.mend("redis")
    await asyncio.sleep(2)
    await room.fall_silent()
    assert room.closes() == []
    assert max(room.ways()) < HEARD_MS
    assert room.unheard() == []


async def from_postgres(room: Evening, network: Network) -> None:
    """Its people are told, and come back elsewhere; the others see them lost after a lease."""
    room.talk("alice", "eve")
    await asyncio.sleep(1)
    began = time.monotonic()
    cut_at = room["alice"].now()
    network.cut("postgres")
    with pytest.raises(Refused) as refused:
        await room["finn"].live()[0].command("RaiseHand", "finn's hand")
    assert refused.value.code == "unavailable"
    assert time.monotonic() - began < PATIENCE_S + 2
    for name in ("eve", "finn"):
        person = room[name]
        await person.until(lambda person=person: bool(person.closes), 15)
        assert person.closes == [4000]
        assert time.monotonic() - began < (LEASE_MS + SLACK_MS) / 1000
        lost = await room["alice"].heard(_loss_of(person.seat))
        assert lost["at"] - cut_at < LEASE_MS + SLACK_MS
        assert lost["event"]["as_of"] - cut_at < SLACK_MS
        assert await person.until(lambda person=person: bool(person.live())), "came back elsewhere"
    assert room["alice"].closes == room["bob"].closes == []
    network.mend("postgres")
    await room["finn"].live()[0].command("RaiseHand", "finn's hand")
    await room.heals(within_s=5)
    await room.fall_silent()


def _loss_of(seat: str):
    return lambda event: event["type"] == "ConnectionLost" and event["seat"] == seat


@asynccontextmanager
async def cut_off(
    topology: Topology, stack: Stack, servers: tuple[Postgres, Redis], network: Network
) -> AsyncIterator[str]:
    """One more web process, in the other network; who goes to this address prefers it."""
    postgres, redis = servers
    name = stack.database_url.split("/")[3].split("?")[0]
    assert redis.place
    web = await topology.add_web(
        inside(network.there, *WEB),
        VGROUP_DATABASE_URL=postgres.url_there(name),
        VGROUP_REDIS_URL=f"redis://{redis.place.address}:6379",
    )
    proxy = Choosy()
    await proxy.start()
    try:
        async with Gate(network.there, web.process.url) as gate:
            topology.proxy.forget(web.name)
            proxy.point("cut off", gate.url)
            proxy.point("elsewhere", topology.webs[0].process.url)
            yield proxy.url
    finally:
        await proxy.close()
