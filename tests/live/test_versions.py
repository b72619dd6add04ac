"""An old process that meets an event of a newer version lets its sockets go."""

import asyncio
import json
from uuid import UUID

from asgiref.sync import sync_to_async
from django.db import connection

from sessions_app.ledger import entries, sql
from sessions_app.live import frames, process, service
from sessions_app.live.outbox import Socket
from sessions_app.live.standing import THE_CLOCK
from sessions_app.room.clock import Tick
from tests.live import house as houses
from tests.live.house import House


def newer(session: UUID) -> None:
    """Write what a later version may write: the last row once more, as an unknown event."""
    rows = sql.query(
        "SELECT seq, clinic_id, at, hash, body FROM ledger_entry WHERE session_id = %s "
        "ORDER BY seq DESC LIMIT 1",
        session,
    )
    seq, clinic, at, digest, body = rows[0]
    record = json.loads(bytes(body))
    record |= {"seq": seq + 1, "event": {"type": "SomethingNew"}}
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO ledger_entry (session_id, seq, clinic_id, at, actor, part, kind, body, "
            "hash) VALUES (%s, %s, %s, %s, 'clock', 0, 'SomethingNew', %s, %s)",
            [
                session if sql.postgres() else session.hex,
                seq + 1,
                clinic,
                at,
                json.dumps(record).encode(),
                bytes(digest),
            ],
        )
        cursor.execute(
            "UPDATE room_head SET seq = %s WHERE session_id = %s",
            [seq + 1, session if sql.postgres() else session.hex],
        )


def opened() -> House:
    house = houses.build()
    service.execute_now(house.id, THE_CLOCK, Tick())
    return house


async def test_an_event_of_a_newer_version_closes_the_sockets_and_is_not_tried_for_ever(stack):
    house = await sync_to_async(opened)()
    await process.start()
    try:
        live = process.current()
        account = await sync_to_async(house.account)("bob")
        socket = Socket(house.id, account, house.seats["bob"], live.presence.name())
        feed = await live.hub.join(socket)
        known = feed.room.seq
        await sync_to_async(newer)(house.id)
        async with asyncio.timeout(5):
            await live.hub.reach(house.id, known + 1)
        assert socket.closing == frames.MOVED_ON
        live.hub.remove(socket)
        await live.hub.vacate(house.id)
    finally:
        await process.stop()


async def test_a_room_with_an_event_of_a_newer_version_is_not_entered(build, enter, server):
    house = await build()
    bob = await enter(house, "bob")
    await bob.snapshot(lambda s: s["times"]["phase"] == "door_open")
    await bob.close()
    async with asyncio.timeout(10):
        while not await sync_to_async(entries.happened)(  # noqa: ASYNC110 (another process)
            house.id, "ConnectionLost"
        ):
            await asyncio.sleep(0.05)
    await sync_to_async(newer)(house.id)
    again = await enter(house, "bob")
    assert await again.until_closed() == frames.MOVED_ON
    server.forgive()
