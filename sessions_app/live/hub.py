"""Every socket of this process, by room: delivers what is committed, heals what was missed."""

import asyncio
import logging
import time
from collections.abc import Callable, Coroutine, Sequence
from typing import Any
from uuid import UUID
from weakref import WeakValueDictionary

from sessions_app.ledger import heads
from sessions_app.live import feed as feeds
from sessions_app.live import frames, metrics, outbox, rooms, standing
from sessions_app.live.batch import Committed
from sessions_app.live.feed import Feed
from sessions_app.live.message import Message
from sessions_app.live.outbox import Socket
from sessions_app.live.reading import read
from sessions_app.live.timepiece import timepiece
from sessions_app.room.errors import RoomError
from sessions_app.room.room import Room

log = logging.getLogger(__name__)

SILENCE_MS = 25_000
REPAIR_MS = 1_000  # what is behind by less is on its way
# Characters that wait for a reader; beyond them it gets nothing that may be lost, or whoever
# floods it with that would have it cut off.
SPARE = outbox.EVENTS_LIMIT // 4


Watcher = Callable[[UUID, bool], Coroutine[Any, Any, None]]


class Hub:
    """Used only in the event loop it was made in, but for `heard`, which any thread may call."""

    def __init__(self) -> None:
        self.feeds: dict[UUID, Feed] = {}
        self.poke: Callable[[UUID, int], None] = lambda session, seq: None
        # Told when the first socket of a room comes and when the last one goes.
        self.watchers: list[Watcher] = []
        # Told when a room has moved on here.
        self.moved: list[Callable[[UUID], None]] = []
        # Whether a silent socket's person shows signs of life elsewhere.
        self.lifelines: list[Callable[[Socket], bool]] = []
        self._loop = asyncio.get_running_loop()
        self._doors: WeakValueDictionary[UUID, asyncio.Lock] = WeakValueDictionary()
        self._catching: set[UUID] = set()
        self._tasks: set[asyncio.Task[None]] = set()

    def heard(self, committed: Sequence[Committed]) -> None:
        """Take what this process's writer has committed; from the writer's thread."""
        self._loop.call_soon_threadsafe(self._commits, committed, time.perf_counter())

    def _commits(self, committed: Sequence[Committed], at: float) -> None:
        for one in committed:
            seq = one.room.seq
            self.poke(one.session, seq)
            feed = self.feeds.get(one.session)
            if feed is None or feed.room.seq >= seq:
                continue
            first = one.facts[0].stamped.seq
            if feed.room.seq + 1 < first:
                self.catch_up(one.session)
                continue
            new = [fact for fact in one.facts if fact.stamped.seq > feed.room.seq]
            self._refresh(feed, feed.deliver(new, one.room))
            self._tell_moved(one.session)
        metrics.fanout_seconds.observe(time.perf_counter() - at)

    def poked(self, session: UUID, seq: int) -> bool:
        """Another process says that a room has moved on; worth a look, no more.

        Returns whether its sockets here had not heard of it yet.
        """
        feed = self.feeds.get(session)
        if feed is None or feed.room.seq >= seq:
            return False
        self.catch_up(session)
        return True

    def catch_up(self, session: UUID) -> None:
        """Read a room's ledger from where its sockets are."""
        if session not in self._catching:
            self._catching.add(session)
            self.spawn(self._catch_up(session))

    async def reach(self, session: UUID, seq: int) -> None:
        """Wait until a room's sockets are at least at a place in its ledger.

        Gives up on a ledger that this version can not read; its sockets are closed then.
        """
        while (feed := self.feeds.get(session)) is not None and feed.room.seq < seq:
            if session in self._catching:
                await asyncio.sleep(0.01)
                continue
            before = feed.room.seq
            self._catching.add(session)
            await self._catch_up(session)
            if feed.room.seq == before:
                return

    async def _catch_up(self, session: UUID) -> None:
        try:
            feed = self.feeds.get(session)
            if feed is None:
                return
            facts = await read(feeds.facts_after, session, feed.room.seq)
            new = [fact for fact in facts if fact.stamped.seq > feed.room.seq]
            self._refresh(feed, feed.deliver(new))
            self._tell_moved(session)
        except ValueError:
            # An event of a newer version: this process can no longer speak for the room.
            log.exception("A room's ledger can not be read by this version")
            self.release(session, frames.MOVED_ON)
        finally:
            self._catching.discard(session)

    def _tell_moved(self, session: UUID) -> None:
        for listener in self.moved:
            listener(session)

    def _refresh(self, feed: Feed, sockets: Sequence[Socket]) -> None:
        for socket in dict.fromkeys(sockets):
            if socket.stance == "nobody":
                socket.close(frames.NOT_FOUND)
            else:
                self.spawn(self.greet(feed, socket))

    async def join(self, socket: Socket) -> Feed:
        """Put a socket among the room's; what happens from now on is held until it is greeted."""
        async with self._door(socket.session):
            feed = self.feeds.get(socket.session)
            if feed is None:
                await self._watch(socket.session, held=True)
                feed = Feed(socket.session, await read(rooms.load, socket.session))
                self.feeds[socket.session] = feed
            elif feed.room.seq == 0:
                # Not open yet: who is expected may have changed since the feed began.
                planned = await read(rooms.load, socket.session)
                feed.room = planned if feed.room.seq == 0 else feed.room
            feed.add(socket)
        return feed

    async def greet(self, feed: Feed, socket: Socket, resume: int | None = None) -> None:
        """Send a socket the missed events or a snapshot, then what happened meanwhile."""
        room, greeting = feed.room, socket.greeting
        try:
            greetings = await self._greetings(feed.session, room, socket.seat, resume)
        except Exception:
            socket.close(frames.RESYNC)
            raise
        if socket.greeting == greeting and socket.held is not None:
            for text in greetings:
                socket.push(Message(text), outbox.WELCOME_LIMIT)
            socket.release(room.seq)

    async def _greetings(
        self, session: UUID, room: Room, seat: str, resume: int | None
    ) -> list[str]:
        if resume is not None:
            missed = await read(feeds.resumed, session, seat, resume, room)
            if missed is not None:
                return [feeds.resumption(session, resume), *(text for _, text in missed)]
        return [await read(feeds.welcome, session, room, seat)]

    def remove(self, socket: Socket) -> None:
        """Take a socket out; nothing more is sent to it."""
        feed = self.feeds.get(socket.session)
        if feed is not None:
            feed.sockets.discard(socket)

    async def vacate(self, session: UUID) -> None:
        """Let a room go if no socket of it is left."""
        async with self._door(session):
            feed = self.feeds.get(session)
            if feed is not None and not feed.sockets:
                del self.feeds[session]
                await self._watch(session, held=False)

    def _door(self, session: UUID) -> asyncio.Lock:
        # Joining and vacating take turns, or a room could be let go that somebody just entered.
        lock = self._doors.get(session) or asyncio.Lock()
        self._doors[session] = lock
        return lock

    async def _watch(self, session: UUID, *, held: bool) -> None:
        for watcher in self.watchers:
            await watcher(session, held)

    def whisper(self, session: UUID, place: str, text: str, seat: str | None = None) -> None:
        """Pass an expendable message to those who are in a place, or to one of them."""
        feed = self.feeds.get(session)
        if feed is None:
            return
        people, message = feed.room.people, Message(text)
        for socket in feed.sockets:
            if socket.held is not None or seat not in (None, socket.seat):
                continue
            if socket.waiting_size > SPARE:
                continue
            if people.is_present(socket.seat) and people.get(socket.seat).place == place:
                socket.push(message)

    def release(self, session: UUID, code: int) -> None:
        """Close every socket of a room."""
        feed = self.feeds.get(session)
        for socket in tuple(feed.sockets) if feed is not None else ():
            socket.close(code)

    def sockets(self) -> list[Socket]:
        """Every socket of this process."""
        return [socket for feed in self.feeds.values() for socket in feed.sockets]

    async def sweep(self) -> None:
        """Compare every room with its head, so that a lost poke only delays; close the silent."""
        behind = await read(heads.peek, list(self.feeds))
        late = timepiece.now() - REPAIR_MS
        for session, head in behind.items():
            # Looked at even so: in a busy room something is always on its way.
            if self.poked(session, head.seq) and head.at < late:
                metrics.sweep_repairs.inc()
        self.close_silent()

    def close_silent(self) -> None:
        """Close the sockets that gave no sign of life, neither themselves nor by a lifeline."""
        silent = timepiece.now() - SILENCE_MS
        for socket in self.sockets():
            if any(alive(socket) for alive in self.lifelines):
                socket.alive()  # up to here they were there, whenever the socket is lost
            elif socket.seen_at < silent:
                socket.close(frames.SILENT)

    async def recheck(self) -> None:
        """Close the sockets of accounts that signed out or lost the right to be here."""
        sockets = self.sockets()
        pairs = {(socket.account.user_id, socket.session) for socket in sockets}
        standings = await read(standing.read, pairs)
        for socket in sockets:
            if not _still(socket, standings):
                socket.close(frames.SIGNED_OUT)

    def spawn(self, work: Coroutine[Any, Any, None]) -> None:
        """Run something in the background and keep hold of it."""
        task = self._loop.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._ended)

    async def settled(self, patience_s: float = 10) -> None:
        """Wait until every socket has gone and nothing runs in the background any more."""
        async with asyncio.timeout(patience_s):
            while self._tasks or self.sockets():  # noqa: ASYNC110 (two things, both rare)
                await asyncio.sleep(0.01)

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            log.error("A task of the hub failed", exc_info=error)


def _still(socket: Socket, standings: dict[standing.Pair, standing.Standing]) -> bool:
    try:
        actor = standing.resolve(socket.account, socket.session, standings)
    except RoomError:
        return False
    return actor.id == socket.seat
