"""What strangers send and ask: edges of time, bare HEADs, codes that are none, other people."""

import pytest

from accounts.roles import Role
from sessions_app.models import Group, GroupFacilitator
from sessions_app.models.seat import seat_of
from tests.api.conftest import Town, embedded, refused
from tests.live.house import planned

EDGES = (
    "until=0001-01-01",
    "since=9999-12-31",
    "since=0001-01-01&until=9999-12-31",
)


@embedded
@pytest.mark.parametrize("days", EDGES)
def test_days_at_the_edges_of_time_are_refused(town: Town, days: str) -> None:
    refused(town.as_("bob").get(f"me/attendance?{days}"), 400, "invalid")


@embedded
def test_the_last_days_of_all_are_empty_days(town: Town) -> None:
    answer = town.as_("bob").get("me/attendance?since=9999-12-30&until=9999-12-31")
    assert answer.json()["sessions"] == []


@embedded
@pytest.mark.parametrize(
    "moment", ["after=0001-01-01T00:00:00%2B14:00", "before=9999-12-31T23:59:59-14:00"]
)
def test_moments_that_no_database_holds_are_refused(town: Town, moment: str) -> None:
    refused(town.as_("olga").get(f"access-log?{moment}"), 400, "invalid")


@embedded
@pytest.mark.parametrize(
    "path", ["people", "access-log", "invitations", "audit-grants", "sessions", "groups", "me"]
)
def test_a_head_is_answered_as_its_get(town: Town, path: str) -> None:
    for name in ("olga", "sue", "alice", "dana", "bob", "carol"):
        get, head = (
            getattr(town.as_(name).client, method)(f"/api/v1/{path}") for method in ("get", "head")
        )
        assert (head.status_code, head.content) == (get.status_code, b"")


@embedded
def test_a_head_is_a_look_like_any_other(town: Town) -> None:
    bob = town.person("bob").public_id
    for name, status in (("olga", 200), ("alice", 403), ("carol", 404)):
        head = town.as_(name).client.head(f"/api/v1/people/{bob}")
        assert head.status_code == status


def test_a_code_with_a_nul_in_it_is_nobodys(town: Town) -> None:
    olga = town.as_("olga")
    for path in ("people/%00", f"{town.session}/people/%00"):
        refused(olga.get(path), 404, "not_found")
    for path in ("people/%00/deactivate", "people/%00/code"):
        refused(olga.post(path), 404, "not_found")
    for path in (
        "people/%00/roles/guest",
        f"{town.group}/members/%00",
        f"{town.group}/team/%00",
        f"{town.session}/staff/%00",
        f"{town.session}/guests/%00",
    ):
        refused(olga.delete(path), 404, "not_found")


@embedded
def test_whoever_is_asked_for_a_stranger_tells_what_they_tell_of_nobody(town: Town) -> None:
    fred = town.add("fred", Role.FACILITATOR)
    other = Group.objects.create(clinic=town.house.clinic, name="Other group")
    GroupFacilitator.objects.create(group=other, seat=seat_of(other, fred, "Fred"), leads=True)
    planned(other, 60)
    town.past()
    for path in ("groups", "sessions", "attendance"):
        for who in ("fred", "eve", "dana", "gus", "carol"):
            nobody = town.as_(who).get(path, person="u_aaaaaaaaaaaaaaaa")
            for name in ("bob", "amir"):
                told = town.as_(who).get(path, person=town.person(name).public_id)
                assert (told.status_code, told.content) == (nobody.status_code, nobody.content)
