"""Ends what an account has open, and tells whoever listens once that is committed.

The live shell registers here, to close sockets; this module knows nothing of rooms.
"""

import logging
from collections.abc import Callable
from functools import partial

from django.db import transaction
from django.db.models import F

from accounts.models import User

logger = logging.getLogger(__name__)

# Each is called with the user's primary key, after commit, in the thread that committed.
listeners: list[Callable[[int], None]] = []


def end_connections(user: User) -> None:
    """Void the live connections and tickets of an account (one of its sessions signed out).

    Sessions that are still valid may connect again at once.
    """
    User.objects.filter(pk=user.pk).update(auth_epoch=F("auth_epoch") + 1)
    _follow(user)


def end_sessions(user: User) -> None:
    """Sign an account out everywhere: sessions, tokens, tickets and live connections."""
    User.objects.filter(pk=user.pk).update(
        auth_epoch=F("auth_epoch") + 1, session_epoch=F("session_epoch") + 1
    )
    _follow(user)


def _follow(user: User) -> None:
    user.refresh_from_db(fields=["auth_epoch", "session_epoch"])
    transaction.on_commit(partial(_tell, user.pk))


def _tell(user_id: int) -> None:
    for listener in tuple(listeners):
        try:
            listener(user_id)
        except Exception:
            # One deaf listener must not keep the others from closing their sockets.
            logger.exception("A listener failed to hear of a revocation")
