"""What a device receives: one negotiation at a time, whoever comes and goes meanwhile."""

import asyncio

from sessions_app.media.messages import (
    MediaAgain,
    MediaAnswer,
    MediaPublish,
    MediaTalking,
    MediaWant,
    Wanted,
)
from sessions_app.media.permit import Permit
from tests.media.ears import ALL, QUIET
from tests.media.fake_janus import OFFER, Handle
from tests.media.janus.conftest import Sfu, offers, until


async def test_everybody_gets_everybodys_lines_by_seat_and_source(sfu: Sfu) -> None:
    bob, eve = await sfu.publish("bob"), await sfu.publish("eve", QUIET)
    await until(lambda: offers(bob) and offers(eve))
    (offer,) = offers(eve)
    lines = [(line.mid, line.seat, line.source) for line in offer.streams]
    assert lines == [("0", "bob", "microphone"), ("1", "bob", "camera"), ("2", "bob", "share")]
    assert sfu.packets() == {"bob 0 eve", "bob 1 eve"}
    await sfu.engine.say(eve.leg, MediaAnswer(1, "an answer"))
    await until(lambda: "start" in sfu.fake.names())


async def test_who_comes_while_one_negotiates_is_taken_in_afterwards_at_once(sfu: Sfu) -> None:
    sfu.seats = ["alice", "bob", "eve", "finn"]
    alice, _ = await sfu.publish("alice"), await sfu.publish("bob")
    await until(lambda: offers(alice))
    await sfu.publish("eve")
    await sfu.publish("finn")
    await sfu.engine.say(alice.leg, MediaAnswer(7, "to nothing"))
    await asyncio.sleep(0.05)
    assert len(offers(alice)) == 1
    await sfu.engine.say(alice.leg, MediaAnswer(1, "an answer"))
    await until(lambda: len(offers(alice)) == 2)
    assert {line.seat for line in offers(alice)[1].streams} == {"bob", "eve", "finn"}
    await sfu.engine.say(alice.leg, MediaAnswer(1, "an old one"))
    assert sfu.fake.names().count("start") == 1


async def test_who_has_just_left_is_dropped_and_the_others_are_asked_for_again(sfu: Sfu) -> None:
    alice = await sfu.publish("alice")
    sfu.fake.refuse["join"] = [428]
    gate = sfu.fake.hold["listparticipants"] = asyncio.Event()
    handle = sfu.fake.publisher(sfu.person("alice"))
    handle.event({"publishers": [{"id": sfu.person("eve")}, {"id": sfu.person("bob")}]})
    await until(lambda: "listparticipants" in sfu.fake.names())
    await sfu.publish("bob")
    gate.set()
    await until(lambda: offers(alice))
    assert {line.seat for line in offers(alice)[0].streams} == {"bob"}


async def test_who_leaves_is_gone_from_the_next_offer_and_may_come_again(sfu: Sfu) -> None:
    alice, bob = await sfu.publish("alice"), await sfu.publish("bob")
    await until(lambda: offers(alice))
    await sfu.engine.say(alice.leg, MediaAnswer(1, "an answer"))
    await sfu.engine.leave(bob.leg)
    await until(lambda: len(offers(alice)) == 2)
    assert offers(alice)[1].streams == ()
    await sfu.publish("bob")
    await sfu.engine.say(alice.leg, MediaAnswer(2, "an answer"))
    await until(lambda: len(offers(alice)) == 3)
    assert "bob 0 alice" in sfu.packets()


async def test_somebody_the_room_does_not_know_yet_is_taken_in_when_it_does(sfu: Sfu) -> None:
    other = Sfu(sfu.fake, sfu.room)
    other.seats.append("late")
    await other.engine.start()
    await until(other.link_is_up)
    alice = await sfu.publish("alice")
    await other.publish("late")
    await asyncio.sleep(0.05)
    assert offers(alice) == []
    sfu.seats.append("late")
    await until(lambda: offers(alice))
    assert offers(alice)[0].streams[0].seat == "late"
    await other.engine.stop()


async def test_a_page_chooses_what_is_sent_to_it(sfu: Sfu) -> None:
    alice, _ = await sfu.publish("alice"), await sfu.publish("bob")
    await until(lambda: offers(alice))
    wanted = (Wanted("1", False, 0), Wanted("99", True))
    await sfu.engine.say(alice.leg, MediaWant(wanted))
    assert sfu.fake.asked[-1] == {
        "request": "configure",
        "streams": [{"mid": "1", "send": False, "substream": 0, "temporal": 1}],
    }


async def test_a_subscription_that_fails_is_begun_anew(sfu: Sfu) -> None:
    alice, bob = await sfu.publish("alice"), await sfu.join("bob")
    sfu.fake.refuse["join"] = [499]
    await sfu.engine.say(bob.leg, MediaPublish(OFFER))
    await until(lambda: MediaAgain("unreached") in (*alice.told, *bob.told))


async def test_everybody_is_told_who_talks_and_the_service_hears_it_once(sfu: Sfu) -> None:
    alice, bob = await sfu.publish("alice"), await sfu.publish("bob")
    sfu.talks("bob")
    sfu.talks("bob")
    await until(lambda: MediaTalking("bob", True) in alice.told)
    await until(lambda: MediaTalking("bob", True) in bob.told)
    sfu.talks("bob", False)
    await until(lambda: MediaTalking("bob", False) in alice.told)
    talked = [report for report in sfu.heard.reports if report[0] in ("talking", "silent")]
    assert talked == [("talking", "bob"), ("silent", "bob")]


async def test_whoever_is_silenced_or_gone_talks_no_more(sfu: Sfu) -> None:
    alice, bob = await sfu.publish("alice"), await sfu.publish("bob")
    eve = await sfu.publish("eve")
    sfu.talks("bob")
    sfu.talks("eve")
    await until(lambda: len([m for m in alice.told if isinstance(m, MediaTalking)]) == 2)
    await sfu.engine.allow(bob.leg, QUIET)
    assert sfu.heard.reports[-1] == ("silent", "bob")
    await until(lambda: MediaTalking("bob", False) in alice.told)
    await sfu.engine.leave(eve.leg)
    await until(lambda: MediaTalking("eve", False) in alice.told)


async def test_who_is_let_speak_again_in_mid_sentence_is_heard_again(sfu: Sfu) -> None:
    alice, bob = await sfu.publish("alice"), await sfu.publish("bob")
    sfu.talks("bob")
    await until(lambda: MediaTalking("bob", True) in alice.told)
    await sfu.engine.allow(bob.leg, QUIET)
    await sfu.engine.allow(bob.leg, Permit(receive=True, microphone=True))
    # Janus, which holds bob for talking all along, says nothing.
    await until(lambda: alice.told.count(MediaTalking("bob", True)) == 2)
    assert sfu.heard.reports[-1] == ("talking", "bob")
    await sfu.engine.allow(bob.leg, ALL)


async def test_who_publishes_at_the_very_moment_one_comes_is_received(sfu: Sfu) -> None:
    await sfu.join("bob")

    def publishes(alice: Handle) -> None:
        sfu.fake.publisher(sfu.person("bob")).publishing = True
        alice.event({"publishers": [{"id": sfu.person("bob")}]})

    sfu.fake.after["join"] = publishes
    alice = await sfu.join("alice")
    await until(lambda: offers(alice))
    assert {line.seat for line in offers(alice)[0].streams} == {"bob"}
    assert alice.kinds()[0] == "MediaReady"
