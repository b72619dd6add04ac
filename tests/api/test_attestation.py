"""GET sessions/{id}/attestation: what one said at the door the last time, and nobody else."""

import time

from msgspec.structs import replace

from sessions_app.ledger import keys
from sessions_app.room.door import Attestation, Knock, Refuse
from sessions_app.room.people import Connect
from tests.api.conftest import Town
from tests.api.evening import FIT, NUMBER, PLACE, Step, play


def evening(town: Town, days: int, *knocks: Attestation) -> str:
    """An evening at whose door bob says these things, one after the other."""
    session = town.plan(-days * 86_400)
    seats = {name.title(): seat for name, seat in town.house.seats.items()}
    steps: list[Step] = [(-10, "Bob", Connect("b"))]
    steps += [(-9 + n, "Bob", Knock(said)) for n, said in enumerate(knocks)]
    play(session, seats, steps)
    return f"sessions/{session.pk}"


def test_it_is_what_can_be_the_same_again_and_no_more(town: Town) -> None:
    evening(town, 2, FIT)
    told = town.as_("bob").get(f"{town.session}/attestation").json()
    assert told["answers"] == {"state": "AZ", "location": PLACE, "callback": NUMBER}
    assert told["at"].endswith("Z")


def test_the_newest_that_left_nothing_open_counts(town: Town) -> None:
    evening(town, 4, replace(FIT, location="far away"))
    here = evening(town, 2, replace(FIT, location="the porch"), replace(FIT, not_driving=False))
    for session in (town.session, here):
        told = town.as_("bob").get(f"{session}/attestation").json()
        assert told["answers"]["location"] == "the porch"


def test_what_somebody_else_said_in_the_seat_is_never_offered(town: Town) -> None:
    evening(town, 4, FIT)
    session, bob = town.plan(-2 * 86_400), town.seat("bob")
    seats = {name.title(): seat for name, seat in town.house.seats.items()}
    knock = Knock(replace(FIT, location="Pier 9"))
    found: list[Step] = [
        (-10, "Bob", Connect("b")),
        (-9, "Bob", knock),
        (-8, "Alice", Refuse(bob, "not_this_person")),
    ]
    play(session, seats, found)
    told = town.as_("bob").get(f"sessions/{session.pk}/attestation").json()
    assert told["answers"]["location"] == PLACE


def test_whoever_never_knocked_has_none(town: Town) -> None:
    evening(town, 2, FIT)
    nothing = {"answers": None, "at": None}
    assert town.as_("eve").get(f"{town.session}/attestation").json() == nothing


def test_what_was_erased_is_gone(town: Town) -> None:
    evening(town, 2, FIT)
    keys.shred_person([town.seat("bob")], round(time.time() * 1000))
    told = town.as_("bob").get(f"{town.session}/attestation").json()
    assert told == {"answers": None, "at": None}


def test_an_evening_of_another_group_says_nothing_here(town: Town) -> None:
    evening(town, 2, FIT)
    answer = town.as_("finn").get(f"{town.session}/attestation").content.decode()
    assert PLACE not in answer
