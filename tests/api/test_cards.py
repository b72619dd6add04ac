"""GET sessions/{id}/people/{seat}: a person's card, for those who answer for the session."""

import datetime as dt

import pytest

from accounts.models import AccessLog
from accounts.roles import Role
from sessions_app.models.seat import seat_of
from sessions_app.setup import guests, staff
from sessions_app.setup.rooms import office
from tests.api.conftest import Town, refused

CONTACT = {"name": "Frank", "phone": "+1 602 555 0100", "relation": "brother"}


@pytest.fixture
def known(town: Town) -> Town:
    """Bob and alice have a birth date and somebody to call."""
    for name in ("bob", "alice"):
        user = town.person(name)
        user.birth_date, user.emergency_contact = dt.date(1990, 5, 4), CONTACT
        user.save()
    return town


@pytest.mark.parametrize("opened", [False, True])
@pytest.mark.parametrize("name", ["alice", "olga", "sue"])
def test_staff_and_office_see_who_somebody_is(known: Town, name: str, opened: bool) -> None:
    if opened:
        known.open()
    card = known.as_(name).get(f"{known.session}/people/{known.seat('bob')}").json()
    assert card == {
        "seat": known.seat("bob"),
        "name": "Bob",
        "role": "participant",
        "function": None,
        "legal_name": "Bob Legal",
        "preferred_name": "Bob",
        "birth_date": "1990-05-04",
        "emergency_contact": CONTACT,
    }


def test_a_colleagues_card_has_no_birth_date(known: Town) -> None:
    card = known.as_("amir").get(f"{known.session}/people/{known.seat('alice')}").json()
    assert (card["role"], card["birth_date"]) == ("staff", None)
    assert card["emergency_contact"] == CONTACT


def test_each_look_is_written_down(known: Town) -> None:
    for name in ("alice", "olga"):
        known.as_(name).get(f"{known.session}/people/{known.seat('bob')}")
    looks = AccessLog.objects.filter(kind="card").order_by("at")
    bob = known.person("bob").public_id
    assert list(looks.values_list("object_id", "purpose")) == [(bob, "care"), (bob, "operations")]


def test_nobody_else_sees_a_card(known: Town) -> None:
    olga = known.person("olga")
    by = office(olga, olga.memberships.get().code, "administrator")
    guests.invite(known.house.session, known.person("gus"), by, function="observer", name="Gus")
    known.grant("bob", day=known.house.session.planned_date)
    path = f"{known.session}/people/{known.seat('bob')}"
    for name in ("bob", "eve", "gus", "dana"):
        refused(known.as_(name).get(path), 403, "not_permitted")
    refused(known.as_("carol").get(path), 404, "not_found")
    assert not AccessLog.objects.filter(kind="card").exists()


def test_a_guest_has_a_card_with_their_function(known: Town) -> None:
    olga = known.person("olga")
    by = office(olga, olga.memberships.get().code, "administrator")
    known.open()
    row = guests.invite(
        known.house.session, known.person("gus"), by, function="observer", name="Gus"
    )
    card = known.as_("alice").get(f"{known.session}/people/{row.seat.code}").json()
    assert (card["name"], card["role"], card["function"]) == ("Gus", "guest", "observer")


@pytest.mark.parametrize("opened", [False, True])
def test_only_those_on_the_roster_of_this_session_have_one(known: Town, opened: bool) -> None:
    if opened:
        known.open()
    gina = seat_of(known.house.group, known.add("gina", Role.PARTICIPANT), "Gina")
    for seat in (gina.code, "s_nobody", known.person("bob").public_id):
        refused(known.as_("alice").get(f"{known.session}/people/{seat}"), 404, "not_found")


def test_whoever_is_dismissed_keeps_a_card_and_loses_the_sight_of_others(known: Town) -> None:
    olga = known.person("olga")
    by = office(olga, olga.memberships.get().code, "administrator")
    known.open()
    amir = known.seat("amir")
    seat = known.house.session.staff.get(seat__code=amir).seat
    staff.dismiss(known.house.session, seat, by)
    assert known.as_("alice").get(f"{known.session}/people/{amir}").status_code == 200
    refused(
        known.as_("amir").get(f"{known.session}/people/{known.seat('bob')}"), 403, "not_permitted"
    )


def test_what_somebody_keeps_who_has_left_the_clinic_is_theirs(known: Town) -> None:
    bob = known.person("bob")
    known.open()
    bob.managed_by = None
    bob.save()
    bob.memberships.update(active=False)
    card = known.as_("alice").get(f"{known.session}/people/{known.seat('bob')}").json()
    assert (card["birth_date"], card["emergency_contact"]) == (None, None)
    assert card["legal_name"] == "Bob Legal"
