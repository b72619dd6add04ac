"""In a mesh, the service introduces devices of one place to each other, and no others."""

import pytest

from sessions_app.media.engine import Refusal, Terms
from sessions_app.media.mesh import LIMIT, Mesh
from sessions_app.media.messages import (
    IceServer,
    MediaAgain,
    MediaOver,
    MediaPass,
    MediaPassed,
    MediaPeers,
    MediaPermitted,
    MediaReady,
    Peer,
)
from sessions_app.media.permit import NOTHING
from tests.media.ears import ALL, OAK, QUIET, Heard, Page, a_room


async def gathered(mesh, room, *seats):
    pages = [Page(room, seat) for seat in seats]
    for page in pages:
        await mesh.join(page.leg, ALL)
    return pages


async def test_whoever_joins_is_told_the_terms_and_everyone_learns_of_everyone():
    heard, room = Heard(), a_room()
    mesh = Mesh(heard)
    relay = IceServer(("turn:relay.test",), "9:leg", "secret")
    bob = Page(room, "bob", Terms((relay,), relay=True, encrypted=True))
    await mesh.join(bob.leg, QUIET)
    eve = Page(room, "eve")
    await mesh.join(eve.leg, ALL)
    ready = bob.told[0]
    assert isinstance(ready, MediaReady)
    assert (ready.engine, ready.relay, ready.encrypted) == ("mesh", True, True)
    assert ready.ice_servers == (relay,)
    assert ready.permit == QUIET
    assert bob.told[-1] == MediaPeers((Peer("leg-eve", "eve"),))
    assert eve.told[-1] == MediaPeers((Peer("leg-bob", "bob"),))
    assert heard.reports == [("published", "bob"), ("published", "eve")]


async def test_what_one_says_reaches_the_one_it_is_for():
    mesh, room = Mesh(Heard()), a_room()
    bob, eve, finn = await gathered(mesh, room, "bob", "eve", "finn")
    await mesh.say(bob.leg, MediaPass("leg-eve", {"sdp": "offer"}))
    assert eve.told[-1] == MediaPassed("leg-bob", {"sdp": "offer"})
    assert not any(isinstance(message, MediaPassed) for message in (*bob.told, *finn.told))


async def test_nothing_passes_between_places_or_rooms_or_after_leaving():
    mesh, room = Mesh(Heard()), a_room()
    bob, eve = await gathered(mesh, room, "bob", "eve")
    (far,) = await gathered(mesh, a_room(), "far")
    await mesh.say(far.leg, MediaPass("leg-eve", {}))
    await mesh.allow(eve.leg, OAK)
    assert eve.told[-1] == MediaAgain("moved")
    assert bob.told[-1] == MediaPeers(())
    await mesh.say(bob.leg, MediaPass("leg-eve", {}))
    await mesh.join(eve.leg, OAK)
    await mesh.say(bob.leg, MediaPass("leg-eve", {}))
    await mesh.leave(bob.leg)
    await mesh.say(bob.leg, MediaPass("leg-eve", {}))
    assert not any(isinstance(message, MediaPassed) for message in eve.told)


async def test_whoever_may_not_receive_is_taken_out_and_may_come_again():
    heard, room = Heard(), a_room()
    mesh = Mesh(heard)
    bob, eve = await gathered(mesh, room, "bob", "eve")
    await mesh.allow(eve.leg, NOTHING)
    assert bob.told[-1] == MediaPeers(())
    assert eve.told[-1] == MediaPermitted(NOTHING)
    assert heard.reports[-1] == ("stopped", "eve")
    await mesh.allow(eve.leg, ALL)
    assert eve.told[-1] == MediaAgain("permitted")
    with pytest.raises(Refusal):
        await mesh.join(eve.leg, NOTHING)


async def test_a_change_of_what_one_may_send_is_told_and_moves_nobody():
    mesh, room = Mesh(Heard()), a_room()
    bob, eve = await gathered(mesh, room, "bob", "eve")
    before = len(eve.told)
    await mesh.allow(bob.leg, QUIET)
    assert bob.told[-1] == MediaPermitted(QUIET)
    assert len(eve.told) == before


async def test_a_place_carries_five_devices_and_another_place_five_more():
    mesh, room = Mesh(Heard()), a_room()
    await gathered(mesh, room, *(f"s{n}" for n in range(LIMIT)))
    with pytest.raises(Refusal) as refused:
        await gathered(mesh, room, "late")
    assert refused.value.why == "full"
    elsewhere = Page(room, "late")
    await mesh.join(elsewhere.leg, OAK)
    assert elsewhere.kinds()[0] == "MediaReady"


async def test_staff_get_in_where_it_is_full_and_whoever_joined_last_makes_room():
    heard, room = Heard(), a_room()
    mesh = Mesh(heard)
    pages = await gathered(mesh, room, *(f"s{n}" for n in range(LIMIT)))
    lead = Page(room, "lead", Terms(staff=True))
    await mesh.join(lead.leg, ALL)
    assert pages[-1].told[-1] == MediaOver("full")
    assert heard.reports[-2:] == [("lost: full", f"s{LIMIT - 1}"), ("published", "lead")]
    assert {peer.seat for peer in lead.told[-1].peers} == {f"s{n}" for n in range(LIMIT - 1)}


async def test_a_room_that_is_over_is_forgotten():
    mesh, room = Mesh(Heard()), a_room()
    bob, eve = await gathered(mesh, room, "bob", "eve")
    await mesh.close(room)
    await mesh.say(bob.leg, MediaPass("leg-eve", {}))
    assert not any(isinstance(message, MediaPassed) for message in eve.told)
