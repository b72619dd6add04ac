"""Where one rule of the room meets another: honest answers, pauses, the floor."""

import pytest
from msgspec.structs import replace

from sessions_app.room.activities import AskPresence, PresenceClosed, PresenceMissed
from sessions_app.room.clock import Break
from sessions_app.room.decision import Command
from sessions_app.room.door import Admit, Knock
from sessions_app.room.floor import CallOn, StartRound, TurnStarted
from sessions_app.room.people import Leave, StepAway
from sessions_app.room.sound import AllowUnmute, Mute, MuteAll, SetMicrophone
from tests.room.scene import AMIR, BOB, EVE, FIT, Scene, alice, amir, bob, eve


def test_whoever_returns_with_an_honest_no_waits_for_a_look() -> None:
    scene = Scene().running(bob).given((bob, Leave()))
    scene.given((bob, Knock(replace(FIT, sober=False)))).standing(bob, "waiting")
    scene.given((alice, Admit(BOB, "known"))).inside(alice, bob)


def test_whoever_says_inside_that_they_drive_is_sent_to_wait() -> None:
    scene = Scene().running(bob).given((bob, Knock(replace(FIT, not_driving=False))))
    scene.inside(alice).standing(bob, "waiting")
    scene.when(alice, Admit(BOB, "known")).refused("must_wait")


def test_whoever_is_no_longer_alone_stays_and_staff_take_a_look() -> None:
    scene = Scene().running(bob).given((bob, Knock(replace(FIT, alone=False))))
    scene.inside(alice, bob)
    assert scene.room.door.visitors[BOB].look


def test_a_break_closes_the_question_and_nobody_has_missed_it() -> None:
    scene = Scene().running(bob).at("18:30").given((alice, AskPresence()), (alice, Break(5)))
    assert scene.only(PresenceClosed)
    scene.later(400)
    assert scene.all(PresenceMissed) == []


def test_whoever_has_the_floor_may_unmute() -> None:
    scene = Scene().running(bob, eve).given((alice, AllowUnmute(False)))
    scene.when(bob, SetMicrophone(True)).refused("stay_muted")
    scene.given((alice, CallOn(BOB)), (bob, SetMicrophone(True)))
    scene.when(eve, SetMicrophone(True)).refused("stay_muted")


@pytest.mark.parametrize("muting", [Mute(BOB), MuteAll()])
def test_whoever_is_muted_has_to_be_called_on_again(muting: Command) -> None:
    scene = Scene(may_unmute=False).running(bob, eve).given((alice, CallOn(BOB)))
    scene.given((bob, SetMicrophone(True)), (alice, muting))
    assert scene.page(eve).called is None
    scene.when(bob, SetMicrophone(True)).refused("stay_muted")
    scene.given((alice, CallOn(BOB)), (bob, SetMicrophone(True)))


def test_muting_another_takes_no_call_back_and_muting_all_none_of_the_staff() -> None:
    scene = Scene().running(amir, bob, eve).given((eve, SetMicrophone(True)), (alice, CallOn(BOB)))
    scene.given((alice, Mute(EVE)))
    assert scene.page(eve).called == BOB
    scene.given((alice, CallOn(AMIR)), (alice, MuteAll()))
    assert scene.page(eve).called == AMIR


@pytest.mark.parametrize("muting", [Mute(BOB), MuteAll()])
def test_whoever_has_their_turn_may_unmute_whatever_was_muted(muting: Command) -> None:
    scene = Scene(may_unmute=False).running(bob, eve).given((alice, StartRound(60)))
    scene.given((bob, SetMicrophone(True)), (alice, muting), (bob, SetMicrophone(True)))


def test_whoever_has_stepped_away_gets_no_turn() -> None:
    scene = Scene().running(bob, eve).given((bob, StepAway()), (alice, StartRound(30)))
    assert [turn.event.seat for turn in scene.all(TurnStarted)] == [EVE]
