"""How allauth treats accounts here: by invitation only, one verified e-mail or a sign-in name."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.models import EmailAddress
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest

from accounts import mailbox, revocation
from accounts.models import User

VERIFY_EMAIL = "allauth.account.stages.EmailVerificationStage"


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth has no types
    """Plugged in as ACCOUNT_ADAPTER."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def get_login_stages(self) -> list[str]:
        # Stored e-mails are verified, and a sign-in name that staff issued waits for none.
        stages: list[str] = super().get_login_stages()
        return [stage for stage in stages if stage != VERIFY_EMAIL]

    def can_delete_email(self, email_address: EmailAddress) -> bool:
        # Replaced, never removed: a deleted one would leave an account that nobody can enter.
        return not email_address.primary

    def set_password(self, user: User, password: str) -> None:
        user.set_password(password)
        user.save(update_fields=["password"])
        revocation.end_sessions(user)

    def logout(self, request: HttpRequest) -> None:
        user = request.user
        super().logout(request)
        if isinstance(user, User):
            revocation.end_connections(user)

    def get_client_ip(self, request: HttpRequest) -> str:
        # Behind a Unix socket there is no address; all share the generous limit of one.
        if not request.META.get("REMOTE_ADDR"):
            request.META["REMOTE_ADDR"] = "0.0.0.0"  # noqa: S104  (not bound to)
        address: str = super().get_client_ip(request)
        return address

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        # Sent aside, so that an answer takes as long for an unknown address as for a known one.
        mailbox.post(self.render_mail(template_prefix, email, context))

    def send_account_already_exists_mail(self, email: str) -> None:
        return None


def display(user: User | AnonymousUser) -> str:
    """How allauth's own texts name an account: never by name (ACCOUNT_USER_DISPLAY)."""
    return str(user)
