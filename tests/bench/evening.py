"""Long sessions and long histories: how fast one opens, and what old ones cost running ones."""

import asyncio
import gc
import os
import statistics
import time
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import cycle, islice

import psycopg

from accounts.ids import uuid7
from sessions_app.live import feed, service
from sessions_app.live import rooms as live
from sessions_app.live.standing import Trusted
from sessions_app.models import GroupSession
from sessions_app.room.decision import Actor, Command
from sessions_app.room.floor import LowerHand, RaiseHand
from sessions_app.room.talk import Post
from tests.bench import machine, table
from tests.bench.contestants import SEATS
from tests.bench.rooms import TEXT, Filled
from tests.bench.stage import Stage, at
from tests.bench.worker import Worker
from tests.stack import Stack

# Of a long evening's events few are messages; each of those is a text to unseal.
TURN: tuple[Command, ...] = (Post(TEXT), *(RaiseHand(), LowerHand()) * 5)
AT_ONCE = 250
ROUNDS, RUNNING, APPEND_S = 5, 20, 2.0
HEADS = """
INSERT INTO room_head (session_id, clinic_id, seq, hash, at)
SELECT old.pk, h.clinic_id, h.seq, h.hash, h.at
FROM room_head h CROSS JOIN unnest(%s::uuid[]) AS old (pk) WHERE h.session_id = %s
"""
ROWS = """
INSERT INTO ledger_entry
    (session_id, seq, clinic_id, at, actor, ref, part, kind, body, hash)
SELECT old.pk, e.seq, e.clinic_id, e.at, e.actor, e.ref, e.part, e.kind, e.body, e.hash
FROM ledger_entry e CROSS JOIN unnest(%s::uuid[]) AS old (pk) WHERE e.session_id = %s
"""
_FIELDS = [field for field in GroupSession._meta.concrete_fields if not field.primary_key]


@dataclass(frozen=True)
class History:
    """Running rooms in a database full of old rows ÷ in one with none: 1 is no difference."""

    rows: int
    append_cost: float
    append_p99: float
    open: float


def measure(
    stage: Stage, events: Sequence[int], rows: int
) -> tuple[list[tuple[float, float]], History]:
    """The time to open sessions of so many events; the difference that so many rows make."""
    table.progress(f"a session of {max(events)} events")
    stack, (long,) = stage.clinic(1, SEATS)
    with at(stack):
        asyncio.run(_live_through(long, max(events)))
        machine.pin(os.getpid(), machine.SERVER_CORE)
        gc.collect()
        gc.freeze()  # as a server does at its start
        opened = [(float(n), _opens_ms(long, n)) for n in events]
        machine.pin(os.getpid(), machine.LOAD_CORE)
    return opened, asyncio.run(_history(stage, rows, max(events)))


async def _live_through(room: Filled, events: int) -> None:
    who = Trusted(Actor(room.seats[1], "participant"))
    commands = list(enumerate(islice(cycle(TURN), events)))
    for first in range(0, events, AT_ONCE):
        part = commands[first : first + AT_ONCE]
        await asyncio.gather(
            *(service.execute(room.session, who, command, f"r{n}") for n, command in part)
        )


def _opens_ms(room: Filled, upto: int | None) -> float:
    """From nothing in memory to the first frame for one who comes in."""
    took = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        feed.welcome(room.session, live.load(room.session, upto), room.seats[1])
        took.append((time.perf_counter() - start) * 1000)
    return statistics.median(took)


async def _history(stage: Stage, rows: int, each: int) -> History:
    """Two clinics alike but for the rows, measured in turn."""
    table.progress(f"{rows} rows of history")
    young, filled = await asyncio.to_thread(stage.clinic, RUNNING, SEATS)
    old, aged = await asyncio.to_thread(stage.clinic, RUNNING + 1, SEATS)
    *aged, long = aged
    await asyncio.to_thread(_age, old, long, rows // each, each)
    pairs = (_writer(young, filled), _writer(old, aged))
    for worker in pairs:
        await worker.start()
    rounds = [[await worker.drive(0, APPEND_S) for worker in pairs] for _ in range(ROUNDS)]
    for worker in pairs:
        await worker.stop()
    without, with_it = await asyncio.to_thread(
        lambda: [_opening(*place) for place in ((young, filled[0]), (old, aged[0]))]
    )
    return History(
        rows,
        statistics.median(after.cost / before.cost for before, after in rounds),
        statistics.median(after.p99 / before.p99 for before, after in rounds),
        with_it / without,
    )


def _age(stack: Stack, long: Filled, copies: int, events: int) -> None:
    """Let one long session be, and as many old ones like it."""
    with at(stack):
        asyncio.run(_live_through(long, events))
        like = GroupSession.objects.get(pk=long.session)
        past = [_past(like) for _ in range(copies)]
        GroupSession.objects.bulk_create(past)
    ids = [session.pk for session in past]
    with psycopg.connect(stack.database_url, autocommit=True) as connection:
        connection.execute(HEADS, [ids, long.session])
        connection.execute(ROWS, [ids, long.session])
        connection.execute("VACUUM ANALYZE ledger_entry")


def _past(like: GroupSession) -> GroupSession:
    copy = GroupSession(**{field.attname: getattr(like, field.attname) for field in _FIELDS})
    copy.pk = uuid7()
    return copy


def _writer(stack: Stack, rooms: Sequence[Filled]) -> Worker:
    environ = stack.environ | {"DJANGO_SETTINGS_MODULE": "vgroup.settings"}
    sessions = tuple(str(room.session) for room in rooms)
    return Worker("writer", "tests.bench.subject.append", sessions, environ)


def _opening(stack: Stack, room: Filled) -> float:
    with at(stack):
        return _opens_ms(room, None)
