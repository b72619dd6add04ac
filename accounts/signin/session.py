"""Opens a session for an account by allauth's own flow, for a browser or for an app.

A browser gets the session cookie; an app gets the token that it sends as X-Session-Token. Where
a second factor is set up, the answer is a 401 that names it, and sign-in goes on at /_allauth/.
"""

from typing import Literal, cast

from allauth.account.internal import flows
from allauth.account.models import Login
from allauth.headless.base.response import AuthenticationResponse
from allauth.headless.internal.decorators import app_view, browser_view
from django.http import HttpRequest, HttpResponse

from accounts.models import User

Client = Literal["app", "browser"]


def open_session(request: HttpRequest, user: User, client: Client) -> HttpResponse:
    """Sign in by a one-time code; a browser's CSRF token must have been checked before."""
    view = app_view(_sign_in) if client == "app" else browser_view(_sign_in)
    return cast(HttpResponse, view(request, user=user))


def _sign_in(request: HttpRequest, user: User) -> HttpResponse:
    flows.login.record_authentication(request, user, method="code")
    answer = flows.login.perform_login(request, Login(user=user))
    return cast(HttpResponse, AuthenticationResponse.from_response(request, answer))
