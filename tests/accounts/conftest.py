"""Two clinics and the people of the tests, each with an HTTP client of their own."""

from collections.abc import Callable, Iterator

import pytest
from django.core.cache import cache
from rest_framework.test import APIClient

from accounts import mailbox
from accounts.clinics import open_clinic
from accounts.models import Clinic, Membership, User
from accounts.people import give_role, open_account
from accounts.roles import Role

CRISIS = [{"name": "988 Lifeline", "phone": "988", "note": "Call or text at any time."}]
PASSWORD = "a rather long pass phrase"


@pytest.fixture(autouse=True)
def fresh_limits_and_mails() -> Iterator[None]:
    """No test starts with another one's attempts, or gets another one's mails."""
    cache.clear()
    yield
    mailbox.flush()


@pytest.fixture
def clinic(db: None) -> Clinic:
    return open_clinic("Harbor", "America/Phoenix", CRISIS, ["AZ"])


@pytest.fixture
def other_clinic(db: None) -> Clinic:
    return open_clinic("Summit", "America/Denver", CRISIS)


@pytest.fixture
def member() -> Callable[..., User]:
    """Open an account with a role: `member("bob", Role.PARTICIPANT, clinic)`."""

    def make(name: str, role: Role, clinic: Clinic) -> User:
        user = open_account(
            email=f"{name}@example.org",
            password=PASSWORD,
            legal_name=f"{name.title()} Doe",
            preferred_name=name.title(),
            managed_by=clinic,
        )
        give_role(user, clinic, role)
        return user

    return make


@pytest.fixture
def alice(member: Callable[..., User], clinic: Clinic) -> User:
    return member("alice", Role.FACILITATOR, clinic)


@pytest.fixture
def bob(member: Callable[..., User], clinic: Clinic) -> User:
    return member("bob", Role.PARTICIPANT, clinic)


@pytest.fixture
def carol(member: Callable[..., User], other_clinic: Clinic) -> User:
    """An outsider: the administrator of another clinic."""
    return member("carol", Role.ADMINISTRATOR, other_clinic)


@pytest.fixture
def dana(member: Callable[..., User], clinic: Clinic) -> User:
    return member("dana", Role.AUDITOR, clinic)


@pytest.fixture
def erin(member: Callable[..., User], clinic: Clinic) -> User:
    """The administrator."""
    return member("erin", Role.ADMINISTRATOR, clinic)


@pytest.fixture
def as_() -> Callable[[User], APIClient]:
    """An HTTP client that is signed in: `as_(bob).get("/api/v1/me")`."""

    def sign_in(user: User) -> APIClient:
        client = APIClient()
        client.force_login(user)
        return client

    return sign_in


def membership(user: User, role: Role) -> Membership:
    """Somebody's membership in a role."""
    return Membership.objects.get(user=user, role=role)
