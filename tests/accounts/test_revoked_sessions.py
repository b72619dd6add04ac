"""Which sessions and connections end, and which go on."""

from collections.abc import Callable

from rest_framework.test import APIClient

from accounts.models import User


def test_sign_out_everywhere_ends_every_session(
    bob: User, as_: Callable[[User], APIClient]
) -> None:
    phone, laptop = as_(bob), as_(bob)
    answer = phone.post("/api/v1/me/sign-out-everywhere")
    assert answer.status_code == 204
    assert phone.get("/api/v1/me").status_code == 401
    assert laptop.get("/api/v1/me").status_code == 401
    before = bob.auth_epoch
    bob.refresh_from_db()
    assert bob.auth_epoch == before + 1


def test_signing_out_of_one_session_closes_connections_and_leaves_the_other_session(
    bob: User, as_: Callable[[User], APIClient]
) -> None:
    phone, laptop = as_(bob), as_(bob)
    phone.delete("/_allauth/browser/v1/auth/session")
    assert phone.get("/api/v1/me").status_code == 401
    assert laptop.get("/api/v1/me").status_code == 200
    before = bob.auth_epoch
    bob.refresh_from_db()
    assert bob.auth_epoch == before + 1


def test_a_new_password_ends_the_other_sessions_and_every_connection(
    bob: User, as_: Callable[[User], APIClient]
) -> None:
    phone, laptop = as_(bob), as_(bob)
    answer = phone.post(
        "/_allauth/browser/v1/account/password/change",
        {
            "current_password": "a rather long pass phrase",
            "new_password": "another fairly long phrase",
        },
    )
    assert answer.status_code == 200
    assert phone.get("/api/v1/me").status_code == 200
    assert laptop.get("/api/v1/me").status_code == 401
    bob.refresh_from_db()
    assert bob.auth_epoch == 1
