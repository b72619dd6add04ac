"""The witness: what must never be in a frame is seen in it."""

import json
from typing import Any

import pytest

from sessions_app.simulate.witness import Witness, secret

ME = "s_bob"


def problems(witness: Witness, frame: dict[str, Any]) -> list[str]:
    return witness.problems(1, frame, json.dumps(frame), ME)


def event(kind: str, cursor: str = "c1", at: int = 1, **fields: Any) -> dict[str, Any]:
    return {"type": "event", "cursor": cursor, "at": at, "event": {"type": kind, **fields}}


def bob() -> Witness:
    return Witness(3, ["Bruno Baker", "birch@harbor.example"])


def test_an_honest_frame_is_passed() -> None:
    assert problems(bob(), event("Posted", seat="s_eve")) == []
    assert problems(bob(), event("Knocked", seat=ME)) == []
    assert problems(bob(), {"type": "welcome", "goal": secret(3)}) == []


@pytest.mark.parametrize(
    "frame",
    [
        event("Posted", seat="s_eve", text=secret(4)),
        event("Posted", seat="s_eve", name="Bruno Baker"),
        event("Posted", seat="s_eve", email="birch@harbor.example"),
        event("Posted", seat="u_abcdefgh234567ab"),
        event("Knocked", seat="s_eve"),
        event("Removed", seat="s_eve", reason="conduct"),
        event("AlertRaised", alert="l_1", seat=ME),
    ],
)
def test_what_belongs_to_another_is_seen(frame: dict[str, Any]) -> None:
    assert len(problems(bob(), frame)) == 1


def test_staff_may_read_what_people_tell_them_but_no_accounts() -> None:
    staff = Witness(None, ["Bruno Baker"])
    assert problems(staff, event("Knocked", seat="s_eve", text=secret(4))) == []
    assert problems(staff, event("Knocked", "c2", seat="s_eve", name="Bruno Baker"))


def test_time_that_runs_backwards_and_events_that_come_twice_are_seen() -> None:
    witness = bob()
    assert problems(witness, event("Started", "c1", at=5)) == []
    assert problems(witness, event("Reacted", "c2", at=4)) == ["Reacted: its time runs backwards"]
    assert problems(witness, event("Reacted", "c2", at=5)) == ["Reacted: it came twice"]
