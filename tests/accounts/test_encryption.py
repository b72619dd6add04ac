"""What the database does not hold in the clear."""

from datetime import date

import pytest
from django.db import connection

from accounts.keys import SealBroken
from accounts.models import User
from accounts.people import edit_own
from accounts.signin.mfa import MFAAdapter

CONTACT = {"name": "Frank Doe", "phone": "+1 602 555 0100", "relation": "brother"}


def raw(user: User, column: str) -> bytes:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {column} FROM accounts_user WHERE id = %s", [user.pk])
        return bytes(cursor.fetchone()[0])


def test_birth_date_and_contact_are_unreadable_in_the_database(bob: User) -> None:
    bob.birth_date, bob.emergency_contact = date(1990, 1, 31), CONTACT
    bob.save(update_fields=["birth_date", "emergency_contact"])

    assert b"1990" not in raw(bob, "birth_date")
    assert b"Frank" not in raw(bob, "emergency_contact")
    assert b"555" not in raw(bob, "emergency_contact")
    again = User.objects.get(pk=bob.pk)
    assert (again.birth_date, again.emergency_contact) == (date(1990, 1, 31), CONTACT)


def test_the_same_date_looks_different_for_two_people(alice: User, bob: User) -> None:
    User.objects.update(birth_date=date(1990, 1, 31))
    for user in (alice, bob):
        user.birth_date = date(1990, 1, 31)
        user.save(update_fields=["birth_date"])
    assert raw(alice, "birth_date") != raw(bob, "birth_date")


def test_a_value_moved_to_another_column_does_not_open(bob: User) -> None:
    bob.birth_date = date(1990, 1, 31)
    bob.save(update_fields=["birth_date"])
    with connection.cursor() as cursor:
        cursor.execute("UPDATE accounts_user SET emergency_contact = birth_date")
    with pytest.raises(SealBroken):
        User.objects.get(pk=bob.pk)


def test_nothing_stays_nothing(bob: User) -> None:
    edit_own(bob, {"emergency_contact": CONTACT})
    edit_own(bob, {"emergency_contact": None})
    assert User.objects.get(pk=bob.pk).emergency_contact is None


def test_second_factor_secrets_are_sealed(db: None) -> None:
    adapter = MFAAdapter()
    sealed = adapter.encrypt("JBSWY3DPEHPK3PXP")
    assert "JBSWY3DPEHPK3PXP" not in sealed
    assert adapter.decrypt(sealed) == "JBSWY3DPEHPK3PXP"
