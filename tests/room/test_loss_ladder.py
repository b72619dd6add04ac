"""When facilitators are gone: another leads, the group holds, it ends; breaks sleep."""

import pytest

from sessions_app.room.clock import Break, EndBreak, Ended, Extend, Held, Resumed
from sessions_app.room.door import Knock
from sessions_app.room.floor import RaiseHand
from sessions_app.room.people import Leave, StepAway
from sessions_app.room.sound import SetMicrophone
from sessions_app.room.talk import Post
from sessions_app.room.team import LeadChanged
from tests.room.scene import ALICE, AMIR, Scene, alice, amir, bob, eve, ms, sue


def test_a_present_co_facilitator_leads_after_ten_seconds() -> None:
    scene = Scene().running(amir, bob).dropped(alice)
    scene.later(9).then_nothing()
    scene.later(1).then(LeadChanged(AMIR, "lead_gone"))
    scene.later(600)
    assert not scene.all(Held)


def test_a_lead_who_is_back_in_time_keeps_the_lead() -> None:
    scene = Scene().running(amir, bob).dropped(alice).later(9).connected(alice).later(60)
    scene.then_nothing()
    assert scene.room.team.lead == ALICE


def test_a_lead_who_returns_does_not_take_the_lead_back_by_itself() -> None:
    scene = Scene().running(amir, bob).dropped(alice).later(20).connected(alice).later(60)
    assert scene.room.team.lead == AMIR


def test_a_lead_who_leaves_counts_as_gone() -> None:
    scene = Scene().running(amir, bob).given((alice, Leave()))
    scene.later(10).then(LeadChanged(AMIR, "lead_gone"))


def test_without_facilitators_the_group_holds_and_then_ends() -> None:
    scene = Scene().running(bob, sue).at("18:30").dropped(alice).at("18:45")
    (held,), (ended,) = scene.all(Held), scene.all(Ended)
    assert held.at == ms("18:32")
    assert (ended.at, ended.event.cause) == (ms("18:40"), "no_facilitator")


def test_a_facilitator_who_returns_ends_the_hold_at_once() -> None:
    scene = Scene().running(bob).at("18:30").dropped(alice).at("18:35").phase("on_hold")
    scene.connected(alice).phase("running")
    assert scene.only(Resumed).at == ms("18:35")
    scene.at("18:50").phase("running")


def test_another_loss_begins_anew() -> None:
    scene = Scene().running(bob).at("18:30").dropped(alice).at("18:31").connected(alice)
    scene.dropped(alice).at("18:32:59").phase("running")
    scene.at("18:33").phase("on_hold")


def test_nothing_but_a_return_moves_the_countdown() -> None:
    scene = Scene().running(bob).at("18:30").dropped(alice).at("18:31")
    scene.connected(bob, eve, sue).given((sue, Knock()), (bob, RaiseHand()), (bob, Post("hi")))
    scene.given((alice, Extend(5, "over HTTP"))).later(30).dropped(bob).later(30)
    assert [h.at for h in scene.all(Held)] == [ms("18:32")]
    scene.connected(bob).dropped(sue).at("18:41")
    assert [e.at for e in scene.all(Ended)] == [ms("18:40")]


def test_a_facilitator_who_stepped_away_is_not_gone() -> None:
    scene = Scene().running(bob).given((alice, StepAway())).later(700)
    scene.phase("running")


def test_a_break_sleeps() -> None:
    scene = Scene().running(bob).at("18:30").given((alice, Break(20))).dropped(alice)
    scene.at("18:49:59").phase("on_break")
    scene.at("18:51:59").phase("running")
    scene.at("18:52").phase("on_hold")
    assert scene.all(Held)[0].at == ms("18:52")
    scene.at("18:59:59").phase("on_hold")
    scene.at("19:00").phase("ended")


def test_what_had_run_before_a_break_is_kept() -> None:
    scene = Scene().running(bob).at("18:30").dropped(alice).later(60)
    scene.given((alice, Break(10))).at("18:41").phase("running")  # from a telephone, say
    scene.at("18:41:59").phase("running")
    scene.at("18:42").phase("on_hold")


def test_a_return_within_a_break_counts() -> None:
    scene = Scene().running(bob).at("18:30").given((alice, Break(10))).dropped(alice)
    scene.at("18:35").connected(alice).at("18:50").phase("running")
    assert not scene.all(Held)


@pytest.mark.parametrize("early", [False, True])
def test_the_ten_seconds_of_the_lead_sleep_during_a_break_too(early: bool) -> None:
    scene = Scene().running(amir, bob).at("18:30").given((alice, Break(10))).dropped(alice)
    scene.at("18:39:50").at("18:40") if not early else scene.at("18:35").given((amir, EndBreak()))
    assert not scene.all(LeadChanged), "the lead has had no second to come back"
    scene.later(10)
    assert [c.event for c in scene.all(LeadChanged)] == [LeadChanged(AMIR, "lead_gone")]


def test_a_hold_freezes_microphones_and_the_group_chat() -> None:
    scene = Scene().running(bob, sue).given((bob, SetMicrophone(True)))
    scene.dropped(alice).later(120).phase("on_hold")
    assert not scene.room.sound.microphones
    scene.when(bob, SetMicrophone(True)).refused("on_hold")
    scene.when(bob, Post("hello")).refused("on_hold")
    scene.when(bob, Post("hello", "staff"))
    assert scene.error is None
