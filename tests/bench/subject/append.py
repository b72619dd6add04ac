"""The real writer: in every room one command after the other, each sent when the last is durable.

Told how many seconds to work, it answers with what was appended and how long each took.
"""

import asyncio
import itertools
import sys
import time
from collections.abc import Sequence
from typing import Any
from uuid import UUID

import django

django.setup()

from sessions_app.live import reading, service  # noqa: E402
from sessions_app.live.standing import Account  # noqa: E402
from sessions_app.models import Enrolment  # noqa: E402
from sessions_app.room.decision import Command  # noqa: E402
from sessions_app.room.floor import LowerHand, RaiseHand  # noqa: E402
from sessions_app.room.talk import Post  # noqa: E402
from tests.bench import rooms  # noqa: E402
from tests.bench.subject.answering import answer  # noqa: E402

# Every other command has a private text.
TURN: tuple[Command, ...] = (Post(rooms.TEXT), RaiseHand(), Post(rooms.TEXT), LowerHand())
numbers = itertools.count()


async def work(session: UUID, account: Account, until: float, took: list[float]) -> None:
    """One room's commands until it is time to stop."""
    for command in itertools.cycle(TURN):
        start = time.perf_counter()
        if start > until:
            return
        await service.execute(session, account, command, f"r{next(numbers)}")
        took.append((time.perf_counter() - start) * 1000)


async def drive(accounts: dict[UUID, Account], seconds: float) -> dict[str, Any]:
    """All rooms at once."""
    took: list[float] = []
    start = time.perf_counter()
    until = start + seconds
    await asyncio.gather(*(work(s, account, until, took) for s, account in accounts.items()))
    return {"units": len(took), "seconds": time.perf_counter() - start, "latencies_ms": took}


def main(sessions: Sequence[str]) -> None:
    """Answer each line until there are none."""
    accounts = {UUID(session): _somebody(session) for session in sessions}
    asyncio.run(drive(accounts, 0.1))  # warm
    answer(lambda seconds: asyncio.run(drive(accounts, seconds)))
    service.stop()
    reading.close()


def _somebody(session: str) -> Account:
    enrolled = Enrolment.objects.filter(seat__group__sessions=session).order_by("pk")
    return Account(enrolled.values_list("seat__user_id", flat=True)[0], 0)


if __name__ == "__main__":
    main(sys.argv[1:])
