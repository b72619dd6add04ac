"""Ends sessions that lie unused, but for the room somebody is in.

Who is in a room may go an hour without a request: everything there is said over the socket. They
must not lose their way back, nor the way to ask for help, so the addresses of that one room go on
while they are in it. All else asks them to sign in again.
"""

import re
from collections.abc import Callable, Iterator
from uuid import UUID

from allauth.core.internal.sessionkit import get_session_user
from allauth.headless.internal.sessionkit import lookup_session
from django.contrib.sessions.backends.base import SessionBase
from django.http import HttpRequest, HttpResponse, JsonResponse

from accounts import idle
from accounts.api import problem
from accounts.models import User
from sessions_app.live import whereabouts

# Polling that nobody asked for says so, and is no use of the session.
HEADER, BY_ITSELF = "X-Idle", "1"
DOORS = ("/api/", "/_allauth/", "/admin/")
# Where somebody signs in: there an old session is put away, so that a new one can begin.
SIGN_IN = ("/_allauth/", "/admin/", "/api/v1/sign-in/", "/api/v1/invitations/accept")
CODE = "unused_too_long"
SAYS = "You were signed out, because nothing was done here for a while. Sign in again."
_ROOM = re.compile(
    r"^/api/v1/sessions/(?P<session>[0-9a-f-]{36})/(?:room|ticket|commands|people/[^/]+)$"
)


def middleware(get_response: Callable[[HttpRequest], HttpResponse]) -> object:
    """Look at the sessions of a request before anything else does."""

    def answer(request: HttpRequest) -> HttpResponse:
        if request.path.startswith(DOORS):
            for session in _sessions(request):
                if not idle.over(session):
                    if request.headers.get(HEADER) != BY_ITSELF:
                        idle.use(session)
                elif request.path.startswith(SIGN_IN):
                    session.flush()
                elif not _goes_on(request.path, session):
                    return _refusal()
        return get_response(request)

    return answer


def _sessions(request: HttpRequest) -> Iterator[SessionBase]:
    token = request.headers.get("X-Session-Token")
    if token and (found := lookup_session(token)) is not None:
        yield found
    yield request.session


def _goes_on(path: str, session: SessionBase) -> bool:
    room, user = _ROOM.match(path), get_session_user(session)
    if room is None or not isinstance(user, User):
        return False
    try:
        return whereabouts.is_there(user.pk, UUID(room["session"]))
    except ValueError:
        return False


def _refusal() -> HttpResponse:
    answer = JsonResponse(problem.document(401, CODE, SAYS), status=401)
    answer["Content-Type"] = problem.CONTENT_TYPE
    answer["WWW-Authenticate"] = 'X-Session-Token realm="vgroup"'
    return answer
