"""Whether this process lives, whether it may be sent people, and what it counts; for machines.

Answered before Django, so that it works under any host name, without a redirect and while the
database is away. It says nothing about anyone.
"""

import json
from collections.abc import Awaitable, Callable, Mapping
from typing import Any, TypeAlias

Scope: TypeAlias = dict[str, Any]
Receive: TypeAlias = Callable[[], Awaitable[Mapping[str, Any]]]
Send: TypeAlias = Callable[[Mapping[str, Any]], Awaitable[None]]
Application: TypeAlias = Callable[[Scope, Receive, Send], Awaitable[None]]
Answer: TypeAlias = tuple[int, str, bytes]

JSON = "application/json"
TEXT = "text/plain; charset=utf-8"


def before(application: Application) -> Application:
    """The application, with its state of health answered in front of it."""

    async def answer(scope: Scope, receive: Receive, send: Send) -> None:
        asked = _ANSWERS.get(scope["path"])
        if asked is None:
            await application(scope, receive, send)
        elif scope["method"] not in ("GET", "HEAD") or _forwarded(scope):
            await _respond(send, (404, TEXT, b"Not found."))
        else:
            await _respond(send, await asked())

    return answer


async def _nothing(scope: Scope, receive: Receive, send: Send) -> None:
    await _respond(send, (404, TEXT, b"Not found."))


def _forwarded(scope: Scope) -> bool:
    # What came through the proxy came from outside; whoever watches asks the process itself.
    return any(name == b"x-forwarded-for" for name, _ in scope["headers"])


async def _alive() -> Answer:
    return 200, TEXT, b"alive"


async def _ready() -> Answer:
    from sessions_app.live import readiness

    state = await readiness.state()
    return (200 if state.ready else 503), JSON, json.dumps(state.report()).encode()


async def _metrics() -> Answer:
    from sessions_app.live import metrics

    return 200, metrics.CONTENT_TYPE, metrics.text()


_ANSWERS: dict[str, Callable[[], Awaitable[Answer]]] = {
    "/healthz": _alive,
    "/readyz": _ready,
    "/metrics": _metrics,
}


async def _respond(send: Send, answer: Answer) -> None:
    status, kind, body = answer
    headers = [
        (b"content-type", kind.encode()),
        (b"content-length", str(len(body)).encode()),
        (b"cache-control", b"no-store"),
    ]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})


application = before(_nothing)
