"""How often each person took part."""

from sessions_app.accountability.counts import Counts
from sessions_app.room.activities import AnswerPresence, AskPresence, CloseRound, OpenRound
from sessions_app.room.checkin import CheckIn
from sessions_app.room.floor import CallOn, NextTurn, Pass, RaiseHand, StartRound
from sessions_app.room.people import Leave
from sessions_app.room.safety import AskForHelp
from sessions_app.room.talk import DeleteMessage, Post, React
from tests.accountability.evening import ALICE, BOB, EVE, FINN, GUS, Evening


def test_someone_who_only_listened_did_nothing_countable() -> None:
    assert Evening().begins(BOB).at(60).row(BOB).counts == Counts()


def test_hands_and_calls_are_counted() -> None:
    evening = Evening().begins(BOB).does(BOB, RaiseHand(), RaiseHand())
    evening.does(ALICE, CallOn(BOB)).at(5).does(BOB, RaiseHand())
    counts = evening.at(60).row(BOB).counts
    assert (counts.hands_raised, counts.called_on) == (2, 1)


def test_turns_taken_and_passed_are_counted() -> None:
    evening = Evening().begins(BOB, EVE, FINN).does(ALICE, StartRound(60)).does(EVE, Pass())
    evening.does(BOB, NextTurn()).at(60)
    counts = {seat: evening.row(seat).counts for seat in (BOB, EVE, FINN)}
    assert {seat: c.turns_taken for seat, c in counts.items()} == {BOB: 1, EVE: 0, FINN: 1}
    assert {seat: c.turns_passed for seat, c in counts.items()} == {BOB: 0, EVE: 1, FINN: 0}


def test_prompts_are_answered_by_a_tap_by_activity_or_missed() -> None:
    evening = Evening().begins(BOB, EVE, FINN).at(10).does(EVE, RaiseHand())
    evening.at(11).does(ALICE, AskPresence()).does(BOB, AnswerPresence()).at(60)
    assert evening.row(BOB).counts == Counts(prompts_answered=1)
    assert evening.row(EVE).counts == Counts(prompts_by_activity=1, hands_raised=1)
    assert evening.row(FINN).counts == Counts(prompts_missed=1)


def test_a_missed_prompt_costs_no_minutes() -> None:
    evening = Evening().begins(BOB).at(10).does(ALICE, AskPresence()).at(60)
    assert (evening.row(BOB).credited_min, evening.row(BOB).status) == (60, "present")


def test_messages_are_counted_apart_for_the_group_and_for_the_staff() -> None:
    evening = Evening().begins(BOB).does(BOB, Post("hello"), Post("a word?", "staff"))
    evening.does(ALICE, Post("of course", "seat", BOB), Post("welcome")).at(60)
    assert evening.row(BOB).counts == Counts(messages_group=1, messages_private=1)
    assert evening.row(ALICE).counts == Counts(messages_group=1, messages_private=1)


def test_a_message_taken_back_was_written_all_the_same() -> None:
    evening = Evening().begins(BOB).does(BOB, Post("hello"))
    message = evening.room.talk.messages[0].message
    assert evening.does(BOB, DeleteMessage(message)).at(60).row(BOB).counts.messages_group == 1


def test_the_line_of_an_open_alert_is_no_part_of_the_group() -> None:
    evening = Evening().begins(BOB).does(BOB, AskForHelp("please")).at(61)
    evening.does(BOB, Post("still here", "staff"))
    assert evening.row(BOB).counts == Counts()


def test_reactions_are_counted() -> None:
    evening = Evening().begins(BOB).does(BOB, React("clap"), React("heart")).at(60)
    assert evening.row(BOB).counts.reactions == 2


def test_a_checkin_counts_once_for_a_moment_when_it_is_done() -> None:
    evening = Evening().begins(BOB).at(5).does(BOB, CheckIn("before", {"mood": 5}))
    assert evening.row(BOB).counts.checkins_done == 0
    evening.does(BOB, CheckIn("before", {"mood": 6}, done=True))
    evening.does(BOB, CheckIn("before", {"mood": 7}, done=True))
    assert evening.row(BOB).counts.checkins_done == 1
    evening.at(61).does(BOB, CheckIn("after", {"mood": 8}, done=True))
    assert evening.row(BOB).counts.checkins_done == 2


def test_each_round_of_checkins_counts_anew() -> None:
    evening = Evening().begins(BOB)
    for _ in range(2):
        evening.does(ALICE, OpenRound())
        evening.does(BOB, CheckIn("round", {}, done=True), CheckIn("round", {}, done=True))
        evening.does(ALICE, CloseRound())
    assert evening.row(BOB).counts.checkins_done == 2


def test_a_tab_that_closes_after_leaving_is_no_loss() -> None:
    evening = Evening().begins(BOB).at(10).does(BOB, Leave()).at(11).drops(BOB)
    assert evening.at(60).row(BOB).counts.connection_losses == 0


def test_what_one_does_is_not_counted_for_another() -> None:
    evening = Evening().begins(BOB, EVE).arrives(GUS).does(BOB, Post("hello"), RaiseHand())
    evening.at(60)
    assert evening.row(EVE).counts == evening.row(GUS).counts == Counts()
