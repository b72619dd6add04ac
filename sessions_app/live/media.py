"""Who has media in this process's rooms, and that it is never more than the room allows.

After each commit the permit of each device is read anew; what it lost is taken from it at once.
"""

import asyncio
import logging
import secrets
from collections.abc import Awaitable, Callable
from functools import partial
from uuid import UUID

from django.conf import settings

from sessions_app.live import frames, metrics
from sessions_app.live.hub import SPARE, Hub
from sessions_app.live.message import Message
from sessions_app.live.outbox import Socket
from sessions_app.live.speech import Speech
from sessions_app.live.terms import terms
from sessions_app.media.engine import Engine, Leg, Refusal
from sessions_app.media.janus.engine import Janus
from sessions_app.media.mesh import Mesh
from sessions_app.media.messages import (
    AnyFromPage,
    AnyToPage,
    MediaAgain,
    MediaConnected,
    MediaJoin,
    MediaLeave,
    MediaOver,
    MediaPassed,
    MediaQuality,
    Over,
)
from sessions_app.media.permit import NOTHING, Permit, permit
from sessions_app.room.decision import Seat
from sessions_app.room.room import Room

log = logging.getLogger(__name__)

Whisper = Callable[[UUID, str, str], None]  # to everyone of a place; never waits
Job = Callable[[], Awaitable[None]]

JOBS = 500  # that may wait for one device; a page that floods is not worth more


class Held:
    """A device with media: its leg, its socket, and what is to be done, one after another."""

    def __init__(self, leg: Leg, socket: Socket) -> None:
        self.leg = leg
        self.socket = socket
        self.wanted: Permit = NOTHING
        self.gone = False
        self.jobs: asyncio.Queue[Job | None] = asyncio.Queue(JOBS)


class Media:
    """The media of one process; used only in its event loop. It is what the engine reports to."""

    def __init__(self, hub: Hub, whisper: Whisper) -> None:
        self._hub = hub
        self._whisper = whisper
        self._engine = _engine(self, hub)
        self._held: dict[UUID, dict[Seat, Held]] = {}
        self._speech = Speech()

    async def start(self) -> None:
        """Be ready for devices; the servers of media may come later."""
        self._hub.moved.append(self.moved)
        self._hub.lifelines.append(self.alive)
        metrics.measured(metrics.media_legs, lambda: sum(map(len, self._held.values())))
        metrics.measured(metrics.media_sfu_away, lambda: self.away)
        if self._engine is not None:
            await self._engine.start()

    async def stop(self) -> None:
        """Let every device go, and write down what was spoken."""
        for held in [one for legs in self._held.values() for one in legs.values()]:
            self._drop(held)
        for session in self._speech.rooms():
            self._speech.cut(session, (), last=True)
        await self._speech.report()
        if self._engine is not None:
            await self._engine.stop()

    @property
    def away(self) -> bool:
        """Whether rooms are without sound and picture until a server is back."""
        return self._engine is not None and self._engine.away

    # what a page says

    def take(self, socket: Socket, message: AnyFromPage) -> None:
        """Take what a page says about its media; never waits."""
        held = self._held.get(socket.session, {}).get(socket.seat)
        mine = held is not None and held.socket is socket
        if isinstance(message, MediaJoin):
            self._join(socket, held)
        elif held is None or not mine:
            return
        elif isinstance(message, MediaLeave):
            self._drop(held)
        elif isinstance(message, MediaQuality):
            if held.wanted.receive:  # or else the place would not be theirs
                told = frames.MediaIn(MediaConnected(socket.seat, message.level))
                place = held.wanted.place
                self._whisper(socket.session, place, frames.encode(told))
        else:
            self._do(held, partial(self._say, held, message))

    def part(self, socket: Socket) -> None:
        """A socket is gone, and with it the media of its device."""
        held = self._held.get(socket.session, {}).get(socket.seat)
        if held is not None and held.socket is socket:
            self._drop(held)

    def _join(self, socket: Socket, before: Held | None) -> None:
        if before is not None:
            if before.socket is not socket:
                _tell(before.socket, MediaOver("elsewhere"))
            self._drop(before)
        room = self._room(socket.session)
        if room is None or self._engine is None:
            _tell(socket, MediaOver("off"))
            return
        try:
            agreed = terms(room, socket.session, socket.seat, self._engine.name)
        except Refusal as refusal:
            _tell(socket, MediaOver(refusal.why))
            return

        def tell(message: AnyToPage) -> None:
            if not held.gone:
                _pass_on(socket, message)

        leg = Leg(secrets.token_hex(8), socket.session, socket.seat, agreed, tell)
        held = Held(leg, socket)
        self._held.setdefault(socket.session, {})[socket.seat] = held
        self._hub.spawn(self._work(held))
        # After the device it takes the place of has gone, and never in two minds with it.
        self._do(held, partial(self._enter, held, before))

    async def _enter(self, held: Held, before: Held | None) -> None:
        if before is not None:
            await before.jobs.join()
        room = self._room(held.leg.session)
        held.wanted = permit(room, held.leg.seat) if room is not None else NOTHING
        if self._engine is None or not held.wanted.receive:
            raise Refusal("not_permitted")
        await self._engine.join(held.leg, held.wanted)

    async def _say(self, held: Held, message: AnyFromPage) -> None:
        await self._allow(held)  # what the room takes waits for nothing that the page has said
        if self._engine is not None:
            await self._engine.say(held.leg, message)

    # what the room decides

    def moved(self, session: UUID) -> None:
        """A room has moved on: read the permits of its devices anew."""
        legs = self._held.get(session)
        room = self._room(session) if legs else None
        if not legs or room is None:
            return
        for held in tuple(legs.values()):
            now = permit(room, held.leg.seat)
            if now == held.wanted:
                continue
            held.wanted = now
            if not now.microphone:
                self._turn(held.leg, False)
            person = room.people.roster.get(held.leg.seat)
            if person is None or not person.inside:
                _tell(held.socket, MediaOver("not_permitted"))
                self._drop(held)
            else:
                self._do(held, partial(self._allow, held))

    async def _allow(self, held: Held) -> None:
        # What is wanted by now; of several changes in a row the last one counts.
        if self._engine is not None and held.wanted != held.leg.permit:
            await self._engine.allow(held.leg, held.wanted)

    def alive(self, socket: Socket) -> bool:
        """Whether media of a silent socket's device comes through: it is there all the same."""
        held = self._held.get(socket.session, {}).get(socket.seat)
        if held is None or held.socket is not socket or self._engine is None:
            return False
        return self._engine.alive(held.leg)

    # what the engine reports

    def talking(self, leg: Leg, on: bool) -> None:
        """Somebody began or stopped talking."""
        held = self._held.get(leg.session, {}).get(leg.seat)
        if held is not None and held.leg is leg and (held.wanted.microphone or not on):
            self._turn(leg, on)

    def published(self, leg: Leg) -> None:
        """A device's media comes through."""
        metrics.media_published.inc()

    def stopped(self, leg: Leg) -> None:
        """A device's media comes through no more."""
        self._turn(leg, False)

    def lost(self, leg: Leg, why: Over) -> None:
        """The engine let a device go by itself."""
        held = self._held.get(leg.session, {}).get(leg.seat)
        if held is not None and held.leg is leg:
            self._drop(held)

    # speech

    async def tick(self) -> None:
        """Once a second: at each full minute, write down what was spoken in it."""
        if self._speech.minute_is_over():
            for session in self._speech.rooms():
                self._speech.cut(session, self._heard(session))
        # Not waited for: a minute is cut at its end, however long the ledger takes.
        if self._speech.due:
            self._hub.spawn(self._speech.report())

    def _heard(self, session: UUID) -> list[Seat]:
        """Who would have been heard, had they talked."""
        legs, engine = self._held.get(session, {}), self._engine
        return [seat for seat, held in legs.items() if engine and engine.hears(held.leg)]

    def _turn(self, leg: Leg, on: bool) -> None:
        self._speech.turn(leg.session, leg.seat, on)

    # one device

    def _do(self, held: Held, job: Job) -> None:
        try:
            held.jobs.put_nowait(job)
        except asyncio.QueueFull:
            held.socket.close(frames.FLOOD)
            self._drop(held)  # what could not be queued may have been a loss

    async def _work(self, held: Held) -> None:
        while (job := await held.jobs.get()) is not None:
            try:
                await job()
            except Refusal as refusal:
                _tell(held.socket, MediaOver(refusal.why))
                self._drop(held)
            except Exception:
                # Whatever the engine could not do, nothing of this device may pass meanwhile.
                log.exception("The media of a device failed")
                _tell(held.socket, MediaAgain("restarted"))
                self._drop(held)
            finally:
                held.jobs.task_done()
        held.jobs.task_done()

    def _drop(self, held: Held) -> None:
        if held.gone:
            return
        held.gone = True
        session, seat = held.leg.session, held.leg.seat
        self._speech.part(session, seat)
        legs = self._held.get(session, {})
        if legs.get(seat) is held:
            del legs[seat]
        # What else it was to do is not worth doing any more.
        while not held.jobs.empty():
            held.jobs.get_nowait()
            held.jobs.task_done()
        held.jobs.put_nowait(partial(self._leave, held))
        held.jobs.put_nowait(None)

    async def _leave(self, held: Held) -> None:
        session = held.leg.session
        if self._engine is None:
            return
        await self._engine.leave(held.leg)
        if not self._held.get(session, {}):
            self._held.pop(session, None)
            await self._engine.close(session)
            self._speech.cut(session, (), last=True)

    def _room(self, session: UUID) -> Room | None:
        feed = self._hub.feeds.get(session)
        return feed.room if feed is not None else None


def _tell(socket: Socket, message: AnyToPage) -> None:
    socket.push(Message(frames.encode(frames.MediaIn(message))))


def _pass_on(socket: Socket, message: AnyToPage) -> None:
    # What another device says must not cut off a reader who is slow: a mesh begins anew instead.
    if not isinstance(message, MediaPassed) or socket.waiting_size <= SPARE:
        _tell(socket, message)


def _engine(ears: Media, hub: Hub) -> Engine | None:
    chosen = settings.VGROUP_MEDIA
    if chosen.engine == "mesh":
        return Mesh(ears)
    if chosen.engine == "off":
        return None

    def roster(session: UUID) -> tuple[Seat, ...]:
        feed = hub.feeds.get(session)
        return tuple(feed.room.people.roster) if feed is not None else ()

    return Janus(chosen.janus_url, chosen.janus_secret, ears, settings.SECRET_KEY.encode(), roster)
