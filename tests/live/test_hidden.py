"""A socket sees no trace of what it may not see."""

from typing import Any

from tests.live.client import HOME, Device

VOLATILE = {
    "cursor",
    "at",
    "now",
    "message",
    "since",
    "until",
    "starts_at",
    "ends_at",
    "started_at",
    "ended_at",
}


def bare(value: Any, names: dict[str, str]) -> Any:
    """A frame without its cursors, times and ids, its seats by name."""
    if isinstance(value, dict):
        return {k: bare(v, names) for k, v in value.items() if k not in VOLATILE}
    if isinstance(value, list):
        return [bare(item, names) for item in value]
    return names.get(value, value) if isinstance(value, str) else value


def frames_of(device: Device, seats: dict[str, str], since: int) -> list[Any]:
    names = {code: name for name, code in seats.items()}
    kept = [f for f in device.frames[since:] if f["type"] != "ack"]
    return [bare(frame, names) for frame in kept]


async def test_a_peers_frames_are_the_same_with_and_without_a_hidden_alert(build, gather):
    seen = []
    for hidden in (True, False):
        house = await build(suffix=str(hidden))
        people = await gather(house, "bob", "eve", start=True)
        alice, bob, eve, seat = people["alice"], people["bob"], people["eve"], house.seats["eve"]
        await bob.does("RaiseHand")
        await bob.event("HandRaised")
        since = len(bob.frames)
        if hidden:
            await eve.does("AskForHelp", words="Please")
            raised = await alice.event("AlertRaised")
            await alice.does("Acknowledge", alert=raised["event"]["alert"])
            await eve.does("CheckIn", moment="round", answers={"craving": 9, "safe": "no"})
            await eve.does("Post", text="I want to go home", to="staff")
            await eve.does("Knock", attestation={**HOME, "sober": False})
            await alice.does("RaiseAlert", seat=seat, words="Worried")
            await alice.does("Resolve", alert=raised["event"]["alert"], outcome="safety_plan")
            await alice.does("AskToUnmute", seat=seat)
        await eve.does("Post", text="Hello everyone")
        await bob.event("Posted")
        await alice.does("Remove", seat=seat, reason="safety") if hidden else await eve.does(
            "Leave"
        )
        await bob.event("Left")
        await alice.does("End")
        await bob.snapshot(lambda s: s["times"]["phase"] == "ended")
        seen.append(frames_of(bob, house.seats, since))
    assert seen[0] == seen[1]
