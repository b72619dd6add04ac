"""What a broken or hostile client sends changes nothing, and is refused by name."""

import asyncio
import json

from sessions_app.live import frames
from tests.live.client import HOME


async def test_garbage_is_refused_by_name_and_changes_nothing(build, gather):
    house = await build()
    people = await gather(house, "bob")
    bob, alice = people["bob"], people["alice"]
    admitted = {"type": "Admitted", "seat": house.seats["bob"]}
    await alice.frame(lambda f: admitted.items() <= f.get("event", {}).items())
    before = len(alice.events())
    for text, code in (
        ("{", "malformed"),
        ("[]", "malformed"),
        ("null", "malformed"),
        (b"\x00\xff", "malformed"),
        ('{"type":"welcome"}', "malformed"),
        ('{"type":"hello"}', "malformed"),
        ('{"type":"command","ref":"","command":{"type":"RaiseHand"}}', "malformed"),
        ('{"type":"command","ref":"r","command":{"type":"NoSuch"}}', "invalid"),
        ('{"type":"command","ref":"r","command":{"type":"Tick"}}', "invalid"),
        ('{"type":"command","ref":"r","command":{"type":"RaiseHand","extra":1}}', "invalid"),
        ('{"type":"command","ref":"r","command":{"type":"Mute","seat":7}}', "invalid"),
        ('{"type":"command","ref":"r","command":{"type":"Knock","attestation":{}}}', "invalid"),
        (json.dumps({"type": "beat", "pad": "x" * 20_000}), "too_large"),
        ("[" * 5_000, "malformed"),
    ):
        seen = len(bob.frames)
        await bob.send(text)
        error = await bob.frame(lambda f: f["type"] == "error", after=seen)
        assert error["code"] == code, text[:60]
    assert await bob.refused("Forget", process="x", as_of=0) == "invalid"
    assert await bob.refused("Admit", seat=house.seats["eve"], identity="known") == "not_permitted"
    await bob.does("RaiseHand")
    await alice.event("HandRaised")
    assert alice.events()[before:] == ["HandRaised"]


async def test_a_replayed_frame_is_answered_again_and_not_done_again(build, gather):
    house = await build()
    people = await gather(house, "bob")
    bob, alice = people["bob"], people["alice"]
    first = await bob.command("Post", ref="the-same", text="Once")
    again = await bob.command("Post", ref="the-same", text="Once")
    assert first == again
    await bob.does("RaiseHand")
    await alice.event("HandRaised")
    assert alice.events().count("Posted") == 1


async def test_a_sender_that_is_too_fast_is_told_and_then_closed(build, gather):
    house = await build()
    people = await gather(house, "bob")
    bob = people["bob"]
    await asyncio.gather(*(bob.send({"type": "beat"}) for _ in range(400)), return_exceptions=True)
    await bob.frame(lambda f: f["type"] == "error" and f["code"] == "too_fast")
    assert await bob.until_closed() == frames.FLOOD
    assert "HandRaised" not in people["alice"].events()


async def test_a_socket_that_does_not_say_hello_is_closed(build, enter, server):
    house = await build()
    bob = await enter(house, "bob")
    await bob.snapshot()
    from asgiref.sync import sync_to_async
    from websockets.asyncio.client import connect

    ticket = await sync_to_async(house.ticket)("bob")
    async with connect(
        f"{server.socket_url}/ws/rooms/{house.id}",
        subprotocols=[frames.PROTOCOL, frames.TICKET_PREFIX + ticket],
    ) as socket:
        await socket.send(json.dumps({"type": "beat"}))
        await asyncio.wait_for(socket.wait_closed(), 10)
        assert socket.close_code == frames.BAD_PROTOCOL


async def test_a_command_before_its_time_is_refused_and_a_later_one_is_not(build, enter):
    house = await build()
    bob = await enter(house, "bob")
    await bob.snapshot()
    assert await bob.refused("RaiseHand") == "not_permitted"
    assert await bob.refused("Knock") == "attestation_needed"
    await bob.does("Knock", attestation=HOME)
