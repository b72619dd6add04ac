"""Somebody else was found in a seat: nothing of theirs is its person's, and nothing is lost."""

import pytest
from msgspec.structs import replace

from sessions_app.room import view
from sessions_app.room.activities import AskPresence, PresenceAnswered
from sessions_app.room.checkin import CheckedIn, CheckIn
from sessions_app.room.clock import End
from sessions_app.room.decision import Command
from sessions_app.room.door import Admit, Knock, LetBackIn, Refuse, Remove
from sessions_app.room.floor import RaiseHand, RoundStarted, StartRound
from sessions_app.room.safety import (
    Acknowledge,
    AlertAcknowledged,
    AlertRaised,
    AlertRepeated,
    AskForHelp,
    HelpComing,
    Resolve,
)
from sessions_app.room.sound import Follow
from sessions_app.room.speech import NoteSpeech, ReportSpeech
from sessions_app.room.talk import IN_VIEW, DeleteMessage, MessageDeleted, Post
from tests.room.scene import BOB, EVE, FIT, Scene, alice, amir, bob, clock, eve, ms
from tests.room.test_checkin import FORM
from tests.room.test_talk import newest, texts

ELSEWHERE = replace(FIT, location="Pier 9")
UNSAFE = CheckIn("before", {"safe": "no"}, done=True)


def found(*steps: Command) -> Scene:
    """Somebody in bob's seat does these things, until alice sees who it is."""
    scene = Scene().running(amir, eve).connected(bob)
    scene.given((bob, Knock(ELSEWHERE)), (alice, Admit(BOB, "known")))
    scene.given(*((bob, step) for step in steps))
    return scene.given((alice, Remove(BOB, "not_this_person")))


def comes(scene: Scene) -> Scene:
    """The right bob is let in."""
    return scene.given(
        (alice, LetBackIn(BOB)), (bob, Knock(FIT)), (alice, Admit(BOB, "known", "bus"))
    )


def test_the_right_person_who_is_not_safe_raises_an_alert_of_their_own() -> None:
    scene = comes(found(UNSAFE)).when(bob, UNSAFE)
    mine = scene.only(AlertRaised).event
    scene.then(CheckedIn(BOB, FORM, "before", True), mine)
    assert (mine.seat, mine.source, mine.item) == (BOB, "check_in", "before.safe")


def test_the_right_person_is_asked_anew_and_sees_no_answer_of_another() -> None:
    you = comes(found(CheckIn("before", {"mood": 3}, done=True))).page(bob).you
    assert (you.answers, you.checked_in) == ({}, ())


def test_staff_see_nobodys_answers_as_those_of_the_right_person() -> None:
    scene = comes(found(CheckIn("before", {"mood": 3}, done=True)))
    (expected,) = [p for p in scene.page(alice).staff.expected if p.seat == BOB]
    assert (expected.checked_in, expected.checkins) == ((), {})


def test_so_it_is_where_they_were_refused_while_they_waited() -> None:
    scene = Scene().running().connected(bob).given((bob, Knock(FIT)), (bob, UNSAFE))
    scene.given((bob, Post("let me in", "staff")), (bob, AskForHelp()))
    scene.given((alice, Refuse(BOB, "not_this_person")))
    page = scene.page(bob)
    assert (page.messages, page.you.helped, page.you.answers) == ((), None, {})
    assert texts(scene, alice) == ["let me in"]
    assert comes(scene).when(bob, UNSAFE).only(AlertRaised)


@pytest.mark.parametrize("reason", ["conduct", "safety", "wrong_room"])
def test_whoever_was_removed_for_another_reason_goes_on_as_before(reason: str) -> None:
    scene = Scene().running(amir, bob).given((bob, UNSAFE), (bob, Post("a word", "staff")))
    scene.given((bob, AskForHelp()), (alice, Remove(BOB, reason)))
    page = comes(scene).page(bob)
    assert (page.you.checked_in, page.you.helped) == (("before",), "asked")
    assert texts(scene, bob) == ["a word"]


# Their alert


def test_an_alert_of_somebody_else_stays_open_with_where_they_said_they_are() -> None:
    scene = comes(found(UNSAFE).dropped(bob).connected(bob))
    (alert,) = scene.page(alice).staff.alerts
    assert (alert.outcome, alert.somebody_else, alert.location) == (None, True, "Pier 9")
    scene.given((bob, AskForHelp()))
    assert [a.location for a in scene.page(alice).staff.alerts] == ["Pier 9", "12 Elm Street"]
    scene.given((alice, Resolve(alert.alert, "not_reached")))


def test_where_somebody_else_is_can_be_read_for_the_staff_alone() -> None:
    scene = comes(found(UNSAFE))
    attested = scene.room.safety.alerts[0].attested
    assert attested in view.bodies_needed(scene.room, alice.id)
    assert attested not in view.bodies_needed(scene.room, BOB)


def test_the_right_person_is_told_of_no_help_that_they_did_not_ask_for() -> None:
    scene = found(AskForHelp("come"))
    assert scene.page(bob).you.helped is None
    alert = scene.room.safety.alerts[0].alert
    scene.when(amir, Acknowledge(alert)).then(AlertAcknowledged(alert, amir.id))
    assert not scene.all(HelpComing)


def test_an_alert_of_somebody_else_tells_nothing_by_the_right_persons_connection() -> None:
    scene = comes(found(AskForHelp())).dropped(bob)
    assert not scene.all(AlertRepeated)


def test_no_line_stays_open_for_what_somebody_else_said() -> None:
    scene = comes(found(AskForHelp("come"))).given((alice, End()))
    assert not scene.page(bob).you.line
    scene.when(bob, Post("hello?", "staff")).refused("wrong_phase")
    scene.given((bob, AskForHelp()), (bob, Post("now it is me", "staff")))
    assert texts(scene, bob) == ["now it is me"]


# Their line


def test_their_private_line_is_for_the_staff_alone() -> None:
    scene = Scene().running(amir, bob, eve).given((bob, Post("I hid his phone", "staff")))
    scene.given((alice, Post("who are you?", "seat", BOB)), (bob, Post("good evening")))
    scene = comes(scene.given((alice, Remove(BOB, "not_this_person"))))
    assert texts(scene, bob) == ["good evening"]
    assert texts(scene, amir) == ["I hid his phone", "who are you?", "good evening"]
    scene.given((bob, Post("it is me", "staff")))
    assert texts(scene, bob) == ["good evening", "it is me"]


def test_their_line_and_the_right_persons_are_one_where_it_grows_too_long() -> None:
    scene = comes(found(Post("not bob", "staff")))
    scene.given(*((bob, Post(f"{n}", "staff")) for n in range(IN_VIEW)))
    assert texts(scene, alice) == texts(scene, bob) == [f"{n}" for n in range(IN_VIEW)]


def test_the_right_person_takes_nothing_from_a_line_that_they_can_not_see() -> None:
    scene = comes(found(Post("I hid his phone", "staff")))
    scene.when(bob, DeleteMessage(newest(scene))).refused("not_found")
    seen = len(scene.seen_by(bob))
    scene.when(alice, DeleteMessage(newest(scene))).then(MessageDeleted(scene.happened[0].message))
    assert len(scene.seen_by(bob)) == seen


# What counts


def test_who_was_heard_is_the_person_and_not_the_seat() -> None:
    scene = Scene().running(bob, eve).at("18:05").given((bob, RaiseHand()), (bob, Post("hi")))
    scene.given((clock, NoteSpeech(ms("18:03"), ms("18:04"), {BOB: 50_000})))
    scene.given((bob, ReportSpeech(ms("18:04"), ms("18:05"), 50_000)), (eve, RaiseHand()))
    comes(scene.given((alice, Remove(BOB, "not_this_person"))))
    # What was measured up to then is noted a moment later, and is still not bob's.
    scene.given((clock, NoteSpeech(ms("18:04"), ms("18:05"), {BOB: 50_000})))
    scene.given((alice, StartRound(60, "least_heard")))
    assert scene.only(RoundStarted).event.seats == (BOB, EVE)
    assert scene.room.speech.heard_ms(BOB) == 0
    scene.at("18:07").given((clock, NoteSpeech(ms("18:06"), ms("18:07"), {BOB: 9_000})))
    assert scene.room.speech.heard_ms(BOB) == 9_000


def test_what_somebody_else_did_answers_no_question_for_the_right_person() -> None:
    scene = Scene().running(bob, eve).at("18:30").given((bob, RaiseHand()), (bob, Post("hi")))
    comes(scene.given((alice, Remove(BOB, "not_this_person"))).later(5))
    scene.given((clock, NoteSpeech(ms("18:29"), ms("18:30"), {BOB: 50_000})))
    scene.given((alice, AskPresence()))
    assert not scene.all(PresenceAnswered)
    assert scene.page(bob).you.prompted


def test_whom_the_question_found_is_not_the_one_who_comes_after() -> None:
    scene = Scene().running(bob, eve).at("18:30").given((alice, AskPresence()))
    comes(scene.given((alice, Remove(BOB, "not_this_person"))))
    assert not scene.page(bob).you.prompted
    assert scene.page(alice).staff.prompt_waits_for == (EVE,)


def test_the_right_person_follows_by_all_until_they_say_otherwise() -> None:
    scene = comes(found(Follow("text")))
    (person,) = [one for one in scene.page(eve).people if one.seat == BOB]
    assert person.follows == "all"


def test_peers_see_a_person_who_left_and_came_back() -> None:
    scene = found(Post("a word", "staff"), UNSAFE, AskForHelp())
    told = comes(scene).types_seen_by(eve)
    assert told[-2:] == ["Left", "CameBack"]
