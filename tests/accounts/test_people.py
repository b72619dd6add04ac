"""Roles come and go, and what a lost one takes with it."""

from collections.abc import Callable, Iterator

import pytest
from django.db import IntegrityError, transaction
from rest_framework.test import APIClient

from accounts import people, revocation
from accounts.errors import Refused
from accounts.models import Clinic, Membership, User
from accounts.roles import Role
from tests.accounts.conftest import membership


@pytest.fixture
def heard() -> Iterator[list[int]]:
    """Whose revocations a listener heard of."""
    ids: list[int] = []
    revocation.listeners.append(ids.append)
    yield ids
    revocation.listeners.remove(ids.append)


def epochs(user: User) -> tuple[int, int]:
    user.refresh_from_db()
    return user.auth_epoch, user.session_epoch


def test_a_lost_role_bumps_the_epoch_and_is_told_after_commit(
    alice: User, heard: list[int], django_capture_on_commit_callbacks: Callable[..., object]
) -> None:
    before = epochs(alice)
    with django_capture_on_commit_callbacks(execute=True):
        people.end_role(membership(alice, Role.FACILITATOR))
        assert heard == []
    assert heard == [alice.pk]
    assert epochs(alice) == (before[0] + 1, before[1] + 1)


def test_ending_a_role_twice_is_ending_it_once(alice: User) -> None:
    role = membership(alice, Role.FACILITATOR)
    people.end_role(role)
    before, until = epochs(alice), role.until
    people.end_role(membership(alice, Role.FACILITATOR))
    assert epochs(alice) == before
    assert membership(alice, Role.FACILITATOR).until == until


def test_a_deaf_listener_keeps_nobody_else_from_hearing(
    bob: User, heard: list[int], django_capture_on_commit_callbacks: Callable[..., object]
) -> None:
    def deaf(_: int) -> None:
        raise RuntimeError

    revocation.listeners.insert(0, deaf)
    try:
        with django_capture_on_commit_callbacks(execute=True):
            revocation.end_sessions(bob)
    finally:
        revocation.listeners.remove(deaf)
    assert heard == [bob.pk]


def test_a_lost_role_ends_the_sessions(
    bob: User, clinic: Clinic, as_: Callable[[User], APIClient]
) -> None:
    client = as_(bob)
    assert client.get("/api/v1/me").status_code == 200
    people.end_role(membership(bob, Role.PARTICIPANT))
    assert client.get("/api/v1/me").status_code == 401


def test_a_role_given_back_keeps_its_code(bob: User, clinic: Clinic) -> None:
    first = membership(bob, Role.PARTICIPANT)
    people.end_role(first)
    again = people.give_role(bob, clinic, Role.PARTICIPANT)
    assert (again.code, again.active, again.until) == (first.code, True, None)
    assert Membership.objects.filter(user=bob).count() == 1


def test_whoever_joins_a_second_clinic_keeps_their_own_details(
    bob: User, clinic: Clinic, other_clinic: Clinic
) -> None:
    people.edit(bob, clinic, {"legal_name": "Robert Doe"})
    people.give_role(bob, other_clinic, Role.PARTICIPANT)
    for place in (clinic, other_clinic):
        with pytest.raises(Refused, match="keeps their own details"):
            people.edit(bob, place, {"legal_name": "Somebody Else"})
    bob.refresh_from_db()
    assert bob.legal_name == "Robert Doe"


def test_a_deactivated_account_cannot_be_used_and_comes_back_with_a_role(
    bob: User, erin: User, clinic: Clinic, as_: Callable[[User], APIClient]
) -> None:
    client = as_(bob)
    people.deactivate(bob, clinic, by=erin)
    assert client.get("/api/v1/me").status_code == 401
    bob.refresh_from_db()
    assert not bob.is_active
    people.give_role(bob, clinic, Role.PARTICIPANT)
    bob.refresh_from_db()
    assert bob.is_active


def test_deactivation_at_one_clinic_leaves_the_other(
    bob: User, erin: User, clinic: Clinic, other_clinic: Clinic
) -> None:
    people.give_role(bob, other_clinic, Role.PARTICIPANT)
    people.deactivate(bob, clinic, by=erin)
    bob.refresh_from_db()
    assert bob.is_active
    assert list(bob.memberships.filter(active=True).values_list("clinic", flat=True)) == [
        other_clinic.pk
    ]


def test_one_address_is_one_account_whatever_its_capitals(bob: User) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        people.open_account(email="BOB@Example.org")
    with pytest.raises(IntegrityError), transaction.atomic():
        User.objects.filter(pk=people.open_account().pk).update(email="Bob@example.org")


def test_an_account_never_shows_a_name_in_text(bob: User) -> None:
    assert str(bob) == bob.public_id
    assert repr(bob) == f"<User: {bob.public_id}>"


def test_a_stale_row_cannot_undo_a_revocation(bob: User) -> None:
    stale = User.objects.get(pk=bob.pk)
    revocation.end_sessions(bob)
    with pytest.raises(Exception, match="kept as it is"), transaction.atomic():
        stale.save()


def test_the_first_clinic_manages_an_account_that_nobody_managed(clinic: Clinic) -> None:
    frank = people.open_account(email="frank@example.org")
    people.give_role(frank, clinic, Role.FACILITATOR)
    assert User.objects.get(pk=frank.pk).managed_by == clinic
