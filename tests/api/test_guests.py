"""sessions/{id}/guests: invited to one session, for a function that the group is told."""

from django.utils import timezone

from accounts import invitations
from accounts.roles import Role
from sessions_app.ledger import entries
from sessions_app.models import SessionGuest
from tests.api.conftest import Town, embedded, refused


def guest(town: Town, name: str = "gus") -> dict[str, str]:
    return {"person": town.person(name).public_id, "function": "interpreter", "name": "Gus"}


def test_a_guest_is_expected_when_the_door_opens(town: Town) -> None:
    answer = town.as_("alice").post(f"{town.session}/guests", guest(town))
    assert answer.status_code == 201
    assert answer.json()["function"] == "interpreter"
    town.open()
    you = town.as_("gus").get(f"{town.session}/room").json()["snapshot"]["you"]
    assert (you["role"], you["name"]) == ("guest", "Gus")


def test_a_guest_is_announced_to_an_open_room_once(town: Town) -> None:
    town.open()
    for who in ("alice", "olga"):
        assert town.as_(who).post(f"{town.session}/guests", guest(town)).status_code == 201
    told = [f for f in entries.tail(town.house.id, 0) if type(f.event).__name__ == "GuestInvited"]
    assert [fact.actor for fact in told] == [town.seat("alice")]
    assert town.as_("gus").post(f"{town.session}/ticket").status_code == 201


@embedded
def test_an_invitation_that_was_accepted_names_the_guest(town: Town) -> None:
    olga = town.house.people["olga"]
    invitation, token = invitations.invite(
        town.house.clinic, Role.GUEST, by=olga, now=timezone.now()
    )
    body = {"invitation": str(invitation.pk), "function": "family", "name": "Mother"}
    alice = town.as_("alice")
    refused(alice.post(f"{town.session}/guests", body), 409, "invitation_open")
    invitations.accept(token, timezone.now(), legal_name="Mara", password="a long pass phrase")
    assert alice.post(f"{town.session}/guests", body).json()["name"] == "Mother"


@embedded
def test_whoever_belongs_already_is_no_guest(town: Town) -> None:
    for name in ("bob", "amir"):
        refused(
            town.as_("alice").post(f"{town.session}/guests", guest(town, name)),
            409,
            "belongs_already",
        )


@embedded
def test_what_was_sent_must_name_one_person_and_a_function(town: Town) -> None:
    alice, path = town.as_("alice"), f"{town.session}/guests"
    both = guest(town) | {"invitation": str(town.house.id)}
    for body in (both, {"function": "observer", "name": "Gus"}, guest(town) | {"function": "x"}):
        refused(alice.post(path, body), 400, "invalid")


def test_an_invitation_is_taken_back_while_the_door_is_closed(town: Town) -> None:
    alice, path = town.as_("alice"), f"{town.session}/guests"
    seat = alice.post(path, guest(town)).json()["seat"]
    assert alice.delete(f"{path}/{seat}").status_code == 204
    assert town.as_("gus").get(town.session).status_code == 404
    alice.post(path, guest(town))
    town.open()
    refused(alice.delete(f"{path}/{seat}"), 409, "plan_fixed")
    assert SessionGuest.objects.count() == 1


@embedded
def test_a_guest_sees_their_session_and_no_other(town: Town) -> None:
    town.plan(86_400)
    town.as_("alice").post(f"{town.session}/guests", guest(town))
    listed = town.as_("gus").get("sessions").json()["results"]
    assert [(row["id"], row["reach"]) for row in listed] == [(str(town.house.id), ["guest"])]
