"""The Django admin: set-up only, with the same door as everywhere, and nothing to delete."""

import time

import pytest
from allauth.mfa.totp.internal.auth import TOTP, hotp_value
from django.contrib import admin
from django.test import Client

from accounts.models import AccessLog, Agreement, Clinic, Membership, User
from accounts.roles import Role
from tests.accounts.conftest import PASSWORD, membership

SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


@pytest.fixture
def operator(db: None) -> User:
    """The installation's own administrator."""
    return User.objects.create_superuser("operator@example.org", PASSWORD)


@pytest.fixture
def site(operator: User) -> Client:
    client = Client()
    client.force_login(operator)
    return client


def enter(email: str, password: str = PASSWORD, second: str = "") -> bool:
    client = Client()
    client.post(
        "/admin/login/",
        {"username": email, "password": password, "second_factor": second},
        REMOTE_ADDR="127.0.0.1",
    )
    return client.get("/admin/").status_code == 200


def test_the_operator_signs_in_by_email_and_a_clinics_staff_do_not(
    operator: User, erin: User
) -> None:
    assert enter("operator@example.org")
    assert not enter("operator@example.org", "wrong")
    assert not enter(erin.email or "")


def test_a_second_factor_is_asked_for(operator: User) -> None:
    TOTP.activate(operator, SECRET)
    assert not enter("operator@example.org")
    assert not enter("operator@example.org", second="000000")
    code = f"{hotp_value(SECRET, int(time.time()) // 30):06d}"
    assert enter("operator@example.org", second=code)


def test_guessing_at_the_admin_meets_the_same_limit(operator: User) -> None:
    for n in range(10):
        enter("operator@example.org", f"guess {n}")
    assert not enter("operator@example.org")


def test_only_our_own_tables_are_there_and_none_can_be_deleted(
    site: Client, operator: User, rf: object
) -> None:
    assert {model.__module__.split(".")[0] for model in admin.site._registry} <= {
        "accounts",
        "sessions_app",
    }
    request = site.get("/admin/").wsgi_request
    for model in (Clinic, User, Membership, Agreement, AccessLog):
        assert not admin.site._registry[model].has_delete_permission(request)


@pytest.mark.parametrize(
    "model", ["clinic", "user", "membership", "agreement", "auditgrant", "accesslog"]
)
def test_every_list_opens(model: str, site: Client, bob: User) -> None:
    assert site.get(f"/admin/accounts/{model}/").status_code == 200


def test_a_clinic_gets_its_keys_with_its_name(site: Client) -> None:
    contacts = '[{"name": "988 Lifeline", "phone": "988"}]'
    form = {"name": "Lakeside", "zone": "America/Chicago", "licensed_states": '["IL"]'}
    form["relay"] = "always"
    site.post("/admin/accounts/clinic/add/", {**form, "crisis_contacts": "[]"})
    assert not Clinic.objects.exists()
    site.post("/admin/accounts/clinic/add/", {**form, "crisis_contacts": contacts})
    clinic = Clinic.objects.get()
    assert clinic.relay == "always"
    assert clinic.signing_key_id.startswith("sig_")
    assert clinic.kek_id.startswith("kek_")
    keys = (clinic.signing_key_id, clinic.kek_id)

    site.post(
        f"/admin/accounts/clinic/{clinic.pk}/change/",
        {**form, "name": "Lakeview", "crisis_contacts": contacts},
    )
    clinic.refresh_from_db()
    assert (clinic.name, clinic.signing_key_id, clinic.kek_id) == ("Lakeview", *keys)


def test_a_person_is_added_and_given_a_role(site: Client, clinic: Clinic) -> None:
    site.post(
        "/admin/accounts/user/add/",
        {"email": "Frank@example.org", "password": PASSWORD, "legal_name": "Frank", "locale": "en"},
    )
    frank = User.objects.get(email="frank@example.org")
    assert frank.check_password(PASSWORD)
    site.post(
        "/admin/accounts/membership/add/",
        {"user": frank.pk, "clinic": clinic.pk, "role": "administrator", "active": "on"},
    )
    assert membership(frank, Role.ADMINISTRATOR).active


def test_unticking_a_role_ends_it_and_the_sessions(
    site: Client, alice: User, clinic: Clinic
) -> None:
    role = membership(alice, Role.FACILITATOR)
    site.post(f"/admin/accounts/membership/{role.pk}/change/", {})
    role.refresh_from_db()
    alice.refresh_from_db()
    assert (role.active, alice.session_epoch, alice.auth_epoch) == (False, 1, 1)


def test_a_person_page_changes_names_and_leaves_epochs_alone(site: Client, bob: User) -> None:
    page = f"/admin/accounts/user/{bob.pk}/change/"
    assert site.get(page).status_code == 200
    form = {"legal_name": "Robert Doe", "preferred_name": "Bob", "locale": "en"}
    site.post(page, {**form, "is_active": "on"})
    bob.refresh_from_db()
    assert (bob.legal_name, bob.auth_epoch) == ("Robert Doe", 0)
    site.post(page, form)
    bob.refresh_from_db()
    assert (bob.is_active, bob.session_epoch) == (False, 1)


def test_an_agreement_is_published_once_and_then_read_only(site: Client, clinic: Clinic) -> None:
    form = {
        "clinic": clinic.pk,
        "kind": "group_agreement",
        "audience": "participants",
        "title": "Group agreement",
        "text": "What is said here stays here.",
    }
    site.post("/admin/accounts/agreement/add/", form)
    draft = Agreement.objects.get()
    page = f"/admin/accounts/agreement/{draft.pk}/change/"
    site.post(page, {**form, "text": "Better.", "publish": "on"})
    draft.refresh_from_db()
    assert (draft.text, draft.version) == ("Better.", 1)
    assert draft.published_at
    assert b"What is said" not in site.get(page).content
    assert b"Better." in site.get(page).content
    assert site.post(page, {**form, "text": "Changed."}).status_code == 403
    draft.refresh_from_db()
    assert draft.text == "Better."


def test_signing_out_of_the_admin_closes_live_connections(operator: User, site: Client) -> None:
    site.post("/admin/logout/")
    operator.refresh_from_db()
    assert operator.auth_epoch == 1
