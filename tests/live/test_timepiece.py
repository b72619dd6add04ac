"""The time the rooms decide by."""

import logging

from sessions_app.live.timepiece import Timepiece

MINUTE = 60_000


class Clocks:
    def __init__(self) -> None:
        self.wall, self.passed = 1_000_000_000, 0


def timepiece(clocks: Clocks) -> Timepiece:
    return Timepiece(wall=lambda: clocks.wall, monotonic=lambda: clocks.passed)


def test_time_goes_on_as_it_passes_whatever_the_wall_clock_says():
    clocks = Clocks()
    time = timepiece(clocks)
    clocks.wall, clocks.passed = 5, 7_000
    assert time.now() == 1_000_007_000


def test_the_first_word_of_the_database_is_taken_as_it_is():
    time = timepiece(Clocks())
    assert time.follow(2_000_000_000) == 2_000_000_000
    assert time.now() == 2_000_000_000


def test_a_small_difference_is_followed():
    clocks = Clocks()
    time = timepiece(clocks)
    time.follow(1_000_000_000)
    clocks.passed = 10_000
    assert time.follow(1_000_010_400) == 1_000_010_400
    assert not time.jumped


def test_an_hour_that_did_not_pass_is_not_believed_and_raises_an_alarm(caplog):
    clocks = Clocks()
    time = timepiece(clocks)
    time.follow(1_000_000_000)
    clocks.passed = 1_000
    for jump in (60 * MINUTE, -60 * MINUTE):
        with caplog.at_level(logging.CRITICAL):
            assert time.follow(1_000_001_000 + jump) == 1_000_001_000
        assert time.jumped
    assert len(caplog.records) == 1
    clocks.passed = 2_000
    assert time.follow(1_000_002_000) == 1_000_002_000
    assert not time.jumped
