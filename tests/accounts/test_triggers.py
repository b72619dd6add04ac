"""What the database refuses, on both databases, also to whoever goes around this code."""

from datetime import UTC, datetime

import pytest
from django.db import DatabaseError, connection, transaction

from accounts import access, agreements, people, revocation
from accounts.clinics import open_clinic
from accounts.models import Agreement, Clinic, User
from accounts.roles import Role
from tests.accounts.conftest import CRISIS
from tests.stack import Stack

NOW = datetime(2026, 3, 2, 17, tzinfo=UTC)


@pytest.fixture
def kept(stack: Stack) -> User:
    """A clinic with one row in each table that is kept."""
    clinic = open_clinic("Harbor", "America/Phoenix", CRISIS)
    user = people.register(clinic, Role.PARTICIPANT, legal_name="Pat Poe")
    draft = agreements.draft(
        clinic, Agreement.Kind.GROUP_AGREEMENT, Agreement.Audience.PARTICIPANTS, "Title", "Text"
    )
    agreements.sign(user, agreements.publish(draft, NOW).pk, "Pat Poe", NOW)
    access.record(clinic.pk, "m_aaaaaaaaaaaaaaaa", "Review", "record")
    revocation.end_sessions(user)
    return user


STATEMENTS = [
    "UPDATE accounts_accesslog SET purpose = 'x'",
    "DELETE FROM accounts_accesslog",
    "UPDATE accounts_signature SET name = 'x'",
    "DELETE FROM accounts_signature",
    "UPDATE accounts_agreement SET text = 'x'",
    "UPDATE accounts_agreement SET published_at = NULL",
    "UPDATE accounts_agreement SET version = 2",
    "UPDATE accounts_user SET auth_epoch = 0",
    "UPDATE accounts_user SET session_epoch = 0",
]
POSTGRES = ["TRUNCATE accounts_accesslog", "TRUNCATE accounts_signature"]
SQLITE = ["REPLACE INTO accounts_accesslog SELECT * FROM accounts_accesslog"]


def test_records_are_kept_as_they_are(kept: User) -> None:
    own = POSTGRES if connection.vendor == "postgresql" else SQLITE
    for statement in [*STATEMENTS, *own]:
        with (
            pytest.raises(DatabaseError, match="kept as it is"),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute(statement)
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("DELETE FROM accounts_agreement")


def test_what_may_change_still_does(kept: User) -> None:
    people.edit_own(kept, {"preferred_name": "Pat"})
    revocation.end_connections(kept)
    assert Agreement.objects.update(retired=True) == 1
    assert Clinic.objects.update(name="Haven") == 1
    assert User.objects.get().auth_epoch == 2
