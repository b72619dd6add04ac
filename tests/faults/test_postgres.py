"""PostgreSQL is restarted and frozen, also during a commit: nothing is lost, nothing twice."""

import asyncio
import os
import signal
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from uuid import UUID

import psycopg
import pytest
from asgiref.sync import sync_to_async
from django.db import connection

from sessions_app.ledger import entries
from sessions_app.live.writer import PATIENCE_S
from sessions_app.simulate.errors import Refused
from tests.faults.evening import Evening, evening
from tests.faults.reckoning import happened_once, reckon
from tests.faults.topology import Topology
from tests.live import house as houses
from tests.servers import Postgres
from tests.stack import Stack

pytestmark = [
    pytest.mark.parametrize("stack", ["clinic"], indirect=True),
    pytest.mark.timeout(300),
]

# What the processes log about a database that is away is what these tests are about.
AWAY = (
    "Background work failed|The clock could not look|The database does not answer"
    "|OperationalError|Traceback|gives no answer"
)


@asynccontextmanager
async def talking(stack: Stack, folder: Path) -> AsyncIterator[tuple[Topology, Evening]]:
    """Two web processes with people of one room in both, three of whom talk."""
    house = await sync_to_async(houses.build)()
    async with Topology(stack, folder, webs=2, clocks=2) as topology:
        topology.forgive(AWAY)
        here, there = (web.process.url for web in topology.webs)
        places = {"alice": here, "bob": here, "eve": there, "finn": there}
        async with evening(house, places) as room:
            room.talk("alice", "bob", "eve")
            await asyncio.sleep(1)
            yield topology, room
            await room.fall_silent()
            await sync_to_async(close)()  # this one too was cut
            await reckon(house.id, list(room.people.values()))


async def test_restarts_and_freezes_delay_and_lose_nothing(stack, tmp_path, postgres):
    async with talking(stack, tmp_path) as (_, room):
        await sync_to_async(postgres.crash)()
        await asyncio.sleep(2)
        await sync_to_async(postgres.start)()
        await room.heals(within_s=5)
        async with frozen(postgres, 5):
            pass
        await room.heals(within_s=3)
        assert room["alice"].chronicle.again == {}, "nobody was told to send it again"
        assert room.closes() == []
        # A process hears of the other one's commits by a poke, or at the next sweep.
        await room.is_heard(within_s=5)


async def test_a_long_freeze_is_told_and_what_is_sent_again_is_done_once(stack, tmp_path, postgres):
    async with talking(stack, tmp_path) as (_, room):
        finn = room["finn"].live()[0]
        async with frozen(postgres, 24):
            began = time.monotonic()
            with pytest.raises(Refused) as refused:
                await finn.command("RaiseHand", "finn's hand")
            assert refused.value.code == "unavailable"
            assert time.monotonic() - began < PATIENCE_S + 2
        await room.heals(within_s=10)
        assert set(room.closes()) <= {4000}
        await room["finn"].until(lambda: bool(room["finn"].live()))
        await room["finn"].live()[0].command("RaiseHand", "finn's hand")
        await sync_to_async(happened_once)(room.house.id, ["HandRaised"])


async def test_a_commit_of_unknown_outcome_is_done_once(stack, tmp_path, postgres):
    async with talking(stack, tmp_path) as (_, room):
        await sync_to_async(slow_to_commit)("HandRaised")
        raised = asyncio.create_task(room["bob"].command("RaiseHand"))
        os.kill(await committing(postgres, "PgSleep"), signal.SIGKILL)
        await raised
        async with crashing_before_it_says_so(postgres):
            raised = asyncio.create_task(room["eve"].command("RaiseHand"))
            await committing(postgres, "SyncRep")
        await raised
        await room.heals(within_s=5)
        assert room.closes() == []
    hands = [fact for fact in await sync_to_async(tail)(room.house.id) if fact == "HandRaised"]
    assert len(hands) == 2


@asynccontextmanager
async def frozen(postgres: Postgres, seconds: float) -> AsyncIterator[None]:
    """The server hangs for so long, while the block runs."""
    postgres.freeze()
    try:
        thawed = asyncio.create_task(asyncio.sleep(seconds))
        yield
        await thawed
    finally:
        postgres.thaw()


def close() -> None:
    """Let the calling thread connect anew."""
    connection.close()


def slow_to_commit(kind: str) -> None:
    """From now on a commit with such an event takes two seconds, before it is durable."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"""
            CREATE FUNCTION linger() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN IF NEW.kind = '{kind}' THEN PERFORM pg_sleep(2); END IF; RETURN NULL; END $$;
            CREATE CONSTRAINT TRIGGER linger AFTER INSERT ON ledger_entry
            DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION linger()
            """
        )
    connection.close()


@asynccontextmanager
async def crashing_before_it_says_so(postgres: Postgres) -> AsyncIterator[None]:
    """What is committed in the block is durable, and nobody is told so before the server crashes.

    It waits for a standby that there is not.
    """
    await sync_to_async(_configure)(postgres, "SET synchronous_standby_names = 'nobody'")
    try:
        yield
    finally:
        await sync_to_async(_configure)(postgres, "RESET synchronous_standby_names", reload=False)
        await sync_to_async(postgres.crash)()
        await sync_to_async(postgres.start)()


def _configure(postgres: Postgres, change: str, *, reload: bool = True) -> None:
    with psycopg.connect(postgres.url("postgres"), autocommit=True) as session:
        session.execute(f"ALTER SYSTEM {change}")
        if reload:
            session.execute("SELECT pg_reload_conf()")


async def committing(postgres: Postgres, wait: str) -> int:
    """The server process that is in the middle of a commit."""
    async with asyncio.timeout(10):
        while not (found := await sync_to_async(_committing)(postgres, wait)):  # noqa: ASYNC110
            await asyncio.sleep(0.05)
    return found


def _committing(postgres: Postgres, wait: str) -> int:
    with psycopg.connect(postgres.url("postgres"), autocommit=True) as session:
        row = session.execute(
            "SELECT pid FROM pg_stat_activity WHERE query = 'COMMIT' AND wait_event = %s", [wait]
        ).fetchone()
    return row[0] if row else 0


def tail(session: UUID) -> list[str]:
    """The kinds of events in a ledger."""
    return [type(fact.event).__name__ for fact in entries.tail(session, 0)]
