"""Short-lived credentials for the relay, as coturn's `use-auth-secret` checks them."""

import base64
import hashlib
import hmac
from collections.abc import Sequence

from sessions_app.media.messages import IceServer


def server(urls: Sequence[str], secret: str, name: str, until_s: int) -> IceServer:
    """A relay for one device until `until_s` (seconds since the epoch, UTC).

    The user name is `<expiry>:<name>`, its password the base64 of its HMAC-SHA1 under the shared
    secret (the REST API for TURN, draft-uberti-behave-turn-rest). `name` must tell nothing.
    """
    username = f"{until_s}:{name}"
    digest = hmac.new(secret.encode(), username.encode(), hashlib.sha1).digest()
    return IceServer(tuple(urls), username, base64.b64encode(digest).decode())
