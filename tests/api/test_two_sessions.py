"""Somebody who was in two groups at once is credited once, whichever session is looked at."""

from collections.abc import Mapping

from sessions_app.models import Enrolment, Group, GroupFacilitator, GroupSession
from sessions_app.models.seat import seat_of
from sessions_app.room.clock import Start
from sessions_app.room.door import Admit, Knock
from sessions_app.room.people import Connect
from sessions_app.room.record import SignRecord
from tests.api.conftest import Town
from tests.api.evening import FIT, Step, play
from tests.live.house import planned

DAYS = 2 * 86_400


def plain(seats: Mapping[str, str]) -> list[Step]:
    """Alice holds it for bob, from beginning to end."""
    return [
        (-9, "Alice", Connect("a")),
        (-9, "Alice", Knock()),
        (-8, "Bob", Connect("b")),
        (-8, "Bob", Knock(FIT)),
        (-7, "Alice", Admit(seats["Bob"], "known")),
        (0, "Alice", Start()),
        (61, "Alice", SignRecord()),  # by now it has ended by itself
    ]


def other_group(town: Town, starts_in_s: float) -> GroupSession:
    """Another group that alice leads and bob belongs to, and a past session of it."""
    group = Group.objects.create(clinic=town.house.clinic, name="Other")
    alice = seat_of(group, town.house.people["alice"], "Alice")
    bob = seat_of(group, town.house.people["bob"], "Bob")
    GroupFacilitator.objects.create(group=group, seat=alice, leads=True)
    old = Enrolment.objects.order_by("since").first()
    assert old is not None
    Enrolment.objects.create(seat=bob, since=old.since)
    session = planned(group, starts_in_s)
    seats = {"Alice": alice.code, "Bob": bob.code}
    play(session, seats, plain(seats))
    return session


def evening(town: Town, starts_in_s: float) -> GroupSession:
    session = town.plan(starts_in_s)
    seats = {name.title(): seat for name, seat in town.house.seats.items()}
    play(session, seats, plain(seats))
    return session


def minutes(town: Town, session: GroupSession) -> tuple[int, bool]:
    people = town.as_("alice").get(f"sessions/{session.pk}/attendance").json()["people"]
    bob = next(line for line in people if line["person"] == "Bob")
    return bob["credited_min"], "overlap" in (bob["flags"] or "")


def test_the_group_that_began_first_has_the_credit(town: Town) -> None:
    first, second = evening(town, -DAYS), other_group(town, -DAYS + 40 * 60)
    assert minutes(town, first) == (60, False)
    assert minutes(town, second) == (40, True)
    own = town.as_("bob").get(f"sessions/{second.pk}/attendance/me").json()["you"]
    assert (own["credited_min"], own["flags"]) == (40, "overlap")


def test_sessions_that_do_not_meet_do_not_matter(town: Town) -> None:
    first, second = evening(town, -DAYS), other_group(town, -DAYS + 60 * 60)
    assert (minutes(town, first), minutes(town, second)) == ((60, False), (60, False))


def test_the_credit_of_two_sessions_is_never_more_than_the_time_that_passed(town: Town) -> None:
    sessions = [evening(town, -DAYS), other_group(town, -DAYS + 15 * 60)]
    assert sum(minutes(town, session)[0] for session in sessions) == 75
