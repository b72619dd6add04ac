"""One room whose people are in several processes: everyone talks, and notes how long it takes."""

import asyncio
import contextlib
import itertools
from collections.abc import AsyncIterator, Iterable, Mapping
from contextlib import asynccontextmanager
from typing import Any

from sessions_app.simulate.account import Json
from sessions_app.simulate.chronicle import Chronicle
from sessions_app.simulate.device import Device, ticks
from sessions_app.simulate.errors import Closed
from tests.faults.people import Person
from tests.live.house import House

PAUSE_S = 0.2


class Talker(Person):
    """Says one thing after the other; every moment is in local ticks."""

    def __init__(self, *given: Any) -> None:
        super().__init__(*given)
        self.said: dict[str, int] = {}  # when it was said first
        self.acked_at: dict[str, int] = {}
        self.heard_at: dict[str, int] = {}
        self.silent = False
        self._numbers = itertools.count(1)

    def take(self, device: Device, frame: Json, text: str, at: int) -> None:
        if frame["type"] == "event" and frame["event"]["type"] == "Posted" and frame["private"]:
            self.heard_at.setdefault(frame["private"]["text"], at)
        super().take(device, frame, text, at)

    async def say(self, text: str) -> None:
        """Say something until it is acknowledged, under the same ref."""
        self.said[text] = ticks()
        await self.command("Post", text=text)
        self.acked_at[text] = ticks()

    def has_said_since(self, since: int) -> bool:
        """Whether something is acknowledged that was not said before."""
        return any(self.said[text] > since for text in self.acked_at)

    async def talk(self) -> None:
        """Go on saying things until told to be silent."""
        self.silent = False
        while not self.silent:
            # What was said in vain, and not acknowledged, need not be there.
            with contextlib.suppress(Closed):
                await self.say(f"{self.name} says {next(self._numbers)}")
            await asyncio.sleep(PAUSE_S)


class Evening:
    """The people of a room that runs, who all talk."""

    def __init__(self, house: House, people: dict[str, Talker]) -> None:
        self.house, self.people = house, people
        self.talkers: list[Talker] = []
        self._talks: list[asyncio.Task[None]] = []

    def __getitem__(self, name: str) -> Talker:
        return self.people[name]

    def talk(self, *names: str) -> None:
        """Let these people begin to talk."""
        self.talkers = [self.people[name] for name in names]
        self._talks = [asyncio.create_task(person.talk()) for person in self.talkers]

    async def fall_silent(self) -> None:
        """Finish what is being said."""
        for person in self.people.values():
            person.silent = True
        await asyncio.gather(*self._talks)

    async def heals(self, within_s: float) -> None:
        """Wait until everyone who talks is acknowledged something that they say from now on."""
        since = ticks()
        async with asyncio.timeout(within_s):
            for person in self.talkers:
                while not person.has_said_since(since):  # noqa: ASYNC110 (a server's doing)
                    await asyncio.sleep(0.05)

    def closes(self) -> list[int]:
        """The codes of every socket that the server has closed."""
        return [code for person in self.people.values() for code in person.closes]

    def waits(self) -> list[int]:
        """How long each thing said waited for its acknowledgement, ms."""
        return [
            person.acked_at[text] - said
            for person in self.people.values()
            for text, said in person.said.items()
            if text in person.acked_at
        ]

    def ways(self, names: Iterable[str] | None = None) -> list[int]:
        """How long each acknowledged text took from its acknowledgement to each other person, ms.

        A text that was missed while one was reconnecting came with the snapshot: it has no way.
        """
        listeners = [self.people[name] for name in names or self.people]
        return [
            listener.heard_at[text] - acked
            for person in self.people.values()
            for text, acked in person.acked_at.items()
            for listener in listeners
            if listener is not person and text in listener.heard_at
        ]

    async def is_heard(self, within_s: float) -> None:
        """Fall silent, and wait until everyone has heard all that is acknowledged."""
        await self.fall_silent()
        async with asyncio.timeout(within_s):
            while self.unheard():  # noqa: ASYNC110 (a server's doing)
                await asyncio.sleep(0.05)

    def unheard(self) -> list[str]:
        """Acknowledged texts that somebody never heard as an event."""
        return [
            f"{listener.name}: {text}"
            for person in self.people.values()
            for text in person.acked_at
            for listener in self.people.values()
            if text not in listener.heard_at
        ]


@asynccontextmanager
async def evening(house: House, places: Mapping[str, str]) -> AsyncIterator[Evening]:
    """Everyone inside a room that has started; `places` says who is served where, alice first."""
    chronicle = Chronicle()
    people = {name: Talker(house, name, url, chronicle) for name, url in places.items()}
    try:
        await people["alice"].come_in()
        for name in [name for name in people if name != "alice"]:
            await people[name].come_in(None if name == "amir" else people["alice"])
        await people["alice"].command("Start")
        yield Evening(house, people)
    finally:
        await asyncio.gather(*(person.close() for person in people.values()))
    assert not chronicle.troubles, chronicle.troubles
