"""The facts of the meeting itself: how full, planned and actual, who facilitated."""

from sessions_app.room.door import Admit, Knock
from sessions_app.room.people import Leave
from tests.accountability.evening import (
    ALICE,
    AMIR,
    BOB,
    EVE,
    FINN,
    GUS,
    Evening,
    minute,
    minutes,
    span,
)


def test_the_meeting_has_its_times() -> None:
    facts = Evening().begins(BOB).at(60).attendance().meeting
    assert (facts.planned_start, facts.planned_end) == (minute(0), minute(60))
    assert (facts.actual_start, facts.actual_end) == (minute(0), minute(60))
    assert (facts.running, facts.running_ms) == ((span(0, 60),), minutes(60))
    assert (facts.opened, facts.zone, facts.cause) == (minute(-15), "America/Los_Angeles", "time")


def test_the_end_of_what_still_runs_is_not_known() -> None:
    facts = Evening().begins(BOB).attendance(now=30).meeting
    assert (facts.actual_start, facts.actual_end) == (minute(0), None)
    assert facts.running_ms == minutes(30)


def test_those_present_are_counted_while_the_group_ran() -> None:
    evening = Evening().at(-12).arrives(ALICE, FINN).at(-11).does(FINN, Leave())
    facts = evening.begins(BOB, EVE).at(60).attendance().meeting
    assert (facts.expected, facts.present) == (3, 2)


def test_the_peak_counts_participants_at_once() -> None:
    evening = Evening().begins(BOB, EVE).at(5).does(EVE, Leave()).at(5).arrives(FINN, GUS, AMIR)
    facts = evening.at(60).attendance().meeting
    assert (facts.peak, facts.capacity, facts.exceeded) == (2, 12, False)


def test_a_kept_seat_is_taken_though_nobody_is_in_it() -> None:
    evening = Evening().begins(BOB).at(1).drops(BOB).arrives(EVE).at(2).connects(BOB)
    evening.at(3).drops(EVE).arrives(FINN).at(5)
    facts = evening.at(60).attendance().meeting
    assert (facts.peak, facts.seats_taken) == (2, 3)


def test_over_capacity_shows_with_its_reason() -> None:
    evening = Evening(capacity=1).begins(BOB).waits(EVE)
    evening.does(ALICE, Admit(EVE, "known", over_capacity="make-up session")).at(60)
    facts = evening.attendance().meeting
    assert (facts.peak, facts.exceeded, facts.flags) == (2, True, ("over_capacity",))
    assert [(over.seat, over.reason) for over in facts.over_capacity] == [(EVE, "make-up session")]
    assert evening.row(EVE).flags == ("over_capacity",)
    assert evening.row(BOB).flags == ()


def test_a_kept_seat_counts_against_the_capacity() -> None:
    evening = Evening(capacity=1).begins(BOB).at(1).drops(BOB).waits(EVE)
    evening.does(ALICE, Admit(EVE, "known", over_capacity="make-up session")).at(60)
    facts = evening.attendance().meeting
    assert (facts.peak, facts.seats_taken, facts.exceeded) == (1, 2, True)


def test_guests_and_staff_take_no_place() -> None:
    evening = Evening(capacity=1).begins(AMIR, BOB).arrives(GUS).at(60)
    assert not evening.attendance().meeting.exceeded


def test_a_return_over_capacity_has_its_reason() -> None:
    evening = Evening(capacity=1).begins(BOB).at(1).does(BOB, Leave()).arrives(EVE)
    evening.at(2).does(BOB, Knock()).at(60)
    facts = evening.attendance().meeting
    assert [over.reason for over in facts.over_capacity] == ["returned"]


def test_rows_keep_the_order_of_the_roster() -> None:
    found = Evening().begins(EVE, BOB).at(60).attendance()
    assert [row.name for row in found.rows] == ["Bob", "Eve", "Finn", "Alice", "Amir", "Gus"]
