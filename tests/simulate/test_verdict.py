"""The verdict: every way in which a record can differ from what was lived through is found."""

from typing import Any

import pytest

from sessions_app.simulate import verdict
from sessions_app.simulate.diary import Said
from sessions_app.simulate.expectation import Lived, Meeting, expect

S = 1000
RAN = [(60 * S, 90 * S), (95 * S, 120 * S)]
MEETING = Meeting(
    planned_start=60 * S,
    planned_end=600 * S,
    start=60 * S,
    end=120 * S,
    running=RAN,
    grace_ms=0,
    away_credited=False,
)
BOB = Lived("s_bob", "Bob", [(50 * S, 120 * S)], [], 45 * S, False, {"reactions": 2})
ROW: dict[str, Any] = {
    "person": "Bob",
    "status": "present",
    "present_ms": 70 * S,
    "presence": [(50 * S, 120 * S)],
    "credited_ms": 55 * S,
    "microphone_ms": 0,
    "camera_ms": 0,
    "talked_ms": 0,
    "late_s": 0,
    "early_s": 0,
    "reactions": 2,
}
TOLERANCE = 1500


def found(lived: Lived = BOB, **row: Any) -> list[str]:
    rows = {"s_bob": ROW | row}
    return [d.what for d in verdict.attendance([lived], MEETING, rows, TOLERANCE)]


def statuses(**changes: Any) -> set[str]:
    return set(expect(BOB._replace(**changes), MEETING, TOLERANCE).statuses)


def test_a_true_record_has_no_differences() -> None:
    assert found() == []
    assert found(present_ms=70 * S + 900, credited_ms=55 * S - 900) == []


@pytest.mark.parametrize(
    "row",
    [
        {"present_ms": 75 * S},
        {"credited_ms": 48 * S},
        {"credited_ms": 70 * S},
        {"status": "late"},
        {"presence, ms apart": 0, "presence": [(48 * S, 118 * S)]},
        {"reactions": 3},
        {"microphone_ms": 4 * S},
        {"camera_ms": 4 * S},
        {"talked_ms": 1},
    ],
)
def test_a_falsified_figure_is_found(row: dict[str, Any]) -> None:
    assert next(iter(row)) in found(**row)


def test_a_missing_row_is_found() -> None:
    assert [d.what for d in verdict.attendance([BOB], MEETING, {}, TOLERANCE)] == ["row"]


def test_somebody_who_did_not_play_has_no_time() -> None:
    rows = {"s_eve": ROW | {"person": "Eve"}}
    assert [d.person for d in verdict.strangers(rows, {"s_bob"})] == ["Eve"]


def test_the_word_follows_from_the_times() -> None:
    assert statuses() == {"present"}
    assert statuses(knocked=70 * S, present=[(71 * S, 120 * S)]) == {"late"}
    assert statuses(present=[(50 * S, 110 * S)]) == {"left_early"}
    both = statuses(knocked=62 * S, present=[(63 * S, 110 * S)])
    assert both == {"late_and_left_early"}
    assert statuses(present=[(50 * S, 75 * S)]) == {"partial"}
    assert statuses(present=[]) == {"absent"}
    assert statuses(put_out=True) == {"removed"}


def test_a_word_that_hangs_on_milliseconds_may_come_out_either_way() -> None:
    assert statuses(knocked=60 * S + 100) == {"present", "late"}
    assert statuses(present=[(50 * S, 119 * S - 100)]) == {"present", "left_early"}


def test_a_wide_tolerance_is_wide_for_words_too() -> None:
    late = BOB._replace(knocked=63 * S, present=[(63 * S, 120 * S)])
    assert expect(late, MEETING, TOLERANCE).statuses == {"late"}
    assert "present" in expect(late, MEETING, 20 * S).statuses


def test_stepping_away_is_credited_by_the_rule_of_the_group() -> None:
    away = BOB._replace(away=[(70 * S, 80 * S)])
    assert expect(away, MEETING, TOLERANCE).credited_ms == 45 * S
    rule = MEETING._replace(away_credited=True)
    assert expect(away, rule, TOLERANCE).credited_ms == 55 * S


def test_devices_count_while_one_was_there_and_the_group_ran() -> None:
    lit = BOB._replace(microphone=[(0, 70 * S), (80 * S, 90 * S)], camera=[(110 * S, 200 * S)])
    due = expect(lit, MEETING, TOLERANCE)
    assert (due.microphone.ms, due.camera.ms) == (20 * S, 10 * S)
    assert found(lit, microphone_ms=20 * S, camera_ms=10 * S) == []


def test_of_what_was_said_counts_what_fits_into_the_time_there() -> None:
    said = [Said((65 * S, 75 * S), 4 * S), Said((115 * S, 125 * S), 8 * S)]
    talked = BOB._replace(said=said)
    assert expect(talked, MEETING, TOLERANCE).talked.ms == 9 * S
    assert found(talked, talked_ms=9 * S) == []
    assert found(talked, talked_ms=17 * S) == ["talked_ms"]


def test_acknowledged_commands_are_in_the_ledger_exactly_once() -> None:
    acked = {"s_bob": ["Knock", "Post", "Post", "SetCamera"]}
    written = [("s_bob", "Knocked"), ("s_bob", "Posted"), ("s_bob", "Posted"), ("clock", "Ended")]

    def differences(entries: list[tuple[str, str]]) -> list[str]:
        return [d.what for d in verdict.ledger(acked, {"s_bob": "Bob"}, entries)]

    assert differences(written) == []
    assert differences(written[:-2]) == ["Posted in the ledger"]
    assert differences([*written, ("s_bob", "Knocked")]) == ["Knocked in the ledger"]


def test_how_long_the_group_ran_is_compared() -> None:
    assert verdict.meeting_row(MEETING, {"running_ms": 55 * S}, TOLERANCE) == []
    assert verdict.meeting_row(MEETING, {"running_ms": 65 * S}, TOLERANCE)
