"""Who is asking: an app by allauth's session token, a browser by its cookie with a CSRF token."""

from typing import Any

from allauth.headless.contrib.rest_framework.authentication import XSessionTokenAuthentication
from drf_spectacular.extensions import OpenApiAuthenticationExtension
from rest_framework.exceptions import AuthenticationFailed
from rest_framework.request import Request


class SessionToken(XSessionTokenAuthentication):  # type: ignore[misc]  # allauth has no types
    """allauth's X-Session-Token; one that is no longer good is refused rather than ignored."""

    def authenticate(self, request: Request) -> tuple[Any, Any] | None:
        found: tuple[Any, Any] | None = super().authenticate(request)
        if found is None and self.get_session_token(request):
            raise AuthenticationFailed("This session has ended. Sign in again.")
        return found

    def authenticate_header(self, request: Request) -> str:
        # Without it the framework would answer 403 where 401 is meant.
        return 'X-Session-Token realm="vgroup"'


class SessionTokenScheme(OpenApiAuthenticationExtension):  # type: ignore[no-untyped-call]
    """How OpenAPI names it."""

    target_class = SessionToken
    name = "sessionToken"

    def get_security_definition(self, auto_schema: Any) -> dict[str, str]:
        return {"type": "apiKey", "in": "header", "name": "X-Session-Token"}
