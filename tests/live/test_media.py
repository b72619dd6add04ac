"""Only who is inside has media, and only that of the place they are in, at every moment."""

import asyncio
from typing import Any

import pytest

from tests.live.client import Device, Json

pytestmark = pytest.mark.parametrize("stack", ["embedded"], indirect=True)


async def say(device: Device, kind: str, **fields: Any) -> None:
    await device.send({"type": "media", "data": {"kind": kind, **fields}})


async def told(device: Device, kind: str, wanted: Any = lambda data: True, after: int = 0) -> Json:
    frame = await device.frame(
        lambda f: f["type"] == "media" and f["data"]["kind"] == kind and wanted(f["data"]), after
    )
    return dict(frame["data"])


async def joins(device: Device) -> str:
    """Take the media of one's place; returns the leg's name."""
    after = len(device.frames)
    await say(device, "join")
    return str((await told(device, "ready", after=after))["leg"])


def silent(device: Device, kind: str) -> bool:
    return not any(f["type"] == "media" and f["data"]["kind"] == kind for f in device.frames)


async def test_two_who_are_inside_are_introduced_and_speak_to_each_other(build, gather):
    house = await build()
    people = await gather(house, "bob", "eve", start=True)
    bob, eve = people["bob"], people["eve"]
    first, second = await joins(bob), await joins(eve)
    peers = await told(bob, "peers", lambda data: data["peers"])
    assert peers["peers"] == [{"leg": second, "seat": house.seats["eve"]}]
    await say(bob, "pass", to=second, data={"sdp": "v=0"})
    assert await told(eve, "passed") == {
        "kind": "passed",
        "sender": first,
        "data": {"sdp": "v=0"},
    }
    assert house.seats["bob"] not in first


async def test_whoever_waits_at_the_door_gets_nothing(build, gather, enter):
    house = await build()
    people = await gather(house, "bob", start=True)
    eve = await enter(house, "eve")
    await eve.snapshot()
    leg = await joins(people["bob"])
    await say(eve, "join")
    assert (await told(eve, "over"))["why"] == "not_permitted"
    await say(eve, "pass", to=leg, data={"sdp": "v=0"})
    await eve.command("RaiseHand")  # answered after what came before it
    assert silent(people["bob"], "passed")


@pytest.mark.parametrize("deed", ["Remove", "SendBack"])
async def test_whoever_is_taken_out_is_taken_out_of_the_media(build, gather, deed):
    house = await build()
    people = await gather(house, "bob", "eve", start=True)
    bob, eve, seat = people["bob"], people["eve"], house.seats["eve"]
    first, second = await joins(bob), await joins(eve)
    since = len(bob.frames)
    reason = {"reason": "conduct"} if deed == "Remove" else {}
    await people["alice"].does(deed, seat=seat, **reason)
    assert (await told(eve, "over"))["why"] == "not_permitted"
    await told(bob, "peers", lambda data: data["peers"] == [], since)
    await say(eve, "pass", to=first, data={})
    await say(bob, "pass", to=second, data={})
    await eve.command("RaiseHand")
    assert silent(bob, "passed")
    assert silent(eve, "passed")


async def test_the_permit_follows_the_room(build, gather):
    house = await build()
    people = await gather(house, "bob", start=True)
    alice, bob = people["alice"], people["bob"]
    await joins(bob)

    async def permit(after: int, **wanted: bool) -> None:
        await told(bob, "permitted", lambda d: wanted.items() <= d["permit"].items(), after)

    since = len(bob.frames)
    await bob.does("SetMicrophone", on=True)
    await permit(since, microphone=True, camera=False)
    await bob.does("SetCamera", on=True)
    await permit(since, microphone=True, camera=True)
    since = len(bob.frames)
    await alice.does("Mute", seat=house.seats["bob"])
    await permit(since, microphone=False, camera=True)
    await alice.does("CameraOff", seat=house.seats["bob"])
    await permit(since, microphone=False, camera=False)
    await bob.does("StepAway")
    await permit(since, receive=False)
    since = len(bob.frames)
    await bob.does("ComeBack")
    assert (await told(bob, "again", after=since))["why"] == "permitted"


async def test_another_device_of_the_same_person_takes_the_media_over(build, gather, enter):
    house = await build()
    people = await gather(house, "bob", "eve", start=True)
    await joins(people["eve"])
    await joins(people["bob"])
    phone = await enter(house, "bob")
    await phone.snapshot()
    since = len(people["eve"].frames)
    leg = await joins(phone)
    assert (await told(people["bob"], "over"))["why"] == "elsewhere"
    wanted = [{"leg": leg, "seat": house.seats["bob"]}]
    await told(people["eve"], "peers", lambda data: data["peers"] == wanted, since)


async def test_a_device_that_goes_is_gone_for_the_others(build, gather):
    house = await build()
    people = await gather(house, "bob", "eve", start=True)
    await joins(people["bob"])
    await joins(people["eve"])
    since = len(people["bob"].frames)
    people["eve"].cut()
    await told(people["bob"], "peers", lambda data: data["peers"] == [], since)


async def test_side_rooms_have_media_of_their_own(build, gather):
    house = await build()
    people = await gather(house, "bob", "eve", "finn", start=True)
    legs = {name: await joins(device) for name, device in people.items()}
    since = {name: len(device.frames) for name, device in people.items()}
    seats = [house.seats["bob"], house.seats["eve"]]
    await people["alice"].does("OpenPlaces", places=[{"name": "Oak", "seats": seats}])
    for name in ("bob", "eve"):
        assert (await told(people[name], "again", after=since[name]))["why"] == "moved"
        legs[name] = await joins(people[name])
    with_bob = [{"leg": legs["bob"], "seat": house.seats["bob"]}]
    await told(people["eve"], "peers", lambda data: data["peers"] == with_bob, since["eve"])
    left = {house.seats["finn"]}
    await told(
        people["alice"], "peers", lambda d: {p["seat"] for p in d["peers"]} == left, since["alice"]
    )
    await say(people["finn"], "pass", to=legs["bob"], data={})
    await people["finn"].send({"type": "signal", "to": house.seats["bob"], "data": {}})
    await people["finn"].does("RaiseHand")
    await people["bob"].event("HandRaised")
    assert silent(people["bob"], "passed")
    assert not any(frame["type"] == "signal" for frame in people["bob"].frames)


async def test_signals_and_captions_reach_the_place_and_only_from_those_who_may(build, gather):
    house = await build()
    people = await gather(house, "bob", "eve", start=True)
    alice, bob, eve = people["alice"], people["bob"], people["eve"]
    await bob.send({"type": "signal", "to": house.seats["eve"], "data": {"key": "k"}})
    signal = await eve.frame(lambda f: f["type"] == "signal")
    assert signal == {"type": "signal", "sender": house.seats["bob"], "data": {"key": "k"}}
    await alice.send({"type": "caption", "text": " We begin. "})
    caption = await bob.frame(lambda f: f["type"] == "caption")
    assert caption == {"type": "caption", "sender": house.seats["alice"], "text": "We begin."}
    await bob.send({"type": "caption", "text": "I am no captioner"})
    refused = await bob.frame(lambda f: f["type"] == "error")
    assert refused["code"] == "not_permitted"
    await alice.send({"type": "caption", "text": "x" * 301})
    assert (await alice.frame(lambda f: f["type"] == "error"))["code"] == "malformed"
    assert not any(frame["type"] == "signal" for frame in alice.frames)


async def test_quality_is_told_to_the_place(build, gather):
    house = await build()
    people = await gather(house, "bob", "eve", start=True)
    await joins(people["bob"])
    await say(people["bob"], "quality", level=1)
    assert await told(people["eve"], "connected") == {
        "kind": "connected",
        "seat": house.seats["bob"],
        "level": 1,
    }


async def test_the_end_of_the_group_ends_the_media(build, gather):
    house = await build()
    people = await gather(house, "bob", "eve", start=True)
    leg = await joins(people["bob"])
    await joins(people["eve"])
    await people["alice"].does("End")
    await told(people["bob"], "over")
    await told(people["eve"], "over")
    await say(people["eve"], "pass", to=leg, data={})
    await say(people["eve"], "join")
    await asyncio.sleep(0.3)
    assert silent(people["bob"], "passed")


async def test_speech_is_reported_by_devices_of_a_mesh_and_marked_so(build, gather):
    house = await build()
    people = await gather(house, "bob", start=True)
    now = (await people["bob"].snapshot())["times"]["started_at"]
    welcome = await people["bob"].frame(lambda f: f["type"] == "welcome")
    assert now is None or now <= welcome["now"] + 60_000
    until = welcome["now"] + 1
    await asyncio.sleep(0.1)
    await people["bob"].does("ReportSpeech", since=until - 1, until=until, ms=1)
    noted = await people["alice"].event("SpeechNoted")
    assert noted["event"]["measured"] == "self"
    assert noted["event"]["spoken"] == {house.seats["bob"]: 1}
    refused = await people["bob"].refused("NoteSpeech", since=0, until=1, spoken={})
    assert refused == "invalid"


GARBAGE = [
    {"kind": "join", "seat": "s_alice"},
    {"kind": "publish"},
    {"kind": "pass", "to": 3, "data": {}},
    {"kind": "want", "streams": [{"mid": "0", "on": True, "layer": 9}]},
    {"kind": "answer", "n": "x", "sdp": ""},
    {"kind": "record", "file": "/tmp/x"},
    {},
    None,
]


@pytest.mark.parametrize("data", GARBAGE)
async def test_garbage_is_refused_and_changes_nothing(build, gather, data):
    house = await build()
    people = await gather(house, "bob", start=True)
    await joins(people["bob"])
    await people["bob"].send({"type": "media", "data": data})
    refused = await people["bob"].frame(lambda f: f["type"] == "error")
    assert refused["code"] == "malformed"
    await people["bob"].does("RaiseHand")


async def test_what_makes_no_sense_in_a_mesh_is_ignored(build, gather):
    house = await build()
    people = await gather(house, "bob", start=True)
    await say(people["bob"], "publish", sdp="v=0")
    await joins(people["bob"])
    for kind, fields in (
        ("publish", {"sdp": "v=0"}),
        ("answer", {"n": 4, "sdp": "v=0"}),
        ("trickle", {"of": "send", "candidate": None}),
        ("want", {"streams": []}),
        ("pass", {"to": "nobody", "data": {}}),
        ("failed", {}),
    ):
        await say(people["bob"], kind, **fields)
    await people["bob"].does("RaiseHand")
    await say(people["bob"], "leave")
    assert await joins(people["bob"])
