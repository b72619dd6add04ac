"""Our fan-out with no database under it: real server, hub, feeds, outboxes and frames.

A room of twelve is made by its own rules. What a socket posts becomes the room's next event, as
if it had just been committed, and goes the way every committed event goes.
"""

import asyncio
import os
import sys
from typing import Any
from uuid import UUID

import django

os.environ["DJANGO_SETTINGS_MODULE"] = "vgroup.settings"  # not those of the tests
django.setup()

from django.conf import settings  # noqa: E402
from msgspec.structs import replace  # noqa: E402

from accounts.ids import code  # noqa: E402
from sessions_app.live import conversation, frames, intake  # noqa: E402
from sessions_app.live.batch import Committed  # noqa: E402
from sessions_app.live.feed import Feed  # noqa: E402
from sessions_app.live.hub import Hub  # noqa: E402
from sessions_app.live.outbox import Socket  # noqa: E402
from sessions_app.live.standing import Account  # noqa: E402
from sessions_app.room import room as rooms  # noqa: E402
from sessions_app.room.decision import Actor, Ask  # noqa: E402
from sessions_app.room.room import Room  # noqa: E402
from tests.bench import circle  # noqa: E402
from vgroup import server  # noqa: E402

CHAT = 100  # messages a room is allowed to grow to: an evening's, not a benchmark's


class Fanout:
    """What runs beside the server, and the application it serves."""

    def __init__(self, seats: int) -> None:
        self.circle = circle.running(seats)
        self.written: dict[UUID, Room] = {}

    async def start(self, *, clock: bool) -> None:
        """Begin; there is no clock."""
        self.hub = Hub()

    async def stop(self) -> None:
        """End."""

    async def application(self, scope: Any, receive: Any, send: Any) -> None:
        """`/rooms/<room>/<seat>`: be inside at once, post, and hear everyone."""
        _, _, number, seat = scope["path"].split("/")
        session = UUID(int=int(number))
        await receive()
        await send({"type": "websocket.accept"})
        feed = self.hub.feeds.setdefault(session, Feed(session, self.circle.room))
        seated = self.circle.seats[int(seat)]
        socket = Socket(session, Account(0, 0), seated, "bench.0", scope["vgroup.wire"])
        feed.add(socket)
        socket.release(0)
        speaking = asyncio.create_task(conversation.speak(socket, send))
        try:
            while (message := await receive())["type"] != "websocket.disconnect":
                self.take(feed, socket, message["text"])
        finally:
            speaking.cancel()
            self.hub.remove(socket)

    def take(self, feed: Feed, socket: Socket, text: str) -> None:
        """Do what the door and the writer do between them, less the ledger."""
        socket.alive()
        frame = frames.decode(text)
        assert isinstance(frame, frames.CommandFrame)
        command = intake.from_json(bytes(frame.command))
        before = self.written.get(feed.session, feed.room)
        if len(before.talk.messages) > CHAT:
            before = replace(before, talk=self.circle.room.talk)
        ask = Ask(command, Actor(socket.seat, "participant"), before.at, code)
        room, facts = rooms.act(before, ask)
        self.written[feed.session] = room
        self.hub.heard([Committed(feed.session, facts, room)])


def main(port: int, seats: int) -> None:
    """Serve until ended."""
    fanout = Fanout(seats)
    server.run(
        fanout.application,
        fanout,
        host="127.0.0.1",
        port=port,
        clock=False,
        direct=settings.ENV.direct_send,
        ready=lambda bound: None,
    )


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
