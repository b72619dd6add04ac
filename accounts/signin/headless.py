"""What allauth's headless answers say of the account: its opaque id, never its number."""

from dataclasses import dataclass, field
from typing import Any

from allauth.headless.adapter import DefaultHeadlessAdapter

from accounts.models import User


@dataclass
class SignedIn:
    """The `user` of a headless answer; everything else is at /api/v1/me."""

    id: str = field(metadata={"description": "The public id.", "example": "u_abcdefgh234567ab"})
    display: str = field(metadata={"description": "The preferred name.", "example": "Robin"})
    has_usable_password: bool = field(metadata={"description": "Whether a password is set."})


class HeadlessAdapter(DefaultHeadlessAdapter):  # type: ignore[misc]  # allauth has no types
    """Plugged in as HEADLESS_ADAPTER."""

    def get_user_dataclass(self) -> type[Any]:
        return SignedIn

    def user_as_dataclass(self, user: User) -> SignedIn:
        return SignedIn(user.public_id, user.shown_name(), user.has_usable_password())
