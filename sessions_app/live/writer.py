"""The one writer of a process: a thread that takes everything queued as one batch, and commits.

A batch that fails is tried again room by room, then command by command, so that one bad
command harms nobody else. After a commit of unknown outcome the next try looks the refs up
first, and what carries no ref changes nothing when repeated.
"""

import logging
import queue
import sqlite3
import threading
import time
from collections.abc import Callable, Sequence

from django.db import InterfaceError, OperationalError, connection
from django.db.utils import IntegrityError
from msgspec import ValidationError

from sessions_app.live import answers, batch, metrics, patience
from sessions_app.live.batch import Committed, Outcome, Request
from sessions_app.live.rooms import Shelf
from sessions_app.room.errors import Busy, RoomError

log = logging.getLogger(__name__)

QUEUE_LIMIT = 10_000
BATCH_LIMIT = 256
PATIENCE_S = 15.0  # how long a command waits for a database that does not answer

Listener = Callable[[Sequence[Committed]], None]


class Unavailable(RoomError):
    """The database does not answer; whether the command was done is settled by its ref."""

    def __init__(self) -> None:
        super().__init__(
            "unavailable", "The service can not reach its database. Send the same ref again."
        )


class DiskFull(Unavailable):
    """The database has no room to write; what was asked for was not done."""

    def __init__(self) -> None:
        super().__init__()
        self.message = (
            "The service's disk is full, and this was not done. Whoever runs it must free some "
            "space. Send the same ref again then."
        )


class MovedOn(RoomError):
    """A newer version wrote in this room what this one can not read."""

    def __init__(self) -> None:
        super().__init__("restarting", "The service is being replaced. Send the same ref again.")


class Stopping(RoomError):
    """The process is going down."""

    def __init__(self) -> None:
        super().__init__("restarting", "The service restarts. Send the same ref again.")


class Writer:
    """Takes requests from any thread; answers each through its future."""

    def __init__(self) -> None:
        self.listeners: list[Listener] = []
        self.shelf = Shelf()
        self._queue: queue.Queue[Request | None] = queue.Queue(QUEUE_LIMIT)
        metrics.measured(metrics.queue_depth, self.depth)
        self._thread = threading.Thread(target=self._run, name="writer", daemon=True)
        self._stopping = False
        self._full = False
        self._thread.start()

    def submit(self, request: Request) -> None:
        """Queue a request; raises Busy where too many wait, Stopping where none are taken."""
        if self._stopping:
            raise Stopping
        try:
            self._queue.put_nowait(request)
        except queue.Full:
            raise Busy from None

    def depth(self) -> int:
        """How many requests wait."""
        return self._queue.qsize()

    def stop(self) -> None:
        """Finish what is queued, then end the thread and close its connection."""
        self._stopping = True
        self._queue.put(None)
        self._thread.join()

    def _run(self) -> None:
        patience.bound()
        while (taken := self._take()) is not None:
            # From here on a request is no longer cancelled: what is begun is answered.
            requests = [r for r in taken if r.answer.begin()]
            try:
                self._settle(requests, time.monotonic() + PATIENCE_S)
            except Exception as error:
                log.exception("A batch could not be settled")
                _fail(requests, error)
        connection.close()

    def _take(self) -> list[Request] | None:
        first = self._queue.get()
        if first is None:
            return None
        requests = [first]
        while len(requests) < BATCH_LIMIT:
            try:
                request = self._queue.get_nowait()
            except queue.Empty:
                break
            if request is None:
                self._queue.put(None)
                break
            requests.append(request)
        return requests

    def _settle(self, requests: Sequence[Request], until: float) -> None:
        try:
            self._commit(requests)
        except (OperationalError, InterfaceError) as error:
            connection.close()
            metrics.retries.inc()
            if _full(error):
                self._tell_full()
                _fail(requests, DiskFull())
                return
            if time.monotonic() > until:
                log.error("The database does not answer: %s", type(error).__name__)  # noqa: TRY400 (no trace)
                _fail(requests, Unavailable())
                return
            time.sleep(0.2)
            self._settle(requests, until)
        except Exception as error:  # noqa: BLE001 (whatever it is, it must harm one command only)
            self._divide(requests, error, until)

    def _tell_full(self) -> None:
        # Once, for whatever it is written to may be on the same disk.
        if not self._full:
            self._full = True
            log.critical("The disk is full: no command is done until there is space again.")

    def _divide(self, requests: Sequence[Request], error: Exception, until: float) -> None:
        connection.close()
        for session in {request.session for request in requests}:
            self.shelf.drop(session)
        if len(requests) == 1:
            # A row that is already there was written by another process: it is looked up now.
            if isinstance(error, IntegrityError) and time.monotonic() < until:
                self._settle(requests, until=0.0)
                return
            if isinstance(error, ValidationError):
                error = MovedOn()
            if not isinstance(error, RoomError):
                log.error("A command failed", exc_info=error)
            _fail(requests, error)
            return
        for part in _parts(requests):
            self._settle(part, until)

    def _commit(self, requests: Sequence[Request]) -> None:
        metrics.batch_commands.observe(len(requests))
        with metrics.commit_seconds.time():
            outcome = batch.run(requests, self.shelf)
        self._full = False
        # Local sockets hear of it before anyone is answered, so an ack never precedes its event.
        for listener in self.listeners:
            _tell(listener, outcome.committed)
        for _, error in outcome.refused:
            if not isinstance(error, RoomError):
                log.error("A command could not be decided", exc_info=error)
        settled: list[tuple[Request, answers.Result]] = [*outcome.done, *outcome.refused]
        answers.give((request.answer, result) for request, result in settled)
        _count(outcome)


def _count(outcome: Outcome) -> None:
    metrics.answered(
        (type(request.command).__name__ for request, _ in outcome.done),
        (error.code if isinstance(error, RoomError) else "failed" for _, error in outcome.refused),
    )
    metrics.events.inc(sum(len(committed.facts) for committed in outcome.committed))


def _tell(listener: Listener, committed: Sequence[Committed]) -> None:
    try:
        listener(committed)
    except Exception:
        # It is committed: a deaf listener is brought up to date by the sweep.
        log.exception("A listener failed to hear of a commit")


def _full(error: Exception) -> bool:
    cause = error.__cause__
    return (
        getattr(cause, "sqlite_errorcode", None) == sqlite3.SQLITE_FULL
        or getattr(cause, "sqlstate", None) == "53100"
    )


def _parts(requests: Sequence[Request]) -> list[list[Request]]:
    rooms: dict[object, list[Request]] = {}
    for request in requests:
        rooms.setdefault(request.session, []).append(request)
    if len(rooms) > 1:
        return list(rooms.values())
    return [[request] for request in requests]


def _fail(requests: Sequence[Request], error: Exception) -> None:
    answers.give((request.answer, error) for request in requests)
