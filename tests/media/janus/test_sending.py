"""What a device sends: let in, silenced before it can speak, and let go."""

import asyncio

import pytest

from sessions_app.media.engine import Refusal
from sessions_app.media.messages import (
    MediaAgain,
    MediaAnswered,
    MediaFailed,
    MediaOver,
    MediaPermitted,
    MediaPublish,
    MediaTrickle,
)
from sessions_app.media.permit import NOTHING, Permit
from tests.media.ears import ALL, OAK, QUIET
from tests.media.fake_janus import OFFER
from tests.media.janus.conftest import Sfu, until

DEAF = Permit(receive=False, microphone=True)


async def test_a_room_is_made_shut_and_records_nothing(sfu: Sfu) -> None:
    page = await sfu.join("bob")
    assert page.kinds() == ["MediaReady"]
    ((name, room),) = sfu.fake.rooms.items()
    made = room.made
    assert made["require_pvtid"]
    assert made["is_private"]
    assert made["allowed"]
    assert (made["record"], made["lock_record"]) == (False, True)
    assert (made["audio_active_packets"], made["audio_level_average"]) == (10, 60)
    assert made["secret"] != "secret"
    asked = str(sfu.fake.asked)
    assert str(sfu.room) not in asked
    assert "bob" not in asked
    assert name == sfu.engine._names.room(sfu.room, "main")


async def test_a_room_that_another_process_makes_at_the_same_time_is_taken(sfu: Sfu) -> None:
    sfu.fake.refuse["create"] = [427]
    sfu.fake.refuse["allowed"] = [426]  # and has just ended it
    page = await sfu.join("bob")
    assert page.kinds() == ["MediaReady"]


@pytest.mark.parametrize(("code", "why"), [(433, "failed"), (432, "full"), (499, "failed")])
async def test_a_refusal_to_let_in_is_told_by_its_kind(sfu: Sfu, code: int, why: str) -> None:
    sfu.fake.refuse["join"] = [code]
    with pytest.raises(Refusal) as refused:
        await sfu.join("bob")
    assert refused.value.why == why
    assert len(sfu.fake.handles) == 1  # the one that rules


@pytest.mark.parametrize(("code", "why"), [(432, "full"), (437, "failed")])
async def test_a_refusal_of_what_is_published_comes_without_a_description(
    sfu: Sfu, code: int, why: str
) -> None:
    sfu.fake.refuse["configure"] = [code]
    with pytest.raises(Refusal) as refused:
        await sfu.publish("bob")
    assert refused.value.why == why


async def test_nobody_without_a_permit_is_let_in(sfu: Sfu) -> None:
    with pytest.raises(Refusal):
        await sfu.join("bob", NOTHING)
    assert sfu.fake.rooms == {}


async def test_the_answer_is_held_back_until_what_is_not_permitted_is_silenced(sfu: Sfu) -> None:
    page = await sfu.join("bob", QUIET)
    gate = sfu.fake.hold["moderate"] = asyncio.Event()
    publishing = asyncio.create_task(sfu.engine.say(page.leg, MediaPublish(OFFER)))
    await until(lambda: "moderate" in sfu.fake.names())
    assert page.kinds() == ["MediaReady"]
    gate.set()
    await publishing
    assert isinstance(page.told[-1], MediaAnswered)
    assert sfu.fake.publisher(sfu.person("bob")).muted == {"0", "1", "2"}


async def test_a_permit_that_changes_while_publishing_is_the_one_that_counts(sfu: Sfu) -> None:
    page = await sfu.join("bob", ALL)
    gate = sfu.fake.hold["configure"] = asyncio.Event()
    publishing = asyncio.create_task(sfu.engine.say(page.leg, MediaPublish(OFFER)))
    await until(lambda: "configure" in sfu.fake.names())
    allowing = asyncio.create_task(sfu.engine.allow(page.leg, QUIET))
    await asyncio.sleep(0)
    gate.set()
    await asyncio.gather(publishing, allowing)
    assert sfu.fake.publisher(sfu.person("bob")).muted == {"0", "1", "2"}


async def test_what_is_lost_is_silenced_before_what_is_won_is_let_pass(sfu: Sfu) -> None:
    page = await sfu.publish("bob", Permit(receive=True, camera=True))
    before = len(sfu.fake.asked)
    now = Permit(receive=True, microphone=True)
    await sfu.engine.allow(page.leg, now)
    changes = [(body["mid"], body["mute"]) for body in sfu.fake.asked[before:]]
    assert changes == [("1", True), ("0", False)]
    assert page.told[-1] == MediaPermitted(now)


async def test_a_permit_that_is_taken_back_while_it_is_given_is_taken_back(sfu: Sfu) -> None:
    page = await sfu.publish("bob", QUIET)
    gate = sfu.fake.hold["moderate"] = asyncio.Event()
    before = len(sfu.fake.asked)
    giving = asyncio.create_task(sfu.engine.allow(page.leg, ALL))
    await until(lambda: len(sfu.fake.asked) > before)
    taking = asyncio.create_task(sfu.engine.allow(page.leg, QUIET))
    await asyncio.sleep(0.02)
    assert not taking.done()
    gate.set()
    await taking
    assert sfu.fake.publisher(sfu.person("bob")).muted == {"0", "1", "2"}
    await giving


@pytest.mark.parametrize(
    "sdp",
    [
        "",
        OFFER + "m=application 9 UDP/DTLS/SCTP webrtc-datachannel\r\na=mid:3\r\n",
        OFFER + "a=x\rm=application 9 UDP/DTLS/SCTP webrtc-datachannel\r\n",
        OFFER.replace("a=mid:1", "a=mid:9"),
        OFFER + "m=audio 9 UDP/TLS/RTP/SAVPF 96\r\na=mid:3\r\n",
        OFFER.replace("m=video", "m=audio", 1),
    ],
)
async def test_lines_that_could_not_be_silenced_are_never_published(sfu: Sfu, sdp: str) -> None:
    page = await sfu.join("bob")
    await sfu.engine.say(page.leg, MediaPublish(sdp))
    assert "configure" not in sfu.fake.names()


async def test_what_is_published_once_is_not_published_again(sfu: Sfu) -> None:
    page = await sfu.publish("bob")
    await sfu.engine.say(page.leg, MediaPublish(OFFER))
    assert sfu.fake.names().count("configure") == 1


async def test_what_can_not_be_silenced_goes(sfu: Sfu) -> None:
    page = await sfu.publish("bob")
    sfu.fake.refuse["moderate"] = [499]
    await sfu.engine.allow(page.leg, QUIET)
    assert len(sfu.fake.handles) == 1
    await until(lambda: MediaAgain("unreached") in page.told)


async def test_a_janus_that_does_not_silence_in_time_is_cut_off(sfu: Sfu) -> None:
    page = await sfu.publish("bob")
    sfu.fake.ignore |= {"moderate", "detach"}
    await sfu.engine.allow(page.leg, QUIET)
    sfu.fake.ignore.clear()
    await until(lambda: len(sfu.fake.handles) <= 1 and sfu.link_is_up())
    assert sfu.packets() == set()
    await until(lambda: MediaAgain("restarted") in page.told)
    assert page.told.count(MediaAgain("restarted")) == 1


async def test_whoever_leaves_is_gone_and_their_token_opens_nothing(sfu: Sfu) -> None:
    page = await sfu.publish("bob")
    sfu.connect("bob")
    await until(lambda: ("published", "bob") in sfu.heard.reports)
    await sfu.engine.leave(page.leg)
    ((_, room),) = sfu.fake.rooms.items()
    assert room.people == {}
    assert room.allowed == set(room.made["allowed"])
    assert len(sfu.fake.handles) == 1
    assert sfu.heard.reports[-1] == ("stopped", "bob")
    await sfu.engine.leave(page.leg)


async def test_without_permit_everything_is_taken_and_with_one_again_begun_anew(sfu: Sfu) -> None:
    page = await sfu.publish("bob")
    await sfu.engine.allow(page.leg, DEAF)
    assert page.told[-1] == MediaPermitted(DEAF)
    assert len(sfu.fake.handles) == 1
    await sfu.engine.say(page.leg, MediaPublish(OFFER))
    assert sfu.fake.names().count("configure") == 1
    await sfu.engine.allow(page.leg, ALL)
    assert page.told[-1] == MediaAgain("permitted")


async def test_another_place_is_another_room(sfu: Sfu) -> None:
    page = await sfu.publish("bob")
    await sfu.engine.allow(page.leg, OAK)
    assert page.told[-1] == MediaAgain("moved")
    assert len(sfu.fake.handles) == 1
    await sfu.engine.leave(page.leg)
    await sfu.publish("bob", OAK)
    assert [len(room.people) for room in sfu.fake.rooms.values()] == [0, 1]


async def test_the_newest_device_has_it_though_the_other_be_of_another_process(sfu: Sfu) -> None:
    other = Sfu(sfu.fake, sfu.room)
    await other.engine.start()
    await until(other.link_is_up)
    old = await other.publish("bob")
    new = await sfu.publish("bob")
    await until(lambda: old.told[-1] == MediaOver("elsewhere"))
    assert ("lost: elsewhere", "bob") in other.heard.reports
    await other.engine.leave(old.leg)  # which harms the new one not
    await other.engine.stop()
    assert new.kinds() == ["MediaReady", "MediaAnswered"]
    assert sfu.fake.publisher(sfu.person("bob")).publishing
    assert len(sfu.fake.rooms) == 1


async def test_who_is_put_out_in_the_moment_of_coming_is_told_so_alone(sfu: Sfu) -> None:
    sfu.fake.after["join"] = lambda handle: handle.event({"leaving": "ok", "reason": "kicked"})
    page = await sfu.join("bob")
    assert page.told == [MediaOver("elsewhere")]
    assert len(sfu.fake.handles) == 1


async def test_a_room_goes_with_its_last_person(sfu: Sfu) -> None:
    await sfu.publish("bob")
    await sfu.publish("eve", OAK)
    assert len(sfu.fake.rooms) == 2
    await sfu.engine.close(sfu.room)
    assert sfu.fake.rooms == {}
    assert len(sfu.fake.handles) == 1


@pytest.mark.parametrize("reason", ["ICE failed", "DTLS alert"])
async def test_a_connection_that_is_gone_is_begun_anew(sfu: Sfu, reason: str) -> None:
    page = await sfu.publish("bob")
    sfu.connect("bob")
    sfu.reports("bob", janus="hangup", reason=reason)
    await until(lambda: page.told[-1] == MediaAgain("unreached"))
    assert sfu.heard.reports == [("published", "bob"), ("stopped", "bob")]
    await sfu.engine.leave(page.leg)
    assert len(sfu.fake.handles) == 1


async def test_whoever_fails_again_and_again_is_told_now_and_then(sfu: Sfu) -> None:
    loop = asyncio.get_running_loop()
    times = []
    for _ in range(3):
        page = await sfu.publish("bob")
        await sfu.engine.say(page.leg, MediaFailed())
        await until(lambda page=page: page.told[-1] == MediaAgain("unreached"))
        times.append(loop.time())
        await sfu.engine.leave(page.leg)
    assert times[2] - times[0] > 0.35


async def test_candidates_are_passed_on_and_nothing_else_is(sfu: Sfu) -> None:
    page = await sfu.join("bob")
    candidate = {
        "candidate": "candidate:1",
        "sdpMid": "0",
        "janus": "destroy",
        "sdpMLineIndex": "x",
    }
    await sfu.engine.say(page.leg, MediaTrickle("send", candidate))
    await sfu.engine.say(page.leg, MediaTrickle("receive", None))
    await sfu.engine.say(page.leg, MediaTrickle("send", {"candidate": "x" * 5000}))
    trickled = [body for body in sfu.fake.asked if body["request"] == "trickle"]
    assert trickled == [
        {"request": "trickle", "candidate": "candidate:1", "sdpMid": "0"},
        {"request": "trickle", "completed": True},
    ]


async def test_a_silent_device_is_heard_from_once_its_connection_stands(sfu: Sfu) -> None:
    page = await sfu.publish("bob")
    assert not sfu.engine.hears(page.leg)
    sfu.connect("bob")
    await until(lambda: sfu.engine.hears(page.leg))
    assert not sfu.engine.alive(page.leg)  # whoever vanished would look the same
    sfu.reports("bob", janus="media", mid="0", receiving=False)
    sfu.reports("bob", janus="media", mid="1", receiving=False)
    await until(lambda: ("stopped", "bob") in sfu.heard.reports)
    assert sfu.engine.hears(page.leg)
    await sfu.engine.leave(page.leg)
    assert not sfu.engine.hears(page.leg)


async def test_a_device_is_alive_while_something_comes_from_it(sfu: Sfu) -> None:
    page = await sfu.publish("bob")
    leg = page.leg
    assert not sfu.engine.alive(leg)
    sfu.connect("bob")
    sfu.reports("bob", janus="media", mid="1", receiving=True)
    await until(lambda: sfu.engine.alive(leg))
    sfu.reports("bob", janus="media", mid="1", receiving=False)
    await until(lambda: not sfu.engine.alive(leg))
    assert sfu.heard.reports[-1] == ("stopped", "bob")
