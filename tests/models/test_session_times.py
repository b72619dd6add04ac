"""Sessions are planned in local wall time; UTC follows from it, across the turns of the clocks."""

import datetime as dt

import pytest

from sessions_app.models.session import instants

ZONE = "America/New_York"  # forward on 8 March 2026, back on 1 November 2026


def utc(date: tuple[int, int, int], hour: int, minute: int = 0, zone: str = ZONE) -> str:
    """When a session of 90 minutes starts and ends."""
    when = instants(dt.date(*date), dt.time(hour, minute), zone, 90)
    return f"{when.starts_at:%d %H:%M} to {when.ends_at:%d %H:%M}"


@pytest.mark.parametrize(
    ("date", "hour", "minute", "expected"),
    [
        ((2026, 3, 7), 18, 0, "07 23:00 to 08 00:30"),
        ((2026, 3, 8), 18, 0, "08 22:00 to 08 23:30"),
        (
            (2026, 3, 8),
            1,
            30,
            "08 06:30 to 08 08:00",
        ),  # over the turn, as long as ever
        ((2026, 3, 8), 2, 30, "08 07:30 to 08 09:00"),  # does not exist: 03:30
        ((2026, 3, 8), 3, 30, "08 07:30 to 08 09:00"),
        ((2026, 11, 1), 1, 30, "01 05:30 to 01 07:00"),  # comes twice: the first
        ((2026, 11, 1), 2, 0, "01 07:00 to 01 08:30"),
    ],
)
def test_utc_follows_the_wall(
    date: tuple[int, int, int], hour: int, minute: int, expected: str
) -> None:
    assert utc(date, hour, minute) == expected


def test_a_zone_without_summer_time_stays() -> None:
    assert utc((2026, 7, 1), 18, zone="America/Phoenix") == "02 01:00 to 02 02:30"
    assert utc((2026, 12, 1), 18, zone="America/Phoenix") == "02 01:00 to 02 02:30"


def test_the_second_of_a_repeated_time_can_not_be_meant() -> None:
    start = dt.time(1, 30, fold=1)
    first = instants(dt.date(2026, 11, 1), dt.time(1, 30), ZONE, 60)
    assert instants(dt.date(2026, 11, 1), start, ZONE, 60) == first
