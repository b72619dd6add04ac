"""One-time sign-in codes that staff issue for participants and guests of their clinic."""

import hmac
from datetime import datetime, timedelta

from django.db.models import F, Q
from django.utils.crypto import salted_hmac

from accounts.errors import Refused, SignInRefused
from accounts.ids import readable
from accounts.models import Clinic, Membership, StaffCode, User
from accounts.roles import STAFF

LIFETIME = timedelta(hours=1)
ATTEMPTS = 5


def issue(user: User, clinic: Clinic, by: User, now: datetime) -> tuple[StaffCode, str]:
    """A code, shown once; it takes the place of the one before. Raises Refused.

    Whoever issues a code could sign in with it, so it reaches nobody with more rights than a
    participant, and nobody who belongs to another clinic as well.
    """
    if user.managed_by_id != clinic.pk or not user.is_active:
        raise Refused("signs_in_elsewhere")
    if _has_more_rights(user):
        raise Refused("no_code_for_staff")
    code = readable()
    row = StaffCode.objects.create(
        user=user,
        digest=_digest(user, code),
        issued_by=by,
        created=now,
        expires_at=now + LIFETIME,
    )
    return row, code


def redeem(name: str, code: str, now: datetime) -> User:
    """The account of a sign-in name or e-mail, if the code is its own; raises SignInRefused.

    Not to be called inside a transaction that a refusal rolls back: attempts are counted.
    """
    name = name.strip().lower()
    user = User.objects.filter(Q(sign_in=name) | Q(email=name), is_active=True).first()
    row = user and StaffCode.objects.filter(user=user).first()  # the last one issued
    # Asked again: rights may have come, or a second clinic, since the code was issued.
    if not user or not row or not user.managed_by_id or _has_more_rights(user):
        raise SignInRefused
    usable = StaffCode.objects.filter(pk=row.pk, used_at=None, expires_at__gt=now)
    # Counted before it is compared: guesses sent at once share the same few attempts.
    if not usable.filter(attempts__lt=ATTEMPTS).update(attempts=F("attempts") + 1):
        raise SignInRefused
    if not hmac.compare_digest(row.digest, _digest(user, code)):
        raise SignInRefused
    if not usable.update(used_at=now):
        raise SignInRefused
    return user


def _has_more_rights(user: User) -> bool:
    if user.is_staff or user.is_superuser:
        return True
    return Membership.objects.filter(user=user, active=True, role__in=STAFF).exists()


def _digest(user: User, code: str) -> str:
    # Keyed by the secret key, which the database does not hold: 39 bits alone could be searched.
    plain = "".join(letter for letter in code.lower() if letter.isalnum())
    return salted_hmac("accounts.staff_code", f"{user.pk}:{plain}", algorithm="sha256").hexdigest()
