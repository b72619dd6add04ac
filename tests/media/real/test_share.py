"""What somebody shares reaches the others while the room lets it, whatever a page does."""

import asyncio

import pytest

from tests.media.real.circle import three
from tests.media.real.conftest import MakeGround

pytestmark = [
    pytest.mark.browser,
    pytest.mark.timeout(120),
    pytest.mark.parametrize("stack", ["embedded"], indirect=True),
]


async def test_a_liar_is_seen_to_share_while_they_may_and_no_longer(ground: MakeGround) -> None:
    here, alice, bob, eve = await three(ground, lies=True)
    seat = here.seat("bob")
    await here.lead.does("InviteToShare", seat=seat)
    await here.lead.does("WithdrawInvitation", seat=seat)
    await bob.does("StartSharing", what="screen")  # which is refused
    await bob.sends("share")
    await asyncio.gather(alice.never("bob share"), eve.never("bob share"))

    await here.lead.does("InviteToShare", seat=seat)
    await bob.does("StartSharing", what="screen")
    await asyncio.gather(alice.decodes("bob share"), eve.decodes("bob share"))
    await here.lead.does("StopSharing", seat=seat)
    await asyncio.gather(alice.silent_after("bob share"), eve.silent_after("bob share"))
    await bob.sends("share")

    await alice.does("StartSharing", what="screen")
    await asyncio.gather(bob.decodes("alice share"), eve.decodes("alice share"))
