"""Invitations over HTTP: used once, in time, by the right person, at the right clinic."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone
from rest_framework.test import APIClient

from accounts import invitations, mailbox
from accounts.errors import NotFound
from accounts.models import Clinic, Invitation, Membership, User
from accounts.roles import Role
from tests.accounts.conftest import PASSWORD

NEW = {"legal_name": "Robin Roe", "preferred_name": "Robin", "password": PASSWORD}
As = Callable[[User], APIClient]


def invite(client: APIClient, **fields: str) -> dict[str, str]:
    answer = client.post("/api/v1/invitations", {"role": "participant", **fields})
    assert answer.status_code == 201, answer.json()
    made: dict[str, str] = answer.json()
    return made


def token_of(link: str) -> str:
    return link.partition("#invitation=")[2]


def accept(
    token: str, client: APIClient | None = None, **fields: str
) -> tuple[int, dict[str, str]]:
    answer = (client or APIClient()).post("/api/v1/invitations/accept", {"token": token, **fields})
    return answer.status_code, answer.json()


def test_a_link_makes_an_account_with_a_sign_in_name_that_works(erin: User, as_: As) -> None:
    made = invite(as_(erin))
    status, joined = accept(token_of(made["link"]), **NEW)
    assert (status, joined["email"]) == (201, None)
    answer = APIClient().post(
        "/_allauth/app/v1/auth/login", {"username": joined["sign_in"], "password": PASSWORD}
    )
    assert answer.status_code == 200


def test_a_link_works_once(erin: User, as_: As) -> None:
    token = token_of(invite(as_(erin))["link"])
    assert accept(token, **NEW)[0] == 201
    status, refusal = accept(token, **NEW)
    assert (status, refusal["code"]) == (404, "not_found")
    assert User.objects.filter(legal_name="Robin Roe").count() == 1


def test_late_used_revoked_and_invented_links_answer_alike(erin: User, as_: As) -> None:
    admin = as_(erin)
    used, revoked = invite(admin), invite(admin)
    accept(token_of(used["link"]), **NEW)
    assert admin.post(f"/api/v1/invitations/{revoked['id']}/revoke").status_code == 200
    late = invite(admin)
    Invitation.objects.filter(pk=late["id"]).update(expires_at=timezone.now())
    tokens = [*(token_of(made["link"]) for made in (used, revoked, late)), "invented"]
    answers = [accept(token, **NEW) for token in tokens]
    assert answers[0][0] == 404
    assert answers == [answers[0]] * 4
    looks = [
        APIClient().get("/api/v1/invitations/accept", headers={"X-Invitation": token})
        for token in tokens
    ]
    assert [look.status_code for look in looks] == [404] * 4


def test_an_invitation_lasts_seven_days(erin: User, clinic: Clinic) -> None:
    now = timezone.now()
    _, token = invitations.invite(clinic, Role.PARTICIPANT, by=erin, now=now)
    last = now + timedelta(days=7)
    assert invitations.look_up(token, last - timedelta(seconds=1))
    with pytest.raises(NotFound):
        invitations.look_up(token, last)


def test_the_token_is_stored_nowhere(erin: User, as_: As) -> None:
    made = invite(as_(erin))
    token = token_of(made["link"])
    row = Invitation.objects.filter(pk=made["id"]).values().get()
    assert token not in str(row)
    assert token not in str(as_(erin).get("/api/v1/invitations").json())


def test_a_mailed_link_goes_to_the_mailbox_only_and_names_nobody(erin: User, as_: As) -> None:
    made = invite(as_(erin), email="robin@example.org")
    assert made["link"] is None
    mailbox.flush()
    (letter,) = mail.outbox
    assert letter.to == ["robin@example.org"]
    text = f"{letter.subject} {letter.body}".lower()
    for word in ("robin", "harbor", "participant", "group", "clinic", "treatment", "erin"):
        assert word not in text

    status, joined = accept(
        token_of(letter.body.split()[letter.body.split().index("on:") + 1]), **NEW
    )

    assert (status, joined["email"], joined["sign_in"]) == (201, "robin@example.org", None)


def test_the_answer_to_an_invitation_does_not_tell_who_has_an_account(
    erin: User, carol: User, as_: As
) -> None:
    known = invite(as_(erin), email=carol.email or "")
    unknown = invite(as_(erin), email="nobody@example.org")
    for made in (known, unknown):
        for varying in ("id", "email", "created", "expires_at"):
            del made[varying]
    assert known == unknown


def test_an_existing_account_joins_only_signed_in(
    erin: User, carol: User, clinic: Clinic, as_: As
) -> None:
    invitation, token = invitations.invite(
        clinic, Role.FACILITATOR, by=erin, now=timezone.now(), email="Carol@Example.org"
    )
    assert accept(token, **NEW)[1]["code"] == "account_exists"
    assert carol.check_password(PASSWORD)

    status, joined = accept(token, as_(carol))

    assert (status, joined["id"]) == (201, carol.public_id)
    assert Membership.objects.get(user=carol, clinic=clinic).role == Role.FACILITATOR
    invitation.refresh_from_db()
    assert invitation.accepted_by == carol


def test_a_mailed_invitation_is_for_its_address_only(
    erin: User, bob: User, carol: User, clinic: Clinic, as_: As
) -> None:
    _, token = invitations.invite(
        clinic, Role.ADMINISTRATOR, by=erin, now=timezone.now(), email=carol.email or ""
    )
    status, refusal = accept(token, as_(bob))
    assert (status, refusal["code"]) == (409, "not_your_invitation")
    assert not Membership.objects.filter(user=bob, role=Role.ADMINISTRATOR).exists()
    assert accept(token, as_(carol))[0] == 201


def test_the_holder_sees_where_it_leads_without_a_token_in_any_address(erin: User, as_: As) -> None:
    made = invite(as_(erin), role="supervisor")
    assert "?" not in made["link"]
    answer = APIClient().get(
        "/api/v1/invitations/accept", headers={"X-Invitation": token_of(made["link"])}
    )
    assert {name: answer.json()[name] for name in ("clinic", "role")} == {
        "clinic": "Harbor",
        "role": "supervisor",
    }
    assert APIClient().get("/api/v1/invitations/accept").status_code == 404


def test_a_new_account_needs_a_name_and_a_password_worth_the_name(erin: User, as_: As) -> None:
    token = token_of(invite(as_(erin))["link"])
    status, refusal = accept(token)
    assert (status, set(refusal["fields"])) == (400, {"legal_name", "password"})
    status, refusal = accept(token, **{**NEW, "password": "12345678"})
    assert (status, set(refusal["fields"])) == (400, {"password"})
    assert accept(token, **NEW)[0] == 201


def test_another_clinics_invitation_is_not_there(erin: User, carol: User, as_: As) -> None:
    made = invite(as_(erin))
    outsider = as_(carol)
    answer = outsider.post(f"/api/v1/invitations/{made['id']}/revoke")
    assert answer.status_code == 404
    assert outsider.get("/api/v1/invitations").json()["count"] == 0
    assert accept(token_of(made["link"]), **NEW)[0] == 201


@pytest.mark.parametrize("who", ["alice", "bob", "dana"])
def test_only_administrators_invite(who: str, request: pytest.FixtureRequest, as_: As) -> None:
    client = as_(request.getfixturevalue(who))
    answer = client.post("/api/v1/invitations", {"role": "administrator"})
    assert (answer.status_code, answer.json()["code"]) == (403, "not_permitted")
    assert client.get("/api/v1/invitations").status_code == 403


def test_open_invitations_can_be_listed_alone(erin: User, as_: As) -> None:
    admin = as_(erin)
    still, used = invite(admin), invite(admin)
    accept(token_of(used["link"]), **NEW)
    listed = admin.get("/api/v1/invitations", {"open": "true"}).json()["results"]
    assert [made["id"] for made in listed] == [still["id"]]
