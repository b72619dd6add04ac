"""When someone was there: tabs, drops, waiting, leaving, a server that dies."""

from sessions_app.room.door import Knock, LetBackIn, Remove, SendBack
from sessions_app.room.people import ComeBack, Leave, StepAway
from tests.accountability.evening import ALICE, BOB, EVE, FIT, Evening, minute, minutes, span


def test_whoever_is_there_throughout_is_credited_every_minute() -> None:
    row = Evening().begins(BOB).at(60).row(BOB)
    assert row.status == "present"
    assert (row.first_in, row.last_out) == (minute(-10), minute(60))
    assert (row.present_ms, row.credited_ms, row.credited_min) == (minutes(70), minutes(60), 60)


def test_a_second_tab_adds_no_minutes() -> None:
    evening = Evening().begins(BOB).at(10).connects(BOB, tab="two")
    row = evening.at(60).row(BOB)
    assert row.credited_ms == minutes(60)
    assert row.presence == (span(-10, 60),)


def test_one_tab_of_two_may_close_without_a_gap() -> None:
    evening = Evening().begins(BOB).at(10).connects(BOB, tab="two").at(20).drops(BOB)
    row = evening.at(60).row(BOB)
    assert row.gaps == ()
    assert row.counts.connection_losses == 0
    assert row.credited_ms == minutes(60)


def test_a_drop_and_a_return_keep_the_seat_but_not_the_minutes() -> None:
    evening = Evening().begins(BOB).at(20).drops(BOB).at(21).connects(BOB)
    row = evening.at(60).row(BOB)
    assert row.presence == (span(-10, 20), span(21, 60))
    assert row.gaps == (span(20, 21),)
    assert row.credited_ms == minutes(59)
    assert row.counts.connection_losses == 1
    assert row.status == "present"


def test_a_seat_that_was_given_up_is_a_gap_only_while_it_was_kept() -> None:
    evening = Evening().begins(BOB).at(20).drops(BOB).at(30).connects(BOB)
    row = evening.at(60).row(BOB)
    assert row.gaps == (span(20, 21.5),)
    assert row.presence == (span(-10, 20), span(30, 60))
    assert row.credited_ms == minutes(50)


def test_a_lost_connection_ends_at_its_last_sign_of_life() -> None:
    evening = Evening().begins(BOB).at(20).drops(BOB, as_of=19.5).at(21).connects(BOB)
    row = evening.at(60).row(BOB)
    assert row.gaps == (span(19.5, 21),)
    assert row.credited_ms == minutes(58.5)


def test_a_crash_takes_and_invents_no_minutes() -> None:
    evening = Evening().begins(BOB).at(20.5).connects(EVE).at(21).crash(as_of=20)
    evening.connects(ALICE, BOB, tab="two")
    row = evening.at(60).row(BOB)
    assert row.presence == (span(-10, 20), span(21, 60))
    assert row.credited_ms == minutes(59)
    assert row.counts.connection_losses == 1


def test_a_crash_that_shows_only_after_the_end_still_takes_its_minutes() -> None:
    evening = Evening().begins(BOB).at(60)
    assert evening.row(BOB).credited_ms == minutes(60)
    evening.at(61).crash(as_of=58)
    assert evening.row(BOB).credited_ms == minutes(58)
    assert "dropped_at_end" in evening.row(BOB).flags


def test_a_connection_is_never_lost_before_it_was_there() -> None:
    evening = Evening().begins(BOB).at(20).drops(BOB).at(21).connects(BOB, tab="two")
    evening.at(22).drops(BOB, tab="two", as_of=5)
    row = evening.at(60).row(BOB)
    assert row.presence == (span(-10, 20),)


def test_two_tabs_that_die_together_are_one_loss() -> None:
    evening = Evening().begins(BOB).connects(BOB, tab="two").at(10).crash(as_of=9)
    evening.connects(ALICE)
    assert evening.at(60).row(BOB).counts.connection_losses == 1


def test_waiting_is_not_presence() -> None:
    evening = Evening().begins().at(2).waits(BOB).at(22).admits(BOB)
    row = evening.at(60).row(BOB)
    assert row.waiting_ms == minutes(20)
    assert row.presence == (span(22, 60),)
    assert row.credited_ms == minutes(38)


def test_only_connected_waiting_counts_as_waiting() -> None:
    evening = Evening().begins().at(2).waits(BOB).at(5).drops(BOB).at(15).connects(BOB)
    row = evening.at(17).admits(BOB).at(60).row(BOB)
    assert (row.waiting, row.waiting_ms) == ((span(2, 5), span(15, 17)), minutes(5))


def test_who_is_sent_back_waits_again() -> None:
    evening = Evening().begins(BOB).at(10).does(ALICE, SendBack(BOB))
    evening.at(15).does(BOB, Knock()).at(20).admits(BOB)
    row = evening.at(60).row(BOB)
    assert row.presence == (span(-10, 10), span(20, 60))
    assert row.waiting_ms == minutes(10)


def test_leaving_by_ones_own_word_ends_waiting_and_presence() -> None:
    evening = Evening().begins().at(2).waits(BOB).at(4).does(BOB, Leave())
    evening.at(10).does(BOB, Knock()).at(12).admits(BOB).at(30).does(BOB, Leave())
    row = evening.at(60).row(BOB)
    assert row.waiting_ms == minutes(4)
    assert row.presence == (span(12, 30),)
    assert row.last_out == minute(30)


def test_time_stepped_away_is_recorded_and_not_credited() -> None:
    evening = Evening().begins(BOB).at(20).does(BOB, StepAway("call"))
    row = evening.at(25).does(BOB, ComeBack()).at(60).row(BOB)
    assert row.away_ms == minutes(5)
    assert row.present_ms == minutes(70)
    assert row.credited_ms == minutes(55)


def test_time_stepped_away_is_credited_where_the_group_says_so() -> None:
    evening = Evening(away_credited=True).begins(BOB).at(20).does(BOB, StepAway("call"))
    row = evening.at(25).does(BOB, ComeBack()).at(60).row(BOB)
    assert row.away_ms == minutes(5)
    assert row.credited_ms == minutes(60)


def test_who_drops_while_away_is_not_away_without_a_connection() -> None:
    evening = Evening().begins(BOB).at(20).does(BOB, StepAway()).at(22).drops(BOB)
    row = evening.at(23).connects(BOB).at(25).does(BOB, ComeBack()).at(60).row(BOB)
    assert (row.away, row.away_ms) == ((span(20, 22), span(23, 25)), minutes(4))
    assert row.credited_ms == minutes(55)


def test_time_after_the_end_is_nobodys() -> None:
    evening = Evening().begins(BOB).at(60.5).drops(BOB).at(61).connects(BOB).at(75)
    row = evening.row(BOB)
    assert row.last_out == minute(60)
    assert row.present_ms == minutes(70)


def test_who_was_removed_at_the_door_never_was_inside() -> None:
    evening = Evening().begins().at(2).waits(BOB).at(4).does(ALICE, Remove(BOB, "wrong_room"))
    evening.at(10).does(ALICE, LetBackIn(BOB)).does(BOB, Knock(FIT))
    row = evening.at(12).admits(BOB).at(60).row(BOB)
    assert row.waiting_ms == minutes(4)
    assert row.presence == (span(12, 60),)


def test_to_answer_the_door_again_inside_is_not_waiting() -> None:
    evening = Evening().begins(BOB).at(20).does(BOB, Knock(FIT)).at(60)
    assert evening.row(BOB).waiting_ms == 0
    assert evening.row(BOB).credited_ms == minutes(60)


def test_who_leaves_while_away_is_not_away_on_return() -> None:
    evening = Evening().begins(BOB).at(20).does(BOB, StepAway()).at(22).does(BOB, Leave())
    row = evening.at(25).does(BOB, Knock()).at(60).row(BOB)
    assert row.away_ms == minutes(2)
    assert row.credited_ms == minutes(55)
