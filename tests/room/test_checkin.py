"""Checking in: private answers, an alert rule that fires once, and the right to say nothing."""

from typing import Any

import pytest
from msgspec.structs import replace

from sessions_app.room.activities import CloseRound, OpenRound
from sessions_app.room.checkin import CheckedIn, CheckIn
from sessions_app.room.clock import End
from sessions_app.room.decision import STAFF, only
from sessions_app.room.safety import AlertRaised, Resolve
from tests.room.scene import BOB, Scene, alice, bob, eve, gus, plan

FORM = "session@1"


def alerts(scene: Scene) -> list[str | None]:
    return [raised.event.item for raised in scene.all(AlertRaised)]


def test_one_checks_in_before_being_let_in_and_answers_are_private() -> None:
    scene = Scene().door_open().connected(bob)
    scene.when(bob, CheckIn("before", {"mood": 6, "goal": "to listen"}, done=True))
    scene.then(CheckedIn(BOB, FORM, "before", True))
    assert scene.private(CheckedIn)["answers"] == {"mood": 6, "goal": "to listen"}
    assert scene.last[0].stamped.to == (STAFF, only(BOB))
    assert scene.page(bob).you.answers == {"before": {"mood": 6, "goal": "to listen"}}


def test_a_facilitator_sees_who_has_checked_in_and_peers_do_not() -> None:
    scene = Scene().running(bob, eve).given((bob, CheckIn("before", {"mood": 6}, done=True)))
    (expected,) = [p for p in scene.page(alice).staff.expected if p.seat == BOB]
    assert (expected.checked_in, expected.checkins) == (("before",), {"before": {"mood": 6}})
    assert "CheckedIn" not in scene.types_seen_by(eve)


def test_one_item_at_a_time_and_the_latest_answer_counts() -> None:
    scene = Scene().running(bob).given((bob, CheckIn("before", {"mood": 6})))
    scene.given((bob, CheckIn("before", {"craving": 2})), (bob, CheckIn("before", {"mood": 4})))
    assert scene.page(bob).you.answers["before"] == {"mood": 4, "craving": 2}
    assert scene.page(bob).you.checked_in == ()
    scene.when(bob, CheckIn("before", {}, done=True)).then(CheckedIn(BOB, FORM, "before", True))
    scene.when(bob, CheckIn("before", {}, done=True)).then_nothing()
    scene.when(bob, CheckIn("before", {})).then_nothing()


def test_prefer_not_to_say_is_an_answer_and_never_an_alert() -> None:
    scene = Scene().running(bob)
    scene.given((bob, CheckIn("before", {"mood": None, "craving": None, "safe": None}, done=True)))
    assert alerts(scene) == []
    assert scene.page(alice).staff.expected[3].checkins["before"]["craving"] is None


@pytest.mark.parametrize(
    "answers",
    [
        {"mood": 11}, {"mood": -1}, {"mood": "6"}, {"mood": True}, {"safe": "maybe"}, {"safe": 1},
        {"goal": "x" * 501}, {"goal": 3}, {"unknown": 1}, {"takeaway": "of the end"},
    ],
)  # fmt: skip
def test_a_wrong_answer_is_refused_and_nothing_of_it_is_kept(answers: dict[str, Any]) -> None:
    scene = Scene().running(bob).when(bob, CheckIn("before", {"craving": 9, **answers}))
    scene.refused("invalid")
    assert alerts(scene) == []


@pytest.mark.parametrize(("item", "answer"), [("craving", 7), ("craving", 10), ("safe", "no")])
def test_an_alert_rule_fires_at_the_moment_of_the_answer(item: str, answer: Any) -> None:
    scene = Scene().running(bob).at("18:10").given((bob, CheckIn("before", {item: answer})))
    raised = scene.only(AlertRaised)
    assert (raised.at, raised.to) == (scene.now, (STAFF,))
    assert (raised.event.seat, raised.event.source) == (BOB, "check_in")
    assert str(answer) not in str(raised.event.item)


def test_an_answer_below_the_rule_fires_nothing() -> None:
    scene = Scene().running(bob).given((bob, CheckIn("before", {"craving": 6, "safe": "yes"})))
    assert alerts(scene) == []


def test_a_rule_fires_once_whatever_is_retried() -> None:
    scene = Scene().running(bob)
    for craving in (8, 8, 3, 10):
        scene.given((bob, CheckIn("before", {"craving": craving})))
    assert alerts(scene) == ["before.craving"]
    scene.given((alice, Resolve(scene.room.safety.alerts[0].alert, "safe")))
    scene.given((bob, CheckIn("before", {"craving": 9}, done=True)))
    assert len(alerts(scene)) == 1


def test_a_rule_fires_for_each_item_moment_and_person() -> None:
    scene = Scene().running(bob, eve)
    scene.given((bob, CheckIn("before", {"craving": 8, "safe": "no"})))
    scene.given((bob, CheckIn("after", {"craving": 8})), (eve, CheckIn("before", {"craving": 8})))
    assert len(alerts(scene)) == 4


def test_a_second_round_asks_and_alerts_anew() -> None:
    scene = Scene().running(bob)
    for number in (1, 2):
        scene.given((alice, OpenRound()))
        assert scene.page(bob).you.checked_in == (), "the round has only just begun"
        scene.given((bob, CheckIn("round", {"safe": "no"}, done=True)), (alice, CloseRound()))
        assert len(alerts(scene)) == number


def test_the_last_check_in_is_answered_after_the_end() -> None:
    scene = Scene().running(bob).given((alice, End()))
    scene.when(bob, CheckIn("before", {"mood": 3})).refused("wrong_phase")
    scene.given((bob, CheckIn("after", {"mood": 3, "craving": 9}, done=True)))
    assert alerts(scene) == ["after.craving"]
    assert scene.page(bob).you.line


def test_guests_and_staff_do_not_check_in() -> None:
    scene = Scene().running(bob).connected(gus)
    for person in (gus, alice):
        scene.when(person, CheckIn("before", {"mood": 3})).refused("not_permitted")


def test_a_group_without_a_form_has_no_check_in() -> None:
    scene = Scene(replace(plan(), form=None)).running(bob)
    scene.when(bob, CheckIn("before", {"mood": 3})).refused("invalid")
