"""Who may do what: every address for every role, written from the issue and not from the table."""

import pytest

from accounts.roles import Role
from sessions_app.api.urls import urlpatterns
from sessions_app.setup import guests, staff, teams
from sessions_app.setup.rooms import office
from tests.api.conftest import Town, embedded

# y: done, or refused for what was sent; n: the role may not; -: there is nothing here.
# olga administers, sue supervises, alice leads, toni is of the standing team only, sam is assigned
# to this session only, bob takes part, gus is a guest of it, dana audits, hugo is of another group.
PEOPLE = ("olga", "sue", "alice", "toni", "sam", "bob", "gus", "dana", "hugo")
TABLE = """
    GET    groups                        y y y y y y n n y
    GET    {group}                       y y y y - y - - -
    PATCH  {group}                       y y n n - n - - -
    POST   {group}/archive               y y n n - n - - -
    POST   {group}/restore               y y n n - n - - -
    GET    {group}/me                    n n n n - y - - -
    PATCH  {group}/me                    n n n n - y - - -
    GET    {group}/members               y y y y - n - - -
    POST   {group}/members               y y n n - n - - -
    DELETE {group}/members/{finn}        y y n n - n - - -
    GET    {group}/team                  y y y y - n - - -
    POST   {group}/team                  y y n n - n - - -
    DELETE {group}/team/{amir}           y y n n - n - - -
    GET    me/attendance                 n n n n n y n n n
    GET    attendance                    y y y y y n n y y
    GET    sessions                      y y y y y y y y y
    GET    {session}                     y y y y y y y y -
    PATCH  {session}                     y y y y n n n n -
    POST   {session}/cancel              y y y n y n n n -
    GET    {session}/staff               y y y y y n n n -
    POST   {session}/staff               y y n n n n n n -
    DELETE {session}/staff/{amir}        y y n n n n n n -
    GET    {session}/guests              y y y y y n n n -
    POST   {session}/guests              y y y n y n n n -
    DELETE {session}/guests/{amir}       y y y n y n n n -
    GET    {session}/people/{amir}       y y y n y n n n -
    GET    {session}/attestation         n n n n n y y n -
    POST   {session}/ticket              n n y n y y y n -
    GET    {session}/room                n n y n y y y n -
    POST   {session}/commands            y y y n y y y n -
    GET    {session}/check-in            n n n n n y n n -
    POST   {session}/check-in            n n n n n y n n -
    GET    {session}/attendance          y y y n y n n y -
    GET    {session}/attendance/me       n n n n n y n n -
    GET    {session}/ledger              y n n n n n n y -
    GET    {session}/verification        y y y n y n n y -
    POST   {session}/verification        y y y n y n n y -
"""
ROWS = [line.split() for line in TABLE.strip().splitlines()]


@pytest.fixture
def cast(town: Town) -> Town:
    """The town with all of PEOPLE in their places."""
    olga = town.house.people["olga"]
    by = office(olga, olga.memberships.get().code, "administrator")
    for name in ("toni", "sam", "hugo"):
        town.add(name, Role.FACILITATOR)
    town.grant("bob", day=town.house.session.planned_date)
    staff.assign(town.house.session, town.house.people["sam"], by)
    gus = town.house.people["gus"]
    guests.invite(town.house.session, gus, by, function="observer", name="Gus")
    teams.join(town.house.group, town.house.people["toni"])
    return town


def test_every_address_is_in_the_table() -> None:
    told = {
        row[1].format(
            group="groups/<uuid:pk>",
            session="sessions/<uuid:pk>",
            finn="<str:seat>",
            amir="<str:seat>",
        )
        for row in ROWS
    }
    assert told == {str(pattern.pattern) for pattern in urlpatterns}


@embedded
@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row[0]} {row[1]}")
def test_each_role_may_do_what_the_issue_says_and_no_more(cast: Town, row: list[str]) -> None:
    method, path, *expected = row
    address = path.format(
        group=cast.group, session=cast.session, finn=cast.seat("finn"), amir=cast.seat("amir")
    )
    found = {}
    # Whoever may comes last, so that what they do is not in the others' way.
    for name, verdict in sorted(zip(PEOPLE, expected, strict=True), key=lambda p: p[1] == "y"):
        client = cast.as_(name).client
        answer = getattr(client, method.lower())(f"/api/v1/{address}")
        assert answer.status_code < 500
        assert verdict == "y" or answer["Content-Type"] == "application/problem+json"
        known = {403: "n", 404: "-"}.get(answer.status_code, "y")
        # Somebody may have done it before: then there is nothing left to delete.
        found[name] = "y" if (method, verdict, known) == ("DELETE", "y", "-") else known
    assert found == dict(zip(PEOPLE, expected, strict=True))


@embedded
def test_a_head_request_is_no_way_around(cast: Town) -> None:
    for name, status in (("bob", 403), ("hugo", 404)):
        answer = cast.as_(name).client.head(f"/api/v1/{cast.session}/attendance")
        assert answer.status_code == status


@embedded
def test_a_role_that_ended_reaches_nothing(cast: Town) -> None:
    cast.house.people["bob"].memberships.update(active=False)
    for path in (cast.session, cast.group, f"{cast.session}/room", f"{cast.session}/check-in"):
        assert cast.as_("bob").get(path).status_code == 404


@embedded
def test_asking_for_the_options_of_an_address_tells_nothing_and_breaks_nothing(cast: Town) -> None:
    for _, path, *_ in ROWS:
        address = path.format(
            group=cast.group, session=cast.session, finn=cast.seat("finn"), amir=cast.seat("amir")
        )
        for name, status in (("olga", 200), ("hugo", 404)):
            if address.startswith(("groups/", "sessions/")) or status == 200:
                answer = cast.as_(name).client.options(f"/api/v1/{address}")
                assert answer.status_code == status, (name, address)
