"""The room's word holds in the SFU, whatever a page does."""

import asyncio
import time

import pytest

from tests.media.real.circle import silent, streams, three
from tests.media.real.conftest import MakeGround

pytestmark = [
    pytest.mark.browser,
    pytest.mark.timeout(120),
    pytest.mark.parametrize("stack", ["embedded"], indirect=True),
]


async def test_three_people_hear_and_see_each_other_straight_away(ground: MakeGround) -> None:
    _, alice, bob, eve = await three(ground)
    for client in (alice, bob, eve):
        assert set(await client.ways()) == {"host"}
        assert "trouble" not in {message["kind"] for message in await client.heard()}


async def test_nobody_hears_or_sees_a_liar_whose_microphone_and_camera_are_off(
    ground: MakeGround,
) -> None:
    here, alice, bob, eve = await three(ground, lies=True)
    await here.lead.does("Mute", seat=here.seat("bob"))
    await asyncio.gather(alice.silent_after("bob microphone"), eve.silent_after("bob microphone"))
    await asyncio.gather(alice.decodes("bob camera"), eve.decodes("bob camera"))

    await here.lead.does("CameraOff", seat=here.seat("bob"))
    await asyncio.gather(alice.silent_after("bob camera"), eve.silent_after("bob camera"))
    await asyncio.gather(bob.sends("microphone"), bob.sends("camera"))

    await bob.does("SetMicrophone", on=True)
    await asyncio.gather(alice.decodes("bob microphone"), eve.decodes("bob microphone"))


@pytest.mark.parametrize("how", ["Remove", "SendBack"])
async def test_who_is_taken_out_gets_nothing_more_and_nobody_gets_theirs(
    ground: MakeGround, how: str
) -> None:
    here, alice, bob, eve = await three(ground, lies=True)
    more = {"reason": "conduct"} if how == "Remove" else {}
    await here.lead.does(how, seat=here.seat("bob"), **more)
    await asyncio.gather(silent((bob,), "alice", "eve"), silent((alice, eve), "bob"))
    await asyncio.gather(alice.decodes(*streams("eve")), eve.decodes(*streams("alice")))


async def test_a_side_room_hears_itself_alone_whatever_the_page_of_who_moves_does(
    ground: MakeGround,
) -> None:
    here, alice, bob, eve = await three(ground, lies=True)
    oak = await here.open_side_room("bob")
    await asyncio.gather(silent((bob,), "alice", "eve"), silent((alice, eve), "bob"))
    await bob.joins()
    await here.lead.does("Move", seat=here.seat("eve"), place=oak)
    await asyncio.gather(eve.decodes(*streams("bob")), bob.decodes(*streams("eve")))
    await here.lead.does("Move", seat=here.seat("eve"), place="main")
    await asyncio.gather(alice.decodes(*streams("eve")), eve.decodes(*streams("alice")))
    await silent((bob,), "eve")


async def test_in_a_quiet_break_nobody_hears_or_sees_a_liar(ground: MakeGround) -> None:
    here, alice, bob, eve = await three(ground, lies=True, break_quiet=True)
    await here.lead.does("Break", minutes=5)
    await bob.all_on()  # which is refused
    await asyncio.gather(silent((alice, eve), "bob"), silent((alice, bob), "eve"))
    await asyncio.gather(bob.sends("microphone"), bob.sends("camera"))
    await asyncio.gather(bob.decodes(*streams("alice")), eve.decodes(*streams("alice")))
    await here.lead.does("EndBreak")
    await bob.all_on()
    await asyncio.gather(alice.decodes(*streams("bob")), eve.decodes(*streams("bob")))


async def test_on_hold_nobody_hears_a_liar_or_sees_what_they_share(ground: MakeGround) -> None:
    here = await ground("bob", "eve", hold_after_s=1)
    bob, eve = await here.client("bob", lies=True), await here.client("eve")
    await bob.all_on()
    await here.lead.does("InviteToShare", seat=here.seat("bob"))
    await bob.does("StartSharing", what="screen")
    await eve.decodes(*streams("bob"), "bob share")
    watching = await here.device("eve")
    await here.lead.close()
    await watching.event("Held")
    await bob.does("SetMicrophone", on=True)  # which is refused
    await asyncio.gather(eve.silent_after("bob microphone"), eve.silent_after("bob share"))
    await asyncio.gather(bob.sends("microphone"), bob.sends("share"))
    await eve.decodes("bob camera")


async def test_when_janus_dies_everyone_is_back_within_ten_seconds(ground: MakeGround) -> None:
    here, alice, bob, eve = await three(ground)
    here.server.forgive()
    began = time.monotonic()
    here.servers.kill("janus")
    await asyncio.gather(*(client.again("restarted", 10) for client in (alice, bob, eve)))
    await asyncio.gather(
        alice.decodes(*streams("bob", "eve"), patience_s=10),
        bob.decodes(*streams("alice", "eve"), patience_s=10),
        eve.decodes(*streams("alice", "bob"), patience_s=10),
    )
    assert time.monotonic() - began < 10
