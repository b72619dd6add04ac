"""What of a person's time is credited: presence while the group ran, once for every moment."""

from collections.abc import Iterable

from msgspec import Struct

from sessions_app.accountability.intervals import (
    Interval,
    Intervals,
    intersect,
    subtract,
)
from sessions_app.accountability.presence import Presence


class Credit(Struct, frozen=True):
    """`present`: the person's own presence. `earned`: that of it within the running time.

    `credited` is what is left of the earned time when `doubled`, which another session has, is
    taken off.
    """

    present: Intervals = ()
    earned: Intervals = ()
    credited: Intervals = ()
    doubled: Intervals = ()


def credit(
    presence: Presence,
    running: Intervals,
    *,
    elsewhere: Iterable[Interval] = (),
    void_until: int | None = None,
    guest_since: int | None = None,
    away_credited: bool = False,
) -> Credit:
    """The credit for one person's presence.

    Before `void_until` the seat was another's; from `guest_since` on nothing is credited.
    """
    void = [Interval(0, void_until)] if void_until is not None else []
    present = subtract(presence.present, void)
    counted = present if away_credited else subtract(present, presence.away)
    earned = intersect(counted, running)
    if guest_since is not None:
        earned = intersect(earned, [Interval(0, guest_since)])
    doubled = intersect(earned, elsewhere)
    return Credit(present, earned, subtract(earned, doubled), doubled)
