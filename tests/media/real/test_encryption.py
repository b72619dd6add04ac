"""In an encrypted group the SFU passes on what it can not read."""

import asyncio

import pytest

from tests.media.real.circle import BOTH
from tests.media.real.conftest import MakeGround

pytestmark = [
    pytest.mark.browser,
    pytest.mark.timeout(120),
    pytest.mark.parametrize("stack", ["embedded"], indirect=True),
]


async def test_a_page_without_the_key_decodes_nothing(ground: MakeGround, lab: str) -> None:
    here = await ground("bob", "eve", encrypted=True)
    alice = await here.client("alice", at=lab, others=[here.seat("bob")])
    bob = await here.client("bob", at=lab, others=[here.seat("alice")])
    # The others give eve no key, as if they did not know of her.
    eve = await here.client("eve", at=lab, others=[here.seat("alice"), here.seat("bob")])
    for client in (alice, bob):
        await client.all_on()
    await asyncio.gather(
        alice.decodes(*(f"bob {source}" for source in BOTH)),
        bob.decodes(*(f"alice {source}" for source in BOTH)),
    )

    # Everything reaches eve, and none of it becomes a picture or a voice.
    streams = [f"{name} {source}" for name in ("alice", "bob") for source in BOTH]
    await asyncio.gather(*(eve.gets(stream, 50) for stream in streams))
    received = await eve.received()
    for name in ("alice", "bob"):
        assert received[f"{here.seat(name)} camera"]["decoded"] == 0
        assert received[f"{here.seat(name)} microphone"]["energy"] == 0
    assert (await alice.received())[f"{here.seat('bob')} microphone"]["energy"] > 0
