"""What was spoken reaches the ledger, whatever the ledger does meanwhile; and is noted once."""

import asyncio
from uuid import uuid4

import pytest

from sessions_app.live import service
from sessions_app.live.speech import Speech
from sessions_app.live.timepiece import timepiece
from sessions_app.live.writer import Unavailable
from sessions_app.room.errors import Busy, Invalid, RoomError
from sessions_app.room.speech import NoteSpeech

NOON = 1_800_000_000_000


class Ledger:
    """Takes notes, or fails as it was told, note by note."""

    def __init__(self) -> None:
        self.fails: list[RoomError | None] = []
        self.tried: list[str] = []
        self.noted: list[NoteSpeech] = []
        self.open = asyncio.Event()
        self.open.set()

    async def execute(self, session: object, who: object, command: NoteSpeech, ref: str) -> None:
        self.tried.append(ref)
        await self.open.wait()
        if self.fails and (failure := self.fails.pop(0)) is not None:
            raise failure
        self.noted.append(command)


@pytest.fixture
def ledger(monkeypatch: pytest.MonkeyPatch) -> Ledger:
    made = Ledger()
    monkeypatch.setattr(service, "execute", made.execute)
    return made


@pytest.fixture
def at(monkeypatch: pytest.MonkeyPatch):
    """Set the time, in ms after noon."""

    def is_(ms: int) -> None:
        monkeypatch.setattr(timepiece, "now", lambda: NOON + ms)

    is_(0)
    return is_


def three_rooms(at) -> Speech:
    """In each of three rooms somebody talked for a second of this minute."""
    speech, rooms = Speech(), [uuid4() for _ in range(3)]
    for room in rooms:
        speech.turn(room, "s_bob", True)
    at(1_000)
    for room in rooms:
        speech.cut(room, ())
    return speech


async def test_while_the_database_is_away_all_stays_owed_and_one_alone_waits(ledger, at):
    speech = three_rooms(at)
    ledger.fails = [Unavailable()]
    await speech.report()
    assert (len(ledger.tried), ledger.noted, speech.due) == (1, [], True)
    await speech.report()
    assert len(ledger.noted) == 3
    assert not speech.due


async def test_a_busy_service_is_asked_again_and_what_is_refused_is_not(ledger, at):
    speech = three_rooms(at)
    ledger.fails = [Busy(), Invalid("until: no"), None]
    await speech.report()
    assert (len(ledger.noted), speech.due) == (1, True)
    await speech.report()
    assert ledger.tried[0] == ledger.tried[-1]  # the same ref, so that it is done once
    assert (len(ledger.noted), speech.due) == (2, False)


async def test_a_report_that_is_broken_off_loses_nothing(ledger, at):
    speech = three_rooms(at)
    ledger.open.clear()
    reporting = asyncio.create_task(speech.report())
    await asyncio.sleep(0)
    assert not speech.due  # it is under way
    reporting.cancel()
    await asyncio.gather(reporting, return_exceptions=True)
    ledger.open.set()
    await speech.report()
    assert len(ledger.noted) == 3


async def test_whoever_goes_is_noted_at_once_and_not_a_second_time(ledger, at):
    speech, room = Speech(), uuid4()
    for seat in ("s_bob", "s_eve"):
        speech.turn(room, seat, True)
    at(20_000)
    speech.part(room, "s_bob")
    speech.part(room, "s_carol")  # who said nothing
    at(60_000)
    speech.cut(room, ["s_eve", "s_finn"])
    await speech.report()
    assert ledger.noted == [
        NoteSpeech(NOON, NOON + 20_000, {"s_bob": 20_000}),
        NoteSpeech(NOON, NOON + 60_000, {"s_eve": 60_000, "s_finn": 0}),
    ]
