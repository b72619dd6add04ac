"""Devices that speak to each other directly; the service only introduces them.

It can not silence a device that lies: each page plays what the room says may be heard, and
nobody else enforces it. So a mesh is for few people who trust each other's devices.
"""

from typing import Final
from uuid import UUID

from sessions_app.media.engine import Ears, Leg, Refusal
from sessions_app.media.messages import (
    AnyFromPage,
    Engine,
    MediaAgain,
    MediaOver,
    MediaPass,
    MediaPassed,
    MediaPeers,
    MediaPermitted,
    MediaReady,
    Peer,
)
from sessions_app.media.permit import Permit

LIMIT: Final = 5  # devices in one place: each sends its picture to every other
VIDEO_KBPS: Final = 300

Place = tuple[UUID, str]


class Mesh:
    """Who is in which place of this process's rooms, and what passes between them."""

    name: Engine = "mesh"

    def __init__(self, ears: Ears) -> None:
        self._ears = ears
        self._places: dict[Place, dict[str, Leg]] = {}

    @property
    def away(self) -> bool:
        """It needs no server."""
        return False

    async def start(self) -> None:
        """Nothing runs beside the sockets."""

    async def stop(self) -> None:
        """Forget everybody; their connections end with their sockets."""
        self._places.clear()

    async def join(self, leg: Leg, permit: Permit) -> None:
        """Introduce a device to those of its place; raises Refusal."""
        if not permit.receive:
            raise Refusal("not_permitted")
        place = leg.session, permit.place
        self._make_room(leg, place)
        leg.permit = permit
        self._places.setdefault(place, {})[leg.name] = leg
        terms = leg.terms
        leg.tell(
            MediaReady(
                engine=self.name,
                leg=leg.name,
                permit=permit,
                ice_servers=terms.ice_servers,
                relay=terms.relay,
                encrypted=terms.encrypted,
                video_kbps=min(terms.video_kbps, VIDEO_KBPS),
            )
        )
        self._introduce(place)
        self._ears.published(leg)

    async def say(self, leg: Leg, message: AnyFromPage) -> None:
        """Pass on what one device says to another of the same place; the rest is ignored."""
        if not isinstance(message, MediaPass):
            return
        other = self._places.get((leg.session, leg.permit.place), {})
        if leg.name in other and message.to in other:
            other[message.to].tell(MediaPassed(leg.name, message.data))

    async def allow(self, leg: Leg, permit: Permit) -> None:
        """Tell a device what it may send; one that may not receive, or moves, is taken out."""
        before, leg.permit = leg.permit, permit
        if before.receive and permit.receive and before.place == permit.place:
            leg.tell(MediaPermitted(permit))
            return
        self._take_out(leg, before.place)
        if not permit.receive:
            leg.tell(MediaPermitted(permit))
        else:
            leg.tell(MediaAgain("moved" if before.receive else "permitted"))

    async def leave(self, leg: Leg) -> None:
        """Take a device out; the others are told and let its connection go."""
        self._take_out(leg, leg.permit.place)

    async def close(self, session: UUID) -> None:
        """Forget a room."""
        for place in [place for place in self._places if place[0] == session]:
            del self._places[place]

    def alive(self, leg: Leg) -> bool:
        """What passes between devices is not seen here."""
        return False

    def hears(self, leg: Leg) -> bool:
        """Nor is it heard."""
        return False

    def _make_room(self, leg: Leg, place: Place) -> None:
        """A group is not without its staff: where it is full, whoever joined last makes room."""
        legs = self._places.get(place, {})
        if len(legs) < LIMIT:
            return
        last = next((one for one in reversed(legs.values()) if not one.terms.staff), None)
        if last is None or not leg.terms.staff:
            raise Refusal("full")
        last.tell(MediaOver("full"))
        self._take_out(last, last.permit.place)
        self._ears.lost(last, "full")

    def _take_out(self, leg: Leg, where: str) -> None:
        place = leg.session, where
        if self._places.get(place, {}).pop(leg.name, None) is None:
            return
        self._ears.stopped(leg)
        self._introduce(place)

    def _introduce(self, place: Place) -> None:
        legs = self._places.get(place, {})
        if not legs:
            self._places.pop(place, None)
        for leg in legs.values():
            others = tuple(Peer(o.name, o.seat) for o in legs.values() if o is not leg)
            leg.tell(MediaPeers(others))
