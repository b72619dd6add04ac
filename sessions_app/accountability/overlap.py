"""Which session gets the credit where one person was in several at once."""

from collections.abc import Iterable

from msgspec import Struct

from sessions_app.accountability.intervals import Intervals, intersect, subtract, union


class Claim(Struct, frozen=True):
    """What one session would credit a person by itself; `start` is when its group began."""

    session: str
    start: int
    earned: Intervals


class Share(Struct, frozen=True):
    """What a session credits, and what of its claim another one has: pass that as `elsewhere`."""

    credited: Intervals
    elsewhere: Intervals


def settle(claims: Iterable[Claim]) -> dict[str, Share]:
    """Give each moment to one session: to the group that began earlier, then by session id."""
    shares: dict[str, Share] = {}
    taken: Intervals = ()
    for claim in sorted(claims, key=lambda claim: (claim.start, claim.session)):
        elsewhere = intersect(claim.earned, taken)
        shares[claim.session] = Share(subtract(claim.earned, elsewhere), elsewhere)
        taken = union(taken, claim.earned)
    return shares
