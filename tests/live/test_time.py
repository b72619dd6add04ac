"""Deadlines over real websockets: the ladder, the break, the extension, the hard stop."""

import asyncio


async def test_without_a_facilitator_the_group_is_held_and_then_ends(build, gather):
    house = await build(hold_after_s=1, end_after_s=4, reconnect_s=60)
    people = await gather(house, "bob", start=True)
    bob = people["bob"]
    await bob.does("SetMicrophone", on=True)
    people["alice"].cut()
    held = await bob.event("Held")
    assert await bob.refused("Post", text="Hello?") == "on_hold"
    assert await bob.refused("SetMicrophone", on=True) == "on_hold"
    await bob.does("AskForHelp")
    told = await bob.event("HelpAsked")
    assert told["event"]["staff_here"] is False
    ended = await bob.snapshot(lambda s: s["times"]["phase"] == "ended")
    lost = await bob.event("ConnectionLost")
    assert ended["times"]["cause"] == "no_facilitator"
    assert held["at"] - lost["at"] == 1000
    assert ended["times"]["ended_at"] - lost["at"] == 4000


async def test_a_facilitator_who_returns_ends_the_hold(build, enter, gather):
    house = await build(hold_after_s=1, reconnect_s=60)
    people = await gather(house, "bob", start=True)
    people["alice"].cut()
    await people["bob"].event("Held")
    await enter(house, "alice")
    await people["bob"].event("Resumed")
    await people["bob"].does("Post", text="There you are")


async def test_a_co_facilitator_leads_when_the_lead_is_gone(build, gather):
    house = await build(lead_grace_s=1, hold_after_s=2)
    people = await gather(house, "amir", "bob", start=True)
    people["alice"].cut()
    changed = await people["bob"].event("LeadChanged")
    assert changed["event"] == {"type": "LeadChanged", "seat": house.seats["amir"]}
    assert "Held" not in people["bob"].events()


async def test_the_ladder_sleeps_during_a_break(build, gather):
    house = await build(hold_after_s=1)
    people = await gather(house, "bob", start=True)
    await people["alice"].does("Break", minutes=1)
    people["alice"].cut()
    await people["bob"].event("ConnectionLost")
    await asyncio.sleep(2.5)
    assert "Held" not in people["bob"].events()


async def test_the_extension_goes_to_the_cap_and_no_further(build, gather):
    house = await build(extension_cap_min=10)
    people = await gather(house, "bob", start=True)
    alice = people["alice"]
    await alice.does("Extend", minutes=7, reason="A goodbye needs time.")
    assert await alice.refused("Extend", minutes=4, reason="More") == "extension_cap"
    await alice.does("Extend", minutes=3, reason="And a little more.")
    extended = await people["bob"].event("Extended")
    assert extended["event"].keys() == {"type", "ends_at", "minutes"}


async def test_the_hard_stop_closes_the_group_and_not_the_line(build, gather):
    # Five minutes are the shortest session: this one has twelve seconds of them left.
    house = await build(starts_in_s=-288, length_min=5)
    people = await gather(house, "bob", "eve", start=True)
    alice, bob = people["alice"], people["bob"]
    await bob.does("AskForHelp", words="I do not feel safe")
    raised = await alice.event("AlertRaised")
    assert raised["private"] == {"words": "I do not feel safe"}
    after = await bob.snapshot(lambda s: s["times"]["phase"] == "ended")
    assert (after["times"]["cause"], after["you"]["line"]) == ("time", True)
    await bob.does("Post", text="Are you there?", to="staff")
    posted = await alice.event("Posted")
    assert posted["private"]["text"] == "Are you there?"
    await alice.does("Post", text="I am calling you now.", to="seat", seat=house.seats["bob"])
    await bob.event("Posted", after=len(bob.frames) - 1)
    assert await people["eve"].refused("Post", text="Hi", to="staff") == "wrong_phase"
    assert "AlertRaised" not in people["eve"].events()
    alert = raised["event"]["alert"]
    await alice.does("Acknowledge", alert=alert)
    await alice.does("Resolve", alert=alert, outcome="safe")
    assert await bob.refused("Post", text="Thank you", to="staff") == "wrong_phase"


async def test_a_group_without_a_facilitator_is_not_held(build, enter):
    house = await build(starts_in_s=2, late_grace_min=0, late_cutoff_min=0)
    bob = await enter(house, "bob")
    await bob.event("NotHeld")
