"""Talk time is what was said."""

import asyncio

import pytest

from tests.media import speech
from tests.media.ground import Ground
from tests.media.real.conftest import MakeGround

pytestmark = [
    pytest.mark.browser,
    pytest.mark.timeout(150),
    pytest.mark.parametrize("stack", ["embedded"], indirect=True),
]
# Whole rounds of the file: wherever in it they begin, as much of them is speech.
ROUNDS = 2


@pytest.mark.parametrize("encrypted", [False, True], ids=["plain", "encrypted"])
async def test_talk_time_in_the_ledger_is_the_speech_of_the_file(
    ground: MakeGround, lab: str, encrypted: bool
) -> None:
    here = await ground("bob", "eve", encrypted=encrypted)
    bob, eve = await asyncio.gather(
        here.client("bob", at=lab, others=[here.seat("eve")]),
        here.client("eve", at=lab, others=[here.seat("bob")]),
    )
    await asyncio.gather(bob.connected(), eve.connected())
    await bob.does("SetMicrophone", on=True)
    await asyncio.gather(eve.decodes("bob microphone"), asyncio.sleep(ROUNDS * speech.ROUND_S))
    told = {one["encrypted"] for one in await eve.heard() if one["kind"] == "ready"}
    assert told == {encrypted}
    await bob.does("SetMicrophone", on=False)
    # It is written down each full minute, and once nobody is left.
    await bob.page.close()
    await eve.page.close()
    expected_ms = ROUNDS * speech.ROUND_S * speech.share() * 1000
    said_ms = await _said_ms(here, "bob", expected_ms * 0.9)
    assert expected_ms * 0.9 <= said_ms <= expected_ms * 1.1
    assert await _said_ms(here, "eve", 0) == 0


async def _said_ms(here: Ground, name: str, enough_ms: float) -> float:
    """What the ledger has of somebody's speech, once it is enough or ten seconds are over."""
    said = 0.0
    for _ in range(100):
        noted = [
            frame["event"]
            for frame in here.lead.frames
            if frame["type"] == "event" and frame["event"]["type"] == "SpeechNoted"
        ]
        assert all(event["measured"] == "server" for event in noted)
        said = sum(event["spoken"].get(here.seat(name), 0) for event in noted)
        if noted and said >= enough_ms:
            break
        await asyncio.sleep(0.1)
    return said
