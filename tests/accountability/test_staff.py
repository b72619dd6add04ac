"""Staff and guests: who was there, who led for how long, and that guests are never credited."""

from sessions_app.room.clock import Break, Start
from sessions_app.room.door import Admit, Knock
from sessions_app.room.people import Leave
from sessions_app.room.plan import Guest, Staff
from sessions_app.room.speech import NoteSpeech
from sessions_app.room.team import (
    AssignStaff,
    DismissStaff,
    HandOver,
    InviteGuest,
    Promote,
    StepDown,
)
from tests.accountability.evening import (
    ALICE,
    AMIR,
    BOB,
    FIT,
    GUS,
    OFFICE,
    SUE,
    Evening,
    minute,
    minutes,
    span,
)


def test_the_same_arithmetic_holds_for_staff() -> None:
    evening = Evening().begins(AMIR).at(20).does(ALICE, Break(10)).at(40).does(AMIR, Leave())
    row = evening.at(60).row(AMIR)
    assert (row.role, row.credential, row.status) == ("staff", "LPC", "left_early")
    assert row.credited == (span(0, 20), span(30, 40))


def test_staff_are_late_by_their_coming_in() -> None:
    row = Evening().begins().at(10).arrives(AMIR).at(60).row(AMIR)
    assert (row.status, row.late_s) == ("late", 600)


def test_leading_counts_while_the_group_runs() -> None:
    evening = Evening().begins().at(20).does(ALICE, Break(10)).at(60)
    assert evening.row(ALICE).led_ms == minutes(50)
    assert evening.attendance().meeting.facilitators == (ALICE,)


def test_handing_over_shares_the_lead() -> None:
    evening = Evening().begins(AMIR).at(25).does(ALICE, HandOver(AMIR)).at(60)
    assert (evening.row(ALICE).led_ms, evening.row(AMIR).led_ms) == (minutes(25), minutes(35))


def test_a_lead_who_is_gone_does_not_lead() -> None:
    evening = Evening().begins(AMIR).at(25).drops(ALICE).at(60)
    assert evening.row(ALICE).led_ms == minutes(25)
    assert evening.row(AMIR).led_ms == minute(60) - (minute(25) + 10_000)


def test_whoever_starts_in_the_leads_absence_leads() -> None:
    evening = Evening().at(-10).arrives(AMIR).at(0).does(AMIR, Start()).at(60)
    assert (evening.row(AMIR).led_ms, evening.row(ALICE).led_ms) == (minutes(60), 0)


def test_stepping_down_hands_the_lead_on() -> None:
    evening = Evening().begins(AMIR).at(30).does(ALICE, StepDown()).at(60)
    assert (evening.row(ALICE).led_ms, evening.row(AMIR).led_ms) == (minutes(30), minutes(30))
    assert evening.attendance().meeting.facilitators == (ALICE, AMIR)


def test_a_substitute_is_on_the_record_with_a_credential() -> None:
    evening = Evening().begins().at(10)
    evening.does(OFFICE, AssignStaff(Staff(SUE, "Sue", "PhD", leads=True)))
    evening.at(12).arrives(SUE).does(ALICE, HandOver(SUE)).at(60)
    row = evening.row(SUE)
    assert (row.credential, row.credited_ms, row.led_ms) == ("PhD", minutes(48), minutes(48))
    assert row.flags == ("added_late",)


def test_who_was_dismissed_stays_on_record_till_then() -> None:
    evening = Evening().begins(AMIR).at(20).does(OFFICE, DismissStaff(ALICE)).at(60)
    row = evening.row(ALICE)
    assert row.presence == (span(-10, 20),)
    assert row.flags == ("dismissed",)
    assert (row.led_ms, evening.row(AMIR).led_ms) == (minutes(20), minutes(40))


def dismissed_and_a_guest() -> Evening:
    evening = Evening().begins(AMIR).at(5).does(OFFICE, DismissStaff(ALICE)).at(10)
    evening.does(OFFICE, InviteGuest(Guest(ALICE, "Alice", "student")))
    evening.connects(ALICE, tab="two").does(ALICE, Knock(FIT))
    return evening.does(AMIR, Admit(ALICE, "known")).at(60)


def test_whoever_comes_as_a_guest_after_a_dismissal_stays_on_record_as_staff() -> None:
    evening = dismissed_and_a_guest()
    row = evening.row(ALICE)
    assert (row.role, row.credential, row.function) == ("staff", "LCSW", "student")
    assert (row.flags, row.led_ms) == (("dismissed",), minutes(5))
    assert row.presence == (span(-10, 5), span(10, 60))
    assert [guest.seat for guest in evening.attendance().guests] == [GUS]
    assert evening.attendance().meeting.facilitators == (ALICE, AMIR)


def test_the_time_as_a_guest_is_not_credited_to_whoever_was_dismissed() -> None:
    row = dismissed_and_a_guest().row(ALICE)
    assert row.credited == row.earned == (span(0, 5),)


def test_a_substitute_led_whatever_the_one_they_took_over_from_comes_as() -> None:
    evening = Evening().begins(BOB).at(5).does(OFFICE, DismissStaff(ALICE))
    evening.does(OFFICE, AssignStaff(Staff(SUE, "Sue"))).arrives(SUE).at(10)
    evening.does(OFFICE, InviteGuest(Guest(ALICE, "Alice", "student"))).at(60)
    assert (evening.row(SUE).led_ms, evening.row(ALICE).led_ms) == (minutes(55), minutes(5))


def test_the_last_minute_of_whoever_was_dismissed_counts() -> None:
    evening = Evening().begins(AMIR).at(30.5).does(OFFICE, DismissStaff(AMIR))
    evening.does("clock", NoteSpeech(minute(30), minute(30.5), {AMIR: 20_000})).at(60)
    assert evening.row(AMIR).talked_ms == 20_000


def test_the_next_lead_is_one_who_is_there() -> None:
    evening = Evening().begins(AMIR).does(OFFICE, AssignStaff(Staff(SUE, "Sue"))).arrives(SUE)
    evening.at(10).does(SUE, Leave()).at(20).does(OFFICE, DismissStaff(ALICE)).at(60)
    assert (evening.row(AMIR).led_ms, evening.row(SUE).led_ms) == (minutes(40), 0)


def test_the_next_lead_is_not_one_whose_connection_is_lost() -> None:
    evening = Evening().begins(AMIR).does(OFFICE, AssignStaff(Staff(SUE, "Sue"))).arrives(SUE)
    evening.at(20).drops(SUE).does(OFFICE, DismissStaff(ALICE)).at(21).connects(SUE).at(60)
    assert (evening.row(AMIR).led_ms, evening.row(SUE).led_ms) == (minutes(40), 0)


def test_who_is_assigned_again_is_there_once_connected_again() -> None:
    evening = Evening().begins(AMIR).at(20).does(OFFICE, DismissStaff(AMIR)).at(30)
    evening.does(OFFICE, AssignStaff(Staff(AMIR, "Amir", "LMFT"))).at(40)
    evening.connects(AMIR, tab="two").does(AMIR, Knock()).at(50).drops(AMIR, tab="two")
    row = evening.at(60).row(AMIR)
    assert row.presence == (span(-10, 20), span(40, 50))
    assert (row.credential, row.flags) == ("LMFT", ("dropped_at_end",))


def test_who_ever_facilitated_is_named_though_assigned_to_look_on() -> None:
    looks_on = Staff(AMIR, "Amir", "LPC", facilitates=False)
    evening = Evening().begins(AMIR).at(20).does(OFFICE, AssignStaff(looks_on)).at(60)
    assert evening.attendance().meeting.facilitators == (ALICE, AMIR)


def test_who_was_promoted_is_named_among_the_facilitators() -> None:
    looks_on = Staff(SUE, "Sue", "PhD", facilitates=False)
    evening = Evening().begins().does(OFFICE, AssignStaff(looks_on)).arrives(SUE).at(10)
    assert evening.attendance(now=11).meeting.facilitators == (ALICE,)
    evening.does(ALICE, Promote(SUE)).at(60)
    assert evening.attendance().meeting.facilitators == (ALICE, SUE)


def test_a_guest_is_on_record_and_never_credited() -> None:
    evening = Evening().begins(BOB).arrives(GUS).at(60)
    row = evening.row(GUS)
    assert (row.role, row.function, row.status) == ("guest", "interpreter", "present")
    assert (row.present_ms, row.credited_ms, row.credited, row.earned) == (minutes(60), 0, (), ())


def test_a_guest_for_a_moment_was_there_in_part() -> None:
    evening = Evening().begins().arrives(GUS).at(5).does(GUS, Leave()).at(60)
    assert evening.row(GUS).status == "partial"
