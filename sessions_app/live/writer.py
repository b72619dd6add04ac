"""The one writer of a process: a thread that takes everything queued as one batch, and commits.

A batch that fails is tried again room by room, then command by command, so that one bad
command harms nobody else. After a commit of unknown outcome the next try looks the refs up
first, and what carries no ref changes nothing when repeated.
"""

import logging
import queue
import threading
import time
from collections.abc import Callable, Sequence

from django.db import InterfaceError, OperationalError, connection
from django.db.utils import IntegrityError

from sessions_app.live import batch
from sessions_app.live.batch import Committed, Request
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
        self._thread = threading.Thread(target=self._run, name="writer", daemon=True)
        self._stopping = False
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
        while (taken := self._take()) is not None:
            # From here on a request is no longer cancelled: what is begun is answered.
            requests = [r for r in taken if r.answer.set_running_or_notify_cancel()]
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
            if time.monotonic() > until:
                log.error("The database does not answer: %s", type(error).__name__)  # noqa: TRY400 (no trace)
                _fail(requests, Unavailable())
                return
            time.sleep(0.2)
            self._settle(requests, until)
        except Exception as error:  # noqa: BLE001 (whatever it is, it must harm one command only)
            self._divide(requests, error, until)

    def _divide(self, requests: Sequence[Request], error: Exception, until: float) -> None:
        connection.close()
        for session in {request.session for request in requests}:
            self.shelf.drop(session)
        if len(requests) == 1:
            # A row that is already there was written by another process: it is looked up now.
            if isinstance(error, IntegrityError) and time.monotonic() < until:
                self._settle(requests, until=0.0)
                return
            if not isinstance(error, RoomError):
                log.error("A command failed", exc_info=error)
            _fail(requests, error)
            return
        for part in _parts(requests):
            self._settle(part, until)

    def _commit(self, requests: Sequence[Request]) -> None:
        outcome = batch.run(requests, self.shelf)
        # Local sockets hear of it before anyone is answered, so an ack never precedes its event.
        for listener in self.listeners:
            _tell(listener, outcome.committed)
        for request, done in outcome.done:
            request.answer.set_result(done)
        for request, error in outcome.refused:
            if not isinstance(error, RoomError):
                log.error("A command could not be decided", exc_info=error)
            request.answer.set_exception(error)


def _tell(listener: Listener, committed: Sequence[Committed]) -> None:
    try:
        listener(committed)
    except Exception:
        # It is committed: a deaf listener is brought up to date by the sweep.
        log.exception("A listener failed to hear of a commit")


def _parts(requests: Sequence[Request]) -> list[list[Request]]:
    rooms: dict[object, list[Request]] = {}
    for request in requests:
        rooms.setdefault(request.session, []).append(request)
    if len(rooms) > 1:
        return list(rooms.values())
    return [[request] for request in requests]


def _fail(requests: Sequence[Request], error: Exception) -> None:
    for request in requests:
        if not request.answer.done():
            request.answer.set_exception(error)
