"""Processes are replaced by newer ones with people in their rooms, and nobody loses anything."""

import asyncio
import itertools

import pytest
from asgiref.sync import sync_to_async

from sessions_app.live import frames
from tests.faults.people import chatting, gathered
from tests.faults.proxy import first
from tests.faults.reckoning import SLACK_MS, gaps, let_go, reckon
from tests.faults.topology import Topology
from tests.live import house as houses
from tests.live.house import House

pytestmark = pytest.mark.parametrize("stack", ["clinic"], indirect=True)

OLDER_WEB = ("-m", "tests.faults.older", "serve", "--no-clock", "--port", "0")
OLDER_CLOCK = ("-m", "tests.faults.older", "clock", "--port", "0")
UNREADABLE = "can not be read by this version"
LADDER = {"reconnect_s": 2, "hold_after_s": 2, "end_after_s": 5}
LEFT_ALONE = ("Held", "GivenUp", "Ended", "TalkErased")
DRAIN_S = "3"
GAP_MS = 5_000


def house_at(place: str, *places: str) -> House:
    """A house whose room goes to a place, once all of them are there."""
    for n in itertools.count():
        house = houses.build(suffix=f"-{place}-{n}")
        if first((place, *places), str(house.id)) == place:
            return house
    raise AssertionError


async def test_processes_are_replaced_one_by_one_and_nobody_notices(stack, tmp_path):
    one = await sync_to_async(house_at)("web-0", "web-1")
    other = await sync_to_async(house_at)("web-1", "web-0")
    async with (
        Topology(stack, tmp_path, clocks=1, VGROUP_DRAIN_S=DRAIN_S) as topology,
        gathered(one, topology.url, "bob", "eve") as here,
        gathered(other, topology.url, "bob", "eve") as there,
    ):
        everyone = [*here.values(), *there.values()]
        async with chatting(everyone):
            for place in topology.places:
                await topology.stop(place)
                await topology.restart(place)
            await asyncio.sleep(2)
        assert {code for person in everyone for code in person.closes} == {frames.RESTARTING}
        for house, people in ((one, here), (other, there)):
            await reckon(house.id, people.values())
            for person in people.values():
                assert person.unconnected_ms() <= GAP_MS
                told = await sync_to_async(gaps)(house.id, person)
                assert all(until - since <= GAP_MS for since, until in told), told


async def test_an_old_process_hands_a_room_that_it_no_longer_understands_to_a_new_one(
    stack, tmp_path
):
    house = await sync_to_async(house_at)("web-1", "web-0")
    async with Topology(stack, tmp_path, webs=0, clocks=1) as topology:
        old = await topology.add_web(OLDER_WEB)
        topology.forgive(UNREADABLE)
        async with gathered(house, topology.url, "bob", "eve") as people:
            alice, bob, eve = people.values()
            await topology.add_web()
            alice.lose()
            await alice.open(resume=True)
            async with chatting((bob, eve)):
                await asyncio.sleep(1)
            async with chatting((alice,)):
                await alice.command("React", reaction="heart")
                for person in (bob, eve):
                    await person.heard(lambda event: event["type"] == "Reacted")
            async with chatting((bob, eve)):
                await asyncio.sleep(1)
            assert (bob.closes, eve.closes) == ([frames.MOVED_ON], [frames.MOVED_ON])
            assert max(bob.unconnected_ms(), eve.unconnected_ms()) <= GAP_MS
            eve.lose()
            await topology.stop(old)
            await asyncio.sleep(2 * SLACK_MS / 1000)  # if she were still there, it would show
            await let_go()
            await reckon(house.id, people.values(), slack_ms=SLACK_MS)


async def test_an_old_clock_does_not_stand_in_the_way_of_a_new_one(stack, tmp_path):
    house = await sync_to_async(houses.build)(**LADDER)
    async with Topology(stack, tmp_path, webs=1, clocks=0) as topology:
        old = await topology.add_clock(OLDER_CLOCK)
        topology.forgive(UNREADABLE)
        async with gathered(house, topology.url, "bob") as people:
            alice, bob = people.values()
            await alice.command("React", reaction="heart")
            alice.lose()
            await topology.until_logged(old, "can not be read by this version")
            await topology.add_clock()
            assert await bob.until(lambda: bob.phase == "ended", timeout_s=20)
            await reckon(house.id, people.values(), once=LEFT_ALONE)
