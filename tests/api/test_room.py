"""GET sessions/{id}/room: the snapshot, as the person's socket would be welcomed with."""

import json

from sessions_app.live import feed, rooms
from tests.api.conftest import Town, refused
from tests.api.evening import FIT


def test_it_is_what_the_socket_is_welcomed_with(town: Town) -> None:
    town.open()
    town.connect("alice", "bob")
    town.command("bob", "r1", "Knock", attestation=_fit())
    for name in ("alice", "bob"):
        answer = town.as_(name).get(f"{town.session}/room")
        assert answer.status_code == 200
        welcome = json.loads(
            feed.welcome(town.house.id, rooms.load(town.house.id), town.seat(name))
        )
        found = answer.json()
        assert {**found, "now": 0} == {**welcome, "now": 0}


def test_before_the_door_opens_it_says_when(town: Town) -> None:
    later = town.plan(86_400)
    snapshot = town.as_("bob").get(f"sessions/{later.pk}/room").json()["snapshot"]
    assert snapshot["times"]["phase"] == "scheduled"
    assert (snapshot["people"], snapshot["staff"]) == ([], None)


def test_a_participant_sees_nothing_of_the_others_at_the_door(town: Town) -> None:
    town.open()
    town.connect("alice", "bob", "eve")
    town.command("bob", "r1", "Knock", attestation=_fit())
    town.command("bob", "r2", "AskForHelp", words="please")
    text = town.as_("eve").get(f"{town.session}/room").content.decode()
    for trace in (town.seat("bob"), FIT.location, FIT.callback, "please", "Bob"):
        assert trace not in text
    staff = town.as_("alice").get(f"{town.session}/room").content.decode()
    assert "please" in staff
    assert FIT.location in staff


def test_the_office_manages_sessions_and_has_no_seat_in_them(town: Town) -> None:
    refused(town.as_("olga").get(f"{town.session}/room"), 403, "not_permitted")


def _fit() -> dict[str, object]:
    return {name: getattr(FIT, name) for name in FIT.__struct_fields__}
