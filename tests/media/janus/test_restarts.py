"""Janus goes, comes back, or was never there."""

import asyncio
import logging

import pytest

from sessions_app.media.messages import MediaAgain, MediaPublish
from sessions_app.media.permit import NOTHING
from tests.media.ears import ALL, OAK, QUIET
from tests.media.fake_janus import OFFER, FakeJanus
from tests.media.janus.conftest import Sfu, until

RESTARTED = MediaAgain("restarted")


async def test_everybody_is_told_once_when_janus_is_back_and_rooms_are_made_anew(
    sfu: Sfu,
) -> None:
    pages = [await sfu.publish("alice"), await sfu.publish("bob")]
    sfu.connect("bob")
    await until(lambda: ("published", "bob") in sfu.heard.reports)
    assert not sfu.engine.away
    await sfu.fake.stop()
    await until(lambda: ("stopped", "bob") in sfu.heard.reports)
    assert sfu.engine.away
    assert all(RESTARTED not in page.told for page in pages)
    await sfu.fake.start()
    await until(lambda: all(RESTARTED in page.told for page in pages))
    for page in pages:
        await sfu.engine.leave(page.leg)
    await sfu.publish("alice")
    await sfu.publish("bob")
    await until(lambda: "bob 0 alice" in sfu.packets())
    assert all(page.told.count(RESTARTED) == 1 for page in pages)


async def test_who_comes_while_janus_is_away_is_taken_in_and_told_to_come_again(
    sfu: Sfu,
) -> None:
    await sfu.fake.stop()
    await until(lambda: not sfu.link_is_up())
    bob, eve, gone = await sfu.join("bob"), await sfu.join("eve"), await sfu.join("alice")
    assert bob.told == []
    await sfu.engine.say(bob.leg, MediaPublish(OFFER))
    await sfu.engine.allow(bob.leg, OAK)
    await sfu.engine.allow(eve.leg, NOTHING)
    await sfu.engine.leave(gone.leg)
    await sfu.fake.start()
    await until(lambda: RESTARTED in bob.told)
    assert RESTARTED not in (*eve.told, *gone.told)
    assert bob.told.count(RESTARTED) == 1


@pytest.mark.parametrize("request_", ["create", "attach"])
async def test_a_server_that_answers_oddly_is_tried_again(fake: FakeJanus, request_: str) -> None:
    fake.odd.add(request_)
    sfu = Sfu(fake)
    await sfu.engine.start()
    await asyncio.sleep(0.3)
    assert not sfu.link_is_up()
    fake.odd.clear()
    await until(sfu.link_is_up)
    await sfu.engine.stop()


async def test_starting_and_stopping_wait_for_nobody() -> None:
    fake = FakeJanus()
    await fake.start()
    await fake.stop()
    sfu = Sfu(fake)
    await sfu.engine.start()
    page = await sfu.join("bob")
    await sfu.engine.close(sfu.room)
    await sfu.engine.leave(page.leg)
    await sfu.engine.stop()


async def test_stopping_leaves_nothing_behind(fake: FakeJanus) -> None:
    sfu = Sfu(fake)
    await sfu.engine.start()
    await until(sfu.link_is_up)
    await sfu.publish("alice")
    await sfu.publish("bob", QUIET)
    await sfu.engine.stop()
    assert (fake.rooms, fake.packets()) == ({}, set())
    await until(lambda: not fake.handles)


@pytest.mark.parametrize("request_", ["attach", "exists", "allowed", "join"])
async def test_a_janus_that_goes_while_somebody_comes(sfu: Sfu, request_: str) -> None:
    sfu.fake.hold[request_] = asyncio.Event()
    joining = asyncio.create_task(sfu.join("bob"))
    await asyncio.sleep(0.05)
    await sfu.fake.stop()
    page = await joining
    sfu.fake.hold.clear()
    await sfu.fake.start()
    await until(lambda: page.told == [RESTARTED])


@pytest.mark.parametrize("request_", ["attach", "exists", "create", "allowed", "join"])
async def test_a_room_that_is_closed_while_somebody_comes_keeps_nothing(
    sfu: Sfu, request_: str
) -> None:
    gate = sfu.fake.hold[request_] = asyncio.Event()
    joining = asyncio.create_task(sfu.join("bob"))
    await asyncio.sleep(0.05)
    closing = asyncio.create_task(sfu.engine.close(sfu.room))
    await asyncio.sleep(0.05)
    gate.set()
    page, _ = await asyncio.gather(joining, closing)
    assert page.told == []
    assert sfu.packets() == set()
    assert len(sfu.fake.handles) == 1


async def test_a_room_that_somebody_ends_is_come_back_to(sfu: Sfu) -> None:
    page = await sfu.publish("bob")
    sfu.reports("bob", janus="event", plugindata={"data": {"videoroom": "destroyed"}})
    await until(lambda: page.told[-1] == RESTARTED)
    assert len(sfu.fake.handles) <= 3
    await sfu.engine.leave(page.leg)
    assert len(sfu.fake.handles) == 1


async def test_a_late_answer_is_logged_without_what_was_said(
    sfu: Sfu, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "sessions_app.media.janus")
    page = await sfu.join("bob", ALL)
    sfu.fake.ignore.add("configure")
    await sfu.engine.say(page.leg, MediaPublish(OFFER))
    await until(lambda: page.told[-1] == MediaAgain("unreached"))
    assert "Janus and configure: no answer" in caplog.text
    assert "m=audio" not in caplog.text
    assert "bob" not in caplog.text
