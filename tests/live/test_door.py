"""The door over real websockets: waiting, late, removed, let back in."""

import asyncio

from tests.live.client import HOME


async def test_someone_who_waits_sees_nobody_and_hears_nothing(build, enter, gather):
    house = await build()
    people = await gather(house, "bob", start=True)
    eve = await enter(house, "eve")
    await eve.snapshot()
    await eve.does("Knock", attestation=HOME)
    before = len(eve.frames)
    await people["bob"].does("Post", text="Only for those inside")
    await people["bob"].does("RaiseHand")
    await people["alice"].event("HandRaised")
    await eve.does("Knock")
    assert [
        f
        for f in eve.frames[before:]
        if f["type"] == "event" and f["event"]["seat"] != house.seats["eve"]
    ] == []
    snapshot = await eve.snapshot()
    assert (snapshot["people"], snapshot["messages"], snapshot["staff"]) == ([], [], None)


async def test_an_honest_no_waits_and_only_staff_read_it(build, enter, gather):
    house = await build()
    people = await gather(house, "bob")
    eve = await enter(house, "eve")
    await eve.snapshot()
    await eve.does("Knock", attestation={**HOME, "not_driving": False})
    seat = house.seats["eve"]
    knocked = await people["alice"].frame(
        lambda f: f["type"] == "event" and f["event"] == {**f["event"], "seat": seat, "look": True}
    )
    assert knocked["private"]["not_driving"] is False
    assert await people["alice"].refused("Admit", seat=seat, identity="known") == "must_wait"
    await eve.does("Knock", attestation=HOME)
    await people["alice"].does("Admit", seat=seat, identity="known")
    await eve.snapshot(lambda s: s["you"]["standing"] == "inside")
    knocks = [f["event"] for f in people["bob"].frames if "Knocked" in str(f)]
    assert {event["seat"] for event in knocks} == {house.seats["bob"]}


async def test_someone_late_is_let_in_by_decision_only(build, enter, gather):
    house = await build(starts_in_s=8, late_grace_min=0, late_cutoff_min=0)
    people = await gather(house, start=True)
    await asyncio.sleep(8)
    eve = await enter(house, "eve")
    await eve.snapshot()
    await eve.does("Knock", attestation=HOME)
    alice, seat = people["alice"], house.seats["eve"]
    await alice.does("AdmitAll", identity="known")
    assert await alice.refused("Admit", seat=seat, identity="known") == "late"
    await alice.does("Admit", seat=seat, identity="known", late="Her bus was late.")
    await eve.snapshot(lambda s: s["you"]["standing"] == "inside")


async def test_a_removed_person_stays_out_until_let_back_in(build, enter, gather):
    house = await build()
    people = await gather(house, "bob", "eve", start=True)
    alice, bob, eve, seat = people["alice"], people["bob"], people["eve"], house.seats["eve"]
    note = "Smelled of alcohol on camera."
    await alice.does("Remove", seat=seat, reason="intoxication", note=note)
    out = await eve.snapshot(lambda s: s["you"]["standing"] == "removed")
    assert out["people"] == []
    assert (await bob.event("Left"))["event"] == {"type": "Left", "seat": seat}
    assert "Removed" not in bob.events()
    assert await eve.refused("Knock", attestation=HOME) == "removed"
    again = await enter(house, "eve")
    assert (await again.snapshot())["you"]["standing"] == "removed"
    assert await again.refused("Knock") == "removed"
    await alice.does("LetBackIn", seat=seat)
    await again.does("Knock")
    await alice.does("Admit", seat=seat, identity="known")
    await again.snapshot(lambda s: s["you"]["standing"] == "inside")
    assert note not in str(eve.frames) + str(again.frames) + str(bob.frames)


async def test_two_tabs_are_one_person(build, enter, gather):
    house = await build()
    people = await gather(house, "bob", start=True)
    second = await enter(house, "bob")
    inside = await second.snapshot(lambda s: s["you"]["standing"] == "inside")
    assert len([p for p in inside["people"] if p["seat"] == house.seats["bob"]]) == 1
    before = len(people["alice"].frames)
    await second.close()
    await people["alice"].event("ConnectionLost", after=before)
    lost = people["alice"].frames[-1]["event"]
    assert lost["last"] is False
    await people["bob"].does("RaiseHand")
    hand = await people["alice"].event("HandRaised")
    assert hand["event"]["seat"] == house.seats["bob"]
