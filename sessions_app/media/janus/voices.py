"""Who talks in a room, as one of its devices is told; whoever is silenced or gone does not."""

import asyncio
from collections.abc import Callable
from typing import Final

from sessions_app.media.engine import Ears, Leg
from sessions_app.media.messages import MediaTalking
from sessions_app.room.decision import Seat

# Janus measures no silenced line, and so holds whoever was silenced in mid-sentence for talking.
# This long after they may be heard again it has measured anew.
MEASURED_S: Final = 0.6


class Voices:
    """Tells a page of everybody who talks, and the service of its own person."""

    def __init__(self, leg: Leg, ears: Ears, me: str, seat: Callable[[str], Seat | None]) -> None:
        self._leg = leg
        self._ears = ears
        self._me = me
        self._seat = seat
        self._measured: set[str] = set()  # who talks, as Janus last said
        self._muted: set[str] = set()
        self._told: dict[str, Seat] = {}
        self._later: dict[str, asyncio.TimerHandle] = {}

    @property
    def mine(self) -> bool:
        """Whether the device's own person talks."""
        return self._me in self._told

    def heard(self, person: str, on: bool) -> None:
        """Janus says that somebody begins or stops."""
        (self._measured.add if on else self._measured.discard)(person)
        self._say(person, on and person not in self._muted)

    def muted(self, person: str) -> None:
        """Somebody's microphone passes no more."""
        self._muted.add(person)
        self._cancel(person)
        self._say(person, False)

    def unmuted(self, person: str) -> None:
        """Somebody's microphone passes again."""
        if person not in self._muted:
            return
        self._muted.discard(person)
        self._cancel(person)
        if person in self._measured:
            loop = asyncio.get_running_loop()
            self._later[person] = loop.call_later(MEASURED_S, self._again, person)

    def gone(self, person: str) -> None:
        """Somebody sends no more."""
        self._measured.discard(person)
        self._muted.discard(person)
        self._cancel(person)
        self._say(person, False)

    def silent(self) -> None:
        """Nothing comes from the device's own person."""
        self._cancel(self._me)
        self._say(self._me, False)

    def _again(self, person: str) -> None:
        del self._later[person]
        self._say(person, person in self._measured)

    def _say(self, person: str, on: bool) -> None:
        if on == (person in self._told):
            return
        seat = self._told.pop(person, None) or self._seat(person)
        if seat is None:
            return
        if on:
            self._told[person] = seat
        if person == self._me:
            self._ears.talking(self._leg, on)
        self._leg.tell(MediaTalking(seat, on))

    def _cancel(self, person: str) -> None:
        if (timer := self._later.pop(person, None)) is not None:
            timer.cancel()

    def stop(self) -> None:
        """No timer stays."""
        for person in tuple(self._later):
            self._cancel(person)
