"""The way in: every command, from a socket, the HTTP door or the clock, is executed here."""

import asyncio
import threading
from uuid import UUID

from django.db import connection

from sessions_app.live.answers import Done, InLoop, InThread
from sessions_app.live.batch import Request
from sessions_app.live.standing import Who
from sessions_app.live.writer import PATIENCE_S, Unavailable, Writer
from sessions_app.room.decision import Command

_lock = threading.Lock()
_writer: Writer | None = None


def writer() -> Writer:
    """This process's writer, started with the first command."""
    global _writer  # noqa: PLW0603 (one writer a process is the point)
    with _lock:
        if _writer is None:
            _writer = Writer()
        return _writer


def stop() -> None:
    """Finish what is queued and let the writer go."""
    global _writer  # noqa: PLW0603
    with _lock:
        if _writer is not None:
            _writer.stop()
            _writer = None


async def execute(session: UUID, who: Who, command: Command, ref: str | None = None) -> Done:
    """Execute a command; raises RoomError where it is refused.

    With a `ref`, a command that is sent again, in whichever process, is answered again and not
    done again.
    """
    answer = InLoop()
    writer().submit(Request(session, who, command, ref, answer))
    try:
        # Whatever the writer waits for: one that is still queued then is not done at all.
        async with asyncio.timeout(PATIENCE_S):
            return await answer.future
    except TimeoutError:
        raise Unavailable from None


def execute_now(session: UUID, who: Who, command: Command, ref: str | None = None) -> Done:
    """The same for threads without a loop. Refuses to run inside an open transaction.

    The writer would wait for locks that the caller's transaction holds, and what is
    acknowledged to the caller must not depend on a commit that may still fail.
    """
    if connection.in_atomic_block:
        raise RuntimeError("Execute commands outside of transactions: commit first.")
    answer = InThread()
    writer().submit(Request(session, who, command, ref, answer))
    try:
        return answer.wait(PATIENCE_S * 2)
    except TimeoutError:
        raise Unavailable from None
