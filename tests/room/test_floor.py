"""Raised hands, calling on someone, and the go-round with its timer."""

from sessions_app.room.clock import Break, EndBreak
from sessions_app.room.door import Remove
from sessions_app.room.floor import (
    AddTime,
    CalledOn,
    CallOn,
    EndRound,
    HandLowered,
    HandRaised,
    HandsLowered,
    LowerAll,
    LowerHand,
    NextTurn,
    Pass,
    RaiseHand,
    RoundEnded,
    RoundStarted,
    StartRound,
    TurnExtended,
    TurnPassed,
    TurnStarted,
    TurnTaken,
)
from sessions_app.room.people import Leave, StepAway
from sessions_app.room.talk import Post
from tests.room.scene import BOB, EVE, FINN, Scene, alice, bob, eve, finn, gus, ms


def group() -> Scene:
    return Scene().running(bob, eve, finn)


def going_round() -> Scene:
    return group().at("18:10").given((alice, StartRound(60)))


# Hands


def test_hands_are_ordered_by_time() -> None:
    scene = group()
    for person in (finn, bob, eve):
        scene.later(1).given((person, RaiseHand()))
    scene.when(finn, RaiseHand()).then_nothing()
    assert [h.seat for h in scene.page(bob).hands] == [FINN, BOB, EVE]


def test_a_hand_lowered_and_raised_goes_to_the_end() -> None:
    scene = group().given((bob, RaiseHand()), (eve, RaiseHand()))
    scene.when(bob, LowerHand()).then(HandLowered(BOB))
    scene.when(bob, RaiseHand()).then(HandRaised(BOB))
    assert [h.seat for h in scene.page(bob).hands] == [EVE, BOB]


def test_only_staff_lower_the_hand_of_another() -> None:
    scene = group().given((bob, RaiseHand()))
    scene.when(eve, LowerHand(BOB)).refused("not_staff")
    scene.when(alice, LowerHand(BOB)).then(HandLowered(BOB))
    scene.when(alice, LowerAll()).then_nothing()
    scene.given((bob, RaiseHand())).when(alice, LowerAll()).then(HandsLowered())


def test_calling_on_someone_lowers_their_hand() -> None:
    scene = group().given((bob, RaiseHand())).when(alice, CallOn(BOB)).then(CalledOn(BOB))
    page = scene.page(eve)
    assert (page.called, page.hands) == (BOB, ())


def test_nobody_is_called_on_who_is_not_connected() -> None:
    group().dropped(bob).when(alice, CallOn(BOB)).refused("not_here")


def test_whoever_leaves_takes_hand_and_floor_along() -> None:
    scene = group().given((bob, RaiseHand()), (alice, CallOn(EVE)), (bob, Leave()), (eve, Leave()))
    page = scene.page(finn)
    assert (page.called, page.hands) == (None, ())


def test_whoever_stepped_away_raises_no_hand() -> None:
    group().given((bob, StepAway())).when(bob, RaiseHand()).refused("stepped_away")


# The go-round


def test_a_go_round_in_seating_order_runs_by_the_clock() -> None:
    scene = going_round()
    started = RoundStarted((BOB, EVE, FINN), 60, "seating")
    scene.then(started, TurnStarted(BOB, ms("18:11")))
    scene.at("18:11").then(TurnTaken(BOB, True), TurnStarted(EVE, ms("18:12")))
    scene.at("18:30")
    scene.then(
        TurnTaken(EVE, True), TurnStarted(FINN, ms("18:13")), TurnTaken(FINN, True), RoundEnded()
    )
    assert scene.last[-1].stamped.at == ms("18:13")


def test_a_given_order_holds_and_names_only_who_is_here() -> None:
    scene = Scene().running(bob, eve)
    scene.when(alice, StartRound(60, "given", (EVE, EVE))).refused("invalid")
    scene.when(alice, StartRound(60, "given", (EVE, FINN))).refused("not_here")
    scene.when(alice, StartRound(60, "given", ())).refused("not_here")
    scene.when(alice, StartRound(60, "given", (EVE, BOB)))
    assert scene.only(RoundStarted).event.seats == (EVE, BOB)


def test_least_heard_goes_first_and_peers_never_see_why() -> None:
    scene = group().given((bob, RaiseHand()), (bob, Post("hi")), (eve, RaiseHand()))
    scene.given((alice, StartRound(60, "least_heard")))
    assert scene.only(RoundStarted).event.seats == (FINN, EVE, BOB)
    assert "least_heard" in str(scene.seen_by(alice))
    assert "least_heard" not in str(scene.seen_by(bob)) + str(scene.page(bob))


def test_what_one_wrote_privately_does_not_show_in_the_order() -> None:
    scene = group().given((bob, Post("I slipped", "staff")))
    scene.given((alice, StartRound(60, "least_heard")))
    assert scene.only(RoundStarted).event.seats == (BOB, EVE, FINN)


def test_guests_and_staff_are_not_in_the_round() -> None:
    scene = Scene().running(bob, gus).given((alice, StartRound(60)))
    assert scene.only(RoundStarted).event.seats == (BOB,)


def test_the_speaker_and_the_staff_pass_the_floor_on() -> None:
    scene = going_round().at("18:10:20").when(eve, NextTurn()).refused("not_your_turn")
    scene.when(bob, NextTurn()).then(TurnTaken(BOB, False), TurnStarted(EVE, ms("18:11:20")))
    scene.when(alice, NextTurn())
    assert scene.only(TurnStarted).event.seat == FINN
    scene.when(alice, NextTurn()).then(TurnTaken(FINN, False), RoundEnded())
    scene.when(alice, NextTurn()).refused("no_round")


def test_a_turn_that_is_named_ends_once_however_often_it_is_said() -> None:
    scene = going_round().at("18:10:20").when(eve, NextTurn(BOB)).refused("not_your_turn")
    scene.when(bob, NextTurn(BOB)).then(TurnTaken(BOB, False), TurnStarted(EVE, ms("18:11:20")))
    scene.when(bob, NextTurn(BOB)).then_nothing()
    scene.when(alice, NextTurn(BOB)).then_nothing()
    scene.when(alice, NextTurn(EVE)).then(TurnTaken(EVE, False), TurnStarted(FINN, ms("18:11:20")))
    scene.when(alice, NextTurn(FINN)).then(TurnTaken(FINN, False), RoundEnded())
    scene.when(alice, NextTurn(FINN)).then_nothing()


def test_to_pass_is_to_take_part() -> None:
    scene = going_round().when(bob, Pass())
    scene.then(TurnPassed(BOB), TurnStarted(EVE, ms("18:11")))
    assert scene.room.activities.heard[BOB] == 1
    scene.when(bob, Pass()).refused("not_your_turn")


def test_one_passes_before_the_turn_has_come() -> None:
    scene = going_round().when(eve, Pass()).then(TurnPassed(EVE))
    scene.at("18:11").then(TurnTaken(BOB, True), TurnStarted(FINN, ms("18:12")))


def test_a_speaker_who_leaves_passes_the_floor_on_at_once() -> None:
    scene = going_round().at("18:10:05")
    scene.given((bob, Leave()))
    assert scene.only(TurnStarted).event == TurnStarted(EVE, ms("18:11:05"))
    assert not scene.all(TurnTaken)
    scene.given((alice, Remove(EVE, "conduct")))
    assert scene.only(TurnStarted).event.seat == FINN


def test_whoever_has_left_is_passed_over() -> None:
    scene = going_round().given((eve, Leave())).at("18:11")
    scene.then(TurnTaken(BOB, True), TurnStarted(FINN, ms("18:12")))


def test_more_time_for_the_speaker() -> None:
    scene = going_round().when(alice, AddTime(30)).then(TurnExtended(BOB, ms("18:11:30")))
    scene.when(alice, AddTime(0)).refused("invalid")
    scene.at("18:11:29").then_nothing()


def test_one_round_at_a_time_of_a_sensible_length() -> None:
    scene = going_round().when(alice, StartRound(60)).refused("round_open")
    scene.when(alice, EndRound()).then(RoundEnded())
    scene.when(alice, EndRound()).refused("no_round")
    scene.when(alice, StartRound(5)).refused("invalid")
    scene.when(bob, Pass()).refused("no_round")


def test_a_break_pauses_the_turn() -> None:
    scene = going_round().at("18:10:20").given((alice, Break(10))).at("18:15")
    assert scene.page(bob).round.turn.left_ms == 40_000
    scene.given((alice, EndBreak())).at("18:15:39").then_nothing()
    scene.at("18:15:40").then(TurnTaken(BOB, True), TurnStarted(EVE, ms("18:16:40")))


def test_a_hold_pauses_the_turn() -> None:
    scene = group().given((alice, StartRound(150))).dropped(alice)
    scene.later(130).phase("on_hold").later(60).connected(alice).phase("running")
    scene.later(29).then_nothing()
    scene.later(1)
    assert scene.only(TurnTaken).event == TurnTaken(BOB, True)


def test_a_speaker_who_leaves_during_a_break_is_passed_over_after_it() -> None:
    scene = going_round().given((alice, Break(5)), (bob, Leave())).at("18:15")
    assert scene.only(TurnStarted).event.seat == EVE
