"""One device in one room of Janus: what it sends and receives, and what Janus reports of both."""

import asyncio
import secrets
from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import Any, Final

from msgspec import Struct

from sessions_app.media.engine import Ears, Leg
from sessions_app.media.janus.handle import Handle, reply
from sessions_app.media.janus.names import Names
from sessions_app.media.janus.publisher import Publisher
from sessions_app.media.janus.session import Json, Session
from sessions_app.media.janus.subscriber import Subscriber
from sessions_app.media.janus.trouble import NO_SUCH_ROOM, Gone, Refused, Trouble
from sessions_app.media.janus.videoroom import VideoRoom
from sessions_app.media.janus.voices import Voices
from sessions_app.media.messages import SOURCES, MediaAnswered, MediaTrickle, Stream, Wanted

MICROPHONE: Final = str(SOURCES.index("microphone"))
TRIES: Final = 3
STRANGER_S: Final = 1.0  # after which somebody the room did not know yet is looked up again
MOST_CANDIDATE: Final = 1000  # characters
MOST_LINES: Final = 1000  # of those one device receives
CLOSED_BY_US: Final = "Close PC"


class Ends(Struct, frozen=True):
    """Whom to tell that a stay is over, and not because we ended it."""

    elsewhere: Callable[["Stay"], None]  # another device took the place
    unreached: Callable[["Stay"], None]  # the connection is gone
    gone: Callable[["Stay"], None]  # the room is


class Stay:
    """A device's stay. Its requests raise Trouble."""

    def __init__(self, leg: Leg, room: VideoRoom, names: Names, ears: Ears, ends: Ends) -> None:
        self.leg = leg
        self.room = room
        self._names = names
        self._ears = ears
        self._ends = ends
        self._token = secrets.token_hex(16)
        self._person = names.person(leg.session, leg.seat)
        self._voices = Voices(leg, ears, self._person, self._seat)
        self._handles: list[Handle] = []
        self._publisher: Publisher | None = None
        self._subscriber: Subscriber | None = None
        self._through = False
        self.up = False  # whether the connection that the device sends over stands
        self._receiving: set[str] = set()
        self._here: list[Json] = []  # who is there, until the page has been told that it is in
        self._looked = False
        self._strangers: set[str] = set()
        self._look: asyncio.TimerHandle | None = None
        self._ending: asyncio.Task[None] | None = None

    async def begin(self, session: Session, make: Callable[[], Any]) -> None:
        """Enter the room, which is made (again) if it is not there."""
        sending = await self._attach(session, self._hear)
        receiving = await self._attach(session, self._hear_receiving)
        publisher = Publisher(sending, self.room, self._person)
        joined = await self._enter(publisher, make)
        if self.over:
            raise Gone
        self._publisher = publisher
        self._subscriber = Subscriber(
            receiving,
            self.room,
            int(joined["private_id"]),
            self._streams,
            self.leg.tell,
            lambda: self._ends.unreached(self),
        )
        # Some may have come between Janus's answer and this line.
        self._here += joined.get("publishers", [])

    def look_around(self) -> None:
        """Take in who is there already; after the page has been told that it is in."""
        self._looked = True
        here, self._here = self._here, []
        self._came(here)

    async def publish(self, sdp: str) -> None:
        """Take the page's offer; it is answered when nothing can pass that may not."""
        if self._publisher is None or self.over:
            return
        kbps = self.leg.terms.video_kbps
        if answer := await self._publisher.publish(sdp, kbps, lambda: self.leg.permit):
            self.leg.tell(MediaAnswered(answer))

    async def settle(self) -> None:
        """Let pass what the permit of the leg has, and nothing else."""
        if self._publisher is not None:
            await self._publisher.settle(lambda: self.leg.permit)
        if self.leg.permit.microphone:
            self._voices.unmuted(self._person)
        else:
            self._voices.muted(self._person)

    def answer(self, n: int, sdp: str) -> None:
        """The page's answer to an offer."""
        if self._subscriber is not None:
            self._subscriber.answer(n, sdp)

    async def want(self, wanted: Iterable[Wanted]) -> None:
        """Which lines to send to the page."""
        if self._subscriber is not None and not self.over:
            await self._subscriber.want(wanted)

    async def trickle(self, message: MediaTrickle) -> None:
        """One more candidate of the page."""
        way = self._publisher if message.of == "send" else self._subscriber
        candidate = _candidate(message.candidate)
        if way is not None and candidate and not self.over:
            await way.trickle(candidate)

    def alive(self) -> bool:
        """Whether media of the device comes through just now."""
        # That its connections stand proves nothing: Janus does not notice who has vanished.
        return self.up and (bool(self._receiving) or self._voices.mine)

    def end(self) -> "asyncio.Task[None]":
        """Let the device go: when this is done, nothing passes. Raises nothing."""
        if self._ending is None:
            self._ending = asyncio.create_task(self._end())
        return self._ending

    def cut(self) -> None:
        """Janus is gone, and the connections with it."""
        self.up = False
        self._receiving.clear()
        self._flow(False)

    @property
    def over(self) -> bool:
        """Whether it has ended, or is about to."""
        return self._ending is not None

    async def _attach(self, session: Session, hear: Callable[[Json], None]) -> Handle:
        handle = await Handle.attach(session, hear)
        if self.over:
            await handle.detach()
            raise Gone
        self._handles.append(handle)
        return handle

    async def _enter(self, publisher: Publisher, make: Callable[[], Any]) -> Json:
        for left in reversed(range(TRIES)):
            try:
                await make()
                await self.room.admit(self._token)
                return await publisher.join(self._token)
            except Refused as refused:
                # Another process has just ended the room, which was empty.
                if refused.code != NO_SUCH_ROOM or not left:
                    raise
        raise AssertionError

    async def _end(self) -> None:
        if self._look is not None:
            self._look.cancel()
        self.cut()
        self._voices.stop()
        ways = [way for way in (self._publisher, self._subscriber) if way is not None]
        # Handles that came no further than being attached.
        bare = self._handles[len(ways) :]
        await asyncio.gather(*(one.detach() for one in (*ways, *bare)))
        with suppress(Trouble):
            await self.room.dismiss(self._token)

    # what Janus reports

    def _hear(self, message: Json) -> None:
        match message.get("janus"):
            case "event":
                self._event(message)
            case "webrtcup":
                self.up = True
                self._flow(True)
            case "media":
                self._media(str(message.get("mid", "")), bool(message.get("receiving")))
            case "hangup" if message.get("reason") != CLOSED_BY_US:
                self._lost()
            case "detached":
                self._ends.gone(self)

    def _hear_receiving(self, message: Json) -> None:
        match message.get("janus"):
            case "event" if self._subscriber is not None:
                with suppress(Refused):
                    self._subscriber.offered(reply(message))
            case "detached":
                self._lost()
            case "hangup" if message.get("reason") != CLOSED_BY_US:
                self._lost()

    def _event(self, message: Json) -> None:
        data = message.get("plugindata", {}).get("data", {})
        match data:
            case {"videoroom": "talking" | "stopped-talking" as what, "id": str(person)}:
                self._voices.heard(person, what == "talking")
            case {"videoroom": "destroyed"}:
                self._ends.gone(self)
            case {"moderation": what, "id": str(person), "mid": mid} if str(mid) == MICROPHONE:
                (self._voices.muted if what == "muted" else self._voices.unmuted)(person)
            case {"publishers": list(people)}:
                self._came(people)
            case {"leaving": "ok", "reason": "kicked"}:
                self.cut()
                self._ends.elsewhere(self)
            case {"leaving": str(person)} | {"unpublished": str(person)} | {"kicked": str(person)}:
                self._went(person)

    def _came(self, people: list[Json]) -> None:
        if self.over:
            return
        if self._subscriber is None or not self._looked:
            self._here += people
            return
        known = {str(one["id"]) for one in people if self._seat(str(one["id"])) is not None}
        self._strangers |= {str(one["id"]) for one in people} - known
        if known:
            self._subscriber.add(known)
        for one in people:  # somebody may have begun to talk before this device came
            if any(stream.get("talking") for stream in one.get("streams", ())):
                self._voices.heard(str(one["id"]), True)
        if self._strangers and self._look is None:
            loop = asyncio.get_running_loop()
            self._look = loop.call_later(STRANGER_S, self._look_again)

    def _look_again(self) -> None:
        self._look = None
        strangers, self._strangers = self._strangers, set()
        self._came([{"id": person} for person in strangers])

    def _went(self, person: str) -> None:
        self._strangers.discard(person)
        self._here = [one for one in self._here if str(one["id"]) != person]
        self._voices.gone(person)
        if self._subscriber is not None:
            self._subscriber.drop(person)

    def _media(self, mid: str, receiving: bool) -> None:
        (self._receiving.add if receiving else self._receiving.discard)(mid)
        if mid == MICROPHONE and not receiving:
            self._voices.silent()
        self._flow(self.up and bool(self._receiving))

    def _lost(self) -> None:
        self.cut()
        if not self.over:
            self._ends.unreached(self)

    def _flow(self, through: bool) -> None:
        if through == self._through:
            return
        self._through = through
        if through:
            self._ears.published(self.leg)
        else:
            self._voices.silent()
            self._ears.stopped(self.leg)

    def _seat(self, person: str) -> str | None:
        return self._names.seat(self.leg.session, person)

    def _streams(self, lines: list[Json]) -> tuple[Stream, ...]:
        found = []
        for line in lines:
            seat = self._seat(str(line.get("feed_id", "")))
            mid = str(line.get("feed_mid", ""))
            if line.get("active") and seat is not None and mid in ("0", "1", "2"):
                found.append(Stream(str(line["mid"]), seat, SOURCES[int(mid)]))
        return tuple(found)


def _candidate(given: dict[str, Any] | None) -> dict[str, Any]:
    if given is None:
        return {"completed": True}
    kinds = {"candidate": str, "sdpMid": str, "sdpMLineIndex": int}
    taken = {key: value for key, value in given.items() if isinstance(value, kinds.get(key, ()))}
    return taken if all(_readable(value) for value in taken.values()) else {}


def _readable(value: Any) -> bool:
    """Whether Janus reads it at all; what it can not read it does not answer."""
    if isinstance(value, str):
        return len(value) <= MOST_CANDIDATE and "\0" not in value
    return 0 <= int(value) < MOST_LINES
