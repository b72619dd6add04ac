"""The disk of an embedded server fills up while a group meets, and is freed again."""

import asyncio
import contextlib
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from asgiref.sync import sync_to_async

from sessions_app.live.leases import LEASE_MS
from sessions_app.simulate.errors import Refused
from tests.faults.evening import evening
from tests.faults.namespaces import DISK, again_on_a_disk_of_its_own
from tests.faults.reckoning import reckon
from tests.live import house as houses
from tests.live.house import House
from tests.process import ServerProcess
from tests.stack import Stack

pytestmark = pytest.mark.timeout(300)

TEST = f"{__file__}::test_a_full_disk_is_told_and_nothing_is_half_written"


@pytest.fixture
def stack(embedded_template, django_db_blocker) -> Iterator[Stack | None]:
    """An embedded server's home on the small disk, in the process that has it."""
    if DISK not in os.environ:
        yield None
        return
    with (
        django_db_blocker.unblock(),
        embedded_template.stack(Path(os.environ[DISK])) as stack,
    ):
        yield stack


async def test_a_full_disk_is_told_and_nothing_is_half_written(stack, tmp_path):
    if again_on_a_disk_of_its_own(TEST, tmp_path, size_mb=8):
        return
    house = await sync_to_async(houses.build)()
    server = await asyncio.to_thread(ServerProcess, stack, tmp_path / "server.log")
    try:
        await fill_up(stack.home, server, house)
    finally:
        await asyncio.to_thread(server.kill)
    told = re.findall("The disk is full", server.text())
    assert len(told) == 1, "whoever runs it is told once, not by every command"


async def fill_up(home: Path, server: ServerProcess, house: House) -> None:
    """What happens meanwhile, and afterwards."""
    places = dict.fromkeys(("alice", "bob", "eve"), server.url)
    async with evening(house, places) as room:
        room.talk("alice", "bob")
        await asyncio.sleep(1)
        with full(home):
            while not room["alice"].chronicle.again["unavailable"]:  # noqa: ASYNC110 (a server's)
                await asyncio.sleep(0.1)
            with pytest.raises(Refused, match=r"disk is full.*free some space") as refused:
                await room["eve"].live()[0].command("RaiseHand", "eve's hand")
            assert refused.value.code == "unavailable"
            # Long enough for the lease to run out, which can not be renewed meanwhile.
            await asyncio.sleep(LEASE_MS / 1000 + 5)
            assert room.closes() == []
        await room["eve"].live()[0].command("RaiseHand", "eve's hand")
        await room.heals(within_s=5)
        await asyncio.sleep(6)  # a renewal of the lease, and several looks of the clock
        await room.fall_silent()
        await reckon(house.id, list(room.people.values()), once=["HandRaised"])
        assert room.closes() == []
        assert room.unheard() == []


@contextmanager
def full(home: Path) -> Iterator[None]:
    """Not one more byte fits on the disk, while the block runs."""
    ballast = home / "ballast"
    with ballast.open("wb", buffering=0) as file, contextlib.suppress(OSError):
        for size in (65536, 4096, 1):
            with contextlib.suppress(OSError):
                while file.write(b"\0" * size):
                    pass
    try:
        yield
    finally:
        ballast.unlink()
