"""What the live shell asks: right, and in one query each."""

from datetime import UTC, datetime

from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts import agreements, people, revocation
from accounts.models import Agreement, Clinic, User
from accounts.roles import Role
from accounts.standing import current_unsigned, members, standings
from tests.accounts.conftest import membership

NOW = datetime(2026, 3, 2, 17, tzinfo=UTC)


def test_a_batch_of_people_is_one_query(
    alice: User, bob: User, carol: User, clinic: Clinic, other_clinic: Clinic
) -> None:
    people.give_role(alice, clinic, Role.SUPERVISOR)
    revocation.end_connections(bob)
    with CaptureQueriesContext(
        connection,
    ) as queries:
        found = standings([alice.pk, bob.pk, carol.pk, 10**9])
    assert len(queries) == 1
    assert set(found) == {alice.pk, bob.pk, carol.pk}
    assert found[alice.pk].roles == {
        (clinic.pk, Role.FACILITATOR): membership(alice, Role.FACILITATOR).code,
        (clinic.pk, Role.SUPERVISOR): membership(alice, Role.SUPERVISOR).code,
    }
    assert found[bob.pk].auth_epoch == bob.auth_epoch == 1
    assert found[carol.pk].has(other_clinic.pk, Role.ADMINISTRATOR)
    assert not found[carol.pk].has(clinic.pk, *Role)


def test_an_ended_role_or_account_does_not_stand(alice: User, bob: User, clinic: Clinic) -> None:
    people.end_role(membership(alice, Role.FACILITATOR))
    User.objects.filter(pk=bob.pk).update(is_active=False)
    found = standings([alice.pk, bob.pk])
    assert found[alice.pk].roles == {}
    assert not found[bob.pk].has(clinic.pk, Role.PARTICIPANT)


def test_who_owes_a_signature_is_one_query(
    alice: User, bob: User, clinic: Clinic, other_clinic: Clinic
) -> None:
    first, second = (
        agreements.publish(
            agreements.draft(clinic, kind, Agreement.Audience.PARTICIPANTS, "Title", "Text"), NOW
        )
        for kind in (Agreement.Kind.GROUP_AGREEMENT, Agreement.Kind.TELEHEALTH_CONSENT)
    )
    agreements.sign(bob, first.pk, "Bob Doe", NOW)
    with CaptureQueriesContext(connection) as queries:
        owed = current_unsigned([alice.pk, bob.pk], clinic.pk)
    assert len(queries) == 1
    assert set(owed[alice.pk]) == {first.pk, second.pk}
    assert owed[bob.pk] == (second.pk,)

    agreements.sign(bob, second.pk, "Bob Doe", NOW)
    assert bob.pk not in current_unsigned([alice.pk, bob.pk], clinic.pk)
    assert current_unsigned([bob.pk], other_clinic.pk) == {}


def test_members_are_those_who_hold_the_role_now(
    alice: User, bob: User, carol: User, clinic: Clinic
) -> None:
    assert members(clinic.pk, Role.PARTICIPANT) == {bob.pk: membership(bob, Role.PARTICIPANT).code}
    people.end_role(membership(bob, Role.PARTICIPANT))
    assert members(clinic.pk, Role.PARTICIPANT) == {}


def test_nobody_asked_about_is_nobody_answered(bob: User, clinic: Clinic) -> None:
    agreements.publish(
        agreements.draft(
            clinic,
            Agreement.Kind.GROUP_AGREEMENT,
            Agreement.Audience.PARTICIPANTS,
            "Title",
            "Text",
        ),
        NOW,
    )
    assert standings([]) == {}
    assert current_unsigned([], clinic.pk) == {}
