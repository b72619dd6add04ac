"""One account of a server over HTTP: signs in as an app does, and asks in its name."""

import asyncio
import contextlib
import itertools
from typing import Any, Self

import httpx

from sessions_app.simulate.errors import Closed, Refused, SimulationError

TRIES = 5
USE_S = 300  # sooner than a server signs out whom it does not hear of
TOO_MANY = 429
AWAY = (502, 503, 504)  # the proxy found nobody, or the server could not do it
Json = dict[str, Any]


class Account:
    """Signed in with a session token; every refusal is raised with its code."""

    def __init__(self, http: httpx.AsyncClient, token: str) -> None:
        self._http = http
        self._headers = {"X-Session-Token": token}

    @classmethod
    async def by_password(cls, http: httpx.AsyncClient, email: str, password: str) -> Self:
        """Sign in with e-mail and password."""
        sent = {"email": email, "password": password}
        return cls(http, await _token(http, "/_allauth/app/v1/auth/login", sent))

    @classmethod
    async def by_code(cls, http: httpx.AsyncClient, sign_in: str, code: str) -> Self:
        """Sign in with a one-time code that staff issued."""
        sent = {"sign_in": sign_in, "code": code, "client": "app"}
        return cls(http, await _token(http, "/api/v1/sign-in/code", sent))

    async def get(self, path: str, **query: Any) -> Any:
        """Ask; `path` is relative to /api/v1/."""
        return await self._ask("GET", path, again=True, params=query)

    async def post(self, path: str, body: Json | None = None, *, again: bool = False) -> Any:
        """Send something; `again` where it may be done twice."""
        return await self._ask("POST", path, again=again, json=body or {})

    async def put(self, path: str, body: Json | None = None) -> Any:
        """Put something in its place."""
        return await self._ask("PUT", path, again=False, json=body or {})

    async def patch(self, path: str, body: Json) -> Any:
        """Change something."""
        return await self._ask("PATCH", path, again=False, json=body)

    async def pages(self, path: str, **query: Any) -> list[Json]:
        """Every row of a list."""
        rows: list[Json] = []
        page = 1
        while True:
            answer = await self.get(path, page=page, **query)
            if isinstance(answer, list):
                return answer
            rows += answer["results"]
            if not answer.get("next"):
                return rows
            page += 1

    async def stay_in_use(self) -> None:
        """Ask something every few minutes for ever, as a page does whose person is there."""
        while True:
            await asyncio.sleep(USE_S)
            with contextlib.suppress(Closed, Refused):
                await self.get("me")

    async def ticket(self, session: str) -> str:
        """A ticket that opens one websocket, once and soon. Closed where no server answers."""
        answer = await self.post(f"sessions/{session}/ticket", again=True)
        return str(answer["ticket"])

    async def sign_agreements(self) -> int:
        """Sign what waits for this person; returns how many there were."""
        me = await self.get("me")
        for agreement in me["unsigned"]:
            name = me["legal_name"] or me["preferred_name"]
            # Signed twice is signed once.
            await self.post(f"agreements/{agreement['id']}/sign", {"name": name}, again=True)
        return len(me["unsigned"])

    async def _ask(self, method: str, path: str, *, again: bool, **options: Any) -> Any:
        """`again`: to ask twice is the same as to ask once, whatever became of the first."""
        for tried in itertools.count(1):
            pause_s = 1.0
            try:
                answer = await self._http.request(
                    method, f"/api/v1/{path}", headers=self._headers, **options
                )
            except httpx.TransportError as error:
                if not again or tried == TRIES:
                    raise Closed(f"no answer from {path} ({type(error).__name__})") from error
            else:
                if answer.status_code not in (TOO_MANY, *AWAY):
                    return _content(answer)
                if tried == TRIES:
                    return _nothing(answer)
                pause_s = min(20.0, float(answer.headers.get("Retry-After", 1)))
            await asyncio.sleep(pause_s)
        return None


async def _token(http: httpx.AsyncClient, path: str, sent: Json) -> str:
    answer = await http.post(path, json=sent)
    if answer.status_code == 401 and "data" in answer.json():
        raise SimulationError("The account asks for a second factor: name one that has none.")
    content = _content(answer)
    return str(content["meta"]["session_token"])


def _nothing(answer: httpx.Response) -> Any:
    if answer.status_code in AWAY:
        raise Closed(f"no answer from {answer.request.url.path} ({answer.status_code})")
    return _content(answer)


def _content(answer: httpx.Response) -> Any:
    if answer.is_success:
        return answer.json() if answer.content else None
    try:
        problem = answer.json()
    except ValueError:
        problem = {}
    code = problem.get("code") or problem.get("errors", [{}])[0].get("code") or "failed"
    detail = problem.get("detail") or str(problem.get("fields") or answer.reason_phrase)
    raise Refused(str(code), f"{answer.request.url.path}: {detail}", answer.status_code)
