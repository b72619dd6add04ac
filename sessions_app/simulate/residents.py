"""Virtual people who live in the demo's room, for visitors to meet; they follow no script."""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable

from sessions_app.simulate.account import Json
from sessions_app.simulate.errors import Closed
from sessions_app.simulate.facilitator import Facilitator
from sessions_app.simulate.participant import Participant
from sessions_app.simulate.person import OVER
from sessions_app.simulate.story import REACTIONS, Detail

# How long the host leaves things to a human facilitator, seconds.
POLITE_S = 20.0
MINUTE_MS = 60_000


class Resident(Participant):
    """Arrives, and does small things now and then until the group is over."""

    async def reside(self) -> None:
        """Everything this person does."""
        await self.beat(3)
        await self.arrive(None)
        await self.until(lambda: self.inside or self.phase in OVER, timeout_s=3600)
        await self.camera(True)
        while self.phase not in OVER:
            await self.beat(self.chance.randint(4, 20))
            deed, detail = self._whim()
            with contextlib.suppress(Closed):  # they come back by themselves
                await deed(detail)

    def _whim(self) -> tuple[Callable[[Detail], Awaitable[None]], Detail]:
        calm: list[tuple[Callable[[Detail], Awaitable[None]], Detail]] = [
            (self.post, None),
            (self.post, None),
            (self.react, self.chance.choice(REACTIONS)),
            (self.hand, None),
            (self.speak, None),
            (self.whisper, None),
            (self.rest, None),
            (self.lose_touch, None),
        ]
        return self.chance.choices(calm, weights=(6, 6, 6, 5, 6, 1, 2, 1))[0]

    async def speak(self, _: Detail) -> None:
        """Have the microphone on for a while."""
        await self.microphone(True)
        await self.beat(6)
        await self.microphone(False)

    async def rest(self, _: Detail) -> None:
        """Step away for a moment."""
        await self.step_away(None)
        await self.beat(8)
        await self.come_back(None)

    async def lose_touch(self, _: Detail) -> None:
        """Drop, and be back soon."""
        self.lose()
        await self.beat(3)
        await self.come_online("resume")


class Host(Facilitator):
    """Co-facilitates: does what must be done, where no human does it first."""

    starts_at = 0

    async def host(self) -> None:
        """Everything this person does."""
        await self.enter()
        self.spawn(self.keep_door())
        self.spawn(self.keep_watch())
        await self._start_when_due()
        while self.phase not in OVER:
            await self.beat(30)
            if self.hands and self.phase == "running" and await self._still_up(self.hands[0]):
                with contextlib.suppress(Closed):
                    await self.does("CallOn", seat=self.hands[0])

    def look(self, snapshot: Json, at: int) -> None:
        """Note when the group is to start."""
        super().look(snapshot, at)
        self.starts_at = snapshot["times"]["starts_at"]

    async def _admit(self, seat: str) -> None:
        await asyncio.sleep(POLITE_S)
        await super()._admit(seat)

    async def _look_after(self, alert: str, seat: str) -> None:
        await asyncio.sleep(POLITE_S * 3)
        if alert in self.alerts:
            await super()._look_after(alert, seat)

    async def _still_up(self, seat: str) -> bool:
        await asyncio.sleep(POLITE_S)
        return bool(self.hands) and self.hands[0] == seat

    async def _start_when_due(self) -> None:
        while self.phase == "door_open":
            if self.now() > self.starts_at + MINUTE_MS / 2:
                await self.does("Start")
            await asyncio.sleep(1)
