"""Whether somebody must set up a second factor before they may do anything as staff."""

from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings

from accounts.models import User
from accounts.roles import STAFF


def due(user: User) -> bool:
    """Whether this installation asks it of staff, and this person is staff and has none."""
    if not settings.VGROUP_STAFF_SECOND_FACTOR:
        return False
    staff = user.memberships.filter(active=True, role__in=STAFF).exists()
    return staff and not is_mfa_enabled(user, [Authenticator.Type.TOTP])
