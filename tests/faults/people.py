"""People of the tests: they keep their socket open whatever breaks, and note what they are told.

Coming back with a fresh ticket and the cursor, and giving a command again under the same ref
until it is acknowledged or refused, is what the simulator's people do; these keep the proofs.
"""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager
from typing import Any
from uuid import UUID

from asgiref.sync import sync_to_async
from django.db import DatabaseError, connection

from sessions_app.simulate import person
from sessions_app.simulate.account import Json
from sessions_app.simulate.chronicle import Chronicle
from sessions_app.simulate.device import Device, ticks
from sessions_app.simulate.errors import Closed
from sessions_app.simulate.spans import Span
from tests.live.client import HOME
from tests.live.house import House


class Ticketed:
    """An account whose tickets come straight from the database."""

    def __init__(self, house: House, name: str) -> None:
        self._house, self._name = house, name

    async def ticket(self, session: str) -> str:
        """A fresh ticket; Closed where the database does not answer, as a server's 503 is."""
        try:
            return await sync_to_async(self._issue)(UUID(session))
        except DatabaseError as error:
            raise Closed(f"no ticket ({type(error).__name__})") from error

    def _issue(self, session: UUID) -> str:
        try:
            return self._house.ticket(self._name, session)
        except DatabaseError:
            connection.close()
            raise


class Person(person.Person):
    """One person in one room.

    `welcomed` is the cursor of the last full snapshot, `frames` are the events since then;
    `acks`, `refusals` and `closes` are everything since the beginning.
    """

    def __init__(self, house: House, name: str, url: str, chronicle: Chronicle) -> None:
        account: Any = Ticketed(house, name)
        super().__init__(account, url, str(house.id), chronicle)
        self.seat, self.name = house.seats[name], name
        self.house = house
        self.welcomed = ""
        self.frames: list[Json] = []
        self.posted = 0

    def take(self, device: Device, frame: Json, text: str, at: int) -> None:
        match frame["type"]:
            case "welcome" if frame["snapshot"] is not None:
                self.welcomed, self.frames = frame["cursor"], []
            case "event":
                self.frames.append(frame)
        super().take(device, frame, text, at)

    # What one does

    async def come_in(self, admit: "Person | None" = None) -> None:
        """Open a socket and come in; `admit` is the facilitator who lets a participant in."""
        await self.open()
        assert await self.until(lambda: self.phase in person.OPEN), "the door did not open"
        if admit is None:
            await self.command("Knock")
        else:
            await self.command("Knock", attestation=HOME)
            await admit.command("Admit", seat=self.seat, identity="known")
        assert await self.until(lambda: self.inside), f"{self.name} was not let in"

    async def chat(self, pause_s: float = 0.2) -> None:
        """Post for ever, one after the other; where the chat is closed, try all the same."""
        while True:
            self.posted += 1
            await self.does("Post", text=f"{self.name} says {self.posted}")
            await asyncio.sleep(pause_s)

    async def heard(self, wanted: Callable[[Json], bool], patience_s: float = 30) -> Json:
        """The first event since the last snapshot that is wanted, or one to come."""
        found: list[Json] = []

        def look() -> bool:
            found[:] = [frame for frame in self.frames if wanted(frame["event"])]
            return bool(found)

        assert await self.until(look, patience_s), f"{self.name} did not hear of it"
        return found[0]

    def unconnected_ms(self) -> int:
        """The longest time without any open socket between the first one and now."""
        spans = self.diary.connections(ticks())
        pairs = zip(spans, [*spans[1:], (ticks(), 0)], strict=True)
        return max((after[0] - before[1] for before, after in pairs), default=0)


def upto(someone: person.Person) -> int:
    """Now, or when the group ended, by the server's clock."""
    ended = someone.chronicle.ended_at
    return someone.chronicle.server_time(ended if ended is not None else ticks())


def lived(someone: person.Person) -> list[Span]:
    """When a person was inside and connected, by the server's clock."""
    ended, time = someone.chronicle.ended_at, someone.chronicle.server_time
    spans = someone.diary.present(ended if ended is not None else ticks())
    return [(time(since), time(until)) for since, until in spans]


@asynccontextmanager
async def gathered(
    house: House, url: str, *names: str, start: bool = True
) -> AsyncIterator[dict[str, Person]]:
    """Alice, and these others, inside a room whose group has started, until the block ends."""
    chronicle = Chronicle()
    people = {name: Person(house, name, url, chronicle) for name in ("alice", *names)}
    alice = people["alice"]
    try:
        await alice.come_in()
        for name in names:
            await people[name].come_in(None if name == "amir" else alice)
        if start:
            await alice.command("Start")
        yield people
        assert not chronicle.troubles, chronicle.troubles
    finally:
        await asyncio.gather(*(person.close() for person in people.values()))


@asynccontextmanager
async def chatting(people: Iterable[Person]) -> AsyncIterator[None]:
    """Everyone posts all the time, and what goes wrong with that fails the test."""
    chats = [asyncio.create_task(person.chat()) for person in people]
    try:
        yield
    finally:
        for chat in chats:
            chat.cancel()
        results = await asyncio.gather(*chats, return_exceptions=True)
    assert all(isinstance(result, asyncio.CancelledError) for result in results), results
