"""Rate limits: an account is protected, and nobody is locked out by a neighbour."""

from collections.abc import Callable

from django.core import mail
from django.core.cache import cache
from django.utils import timezone
from rest_framework.test import APIClient

from accounts import mailbox, people, staff_codes
from accounts.models import Clinic, User
from accounts.roles import Role
from tests.accounts.conftest import PASSWORD

APP = "/_allauth/app/v1/auth"
Member = Callable[..., User]


def login(email: str | None, password: str = PASSWORD) -> int:
    """The status of an attempt; every one of them comes from the same address."""
    return int(APIClient().post(f"{APP}/login", {"email": email, "password": password}).status_code)


def test_forty_people_behind_one_address_all_sign_in(member: Member, clinic: Clinic) -> None:
    house = [member(f"person{n}", Role.PARTICIPANT, clinic) for n in range(40)]
    # Each mistypes once first, as people do.
    assert {login(person.email, "mistyped") for person in house} == {400}
    assert {login(person.email) for person in house} == {200}


def test_forty_people_behind_one_address_all_get_a_code(member: Member, clinic: Clinic) -> None:
    house = [member(f"person{n}", Role.PARTICIPANT, clinic) for n in range(40)]
    answers = [APIClient().post(f"{APP}/code/request", {"email": p.email}) for p in house]
    assert {answer.status_code for answer in answers} == {401}
    mailbox.flush()
    assert len(mail.outbox) == 40


def test_forty_people_behind_one_address_all_use_a_staff_code(clinic: Clinic, erin: User) -> None:
    house = [people.register(clinic, Role.PARTICIPANT, legal_name=f"P {n}") for n in range(40)]
    statuses = set()
    for person in house:
        _, code = staff_codes.issue(person, clinic, by=erin, now=timezone.now())
        sent = {"sign_in": person.sign_in, "code": code, "client": "app"}
        statuses.add(APIClient().post("/api/v1/sign-in/code", sent).status_code)
    assert statuses == {200}


def test_guessing_one_password_is_stopped_while_the_neighbour_signs_in(
    alice: User, bob: User
) -> None:
    guesses = [
        APIClient().post(f"{APP}/login", {"email": bob.email, "password": f"guess {n}"})
        for n in range(12)
    ]
    codes = [guess.json()["errors"][0]["code"] for guess in guesses]
    assert codes[:10] == ["email_password_mismatch"] * 10
    assert codes[10:] == ["too_many_login_attempts"] * 2
    assert login(bob.email) == 400  # not even with the right one, from now on
    assert login(alice.email) == 200


def test_the_limit_does_not_depend_on_how_the_name_is_written(bob: User) -> None:
    for n in range(10):
        login("bob@example.org" if n % 2 else "BOB@Example.ORG", "guess")
    assert login(bob.email) == 400


def test_a_limit_is_met_by_unknown_accounts_alike(bob: User) -> None:
    for email in (bob.email, "nobody@example.org"):
        for n in range(10):
            login(email, f"guess {n}")
    answers = [
        APIClient().post(f"{APP}/login", {"email": email, "password": "guess"}).json()
        for email in (bob.email, "nobody@example.org")
    ]
    assert answers[0] == answers[1]


def test_whoever_is_locked_out_by_a_guesser_still_gets_in_by_mail(bob: User) -> None:
    for n in range(11):
        login(bob.email, f"guess {n}")
    asked = APIClient().post(f"{APP}/code/request", {"email": bob.email}).json()
    client = APIClient(headers={"X-Session-Token": asked["meta"]["session_token"]})
    mailbox.flush()
    code = mail.outbox[-1].body.splitlines()[2]
    assert client.post(f"{APP}/code/confirm", {"code": code}).status_code == 200


def test_codes_for_one_address_are_limited_and_the_neighbours_are_not(
    alice: User, bob: User
) -> None:
    asked = [APIClient().post(f"{APP}/code/request", {"email": bob.email}) for _ in range(4)]
    assert [answer.status_code for answer in asked] == [401, 401, 401, 400]
    assert APIClient().post(f"{APP}/code/request", {"email": alice.email}).status_code == 401


def test_nobody_escapes_a_limit_by_claiming_another_address(bob: User) -> None:
    for n in range(11):
        APIClient().post(
            f"{APP}/login",
            {"email": bob.email, "password": f"guess {n}"},
            headers={"X-Forwarded-For": f"10.0.0.{n}"},
        )
    assert login(bob.email) == 400


def test_a_client_without_an_address_still_signs_in(bob: User) -> None:
    client = APIClient(REMOTE_ADDR="")
    answer = client.post(f"{APP}/login", {"email": bob.email, "password": PASSWORD})
    assert answer.status_code == 200


def test_a_limit_is_not_pushed_out_by_many_others(bob: User) -> None:
    for n in range(10):
        login(bob.email, f"guess {n}")
    cache.set_many({f"someone else {n}": n for n in range(2000)})
    assert login(bob.email) == 400
