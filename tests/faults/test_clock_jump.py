"""The database's clock jumps by an hour, either way, while a group meets."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from itertools import pairwise
from pathlib import Path

import pytest
from asgiref.sync import sync_to_async
from django.db import connection

from sessions_app.ledger import entries
from sessions_app.live.leases import LEASE_MS, RENEW_S
from sessions_app.simulate.device import Device
from tests.faults.evening import Evening, evening
from tests.faults.reckoning import reckon
from tests.faults.topology import Topology
from tests.live import house as houses
from tests.stack import Stack

HOUR_S = 3600
pytestmark = [
    pytest.mark.parametrize("stack", ["clinic"], indirect=True),
    pytest.mark.timeout(300),
]


async def test_an_hour_that_did_not_pass_ends_nothing_and_throws_nobody_out(stack, tmp_path):
    await sync_to_async(make_a_clock_that_can_be_set)()
    async with meeting(stack, tmp_path) as (topology, room):
        await room["alice"].command("Break", minutes=5)
        await an_hour_ahead(topology, room)
        await an_hour_behind(topology, room)
        await room["alice"].command("EndBreak")


async def an_hour_ahead(topology: Topology, room: Evening) -> None:
    """Neither those that run nor those that start now take the others for dead, or a break over."""
    await sync_to_async(set_ahead)(HOUR_S)
    for place in topology.places:
        await topology.until_logged(place, "The clock jumped by 3")
    await asyncio.gather(topology.add_web(), topology.add_clock())
    # A clock that has just started waits for a whole lease before it lets go of anyone.
    await asyncio.sleep(LEASE_MS / 1000 + RENEW_S)
    await nothing_happened_by_itself(room)
    await sync_to_async(set_ahead)(0)
    await asyncio.sleep(RENEW_S)
    await nothing_happened_by_itself(room)


async def an_hour_behind(topology: Topology, room: Evening) -> None:
    """Nor are those that start now taken for dead by the others."""
    await sync_to_async(set_ahead)(-HOUR_S)
    await topology.until_logged(topology.clocks[0], "The clock jumped by -3")
    newcomer = await topology.add_web()
    eve = room["eve"]
    ticket = await eve.account.ticket(eve.session)
    url = newcomer.process.socket_url
    second = await Device.open(url, eve.session, ticket, lambda *_: None)
    await asyncio.sleep(RENEW_S + 2)
    await nothing_happened_by_itself(room)
    assert second.is_open, "whoever is in the new process is not taken for lost"
    await sync_to_async(set_ahead)(0)
    await asyncio.sleep(RENEW_S)
    await nothing_happened_by_itself(room)
    await second.close()


@asynccontextmanager
async def meeting(stack: Stack, folder: Path) -> AsyncIterator[tuple[Topology, Evening]]:
    """People of one room in two processes, who talk all along."""
    house = await sync_to_async(houses.build)()
    async with Topology(stack, folder, webs=2, clocks=1) as topology:
        topology.forgive("The clock jumped")
        here, there = (web.process.url for web in topology.webs)
        places = {"alice": here, "bob": here, "eve": there, "finn": there}
        async with evening(house, places) as room:
            room.talk("alice", "eve")
            yield topology, room
            await room.fall_silent()
            facts = await sync_to_async(entries.tail)(house.id, 0)
            assert all(before.at <= after.at for before, after in pairwise(facts))
            await reckon(house.id, list(room.people.values()))
    assert room.closes() == []
    assert room.unheard() == []


async def nothing_happened_by_itself(room: Evening) -> None:
    """Nobody is lost, and nothing ended."""
    facts = await sync_to_async(entries.tail)(room.house.id, 0)
    kinds = {type(fact.event).__name__ for fact in facts}
    happened = {"ConnectionLost", "GivenUp", "Ended", "Held", "BreakEnded"} & kinds
    assert not happened, happened
    assert room.closes() == []


def make_a_clock_that_can_be_set() -> None:
    """In this database, whoever asks for the time is told what `set_ahead` says."""
    with connection.cursor() as cursor:
        cursor.execute(
            """
            CREATE SCHEMA mistaken;
            CREATE TABLE mistaken.ahead (seconds integer);
            INSERT INTO mistaken.ahead VALUES (0);
            CREATE FUNCTION mistaken.clock_timestamp() RETURNS timestamptz LANGUAGE sql VOLATILE AS
            $$SELECT pg_catalog.clock_timestamp() + seconds * interval '1 s' FROM mistaken.ahead$$;
            """
        )
        cursor.execute("SELECT current_database()")
        (name,) = cursor.fetchone()
        cursor.execute(f'ALTER DATABASE "{name}" SET search_path = mistaken, pg_catalog, public')
    connection.close()


def set_ahead(seconds: int) -> None:
    """Let the clock jump, to so far ahead of the true time."""
    with connection.cursor() as cursor:
        cursor.execute("UPDATE mistaken.ahead SET seconds = %s", [seconds])
