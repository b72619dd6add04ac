"""Tickets: once, in time, for one session, and for an account that still stands."""

from datetime import UTC, datetime, timedelta

from accounts import revocation, tickets
from accounts.ids import uuid7
from accounts.models import Ticket, User

NOW = datetime(2026, 3, 2, 17, tzinfo=UTC)


def test_a_ticket_opens_its_session_once(bob: User) -> None:
    session = uuid7()
    raw = tickets.issue(bob, session, NOW)
    assert tickets.redeem(raw, session, NOW) == (bob.pk, bob.auth_epoch)
    assert tickets.redeem(raw, session, NOW) is None


def test_a_ticket_opens_no_other_session_and_is_not_spent_by_trying(bob: User) -> None:
    session = uuid7()
    raw = tickets.issue(bob, session, NOW)
    assert tickets.redeem(raw, uuid7(), NOW) is None
    assert tickets.redeem(raw, session, NOW) is not None


def test_a_ticket_lasts_thirty_seconds(bob: User) -> None:
    session = uuid7()
    late = tickets.issue(bob, session, NOW)
    last = tickets.issue(bob, session, NOW)
    assert tickets.redeem(late, session, NOW + timedelta(seconds=30)) is None
    assert tickets.redeem(last, session, NOW + timedelta(seconds=29.9)) is not None


def test_a_sign_out_voids_a_ticket(bob: User) -> None:
    session = uuid7()
    raw = tickets.issue(bob, session, NOW)
    revocation.end_connections(bob)
    assert tickets.redeem(raw, session, NOW) is None


def test_an_inactive_account_has_no_use_for_a_ticket(bob: User) -> None:
    session = uuid7()
    raw = tickets.issue(bob, session, NOW)
    User.objects.filter(pk=bob.pk).update(is_active=False)
    assert tickets.redeem(raw, session, NOW) is None


def test_an_invented_ticket_opens_nothing(bob: User) -> None:
    assert tickets.redeem("invented", uuid7(), NOW) is None


def test_the_ticket_itself_is_stored_nowhere_and_old_ones_are_cleared(bob: User) -> None:
    raw = tickets.issue(bob, uuid7(), NOW - timedelta(days=2))
    assert raw not in str(Ticket.objects.values())
    tickets.issue(bob, uuid7(), NOW)
    assert Ticket.objects.count() == 1
