"""What a participant with a page of their own may try against media, and what comes of it."""

import asyncio
import json
from collections.abc import Callable
from types import SimpleNamespace
from uuid import uuid4

import pytest
from asgiref.sync import sync_to_async

from sessions_app.live import media
from sessions_app.live.frames import FLOOD
from sessions_app.live.hub import Hub
from sessions_app.live.media import JOBS, Held, Media
from sessions_app.live.message import Message
from sessions_app.live.outbox import EVENTS_LIMIT, Socket
from sessions_app.live.standing import Account
from sessions_app.media.engine import Leg, Terms
from sessions_app.media.mesh import Mesh
from sessions_app.media.messages import MediaPass
from sessions_app.media.permit import Permit
from tests.live import house as houses
from tests.live.client import Device
from tests.live.test_media import joins, say, silent, told
from tests.process import ServerProcess

embedded = pytest.mark.parametrize("stack", ["embedded"], indirect=True)

DEEP = "[" * 5000 + "]" * 5000


@pytest.mark.parametrize(
    "frame",
    [
        '{"type":"signal","to":"x","data":{"a":' + DEEP + "}}",
        '{"type":"media","data":{"kind":"pass","to":"x","data":{"a":' + DEEP + "}}}",
        '{"type":"media","data":{"kind":"trickle","of":"send","candidate":{"a":' + DEEP + "}}}",
    ],
)
@embedded
async def test_a_frame_nested_without_end_is_refused_as_malformed(build, gather, frame):
    house = await build()
    bob = (await gather(house, "bob", start=True))["bob"]
    await bob.send(frame)
    refused = await bob.frame(lambda f: f["type"] == "error")
    assert refused["code"] == "malformed"
    await bob.does("RaiseHand")


@embedded
async def test_speech_before_the_door_opened_is_not_reported(build, gather):
    house = await build()
    bob = (await gather(house, "bob", start=True))["bob"]
    assert await bob.refused("ReportSpeech", since=-(10**17), until=1 - 10**17, ms=1) == "invalid"
    assert await bob.refused("ReportSpeech", since=0, until=120_000, ms=120_000) == "invalid"


@embedded
async def test_nothing_of_quality_is_told_of_somebody_who_is_away(build, gather):
    house = await build()
    people = await gather(house, "bob", "eve", "finn", start=True)
    bob, finn = people["bob"], people["finn"]
    seats = [house.seats["bob"], house.seats["eve"]]
    await people["alice"].does("OpenPlaces", places=[{"name": "Oak", "seats": seats}])
    await joins(bob)
    await bob.does("StepAway")
    await told(bob, "permitted")
    await say(bob, "quality", level=0)
    await bob.command("LowerHand")  # answered after what came before it
    await finn.does("RaiseHand")
    await finn.event("HandRaised")
    assert silent(finn, "connected")


@embedded
async def test_large_media_frames_count_for_several(build, gather):
    house = await build()
    bob = (await gather(house, "bob", start=True))["bob"]
    large = json.dumps({"type": "media", "data": {"kind": "publish", "sdp": "x" * 60_000}})
    for _ in range(120):
        await bob.send(large)
    refused = await bob.frame(lambda f: f["type"] == "error")
    assert refused["code"] == "too_fast"


class Stalled:
    """A wire that takes nothing any more."""

    stalled = True

    def write(self, message: Message) -> bool:
        return False

    def when_clear(self, tell: Callable[[], None]) -> None:
        return


async def test_whoever_reads_slowly_is_not_cut_off_by_what_others_send():
    session = uuid4()
    socket = Socket(session, Account(1, 0), "s_bob", "p.1", Stalled())
    socket.release(0)
    bob = SimpleNamespace(place="main")
    people = SimpleNamespace(is_present=lambda seat: True, get=lambda seat: bob)
    hub = Hub()
    hub.feeds[session] = SimpleNamespace(sockets={socket}, room=SimpleNamespace(people=people))
    for _ in range(100):
        hub.whisper(session, "main", "x" * 16_000, "s_bob")
    assert socket.closing is None
    assert socket.waiting_size < EVENTS_LIMIT // 2


@embedded
async def test_the_relay_counts_a_person_as_one_however_often_they_join(stack, tmp_path):
    server = ServerProcess(
        stack,
        tmp_path / "relayed",
        VGROUP_TURN_URLS="turn:127.0.0.1:3478",
        VGROUP_TURN_SECRET="a-secret-of-the-tests-alone",
    )
    try:
        house = await sync_to_async(houses.build)()
        ticket = await sync_to_async(house.ticket)("alice")
        alice = await Device.open(server.socket_url, house.id, ticket)
        await alice.snapshot()
        await alice.does("Knock")
        names = []
        for _ in range(2):
            since = len(alice.frames)
            await joins(alice)
            ready = await told(alice, "ready", after=since)
            username = ready["ice_servers"][0]["username"]
            names.append(username.partition(":")[2])
            assert house.seats["alice"] not in username
        assert len(set(names)) == 1
        await alice.close()
    finally:
        server.close()


async def test_what_the_room_takes_does_not_wait_for_what_a_page_has_said(monkeypatch):
    done: list[object] = []

    class Slow(Mesh):
        async def say(self, leg: object, message: MediaPass) -> None:
            done.append(message.to)
            await asyncio.sleep(0.01)

        async def allow(self, leg: Leg, permit: Permit) -> None:
            leg.permit = permit
            done.append(permit)

    hub, session, muted = Hub(), uuid4(), Permit(receive=True)
    hub.feeds[session] = SimpleNamespace(
        room=SimpleNamespace(
            people=SimpleNamespace(roster={"s_bob": SimpleNamespace(inside=True)})
        ),
        sockets=set(),
    )
    steward = Media(hub, lambda *_: None)
    steward._engine = Slow(steward)
    socket = Socket(session, Account(1, 0), "s_bob", "p.1", Stalled())
    held = Held(Leg("leg", session, "s_bob", Terms(), lambda message: None), socket)
    held.wanted = held.leg.permit = Permit(receive=True, microphone=True)
    steward._held[session] = {"s_bob": held}
    for number in range(100):
        steward.take(socket, MediaPass(str(number), {}))
    hub.spawn(steward._work(held))
    await asyncio.sleep(0.02)
    monkeypatch.setattr(media, "permit", lambda room, seat: muted)
    steward.moved(session)
    await asyncio.sleep(0.05)
    assert done.index(muted) < 10
    steward._drop(held)
    await hub.settled()


async def test_a_device_that_floods_has_its_media_taken_at_once():
    class Stuck(Mesh):
        async def say(self, leg: object, message: object) -> None:
            await asyncio.Event().wait()

    hub, session = Hub(), uuid4()
    hub.feeds[session] = SimpleNamespace(room=None, sockets=set())
    steward = Media(hub, None)
    steward._engine = Stuck(steward)
    socket = Socket(session, Account(1, 0), "s_bob", "p.1", Stalled())
    held = Held(Leg("leg", session, "s_bob", Terms(), lambda message: None), socket)
    steward._held[session] = {"s_bob": held}
    for _ in range(JOBS + 1):
        steward.take(socket, MediaPass("other", {}))
    assert socket.closing == FLOOD
    assert held.gone
    assert held.jobs.qsize() == 2  # it leaves, and that is all
