"""Rate limits of the HTTP door: by account first, by address only so high that a house fits."""

from typing import Any

from allauth.account.adapter import get_adapter
from rest_framework.request import Request
from rest_framework.throttling import SimpleRateThrottle


class PersonThrottle(SimpleRateThrottle):
    """Every signed-in request, counted by account."""

    scope = "person"
    rate = "1200/min"

    def get_cache_key(self, request: Request, view: Any) -> str | None:
        return f"person:{request.user.pk}" if request.user.is_authenticated else None


class SignInThrottle(SimpleRateThrottle):
    """Attempts with a staff-issued code, counted by the sign-in name that is tried."""

    scope = "sign_in"
    rate = "10/min"

    def get_cache_key(self, request: Request, view: Any) -> str | None:
        name = request.data.get("sign_in") if isinstance(request.data, dict) else None
        return f"sign-in:{str(name).strip().lower()}" if name else None


class AddressThrottle(SimpleRateThrottle):
    """What needs no sign-in, counted by address: generous, for a house is behind one."""

    scope = "address"
    rate = "600/min"

    def get_cache_key(self, request: Request, view: Any) -> str | None:
        return f"address:{get_adapter().get_client_ip(request)}"
