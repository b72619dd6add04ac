"""The SFU as an engine: whatever the permits lack, Janus itself does not let pass."""

import asyncio
import logging
from functools import partial
from typing import Final
from uuid import UUID

from sessions_app.media.engine import Ears, Leg, Refusal
from sessions_app.media.janus.link import Link
from sessions_app.media.janus.names import Names, Roster
from sessions_app.media.janus.session import ANSWER_S
from sessions_app.media.janus.stay import Ends, Stay
from sessions_app.media.janus.throttle import Throttle
from sessions_app.media.janus.trouble import FULL, Gone, Late, Refused, Trouble
from sessions_app.media.janus.videoroom import VideoRoom
from sessions_app.media.messages import (
    AnyFromPage,
    Engine,
    MediaAgain,
    MediaAnswer,
    MediaFailed,
    MediaOver,
    MediaPermitted,
    MediaPublish,
    MediaReady,
    MediaTrickle,
    MediaWant,
)
from sessions_app.media.permit import Permit

log = logging.getLogger(__name__)

UNREACHED_S: Final = 5.0  # a page that reaches nobody tries again this often at most


class Janus:
    """The devices of this process at a Janus that other processes may use too.

    A device that comes while Janus is away is taken in all the same, and told to come again when
    Janus is back: a refusal would be the last word, and waiting would hold up what the room says.
    """

    name: Engine = "sfu"

    def __init__(
        self,
        url: str,
        secret: str,
        ears: Ears,
        key: bytes,
        roster: Roster,
        publishers: int = 200,
        patience_s: float = ANSWER_S,
        unreached_s: float = UNREACHED_S,
    ) -> None:
        self._secret = secret
        self._ears = ears
        self._publishers = publishers
        self._names = Names(key, roster)
        self._link = Link(url, secret, self._is_up, self._is_down, patience_s)
        self._unreached = Throttle(unreached_s)
        self._stays: dict[Leg, Stay | None] = {}  # None: Janus was away when it came
        self._owed: set[Leg] = set()  # to be told that Janus is back
        self._places: dict[UUID, set[str]] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._ends = Ends(self._elsewhere, self._unreachable, self._vanished)

    @property
    def away(self) -> bool:
        """Whether Janus is."""
        return not self._link.is_up

    async def start(self) -> None:
        """Begin to look for Janus."""
        self._link.start()

    async def stop(self) -> None:
        """Let everybody go, and the rooms that are empty then."""
        for session in tuple(self._places):
            await self.close(session)
        self._unreached.stop()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self._link.stop()

    async def join(self, leg: Leg, permit: Permit) -> None:
        """Take a device into the room of its place; raises Refusal."""
        if not permit.receive:
            raise Refusal("not_permitted")
        leg.permit = permit
        self._stays[leg] = None
        self._places.setdefault(leg.session, set()).add(permit.place)
        self._unreached.cancel((leg.session, leg.seat))
        try:
            await self._enter(leg, permit)
        except Refused as refused:
            self._forget(leg)
            raise _refusal(refused) from None
        except Trouble:
            self._owe(leg)

    async def say(self, leg: Leg, message: AnyFromPage) -> None:
        """Take what a page says of its two connections; raises Refusal for what it publishes."""
        stay = self._stays.get(leg)
        if stay is None or stay.over:
            return
        try:
            await _said(stay, message)
        except Refused as refused:
            if isinstance(message, MediaPublish) and not stay.over:
                raise _refusal(refused) from None
        except Late:
            self._unreachable(stay)
        except Gone:
            return
        if isinstance(message, MediaFailed):
            self._unreachable(stay)

    async def allow(self, leg: Leg, permit: Permit) -> None:
        """Make Janus let pass what the permit has, and nothing else."""
        if leg not in self._stays:
            return
        before, leg.permit = leg.permit, permit
        if before.receive and permit.receive and before.place == permit.place:
            await self._settle(leg)
            leg.tell(MediaPermitted(permit))
            return
        await self._take_out(leg)
        if not permit.receive:
            leg.tell(MediaPermitted(permit))
        elif self._link.is_up:
            leg.tell(MediaAgain("moved" if before.receive else "permitted"))
        else:
            self._owed.add(leg)

    async def leave(self, leg: Leg) -> None:
        """Let a device go."""
        await self._take_out(leg)
        self._forget(leg)

    async def close(self, session: UUID) -> None:
        """Let everybody of a room go, and take its places away, unless others are still there."""
        places = self._places.pop(session, set())
        legs = [leg for leg in self._stays if leg.session == session]
        await asyncio.gather(*(self.leave(leg) for leg in legs))
        self._names.forget(session)
        for place in places:
            try:
                await self._room(session, place).end_if_empty()
            except Trouble:
                continue

    def alive(self, leg: Leg) -> bool:
        """Whether media of this device comes through just now."""
        stay = self._stays.get(leg)
        return stay is not None and stay.alive()

    def hears(self, leg: Leg) -> bool:
        """Whether the connection that this device sends over stands."""
        stay = self._stays.get(leg)
        return stay is not None and stay.up

    # one device

    async def _enter(self, leg: Leg, permit: Permit) -> None:
        room = self._room(leg.session, permit.place)
        stay = Stay(leg, room, self._names, self._ears, self._ends)
        make = partial(room.make, self._secret, self._publishers, leg.terms.video_kbps)
        self._stays[leg] = stay
        try:
            await stay.begin(self._link.session, make)
        except Trouble:
            ended = stay.over
            await asyncio.shield(stay.end())
            if not ended:  # or else whoever ended it has said what there is to say
                raise
            return
        leg.tell(_ready(leg))
        stay.look_around()

    async def _settle(self, leg: Leg) -> None:
        stay = self._stays.get(leg)
        if stay is None or stay.over:
            return
        try:
            await stay.settle()
        except Trouble as trouble:
            # What can not be silenced must go.
            await self._take_out(leg)
            if not isinstance(trouble, Gone | Late):
                self._again_unreached(leg)
            else:
                self._owe(leg)

    async def _take_out(self, leg: Leg) -> None:
        stay = self._stays.get(leg)
        if stay is not None:
            await asyncio.shield(stay.end())

    def _forget(self, leg: Leg) -> None:
        self._stays.pop(leg, None)
        self._owed.discard(leg)
        self._unreached.cancel((leg.session, leg.seat))

    def _room(self, session: UUID, place: str) -> VideoRoom:
        name = self._names.room(session, place)
        return VideoRoom(self._link.control, name, self._names.secret(name))

    # what happens by itself

    def _elsewhere(self, stay: Stay) -> None:
        if self._let_go(stay):
            stay.leg.tell(MediaOver("elsewhere"))
            self._ears.lost(stay.leg, "elsewhere")

    def _unreachable(self, stay: Stay) -> None:
        if self._let_go(stay):
            self._again_unreached(stay.leg)

    def _vanished(self, stay: Stay) -> None:
        if self._let_go(stay):
            self._owe(stay.leg)

    def _again_unreached(self, leg: Leg) -> None:
        def tell() -> None:
            if leg in self._stays and leg.permit.receive:
                leg.tell(MediaAgain("unreached"))

        self._unreached.do((leg.session, leg.seat), tell)

    def _let_go(self, stay: Stay) -> bool:
        if stay.over:
            return False
        task = stay.end()
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return True

    # Janus comes and goes

    def _is_up(self) -> None:
        owed, self._owed = self._owed, set()
        for leg in owed:
            self._owe(leg)

    def _is_down(self) -> None:
        for leg, stay in self._stays.items():
            if stay is not None and self._let_go(stay):
                self._owed.add(leg)

    def _owe(self, leg: Leg) -> None:
        if leg not in self._stays:
            return
        if not self._link.is_up:
            self._owed.add(leg)
        elif leg.permit.receive:
            leg.tell(MediaAgain("restarted"))


def _refusal(refused: Refused) -> Refusal:
    return Refusal("full" if refused.code == FULL else "failed")


async def _said(stay: Stay, message: AnyFromPage) -> None:
    match message:
        case MediaPublish():
            await stay.publish(message.sdp)
        case MediaAnswer():
            stay.answer(message.n, message.sdp)
        case MediaTrickle():
            await stay.trickle(message)
        case MediaWant():
            await stay.want(message.streams)


def _ready(leg: Leg) -> MediaReady:
    return MediaReady(
        engine="sfu",
        leg=leg.name,
        permit=leg.permit,
        ice_servers=leg.terms.ice_servers,
        relay=leg.terms.relay,
        encrypted=leg.terms.encrypted,
        video_kbps=leg.terms.video_kbps,
    )
