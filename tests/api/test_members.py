"""groups/{id}/members and groups/{id}/me: enrolling, ending, and choosing one's own name."""

from accounts.models import AccessLog
from accounts.people import give_role
from accounts.roles import Role
from sessions_app.ledger import entries
from sessions_app.models import Enrolment, Seat
from tests.api.conftest import Town, embedded, refused


def test_the_team_sees_who_takes_part_and_it_is_written_down(town: Town) -> None:
    rows = town.as_("alice").get(f"{town.group}/members").json()["results"]
    assert [row["alias"] for row in rows] == ["Bob", "Eve", "Finn"]
    assert rows[0]["person"] == town.person("bob").public_id
    assert AccessLog.objects.get(kind="members").object_id == str(town.house.group.pk)


def test_enrolling_again_changes_nothing(town: Town) -> None:
    gina = town.add("gina", Role.PARTICIPANT)
    body = {"person": gina.public_id, "alias": "Wren"}
    first = town.as_("olga").post(f"{town.group}/members", body)
    assert (first.status_code, first.json()["alias"]) == (201, "Wren")
    assert town.as_("olga").post(f"{town.group}/members", body).json() == first.json()
    assert Enrolment.objects.filter(seat__user=gina).count() == 1


def test_without_a_wish_one_goes_by_a_word(town: Town) -> None:
    gina = town.add("gina", Role.PARTICIPANT)
    made = town.as_("olga").post(f"{town.group}/members", {"person": gina.public_id}).json()
    assert made["alias"]
    assert "gina" not in made["alias"].lower()


def test_who_is_enrolled_while_the_door_is_open_is_expected_at_once(town: Town) -> None:
    town.open()
    gina = town.add("gina", Role.PARTICIPANT)
    for _ in range(2):
        answer = town.as_("olga").post(f"{town.group}/members", {"person": gina.public_id})
        assert answer.status_code == 201
    told = [f for f in entries.tail(town.house.id, 0) if type(f.event).__name__ == "MemberExpected"]
    assert len(told) == 1
    assert told[0].actor.startswith("m_")
    assert town.as_("gina").get(f"{town.session}/room").status_code == 200


def test_only_participants_of_the_clinic_are_enrolled(town: Town) -> None:
    olga, path = town.as_("olga"), f"{town.group}/members"
    hugo = town.add("hugo", Role.FACILITATOR)
    refused(olga.post(path, {"person": hugo.public_id}), 409, "not_a_participant")
    refused(olga.post(path, {"person": "u_aaaaaaaaaaaaaaaa"}), 404, "not_found")
    refused(olga.post(path, {}), 400, "invalid")
    gina = town.add("gina", Role.PARTICIPANT)
    refused(olga.post(path, {"person": gina.public_id, "alias": "x@y.org"}), 400, "invalid")


def test_the_team_does_not_take_part(town: Town) -> None:
    give_role(town.house.people["amir"], town.house.clinic, Role.PARTICIPANT)
    body = {"person": town.person("amir").public_id}
    refused(town.as_("olga").post(f"{town.group}/members", body), 409, "belongs_already")


def test_an_enrolment_ends_and_can_begin_anew(town: Town) -> None:
    olga, path = town.as_("olga"), f"{town.group}/members/{town.seat('bob')}"
    ended = olga.delete(path).json()
    assert (ended["active"], bool(ended["until"])) == (False, True)
    assert olga.delete(path).json() == ended
    assert town.as_("bob").get(town.group).status_code == 404
    assert town.as_("bob").get(f"{town.session}/room").status_code == 404
    rows = olga.get(f"{town.group}/members", active="true").json()["results"]
    assert [row["alias"] for row in rows] == ["Eve", "Finn"]
    back = olga.post(f"{town.group}/members", {"person": town.person("bob").public_id}).json()
    assert (back["seat"], back["active"]) == (town.seat("bob"), True)


def test_whoever_left_keeps_their_own_past(town: Town) -> None:
    past, later = town.past(), town.plan(86_400)
    town.as_("olga").delete(f"{town.group}/members/{town.seat('bob')}")
    bob = town.as_("bob")
    assert bob.get(f"sessions/{past.pk}/attendance/me").json()["you"]["credited_min"] == 50
    refused(bob.get(f"sessions/{later.pk}"), 404, "not_found")
    refused(bob.post(f"sessions/{past.pk}/ticket"), 404, "not_found")


@embedded
def test_everyone_chooses_their_own_name(town: Town) -> None:
    bob = town.as_("bob")
    assert bob.get(f"{town.group}/me").json() == {"seat": town.seat("bob"), "alias": "Bob"}
    answer = bob.patch(f"{town.group}/me", {"alias": "  Quiet   River "})
    assert answer.json() == {"seat": town.seat("bob"), "alias": "Quiet River"}
    refused(bob.patch(f"{town.group}/me", {"alias": "eve"}), 409, "alias_taken")
    for bad in ("bob@example.org", "555-0199-22", "", "x" * 41, "a\u202eb"):
        refused(bob.patch(f"{town.group}/me", {"alias": bad}), 400, "invalid")
    assert Seat.objects.get(code=town.seat("bob")).alias == "Quiet River"


def test_a_room_that_is_open_keeps_the_name_it_knows(town: Town) -> None:
    town.open()
    town.as_("bob").patch(f"{town.group}/me", {"alias": "Wren"})
    assert town.as_("bob").get(f"{town.session}/room").json()["snapshot"]["you"]["name"] == "Bob"
