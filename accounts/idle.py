"""When a session was used last, and whether it has lain unused for too long.

A stamp in the session says it, written once a minute at most. A session that is over stays over:
nothing stamps it anew.
"""

from collections.abc import Iterable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from typing import Any

from allauth.core.internal.sessionkit import get_session_user
from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.base import SessionBase, UpdateError
from django.utils import timezone

from accounts.models import User
from accounts.roles import STAFF

USED_AT = "used_at"  # whole seconds since the epoch
EVERY_S = 60
_METHODS = "account_authentication_methods"  # allauth's own note of when somebody signed in
_EXPIRY = "_session_expiry"


def minutes(user: User) -> int:
    """After how many minutes without use a session of this person is over; 0: never."""
    if user.is_staff or user.memberships.filter(active=True, role__in=STAFF).exists():
        return int(settings.VGROUP_IDLE_STAFF_MIN)
    return int(settings.VGROUP_IDLE_MIN)


def over(session: SessionBase) -> bool:
    """Whether somebody's session was not used for longer than it may be."""
    chosen = (settings.VGROUP_IDLE_STAFF_MIN, settings.VGROUP_IDLE_MIN)
    limits = [limit for limit in chosen if limit]
    if not limits or SESSION_KEY not in session:
        return False
    # The stamp may be a minute old when it is used: that minute is given.
    unused_s = _now() - _used_at(session) - EVERY_S
    if unused_s < min(limits) * 60:
        return False
    user = get_session_user(session)
    limit = minutes(user) if isinstance(user, User) else 0
    return bool(limit) and unused_s >= limit * 60


def use(session: SessionBase) -> None:
    """Note that somebody's session is used now."""
    if SESSION_KEY not in session or _now() - session.get(USED_AT, 0) < EVERY_S:
        return
    if _EXPIRY not in session:
        # It ends when it would have ended anyway: being used does not make it last longer.
        began = datetime.fromtimestamp(_signed_in_at(session) or _now(), tz=UTC)
        session.set_expiry(began + timedelta(seconds=settings.SESSION_COOKIE_AGE))
    session[USED_AT] = _now()
    # At once, and not with the answer, which may come after a sign-out elsewhere.
    with suppress(UpdateError):
        session.save()
    session.modified = False


def _used_at(session: SessionBase) -> int:
    return int(session.get(USED_AT) or _signed_in_at(session) or _now())


def _signed_in_at(session: SessionBase) -> int:
    methods: Iterable[dict[str, Any]] = session.get(_METHODS, ())
    return max((int(method.get("at", 0)) for method in methods), default=0)


def _now() -> int:
    return int(timezone.now().timestamp())
