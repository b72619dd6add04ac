"""Plain Channels as its tutorial has it: a consumer for each socket, `group_send` to a room."""

import os
from typing import Any

import django
from django.conf import settings

LAYERS = {
    "memory": {"BACKEND": "channels.layers.InMemoryChannelLayer"},
    "pubsub": {
        "BACKEND": "channels_redis.pubsub.RedisPubSubChannelLayer",
        "CONFIG": {"hosts": [os.environ.get("BENCH_REDIS_URL", "")]},
    },
}

settings.configure(
    SECRET_KEY="bench",
    ALLOWED_HOSTS=["*"],
    INSTALLED_APPS=["daphne", "channels"],
    DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}},
    CHANNEL_LAYERS={"default": LAYERS[os.environ["BENCH_LAYER"]]},
    LOGGING_CONFIG=None,
)
django.setup()

from channels.generic.websocket import AsyncJsonWebsocketConsumer  # noqa: E402
from channels.routing import ProtocolTypeRouter, URLRouter  # noqa: E402
from django.urls import path  # noqa: E402


class Room(AsyncJsonWebsocketConsumer):
    """One socket in one room."""

    async def connect(self) -> None:
        """Join the room's group."""
        self.group = f"room_{self.scope['url_route']['kwargs']['room']}"
        await self.channel_layer.group_add(self.group, self.channel_name)
        await self.accept()

    async def disconnect(self, code: int) -> None:
        """Leave it."""
        await self.channel_layer.group_discard(self.group, self.channel_name)

    async def receive_json(self, content: Any, **_: Any) -> None:
        """Hand what one sends to all."""
        await self.channel_layer.group_send(
            self.group, {"type": "chat.message", "message": content["message"]}
        )

    async def chat_message(self, event: dict[str, Any]) -> None:
        """Send it to this one."""
        await self.send_json({"message": event["message"]})


application = ProtocolTypeRouter(
    {"websocket": URLRouter([path("rooms/<int:room>/<int:seat>", Room.as_asgi())])}
)
