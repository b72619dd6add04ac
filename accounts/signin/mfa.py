"""How second factors are stored and labelled: secrets are sealed with the home key."""

import base64

from allauth.mfa.adapter import DefaultMFAAdapter

from accounts.keys import keyring
from accounts.models import User

CONTEXT = b"mfa"


class MFAAdapter(DefaultMFAAdapter):  # type: ignore[misc]  # allauth has no types
    """Plugged in as MFA_ADAPTER."""

    def encrypt(self, text: str) -> str:
        ring = keyring()
        return base64.b64encode(ring.wrap(ring.home(), text.encode(), CONTEXT)).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return keyring().unwrap(base64.b64decode(encrypted_text), CONTEXT).decode()

    def get_totp_label(self, user: User) -> str:
        # This shows on somebody's phone, where others may look.
        return user.public_id
