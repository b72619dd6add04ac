"""An ASGI application that accepts a websocket and listens: what daphne alone costs."""

from typing import Any


async def application(scope: Any, receive: Any, send: Any) -> None:
    """Accept, and hear until it is over."""
    await receive()
    await send({"type": "websocket.accept"})
    while (await receive())["type"] != "websocket.disconnect":
        pass
