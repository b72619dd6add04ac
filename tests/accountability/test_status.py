"""What attendance comes to: present, late, early, both, in part, absent, or nothing was held."""

import pytest

from sessions_app.room.clock import Cancel, End, Extend, Start
from sessions_app.room.door import Admit, Knock, Refuse
from sessions_app.room.people import Leave
from sessions_app.room.plan import Member
from sessions_app.room.record import CorrectTime
from sessions_app.room.team import ExpectMember
from tests.accountability.evening import (
    ALICE,
    BOB,
    EVE,
    FINN,
    FIT,
    OFFICE,
    Evening,
    minute,
    minutes,
)


def test_who_never_came_is_absent() -> None:
    row = Evening().begins(BOB).at(60).row(EVE)
    assert (row.status, row.first_in, row.credited_ms) == ("absent", None, 0)


@pytest.mark.parametrize(("knock", "status", "late_s"), [(5, "present", 0), (5.1, "late", 306)])
def test_the_grace_is_not_late(knock: float, status: str, late_s: int) -> None:
    row = Evening().begins().at(knock).arrives(BOB).at(60).row(BOB)
    assert (row.status, row.late_s) == (status, late_s)


def test_nobody_is_late_because_they_were_kept_waiting() -> None:
    row = Evening().begins().at(4).waits(BOB).at(25).admits(BOB).at(60).row(BOB)
    assert (row.status, row.late_s) == ("present", 0)


def test_nobody_is_late_because_the_group_was() -> None:
    evening = Evening().at(-10).arrives(ALICE).at(12).arrives(BOB).does(ALICE, Start())
    assert evening.at(60).row(BOB).status == "present"


def test_lateness_counts_from_the_planned_start_of_a_group_that_began_early() -> None:
    evening = Evening().at(-10).arrives(ALICE, EVE).at(-5).does(ALICE, Start())
    assert evening.at(4).arrives(BOB).at(60).row(BOB).late_s == 0


def test_an_unfinished_knock_does_not_hold_the_time() -> None:
    here = FIT.__class__("CA", "", "", True, True, True, True, True)
    evening = Evening().begins().at(1).connects(BOB).does(BOB, Knock(here))
    row = evening.at(10).does(BOB, Knock(FIT)).admits(BOB).at(60).row(BOB)
    assert (row.status, row.late_s) == ("late", 600)


def test_a_corrected_start_moves_lateness_with_it() -> None:
    evening = Evening().at(-10).arrives(ALICE, EVE).at(20).does(ALICE, Start())
    evening.at(21).arrives(BOB).at(60)
    assert evening.row(BOB).status == "present"
    evening.does(ALICE, CorrectTime("start", minute(0), "forgotten"))
    assert (evening.row(BOB).status, evening.row(BOB).late_s) == ("late", 1260)


def test_who_goes_before_the_end_left_early() -> None:
    row = Evening().begins(BOB).at(50).does(BOB, Leave()).at(60).row(BOB)
    assert (row.status, row.early_s) == ("left_early", 600)


def test_a_second_before_the_end_is_not_early() -> None:
    evening = Evening().begins(BOB, EVE).until(minute(60) - 1001).does(BOB, Leave())
    evening.until(minute(60) - 1000).does(EVE, Leave()).at(60)
    assert (evening.row(BOB).status, evening.row(BOB).early_s) == ("left_early", 1)
    assert evening.row(EVE).status == "present"


def test_nobody_left_early_because_the_group_was_extended() -> None:
    evening = Evening().begins(BOB).at(50).does(ALICE, Extend(15, "closing round"))
    assert evening.at(60).does(BOB, Leave()).at(80).row(BOB).status == "present"


def test_nobody_left_early_because_the_group_ended_early() -> None:
    row = Evening().begins(BOB).at(40).does(ALICE, End()).row(BOB)
    assert (row.status, row.early_s) == ("present", 0)


def test_late_and_early_may_both_apply() -> None:
    row = Evening().begins().at(10).arrives(BOB).at(50).does(BOB, Leave()).at(60).row(BOB)
    assert row.status == "late_and_left_early"
    assert (row.late_s, row.early_s) == (600, 600)


def test_less_than_half_is_partial_and_still_says_how_late() -> None:
    evening = Evening().begins().at(31).waits(BOB).at(31)
    row = evening.admits(BOB, late="called ahead").at(60).row(BOB)
    assert (row.status, row.late_s) == ("partial", 1860)
    assert row.flags == ("admitted_after_cutoff",)


def test_exactly_half_is_not_partial() -> None:
    row = Evening().begins(BOB).at(30).does(BOB, Leave()).at(60).row(BOB)
    assert (row.status, row.credited_ms) == ("left_early", minutes(30))


def test_who_left_before_the_start_was_absent() -> None:
    evening = Evening().at(-10).arrives(ALICE, BOB).at(-5).does(BOB, Leave())
    row = evening.at(0).does(ALICE, Start()).at(60).row(BOB)
    assert (row.status, row.attended, row.early_s) == ("absent", False, 0)
    assert row.first_in == minute(-10)


def test_who_knocked_in_vain_is_absent_and_it_shows() -> None:
    evening = Evening().begins().at(2).waits(BOB, EVE).at(3).does(ALICE, Refuse(EVE, "late"))
    evening.at(60)
    assert (evening.row(BOB).status, evening.row(BOB).flags) == ("absent", ("never_admitted",))
    assert evening.row(EVE).flags == ("never_admitted", "refused")


def test_who_never_was_inside_is_neither_late_nor_early() -> None:
    row = Evening().begins().at(10).waits(BOB).at(60).row(BOB)
    assert (row.status, row.late_s, row.early_s) == ("absent", 0, 0)


def test_a_session_that_was_not_held_leaves_nobody_absent() -> None:
    evening = Evening().at(-10).waits(BOB).at(20)
    found = evening.attendance()
    assert found.meeting.outcome == "not_held"
    assert {row.status for row in found.rows} == {"not_held"}
    assert not found.provisional


def test_a_session_that_was_never_started_leaves_nobody_absent() -> None:
    found = Evening().at(-10).arrives(ALICE, BOB).at(60).attendance()
    assert found.meeting.flags == ("never_started",)
    assert {row.status for row in found.rows} == {"not_held"}


def test_a_cancelled_session_says_nothing_of_anyone() -> None:
    evening = Evening().at(-10).arrives(ALICE, BOB).does(ALICE, Cancel("burst pipe"))
    found = evening.attendance()
    assert {row.status for row in found.rows} == {"cancelled"}
    assert all(row.credited_ms == row.late_s == row.early_s == 0 for row in found.rows)


def test_a_session_cancelled_before_the_door_has_no_rows() -> None:
    found = Evening().at(-60).does(OFFICE, Cancel("burst pipe")).attendance()
    assert (found.meeting.outcome, found.rows, found.provisional) == ("cancelled", (), False)


def test_an_empty_ledger_says_nothing_yet() -> None:
    found = Evening().attendance()
    assert (found.meeting.outcome, found.rows, found.provisional) == ("open", (), True)


def test_before_the_start_nobody_is_absent_yet() -> None:
    found = Evening().at(-10).arrives(ALICE, BOB).attendance(now=-2)
    statuses = {row.seat: row.status for row in found.participants}
    assert statuses == {BOB: "present", EVE: "expected", FINN: "expected"}
    assert found.provisional


def test_nobody_leaves_early_before_the_start() -> None:
    evening = Evening().at(-10).arrives(ALICE, BOB).at(-5).does(BOB, Leave())
    row = evening.attendance(now=-2).participants[0]
    assert (row.seat, row.status, row.early_s) == (BOB, "present", 0)


def test_while_it_runs_it_is_counted_up_to_now() -> None:
    evening = Evening().begins(BOB, FINN).at(20).does(FINN, Leave())
    found = evening.attendance(now=25)
    rows = {row.seat: row for row in found.participants}
    assert (found.provisional, found.upto) == (True, minute(25))
    assert rows[BOB].credited_ms == minutes(25)
    assert (rows[BOB].status, rows[BOB].last_out) == ("present", None)
    assert (rows[FINN].status, rows[FINN].early_s) == ("left_early", 300)
    assert rows[EVE].status == "absent"


def test_without_a_now_it_is_counted_up_to_the_last_event() -> None:
    evening = Evening().begins(BOB).at(10).arrives(EVE).at(25)
    assert evening.attendance().upto == minute(10)
    assert evening.row(BOB).credited_ms == minutes(10)


def test_a_session_that_is_over_does_not_grow() -> None:
    evening = Evening().begins(BOB).at(60)
    assert evening.attendance(now=90) == evening.attendance()


def test_who_was_enrolled_while_it_ran_is_marked() -> None:
    evening = Evening().begins().at(20).does(OFFICE, ExpectMember(Member("s_hal", "Hal")))
    row = evening.at(21).waits("s_hal").does(ALICE, Admit("s_hal", "known", late="new")).at(60)
    assert row.row("s_hal").flags == ("added_late", "admitted_after_cutoff")
