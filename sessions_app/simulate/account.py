"""One account of a server over HTTP: signs in as an app does, and asks in its name."""

import asyncio
from typing import Any, Self

import httpx

from sessions_app.simulate.errors import Closed, Refused, SimulationError

TRIES = 5
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
        return await self._ask("GET", path, params=query)

    async def post(self, path: str, body: Json | None = None) -> Any:
        """Send something."""
        return await self._ask("POST", path, json=body or {})

    async def put(self, path: str, body: Json | None = None) -> Any:
        """Put something in its place."""
        return await self._ask("PUT", path, json=body or {})

    async def patch(self, path: str, body: Json) -> Any:
        """Change something."""
        return await self._ask("PATCH", path, json=body)

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

    async def ticket(self, session: str) -> str:
        """A ticket that opens one websocket, once and soon."""
        answer = await self.post(f"sessions/{session}/ticket")
        return str(answer["ticket"])

    async def sign_agreements(self) -> int:
        """Sign what waits for this person; returns how many there were."""
        me = await self.get("me")
        for agreement in me["unsigned"]:
            name = me["legal_name"] or me["preferred_name"]
            await self.post(f"agreements/{agreement['id']}/sign", {"name": name})
        return len(me["unsigned"])

    async def _ask(self, method: str, path: str, **options: Any) -> Any:
        for tried in range(1, TRIES + 1):
            try:
                answer = await self._http.request(
                    method, f"/api/v1/{path}", headers=self._headers, **options
                )
            except httpx.TransportError as error:
                raise Closed(f"no answer from {path} ({type(error).__name__})") from error
            if answer.status_code not in (429, 503) or tried == TRIES:
                return _content(answer)
            await asyncio.sleep(min(20.0, float(answer.headers.get("Retry-After", 1))))
        return None


async def _token(http: httpx.AsyncClient, path: str, sent: Json) -> str:
    answer = await http.post(path, json=sent)
    if answer.status_code == 401 and "data" in answer.json():
        raise SimulationError("The account asks for a second factor: name one that has none.")
    content = _content(answer)
    return str(content["meta"]["session_token"])


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
