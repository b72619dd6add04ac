"""A person who follows a script: does each deed at its moment, and pauses as people do."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from random import Random
from typing import Any

from sessions_app.simulate.device import ticks
from sessions_app.simulate.errors import Closed, Refused
from sessions_app.simulate.person import Person
from sessions_app.simulate.story import Deed
from sessions_app.simulate.timeline import Timeline


class Actor(Person):
    """Deeds are methods by their names; `zero` is the first moment of the story, in local ticks."""

    def __init__(
        self, *given: Any, timeline: Timeline, zero: int, seed: str, **options: Any
    ) -> None:
        super().__init__(*given, **options)
        self.timeline, self._zero = timeline, zero
        self.chance = Random(seed)  # noqa: S311 (to be repeated, not secret)

    async def play(self, deeds: Iterable[Deed]) -> None:
        """Do every deed at its moment; one that nothing can come of any more is left out."""
        for deed in deeds:
            await self.wait_for(deed)
            act: Callable[[Any], Awaitable[None]] = getattr(self, deed.what)
            try:
                await act(deed.detail)
            except Refused:
                continue  # noted already; somebody else was first
            except Closed as closed:
                if not self.leaving:
                    self.chronicle.trouble(f"{self.name}: {deed.what}: {closed}")

    async def wait_for(self, deed: Deed) -> None:
        """Let it become the moment of a deed."""
        at = self._zero + self.timeline.at(deed.act, deed.share) * 1000
        await asyncio.sleep(max(0.0, (at - ticks()) / 1000))

    async def beat(self, beats: float = 1) -> None:
        """A small pause, never twice the same."""
        await asyncio.sleep(self.timeline.pace.beat_s * beats * self.chance.uniform(0.5, 1.5))

    async def counted(self, what: str, kind: str, **fields: Any) -> None:
        """Give a command that attendance counts, and count it oneself."""
        if await self.does(kind, **fields):
            self.diary.count(what)
