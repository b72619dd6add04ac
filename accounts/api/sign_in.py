"""Sign-in with a one-time code that staff issued; every other way in is allauth's."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema
from rest_framework.authentication import CSRFCheck
from rest_framework.exceptions import PermissionDenied
from rest_framework.generics import GenericAPIView
from rest_framework.request import Request

from accounts import staff_codes
from accounts.api.problem import REFUSALS
from accounts.api.serializers import StaffCodeSignInSerializer
from accounts.api.throttles import AddressThrottle, SignInThrottle
from accounts.signin.session import open_session


class StaffCodeSignInView(GenericAPIView[Any]):
    """Sign in with a sign-in name (or e-mail) and the code that staff gave you.

    The answer is allauth's: 200 with `meta.session_token` for an app or the cookie for a browser,
    or 401 with the pending second factor.
    """

    serializer_class = StaffCodeSignInSerializer
    authentication_classes = ()
    permission_classes = ()
    throttle_classes = (SignInThrottle, AddressThrottle)

    @extend_schema(responses={200: OpenApiTypes.OBJECT, **REFUSALS}, auth=[])
    def post(self, request: Request) -> HttpResponse:
        sent = StaffCodeSignInSerializer(data=request.data)
        sent.is_valid(raise_exception=True)
        client = sent.validated_data["client"]
        plain = request._request  # noqa: SLF001  (allauth takes Django's request, not the framework's)
        if client == "browser":
            _check_csrf(plain)
        user = staff_codes.redeem(
            sent.validated_data["sign_in"], sent.validated_data["code"], timezone.now()
        )
        return open_session(plain, user, client)


def _check_csrf(request: HttpRequest) -> None:
    # A page of another site must not sign its visitor into an account of its own choosing.
    check = CSRFCheck(lambda _: HttpResponse())
    check.process_request(request)
    reason = check.process_view(request, None, (), {})  # type: ignore[arg-type]
    if reason:
        raise PermissionDenied(f"CSRF: {reason}")
