"""Plain consumers with an ORM transaction for each command, in a thread pool, then `group_send`.

`python -m tests.bench.references.orm.rooms` makes the tables.
"""

import hashlib
import json
import os
import time
from typing import Any

import django
from django.conf import settings

from vgroup.database import database

ROOMS = 100
DATABASE = database(os.environ["BENCH_DATABASE_URL"])
settings.configure(
    SECRET_KEY="bench",
    ALLOWED_HOSTS=["*"],
    INSTALLED_APPS=["daphne", "channels", "tests.bench.references.orm.apps.Orm"],
    DATABASES={"default": DATABASE},
    CHANNEL_LAYERS={"default": {"BACKEND": "channels.layers.InMemoryChannelLayer"}},
    USE_TZ=True,
    LOGGING_CONFIG=None,
)
django.setup()

from channels.db import database_sync_to_async  # noqa: E402
from channels.generic.websocket import AsyncJsonWebsocketConsumer  # noqa: E402
from channels.routing import ProtocolTypeRouter, URLRouter  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import transaction  # noqa: E402
from django.urls import path  # noqa: E402

from tests.bench.references.orm.models import Entry, Head, Secret  # noqa: E402


class Room(AsyncJsonWebsocketConsumer):
    """One socket in one room."""

    async def connect(self) -> None:
        """Join the room's group."""
        where = self.scope["url_route"]["kwargs"]
        self.room, self.actor = where["room"], f"s_{where['seat']}"
        self.group = f"room_{self.room}"
        await self.channel_layer.group_add(self.group, self.channel_name)
        await self.accept()

    async def disconnect(self, code: int) -> None:
        """Leave it."""
        await self.channel_layer.group_discard(self.group, self.channel_name)

    async def receive_json(self, content: Any, **_: Any) -> None:
        """Make it durable, then tell everyone."""
        seq = await database_sync_to_async(write, thread_sensitive=False)(
            self.room, self.actor, content
        )
        event = {"kind": content["kind"], "seat": self.actor, "seq": seq}
        told = {"type": "room.event", "event": event, "text": content.get("text")}
        await self.channel_layer.group_send(self.group, told)

    async def room_event(self, message: dict[str, Any]) -> None:
        """Tell this one."""
        told = {"type": "event", "event": message["event"], "private": {"text": message["text"]}}
        await self.send_json(told)


@transaction.atomic
def write(room: int, actor: str, content: dict[str, Any]) -> int:
    """One command in one transaction; returns its place."""
    head = Head.objects.select_for_update().get(room=room)
    done = Entry.objects.filter(room=head, actor=actor, ref=content["ref"]).first()
    if done is not None:
        return done.seq
    at = time.time_ns() // 1_000_000
    body = json.dumps({"seq": head.seq + 1, "at": at, "actor": actor, **content}).encode()
    digest = hashlib.sha256(bytes(head.hash) + body).digest()
    head.seq, head.hash = head.seq + 1, digest
    entry = Entry.objects.create(
        room=head,
        seq=head.seq,
        at=at,
        actor=actor,
        ref=content["ref"],
        kind=content["kind"],
        body=body,
        hash=digest,
    )
    if "text" in content:
        Secret.objects.create(entry=entry, body=content["text"].encode())
    head.save(update_fields=["seq", "hash"])
    return head.seq


application = ProtocolTypeRouter(
    {"websocket": URLRouter([path("rooms/<int:room>/<int:seat>", Room.as_asgi())])}
)

if __name__ == "__main__":
    call_command("migrate", run_syncdb=True, verbosity=0)
    Head.objects.bulk_create(Head(room=room) for room in range(ROOMS))
