"""A full room: ten bots and two pages."""

import asyncio

import pytest

from tests.media.real.conftest import MakeGround

pytestmark = [
    pytest.mark.browser,
    pytest.mark.timeout(240),
    pytest.mark.parametrize("stack", ["embedded"], indirect=True),
]
BOTS, SPEAK = 10, 1
PATIENCE_S = 90  # eleven times ten streams are decoded on the cores that send them


async def test_everyone_of_twelve_decodes_everyone(ground: MakeGround) -> None:
    names = [f"p{number}" for number in range(1, BOTS + 1)]
    here = await ground("bob", *names, people=BOTS, capacity=14)
    alice, bob = await asyncio.gather(here.client("alice"), here.client("bob"))
    for client in (alice, bob):
        await client.all_on()
    # Two programs: one core alone would be late for the others' packets, and lose its connections.
    halves = [(names[: BOTS // 2], SPEAK), (names[BOTS // 2 :], 0)]
    bots = [await here.bots(half, speak=speak) for half, speak in halves]
    pages = {
        f"{here.seat(name)} {kind}"
        for name in ("alice", "bob")
        for kind in ("microphone", "camera")
    }
    films = {f"{here.seat(name)} camera" for name in names}
    voices = {f"{here.seat(name)} microphone" for name in names[:SPEAK]}

    wanted = {
        here.seat(name): {one for one in pages | films | voices if here.seat(name) not in one}
        for name in names
    }
    await asyncio.gather(
        *(
            half.decode({here.seat(name): wanted[here.seat(name)] for name in theirs}, PATIENCE_S)
            for half, (theirs, _) in zip(bots, halves, strict=True)
        )
    )
    sent = [f"{name} camera" for name in names] + [f"{name} microphone" for name in names[:SPEAK]]
    await asyncio.gather(
        alice.decodes("bob camera", "bob microphone", *sent, patience_s=PATIENCE_S),
        bob.decodes("alice camera", "alice microphone", *sent, patience_s=PATIENCE_S),
    )
