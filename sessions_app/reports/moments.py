"""Moments as text: ISO 8601 to the millisecond, in UTC and in a clinic's own zone."""

import datetime as dt
from zoneinfo import ZoneInfo

_EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)


def utc(at: int | None) -> str | None:
    """A moment (ms since the epoch) in UTC, e.g. `2026-03-02T18:00:00.000Z`."""
    if at is None:
        return None
    return _moment(at).isoformat(timespec="milliseconds").removesuffix("+00:00") + "Z"


def local(at: int | None, zone: str) -> str | None:
    """A moment (ms since the epoch) on the wall clock of a zone, with its offset from UTC."""
    if at is None:
        return None
    return _moment(at).astimezone(ZoneInfo(zone)).isoformat(timespec="milliseconds")


def _moment(at: int) -> dt.datetime:
    # Not fromtimestamp(at / 1000): a float loses milliseconds.
    return _EPOCH + dt.timedelta(milliseconds=at)
