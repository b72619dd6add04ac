"""A whole session over real websockets against a real server, from the knock to the end."""

import asyncio

from tests.live.client import HOME


async def test_a_session_from_the_knock_to_the_end(build, enter):
    house = await build(starts_in_s=5)
    alice = await enter(house, "alice")
    bob = await enter(house, "bob")
    await alice.snapshot(lambda s: s["times"]["phase"] == "door_open")
    await bob.snapshot(lambda s: s["times"]["phase"] == "door_open")

    await alice.does("Knock")
    await alice.snapshot(lambda s: s["you"]["standing"] == "inside")
    await bob.does("Knock", attestation=HOME)
    knocked = await alice.event("Knocked")
    assert knocked["private"]["location"] == HOME["location"]
    await alice.does("Admit", seat=house.seats["bob"], identity="known")
    inside = await bob.snapshot(lambda s: s["you"]["standing"] == "inside")
    assert {person["name"] for person in inside["people"]} == {"Alice", "Bob"}

    await alice.does("Start")
    await bob.event("Started")
    await bob.does("RaiseHand")
    await alice.event("HandRaised")
    await bob.does("Post", text="Good evening")
    posted = await alice.event("Posted")
    assert posted["private"] == {"text": "Good evening"}
    await alice.does("End")
    await bob.snapshot(lambda s: s["times"]["phase"] == "ended")


async def test_a_device_that_drops_resumes_where_it_was(build, enter):
    house = await build()
    alice, bob = await asyncio.gather(enter(house, "alice"), enter(house, "bob"))
    await alice.snapshot(lambda s: s["times"]["phase"] == "door_open")
    await alice.does("Knock")
    await alice.snapshot(lambda s: s["you"]["standing"] == "inside")
    await bob.snapshot(lambda s: s["times"]["phase"] == "door_open")
    await bob.does("Knock", attestation=HOME)
    await alice.event("Knocked")
    await alice.does("AdmitAll", identity="known")
    await bob.snapshot(lambda s: s["you"]["standing"] == "inside")
    bob.cut()
    await alice.event("ConnectionLost")
    await alice.does("Post", text="Bob will be back")
    again = await enter(house, "bob", resume=bob.cursor)
    missed = await again.event("Posted")
    assert missed["private"] == {"text": "Bob will be back"}
    assert again.frames[0] == {**again.frames[0], "resumed": True, "snapshot": None}
    await alice.event("Connected", after=len(alice.frames) - 3)


async def test_a_device_that_comes_back_misses_nothing_of_what_somebody_else_wrote(build, enter):
    house = await build()
    alice, bob = await asyncio.gather(enter(house, "alice"), enter(house, "bob"))
    await alice.snapshot(lambda s: s["times"]["phase"] == "door_open")
    await alice.does("Knock")
    await bob.snapshot(lambda s: s["times"]["phase"] == "door_open")
    bob.cut()
    await alice.event("ConnectionLost")
    other = await enter(house, "bob")
    await other.does("Knock", attestation=HOME)
    await other.does("Post", text="I have his phone", to="staff")
    await alice.event("Posted")
    await alice.does("Refuse", seat=house.seats["bob"], reason="not_this_person")
    again = await enter(house, "bob", resume=bob.cursor)
    assert (await again.snapshot())["messages"] == []
    assert "I have his phone" not in str(again.frames)
