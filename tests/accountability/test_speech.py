"""Talk time, and how long microphones and cameras stood on: while there, while the group ran."""

from sessions_app.room.clock import Break, End
from sessions_app.room.door import Remove
from sessions_app.room.people import ComeBack, Leave, StepAway
from sessions_app.room.record import CorrectTime
from sessions_app.room.sound import CameraOff, Follow, Mute, MuteAll, SetCamera, SetMicrophone
from sessions_app.room.speech import NoteSpeech, ReportSpeech
from tests.accountability.evening import ALICE, BOB, EVE, GUS, Evening, minute, minutes, span
from tests.accountability.test_sources import kinds


def note(since: float, until: float, **seconds: float) -> NoteSpeech:
    spoken = {f"s_{name}": round(length * 1000) for name, length in seconds.items()}
    return NoteSpeech(minute(since), minute(until), spoken)


def report(since: float, until: float, seconds: float) -> ReportSpeech:
    return ReportSpeech(minute(since), minute(until), round(seconds * 1000))


def talked(evening: Evening, seat: str = BOB) -> tuple[int, str]:
    row = evening.row(seat)
    return row.talked_ms, row.talked_by


def test_what_the_server_noted_adds_up() -> None:
    evening = Evening().begins(BOB, EVE).at(3).does("clock", note(1, 2, bob=20, eve=0))
    evening.does("clock", note(2, 3, bob=5)).at(60)
    assert talked(evening) == (25_000, "server")
    assert talked(evening, EVE) == (0, "server")  # measured, and silent
    assert talked(evening, ALICE) == (0, "none")
    assert kinds(evening, evening.row(BOB).sources["talked"]) == ["SpeechNoted"] * 2


def test_what_people_report_themselves_is_marked() -> None:
    evening = Evening().begins(BOB).at(3).does(BOB, report(1, 2, 20)).at(60)
    assert talked(evening) == (20_000, "self")


def test_where_both_measured_the_server_is_believed() -> None:
    evening = Evening().begins(BOB).at(3).does(BOB, report(1, 2, 50))
    evening.does("clock", note(1, 2, bob=20)).at(60)
    assert talked(evening) == (20_000, "server")
    assert len(evening.row(BOB).sources["talked"]) == 1


def test_a_report_tells_of_the_time_that_the_server_did_not_measure() -> None:
    evening = Evening().begins(BOB).at(4).does("clock", note(1, 2, bob=20))
    evening.does(BOB, report(1.5, 3, 90)).at(60)
    assert talked(evening) == (80_000, "mixed")


def test_talk_before_the_start_and_in_breaks_does_not_count() -> None:
    evening = Evening().begins(BOB).at(1).does("clock", note(-0.5, 0.5, bob=50))
    assert talked(evening) == (30_000, "server")  # as much as the group ran of it
    evening.at(10).does(ALICE, Break(5)).at(12).does("clock", note(11, 12, bob=50)).at(60)
    assert talked(evening) == (30_000, "server")


def test_a_break_that_is_corrected_afterwards_takes_talk_with_it() -> None:
    evening = Evening().begins(BOB).at(12).does("clock", note(11, 12, bob=50)).at(60)
    evening.does(ALICE, CorrectTime("break", minute(10), "forgotten", minute(15)))
    assert talked(evening) == (0, "none")


def test_talk_counts_while_one_was_there() -> None:
    evening = Evening().begins(BOB).at(2.5).drops(BOB).at(3).does("clock", note(2, 3, bob=50))
    assert talked(evening.at(60)) == (30_000, "server")


def test_the_last_minute_counts_though_it_is_noted_after_the_end() -> None:
    evening = Evening().begins(BOB, EVE).at(30).does(ALICE, End()).at(30.5)
    evening.does("clock", note(29, 30, bob=20)).does(EVE, report(29, 30, 10))
    assert talked(evening) == (20_000, "server")
    assert talked(evening, EVE) == (10_000, "self")


def test_what_somebody_else_said_in_a_seat_is_not_its_persons() -> None:
    evening = Evening().begins(BOB).does(BOB, SetMicrophone(True)).at(3)
    evening.does("clock", note(1, 2, bob=20)).does(ALICE, Remove(BOB, "not_this_person")).at(60)
    row = evening.row(BOB)
    assert (row.talked_ms, row.talked_by, row.microphone_ms) == (0, "none", 0)


def test_guests_and_staff_are_heard_like_everyone() -> None:
    evening = Evening().begins().arrives(GUS).at(3).does("clock", note(1, 2, alice=9, gus=5))
    assert talked(evening.at(60), ALICE) == (9_000, "server")
    assert talked(evening, GUS) == (5_000, "server")


def test_a_microphone_stands_on_from_one_word_to_another() -> None:
    evening = Evening().begins(BOB, EVE).at(5).does(BOB, SetMicrophone(True))
    evening.does(EVE, SetMicrophone(True)).at(10).does(BOB, SetMicrophone(False))
    evening.at(15).does(BOB, SetMicrophone(True)).at(20).does(ALICE, Mute(BOB))
    evening.at(25).does(ALICE, MuteAll()).at(60)
    row = evening.row(BOB)
    assert row.microphone == (span(5, 10), span(15, 20))
    assert (row.microphone_ms, row.camera_ms) == (minutes(10), 0)
    assert kinds(evening, row.sources["microphone"]) == ["MicrophoneSet"] * 3 + ["Muted"]
    assert evening.row(EVE).microphone == (span(5, 25),)
    assert kinds(evening, evening.row(EVE).sources["microphone"]) == ["MicrophoneSet", "AllMuted"]


def test_muting_everyone_leaves_the_staff_alone() -> None:
    evening = Evening().begins().does(ALICE, SetMicrophone(True)).at(5).does(ALICE, MuteAll())
    assert evening.at(60).row(ALICE).microphone_ms == minutes(60)


def test_a_camera_stands_on_from_one_word_to_another() -> None:
    evening = Evening().begins(BOB).does(BOB, SetCamera(True)).at(5).does(ALICE, CameraOff(BOB))
    evening.at(10).does(BOB, SetCamera(True)).at(20).does(BOB, StepAway()).at(25)
    evening.does(BOB, ComeBack()).at(60)
    row = evening.row(BOB)
    assert (row.camera, row.microphone) == ((span(0, 5), span(10, 20)), ())
    found = kinds(evening, row.sources["camera"])
    assert found == ["CameraSet", "CameraTurnedOff", "CameraSet", "SteppedAway"]


def test_devices_count_while_one_was_there_and_the_group_ran() -> None:
    evening = Evening().at(-10).arrives(ALICE, BOB, EVE).does(BOB, SetMicrophone(True))
    evening.does(BOB, SetCamera(True)).begins()
    evening.at(10).does(ALICE, Break(5)).at(20).drops(BOB).at(21).connects(BOB).at(30)
    row = evening.does(BOB, Leave()).at(60).row(BOB)
    assert row.camera == (span(0, 10), span(15, 20), span(21, 30))
    assert row.microphone == row.camera


def test_a_hold_silences_people_and_they_stay_so() -> None:
    evening = Evening().begins(BOB).does(BOB, SetMicrophone(True), SetCamera(True)).at(10)
    evening.drops(ALICE).at(15).connects(ALICE).at(60)
    row = evening.row(BOB)
    assert row.microphone == (span(0, 12),)
    assert row.camera == (span(0, 12), span(15, 60))


def test_a_quiet_break_silences_all_but_the_staff_until_they_turn_theirs_on_again() -> None:
    evening = Evening(break_quiet=True).begins(BOB).does(BOB, SetMicrophone(True), SetCamera(True))
    evening.does(ALICE, SetMicrophone(True)).at(10).does(ALICE, Break(5)).at(20)
    evening.does(BOB, SetCamera(True)).at(60)
    row = evening.row(BOB)
    assert (row.microphone, row.camera) == ((span(0, 10),), (span(0, 10), span(20, 60)))
    assert evening.row(ALICE).microphone == (span(0, 10), span(15, 60))


def test_who_follows_by_text_alone_is_neither_heard_nor_seen() -> None:
    evening = Evening().begins(BOB).does(BOB, SetMicrophone(True), SetCamera(True)).at(10)
    evening.does(BOB, Follow("text")).at(20).does(BOB, Follow("all")).at(60)
    row = evening.row(BOB)
    assert (row.microphone, row.camera) == ((span(0, 10),), (span(0, 10),))
    assert kinds(evening, row.sources["camera"]) == ["CameraSet", "Following"]
