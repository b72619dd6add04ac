"""The ASGI door: HTTP to Django, websockets to the rooms."""

import os
from typing import Any

from channels.routing import ProtocolTypeRouter
from django.core.asgi import get_asgi_application

from vgroup import health

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "vgroup.settings")

http = health.before(get_asgi_application())


async def rooms(scope: Any, receive: Any, send: Any) -> None:
    """Open the websocket door; it checks a page's origin itself, where a cookie would count."""
    from sessions_app.live.websocket import application as websocket

    await websocket(scope, receive, send)


application = ProtocolTypeRouter({"http": http, "websocket": rooms})
