"""Who was taken out: what stays credited, what is void, and coming back."""

from sessions_app.accountability.counts import Counts
from sessions_app.room.checkin import CheckIn
from sessions_app.room.door import Knock, LetBackIn, Refuse, Remove
from sessions_app.room.floor import CallOn, RaiseHand
from sessions_app.room.sound import SetCamera, SetMicrophone
from sessions_app.room.talk import Post, React
from tests.accountability.evening import ALICE, BOB, FIT, Evening, minute, minutes, span

COUNTED = set(Counts.__struct_fields__)


def test_who_was_removed_keeps_the_minutes_till_then() -> None:
    row = Evening().begins(BOB).at(20).does(ALICE, Remove(BOB, "conduct")).at(60).row(BOB)
    assert (row.status, row.removed_for) == ("removed", "conduct")
    assert row.credited_ms == minutes(20)


def test_who_was_let_back_in_is_no_longer_removed() -> None:
    evening = Evening().begins(BOB).at(20).does(ALICE, Remove(BOB, "conduct"))
    evening.at(25).does(ALICE, LetBackIn(BOB)).does(BOB, Knock(FIT)).admits(BOB)
    row = evening.at(60).row(BOB)
    assert (row.status, row.removed_for) == ("present", None)
    assert row.flags == ("let_back_in",)
    assert row.credited_ms == minutes(55)
    assert row.late_s == 0


def test_who_may_come_back_and_does_not_stays_removed() -> None:
    evening = Evening().begins(BOB).at(20).does(ALICE, Remove(BOB, "conduct"))
    row = evening.at(25).does(ALICE, LetBackIn(BOB)).does(BOB, Knock(FIT)).at(60).row(BOB)
    assert row.status == "removed"


def test_who_was_removed_again_is_removed() -> None:
    evening = Evening().begins(BOB).at(20).does(ALICE, Remove(BOB, "conduct"))
    evening.at(25).does(ALICE, LetBackIn(BOB)).does(BOB, Knock(FIT)).admits(BOB)
    row = evening.at(30).does(ALICE, Remove(BOB, "intoxication")).at(60).row(BOB)
    assert (row.status, row.removed_for) == ("removed", "intoxication")
    assert row.credited_ms == minutes(25)


def test_not_this_person_voids_the_credit_of_the_seat() -> None:
    row = Evening().begins(BOB).at(20).does(ALICE, Remove(BOB, "not_this_person")).at(60).row(BOB)
    assert (row.status, row.credited_ms, row.credited) == ("removed", 0, ())
    assert row.flags == ("not_this_person",)
    assert row.presence == (span(-10, 20),)


def test_not_this_person_is_not_among_those_present() -> None:
    evening = Evening().begins(BOB).at(20).does(ALICE, Remove(BOB, "not_this_person")).at(60)
    assert evening.attendance().meeting.present == 0


def test_the_right_person_is_credited_from_their_own_coming() -> None:
    evening = Evening().begins(BOB).at(20).does(ALICE, Remove(BOB, "not_this_person"))
    evening.at(22).does(ALICE, LetBackIn(BOB)).does(BOB, Knock(FIT))
    row = evening.admits(BOB, late="someone else sat there").at(60).row(BOB)
    assert row.credited == (span(22, 60),)
    assert (row.status, row.late_s) == ("late", 1320)
    assert row.first_in == minute(-10)
    assert {"let_back_in", "not_this_person"} <= set(row.flags)


def test_what_somebody_else_did_counts_for_nobody() -> None:
    evening = Evening().begins(BOB).does(BOB, RaiseHand(), Post("hello"), Post("psst", "staff"))
    evening.does(BOB, SetMicrophone(True), SetCamera(True), React("heart"))
    evening.does(BOB, CheckIn("before", {"mood": 5}, done=True)).does(ALICE, CallOn(BOB))
    evening.at(5).drops(BOB).at(6).connects(BOB).at(20).does(ALICE, Remove(BOB, "not_this_person"))
    row = evening.at(60).row(BOB)
    assert row.counts == Counts()
    assert (row.microphone_ms, row.camera_ms, row.talked_ms) == (0, 0, 0)
    assert not {"microphone", "camera", "connection_losses", *COUNTED} & row.sources.keys()


def test_the_right_person_takes_part_in_their_own_name() -> None:
    checked_in = CheckIn("before", {"mood": 5}, done=True)
    evening = Evening().begins(BOB).does(BOB, RaiseHand(), SetMicrophone(True), checked_in)
    evening.at(5).drops(BOB).at(6).connects(BOB)
    evening.at(10).does(ALICE, Remove(BOB, "not_this_person"), LetBackIn(BOB))
    evening.does(BOB, Knock(FIT)).admits(BOB, late="kept out")
    evening.does(BOB, RaiseHand(), SetMicrophone(True), checked_in, Post("it is me"))
    evening.at(30).drops(BOB).at(31).connects(BOB)
    row = evening.at(60).row(BOB)
    assert row.counts == Counts(
        hands_raised=1, checkins_done=1, messages_group=1, connection_losses=1
    )
    assert row.microphone == (span(10, 30), span(31, 60))
    assert min(row.sources["microphone"]) > min(row.sources["hands_raised"])


def test_what_was_done_before_another_removal_counts() -> None:
    evening = Evening().begins(BOB).does(BOB, RaiseHand()).does(ALICE, Remove(BOB, "conduct"))
    assert evening.at(60).row(BOB).counts.hands_raised == 1


def test_a_knock_by_someone_else_does_not_hold_the_time() -> None:
    evening = Evening().begins().at(1).waits(BOB).does(ALICE, Refuse(BOB, "not_this_person"))
    evening.at(10).does(ALICE, LetBackIn(BOB)).does(BOB, Knock(FIT)).admits(BOB)
    row = evening.at(60).row(BOB)
    assert (row.status, row.late_s) == ("late", 600)
    assert row.flags == ("not_this_person",)
