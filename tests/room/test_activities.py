"""Presence prompts, asked by a facilitator or by the room, and check-in rounds."""

from sessions_app.room.activities import (
    AnswerPresence,
    AskPresence,
    CloseRound,
    OpenRound,
    PresenceAnswered,
    PresenceAsked,
    PresenceClosed,
    PresenceMissed,
    RoundClosed,
    RoundOpened,
)
from sessions_app.room.clock import Break, End
from sessions_app.room.floor import RaiseHand
from sessions_app.room.people import Leave, StepAway
from sessions_app.room.talk import Post
from tests.room.scene import BOB, EVE, FINN, Scene, alice, bob, eve, finn, gus, ms


def test_everyone_present_is_asked_and_misses_are_for_staff_alone() -> None:
    scene = Scene().running(bob, eve, gus).at("18:30")
    scene.when(alice, AskPresence()).then(PresenceAsked(ms("18:31")))
    assert scene.page(bob).you.prompted
    assert not scene.page(gus).you.prompted
    scene.when(bob, AnswerPresence()).then(PresenceAnswered(BOB, False))
    scene.when(bob, AnswerPresence()).then_nothing()
    scene.at("18:31").then(PresenceMissed(EVE), PresenceClosed())
    for hidden in ("PresenceMissed", "PresenceAnswered"):
        assert hidden not in scene.types_seen_by(eve)
        assert hidden in scene.types_seen_by(alice)


def test_one_prompt_at_a_time() -> None:
    scene = Scene().running(bob).given((alice, AskPresence()))
    scene.when(alice, AskPresence()).then_nothing()


def test_what_one_did_lately_answers_by_itself() -> None:
    scene = Scene().running(bob, eve, finn).at("18:20").given((finn, RaiseHand()))
    scene.at("18:29").given((bob, RaiseHand()), (eve, Post("hello"))).at("18:30")
    scene.given((alice, AskPresence())).then(
        PresenceAsked(ms("18:31")), PresenceAnswered(BOB, True), PresenceAnswered(EVE, True)
    )
    scene.at("18:31").then(PresenceMissed(FINN), PresenceClosed())


def test_a_hand_or_a_message_after_the_question_answers_it_too() -> None:
    scene = Scene().running(bob, eve).at("18:30").given((alice, AskPresence())).later(5)
    scene.given((bob, RaiseHand()), (eve, Post("with you")))
    assert not scene.page(bob).you.prompted
    scene.later(60).then(PresenceClosed())


def test_who_has_left_is_asked_no_more() -> None:
    scene = Scene().running(bob).given((alice, AskPresence()), (bob, Leave()))
    assert not scene.page(bob).you.prompted


def test_who_stepped_away_or_dropped_is_not_asked() -> None:
    scene = Scene().running(bob, eve, finn).given((bob, StepAway())).dropped(eve)
    scene.given((alice, AskPresence())).later(60).then(PresenceMissed(FINN), PresenceClosed())


def test_who_has_left_meanwhile_has_not_missed_it() -> None:
    scene = Scene().running(bob).given((alice, AskPresence()), (bob, Leave()))
    scene.later(60).then(PresenceClosed())


def test_the_room_asks_by_itself_every_n_minutes() -> None:
    scene = Scene(prompt_every_s=1200).running(bob).at("18:20")
    scene.then(PresenceAsked(ms("18:21"))).at("19:05")
    assert [asked.at for asked in scene.all(PresenceAsked)] == [
        ms("18:20"), ms("18:40"), ms("19:00"),
    ]  # fmt: skip


def test_a_facilitators_question_counts_for_the_rooms_own() -> None:
    scene = Scene(prompt_every_s=1200).running(bob).at("18:10").given((alice, AskPresence()))
    scene.at("18:29:59")
    assert len(scene.all(PresenceAsked)) == 1


def test_a_question_due_during_a_break_leaves_time_to_answer_after_it() -> None:
    scene = Scene(prompt_every_s=1200).running(bob).at("18:15").given((alice, Break(10)))
    scene.at("18:25:01")
    assert not scene.all(PresenceMissed)
    for asked in scene.all(PresenceAsked):
        assert asked.event.until >= asked.at + 60_000


def test_the_end_closes_the_question_without_misses() -> None:
    scene = Scene().running(bob).given((alice, AskPresence()), (alice, End())).later(120)
    assert not scene.all(PresenceMissed)
    assert not scene.page(bob).you.prompted


def test_a_check_in_round_opens_and_closes() -> None:
    scene = Scene().running(bob).when(alice, OpenRound()).then(RoundOpened())
    scene.when(alice, OpenRound()).then_nothing()
    assert scene.page(bob).round_open
    scene.when(alice, CloseRound()).then(RoundClosed())
    scene.when(alice, CloseRound()).then_nothing()
