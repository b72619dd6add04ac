"""An engine at a fake Janus, and people whose devices speak to it."""

import asyncio
from collections.abc import AsyncIterator, Callable
from uuid import UUID

import pytest

from sessions_app.media.janus.engine import Janus
from sessions_app.media.messages import MediaOffer, MediaPublish
from sessions_app.media.permit import Permit
from tests.media.ears import ALL, Heard, Page, a_room
from tests.media.fake_janus import OFFER, FakeJanus, running

SEATS = ("alice", "bob", "eve")
KEY = b"a key of the tests"


async def until(true: Callable[[], object], patience_s: float = 3.0) -> None:
    """Let the loop run until something is so."""
    deadline = asyncio.get_running_loop().time() + patience_s
    while not true():
        assert asyncio.get_running_loop().time() < deadline, "it did not come about"
        await asyncio.sleep(0.002)


class Sfu:
    """An engine of one process, and what it reported."""

    def __init__(self, fake: FakeJanus, room: UUID | None = None, patience_s: float = 1.0) -> None:
        self.fake = fake
        self.heard = Heard()
        self.room = room or a_room()
        self.seats = list(SEATS)
        self.engine = Janus(
            fake.url,
            "secret",
            self.heard,
            KEY,
            lambda _: self.seats,
            patience_s=patience_s,
            unreached_s=0.2,
        )

    def person(self, seat: str) -> str:
        return self.engine._names.person(self.room, seat)

    def packets(self) -> set[str]:
        """Which packets reach whom: "from mid to", by seat."""
        names = {self.person(seat): seat for seat in self.seats}
        return {f"{names[a]} {mid} {names[b]}" for a, mid, b in self.fake.packets()}

    def link_is_up(self) -> bool:
        return self.engine._link.is_up

    async def join(self, seat: str, permit: Permit = ALL) -> Page:
        page = Page(self.room, seat)
        await self.engine.join(page.leg, permit)
        return page

    async def publish(self, seat: str, permit: Permit = ALL) -> Page:
        page = await self.join(seat, permit)
        await self.engine.say(page.leg, MediaPublish(OFFER))
        return page

    def connect(self, seat: str) -> None:
        """The sending connection of somebody comes about."""
        handle = self.fake.publisher(self.person(seat))
        handle.say({"janus": "webrtcup", "sender": handle.number})

    def reports(self, seat: str, **event: object) -> None:
        """Janus reports something to a device of this seat."""
        handle = self.fake.publisher(self.person(seat))
        handle.say({"sender": handle.number, **event})

    def talks(self, seat: str, on: bool = True) -> None:
        """Janus measures somebody talk, and tells the whole room."""
        handle = self.fake.publisher(self.person(seat))
        assert handle.room is not None
        handle.room.tell(
            {"videoroom": "talking" if on else "stopped-talking", "id": handle.id, "mid": "0"}
        )


def offers(page: Page) -> list[MediaOffer]:
    return [message for message in page.told if isinstance(message, MediaOffer)]


@pytest.fixture
async def fake() -> AsyncIterator[FakeJanus]:
    async with running() as janus:
        yield janus


@pytest.fixture
async def sfu(fake: FakeJanus) -> AsyncIterator[Sfu]:
    made = Sfu(fake)
    await made.engine.start()
    await until(made.link_is_up)
    yield made
    await made.engine.stop()
    assert not [task for task in asyncio.all_tasks() if "janus/" in str(task.get_coro())]
