"""Moments as text."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from sessions_app.reports.moments import local, utc

SIX = 1_772_474_400_000  # 2026-03-02, 18:00 UTC


def test_a_moment_is_told_in_utc_to_the_millisecond() -> None:
    assert utc(SIX + 7) == "2026-03-02T18:00:00.007Z"


def test_a_moment_is_told_on_the_clinics_clock_with_its_offset() -> None:
    assert local(SIX, "America/Los_Angeles") == "2026-03-02T10:00:00.000-08:00"
    assert local(SIX, "UTC") == "2026-03-02T18:00:00.000+00:00"


def test_the_hour_that_comes_twice_is_told_apart_by_its_offset() -> None:
    first = int(dt.datetime(2026, 11, 1, 8, 30, tzinfo=dt.UTC).timestamp()) * 1000
    assert local(first, "America/Los_Angeles") == "2026-11-01T01:30:00.000-07:00"
    assert local(first + 3_600_000, "America/Los_Angeles") == "2026-11-01T01:30:00.000-08:00"


def test_no_moment_is_no_text() -> None:
    assert utc(None) is local(None, "UTC") is None


@given(
    st.integers(0, 4_000_000_000_000), st.sampled_from(["UTC", "America/New_York", "Asia/Tokyo"])
)
def test_both_tell_the_same_moment_exactly(at: int, zone: str) -> None:
    for text in (utc(at), local(at, zone)):
        assert text is not None
        moment = dt.datetime.fromisoformat(text)
        assert (moment - dt.datetime(1970, 1, 1, tzinfo=dt.UTC)) // dt.timedelta(
            milliseconds=1
        ) == at
