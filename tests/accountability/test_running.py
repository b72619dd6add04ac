"""When the group ran: start and end, breaks, holds, extensions, and what was corrected."""

from typing import Literal

from sessions_app.accountability.rows import Meeting
from sessions_app.room.clock import Break, End, EndBreak, Extend, Start
from sessions_app.room.record import CorrectTime
from tests.accountability.evening import ALICE, BOB, EVE, Evening, minute, minutes, span


def correct(
    evening: Evening,
    what: Literal["start", "break", "end"],
    at: float,
    until: float | None = None,
) -> Evening:
    end = minute(until) if until is not None else None
    return evening.does(ALICE, CorrectTime(what, minute(at), "forgotten", end))


def meeting(evening: Evening) -> Meeting:
    return evening.attendance().meeting


def test_nothing_before_the_start_is_credited() -> None:
    evening = Evening().at(-10).arrives(ALICE, BOB).at(5).does(ALICE, Start()).at(60)
    assert meeting(evening).running == (span(5, 60),)
    assert evening.row(BOB).credited_ms == minutes(55)


def test_a_break_is_not_credited() -> None:
    evening = Evening().begins(BOB).at(20).does(ALICE, Break(10)).at(60)
    assert meeting(evening).breaks == (span(20, 30),)
    assert meeting(evening).running == (span(0, 20), span(30, 60))
    assert evening.row(BOB).credited_ms == minutes(50)


def test_a_break_that_ended_early_is_as_long_as_it_was() -> None:
    evening = Evening().begins(BOB).at(20).does(ALICE, Break(10)).at(24).does(ALICE, EndBreak())
    assert meeting(evening.at(60)).breaks == (span(20, 24),)


def test_a_break_that_the_end_cuts_short_ends_with_it() -> None:
    evening = Evening().begins(BOB).at(20).does(ALICE, Break(10)).at(25).does(ALICE, End())
    assert meeting(evening).breaks == (span(20, 25),)
    assert evening.row(BOB).credited_ms == minutes(20)


def test_a_hold_is_not_credited_and_waiting_for_it_is() -> None:
    evening = Evening().begins(BOB).at(20).drops(ALICE).at(27).connects(ALICE)
    evening.does(ALICE).at(60)
    assert meeting(evening).holds == (span(22, 27),)
    assert "held_up" in meeting(evening).flags
    assert evening.row(BOB).credited_ms == minutes(55)


def test_a_group_that_ended_for_want_of_a_facilitator_was_on_hold_till_then() -> None:
    evening = Evening().begins(BOB).at(20).drops(ALICE).at(60)
    assert meeting(evening).cause == "no_facilitator"
    assert meeting(evening).holds == (span(22, 30),)
    assert evening.row(BOB).credited_ms == minutes(22)


def test_an_extension_is_credited() -> None:
    evening = Evening().begins(BOB).at(50).does(ALICE, Extend(15, "closing round")).at(80)
    facts = meeting(evening)
    assert (facts.planned_end, facts.ends_at) == (minute(60), minute(75))
    assert (facts.actual_end, facts.extended_s) == (minute(75), 900)
    assert evening.row(BOB).credited_ms == minutes(75)


def test_a_corrected_start_takes_the_place_of_the_recorded_one() -> None:
    evening = Evening().at(-10).arrives(ALICE, BOB).at(20).does(ALICE, Start()).at(60)
    correct(evening, "start", 0)
    facts = meeting(evening)
    assert (facts.actual_start, facts.recorded_start) == (minute(0), minute(20))
    assert facts.flags == ("start_corrected",)
    assert evening.row(BOB).credited_ms == minutes(60)


def test_a_start_that_was_forgotten_altogether_can_be_given() -> None:
    evening = Evening().at(-10).arrives(ALICE, BOB).at(60)
    assert meeting(evening).flags == ("never_started",)
    assert evening.row(BOB).status == "not_held"
    correct(evening, "start", 0)
    assert meeting(evening).flags == ("start_corrected",)
    assert meeting(evening).corrections[0].before is None
    assert (evening.row(BOB).status, evening.row(EVE).status) == ("present", "absent")
    assert evening.row(BOB).credited_ms == minutes(60)


def test_a_corrected_end_takes_off_what_ran_on() -> None:
    evening = Evening().begins(BOB).at(60)
    correct(evening, "end", 45)
    assert meeting(evening).recorded_end == minute(60)
    assert evening.row(BOB).credited_ms == minutes(45)
    assert evening.row(BOB).status == "present"


def test_a_later_end_credits_nobody_who_was_put_out_before() -> None:
    evening = Evening().begins(BOB).at(40).does(ALICE, End()).at(60)
    correct(evening, "end", 60)
    row = evening.row(BOB)
    assert meeting(evening).running == (span(0, 60),)
    assert row.credited_ms == minutes(40)
    assert (row.status, row.early_s) == ("present", 0)


def test_of_several_corrections_of_one_thing_the_last_holds() -> None:
    evening = Evening().begins(BOB).at(60)
    for end in (45, 55, 50):
        correct(evening, "end", end)
    facts = meeting(evening)
    assert facts.actual_end == minute(50)
    assert [c.before for c in facts.corrections] == [minute(60), minute(45), minute(55)]


def test_a_forgotten_break_is_added() -> None:
    evening = Evening().begins(BOB).at(10).does(ALICE, Break(5)).at(60)
    correct(evening, "break", 30, 40)
    assert meeting(evening).breaks == (span(10, 15), span(30, 40))
    assert meeting(evening).flags == ("break_corrected",)
    assert evening.row(BOB).credited_ms == minutes(45)


def test_a_corrected_break_takes_the_place_of_those_it_overlaps() -> None:
    evening = Evening().begins(BOB).at(20).does(ALICE, Break(10)).at(60)
    correct(evening, "break", 22, 27)
    assert meeting(evening).breaks == (span(22, 27),)
    assert meeting(evening).corrections[0].replaced == (span(20, 30),)
    correct(evening, "break", 25, 40)
    assert meeting(evening).breaks == (span(25, 40),)


def test_a_corrected_break_leaves_alone_the_one_it_only_touches() -> None:
    evening = Evening().begins(BOB).at(20).does(ALICE, Break(10)).at(60)
    correct(evening, "break", 30, 35)
    correct(evening, "break", 15, 20)
    assert [c.replaced for c in meeting(evening).corrections] == [(), ()]
    assert meeting(evening).breaks == (span(15, 35),)


def test_a_break_of_no_length_strikes_the_one_it_lies_in() -> None:
    evening = Evening().begins(BOB).at(20).does(ALICE, Break(10)).at(60)
    correct(evening, "break", 20, 20)
    assert meeting(evening).breaks == ()
    assert evening.row(BOB).credited_ms == minutes(60)


def test_a_pause_that_the_end_cut_short_does_not_grow_with_a_later_end() -> None:
    evening = Evening().begins(BOB).at(20).does(ALICE, Break(10)).at(25).does(ALICE, End()).at(60)
    correct(evening, "end", 60)
    assert meeting(evening).breaks == (span(20, 25),)
    evening = Evening().begins(BOB).at(20).drops(ALICE).at(60)
    correct(evening, "end", 60)
    assert meeting(evening).holds == (span(22, 30),)


def test_a_break_outside_the_corrected_time_takes_nothing() -> None:
    evening = Evening().begins(BOB).at(40).does(ALICE, Break(10)).at(60)
    correct(evening, "end", 30)
    assert meeting(evening).breaks == ()
    assert evening.row(BOB).credited_ms == minutes(30)


def test_an_end_before_the_start_leaves_nothing() -> None:
    evening = Evening().begins(BOB).at(60)
    correct(evening, "start", 50)
    correct(evening, "end", 40)
    assert meeting(evening).running_ms == 0
    assert evening.row(BOB).credited_ms == 0
