"""A Janus of the tests: a websocket that speaks as much of its protocol as the engine does.

It can refuse, hold back, drop and die. `packets` says who would get whose media now.
"""

import asyncio
import itertools
import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from websockets.asyncio.server import Server, ServerConnection, serve
from websockets.exceptions import ConnectionClosed

Json = dict[str, Any]
OFFER = "v=0\r\n" + "".join(
    f"m={kind} 9 UDP/TLS/RTP/SAVPF 96\r\na=mid:{mid}\r\n"
    for mid, kind in enumerate(("audio", "video", "video"))
)


class No(Exception):
    """A refusal of the VideoRoom."""

    def __init__(self, code: int) -> None:
        super().__init__(code)
        self.code = code


@dataclass(eq=False)
class Handle:
    """An attachment of somebody's session."""

    number: int
    say: Callable[[Json], None]
    room: "Room | None" = None
    id: str = ""
    kind: str = ""
    private_id: int = 0
    publishing: bool = False
    muted: set[str] = field(default_factory=set)
    feeds: set[str] = field(default_factory=set)
    waits: bool = False  # for an answer

    def event(self, data: Json, **more: Any) -> None:
        plugindata = {"plugin": "janus.plugin.videoroom", "data": {"videoroom": "event", **data}}
        self.say({"janus": "event", "sender": self.number, "plugindata": plugindata, **more})


@dataclass(eq=False)
class Room:
    """A room."""

    made: Json
    allowed: set[str]
    people: dict[str, Handle] = field(default_factory=dict)

    def tell(self, data: Json, but: Handle | None = None) -> None:
        for handle in self.people.values():
            if handle is not but:
                handle.event(data)


class FakeJanus:
    """It listens once `start` is through, and again after each `stop` and `start`."""

    def __init__(self, secret: str = "secret") -> None:
        self.secret = secret
        self.rooms: dict[str, Room] = {}
        self.handles: dict[int, Handle] = {}
        self.asked: list[Json] = []  # bodies, in order
        self.refuse: dict[str, list[int]] = {}  # codes for the next requests of a name
        self.hold: dict[str, asyncio.Event] = {}  # requests of a name wait for it
        self.ignore: set[str] = set()  # requests that get no answer
        self.odd: set[str] = set()  # that get one without what it should hold
        self.after: dict[str, Callable[[Handle], None]] = {}  # at once after an answer
        self.sessions = 0
        self._numbers = itertools.count(1000)
        self._port = 0
        self._server: Server | None = None

    @property
    def url(self) -> str:
        return f"ws://127.0.0.1:{self._port}/"

    async def start(self) -> None:
        self._server = await serve(
            self._serve,
            "127.0.0.1",
            self._port,
            subprotocols=["janus-protocol"],  # type: ignore[list-item]
        )
        self._port = self._server.sockets[0].getsockname()[1]

    async def stop(self) -> None:
        """Die: what there was is forgotten."""
        if self._server is not None:
            self._server.close()
            await self._server.wait_closed()
        self.rooms.clear()
        self.handles.clear()

    def names(self) -> list[str]:
        return [body["request"] for body in self.asked]

    def publisher(self, person: str) -> Handle:
        """The one of this name, in whichever room."""
        return next(
            h for room in self.rooms.values() for i, h in room.people.items() if i == person
        )

    def packets(self) -> set[tuple[str, str, str]]:
        """Who gets which line of whom: (from, mid, to)."""
        return {
            (feed, mid, handle.id)
            for handle in self.handles.values()
            if handle.kind == "subscriber" and handle.room is not None
            for feed in handle.feeds
            if (sender := handle.room.people.get(feed)) is not None and sender.publishing
            for mid in {"0", "1", "2"} - sender.muted
        }

    async def _serve(self, socket: ServerConnection) -> None:
        mine: set[int] = set()
        tasks: set[asyncio.Task[None]] = set()
        out: asyncio.Queue[Json] = asyncio.Queue()

        async def write() -> None:
            while True:
                await socket.send(json.dumps(await out.get()))

        writing = asyncio.create_task(write())
        try:
            async for raw in socket:
                task = asyncio.create_task(self._take(json.loads(raw), mine, out.put_nowait))
                tasks.add(task)
                task.add_done_callback(tasks.discard)
        except ConnectionClosed:
            pass
        finally:
            for task in (*tasks, writing):
                task.cancel()
            await asyncio.gather(writing, *tasks, return_exceptions=True)
            for number in mine:
                self._detach(number)

    async def _take(self, message: Json, mine: set[int], say: Callable[[Json], None]) -> None:
        echo = {"transaction": message["transaction"]}
        kind = message["janus"]
        assert message["apisecret"] == self.secret
        if kind in self.ignore:
            return
        if kind in self.hold:
            await self.hold[kind].wait()
        match kind:
            case kind if kind in self.odd:
                say({"janus": "success", **echo})
            case "create":
                self.sessions += 1
                say({"janus": "success", **echo, "data": {"id": self.sessions}})
            case "attach":
                number = next(self._numbers)
                mine.add(number)
                self.handles[number] = Handle(number, say)
                say({"janus": "success", **echo, "data": {"id": number}})
            case "detach" | "destroy":
                self._detach(message.get("handle_id", 0))
                say({"janus": "success", **echo})
            case "keepalive" | "trickle":
                self.asked.append({"request": kind, **message.get("candidate", {})})
                say({"janus": "ack", **echo})
            case "message":
                await self._message(message, echo, say)

    async def _message(self, message: Json, echo: Json, say: Callable[[Json], None]) -> None:
        body, handle = message["body"], self.handles.get(message["handle_id"])
        request = body["request"]
        self.asked.append(body)
        if request in self.ignore:
            return
        if handle is None:
            say({"janus": "error", **echo, "error": {"code": 459, "reason": "no such handle"}})
            return
        later = f"_{request}" not in SYNC
        if later:
            say({"janus": "ack", **echo})
        if request in self.hold:
            await self.hold[request].wait()
        if handle.number not in self.handles:  # detached meanwhile
            return
        jsep: Json = {}
        try:
            if codes := self.refuse.get(request):
                raise No(codes.pop(0))
            data = getattr(self, f"_{request}")(handle, body, message.get("jsep"), jsep)
        except No as no:
            data = {"videoroom": "event", "error_code": no.code, "error": "no"}
        plugindata = {"plugin": "janus.plugin.videoroom", "data": data}
        kind = "event" if later else "success"
        answer = {"janus": kind, "sender": handle.number, "plugindata": plugindata, **echo}
        say(answer | ({"jsep": jsep} if jsep else {}))
        if (after := self.after.pop(request, None)) is not None:
            after(handle)

    # requests that are answered at once

    def _room(self, body: Json) -> Room:
        if (room := self.rooms.get(body["room"])) is None:
            raise No(426)
        return room

    def _exists(self, _: Handle, body: Json, *__: Any) -> Json:
        return {"videoroom": "success", "exists": body["room"] in self.rooms}

    def _create(self, _: Handle, body: Json, *__: Any) -> Json:
        if body["room"] in self.rooms:
            raise No(427)
        assert body["admin_key"] == self.secret
        self.rooms[body["room"]] = Room(body, set(body["allowed"]))
        return {"videoroom": "created"}

    def _destroy(self, _: Handle, body: Json, *__: Any) -> Json:
        room = self._room(body)
        assert body["secret"] == room.made["secret"]
        room.tell({"videoroom": "destroyed"})
        del self.rooms[body["room"]]
        return {"videoroom": "destroyed"}

    def _listparticipants(self, _: Handle, body: Json, *__: Any) -> Json:
        people = self._room(body).people
        listed = [{"id": i, "publisher": h.publishing} for i, h in people.items()]
        return {"videoroom": "participants", "participants": listed}

    def _allowed(self, _: Handle, body: Json, *__: Any) -> Json:
        room = self._room(body)
        change = {"add": room.allowed.update, "remove": room.allowed.difference_update}
        change[body["action"]](body["allowed"])
        return {"videoroom": "success"}

    def _moderate(self, _: Handle, body: Json, *__: Any) -> Json:
        room = self._room(body)
        assert body["secret"] == room.made["secret"]
        person = room.people.get(body["id"])
        if person is None or not person.publishing:
            raise No(428)
        (person.muted.add if body["mute"] else person.muted.discard)(body["mid"])
        what = "muted" if body["mute"] else "unmuted"
        room.tell({"id": person.id, "mid": body["mid"], "moderation": what})
        return {"videoroom": "success"}

    def _kick(self, _: Handle, body: Json, *__: Any) -> Json:
        room = self._room(body)
        if (person := room.people.get(body["id"])) is None:
            raise No(428)
        person.event({"leaving": "ok", "reason": "kicked"})
        self._out(person)
        return {"videoroom": "success"}

    # requests that are answered later

    def _join(self, handle: Handle, body: Json, _: Json | None, jsep: Json) -> Json:
        room = self._room(body)
        if body["ptype"] == "subscriber":
            owners = [h for h in room.people.values() if h.private_id == body["private_id"]]
            if not owners:
                raise No(433)
            handle.room, handle.kind, handle.id = room, "subscriber", owners[0].id
            return self._subscribe(handle, body, None, jsep) | {"videoroom": "attached"}
        if body["token"] not in room.allowed:
            raise No(433)
        if body["id"] in room.people:
            raise No(436)
        here = [{"id": i, "streams": []} for i, h in room.people.items() if h.publishing]
        handle.room, handle.kind, handle.id = room, "publisher", body["id"]
        handle.private_id = next(self._numbers)
        room.people[handle.id] = handle
        return {"videoroom": "joined", "private_id": handle.private_id, "publishers": here}

    def _configure(self, handle: Handle, _: Json, offer: Json | None, jsep: Json) -> Json:
        if offer is not None and handle.room is not None:
            handle.publishing = True
            jsep.update(type="answer", sdp=f"answer to {handle.id}")
            handle.room.tell({"publishers": [{"id": handle.id, "streams": []}]}, handle)
        return {"videoroom": "event", "configured": "ok"}

    def _subscribe(self, handle: Handle, body: Json, _: Json | None, jsep: Json) -> Json:
        room = handle.room
        assert room is not None
        new = {stream["feed"] for stream in body["streams"]}
        if any(feed not in room.people or not room.people[feed].publishing for feed in new):
            raise No(428)
        assert not handle.waits, "two negotiations at once"
        handle.feeds |= new
        handle.waits = True
        jsep.update(type="offer", sdp=f"offer to {handle.id}")
        return {"videoroom": "updated", "streams": _lines(handle)}

    def _start(self, handle: Handle, _: Json, answer: Json | None, __: Json) -> Json:
        assert answer is not None
        assert handle.waits
        handle.waits = False
        return {"videoroom": "event", "started": "ok"}

    def _leave(self, handle: Handle, *_: Any) -> Json:
        if handle.room is None:
            raise No(424)
        self._out(handle)
        handle.room = None
        handle.feeds.clear()
        return {"videoroom": "event", "leaving": "ok"}

    # what happens

    def _detach(self, number: int) -> None:
        if (handle := self.handles.pop(number, None)) is not None:
            self._out(handle)

    def _out(self, handle: Handle) -> None:
        room, handle.publishing = handle.room, False
        if room is None or handle.kind != "publisher":
            return
        handle.room = None
        if room.people.get(handle.id) is handle:
            del room.people[handle.id]
            room.tell({"leaving": handle.id})
        for other in self.handles.values():
            if other.room is room and handle.id in other.feeds:
                other.feeds.discard(handle.id)
                if not other.waits:
                    other.waits = True
                    data = {"videoroom": "updated", "streams": _lines(other)}
                    other.event(data, jsep={"type": "offer", "sdp": f"offer to {other.id}"})


SYNC = {f"_{n}" for n in ("exists", "create", "destroy", "listparticipants", "allowed")}
SYNC |= {"_moderate", "_kick"}


def _lines(handle: Handle) -> list[Json]:
    pairs = itertools.product(sorted(handle.feeds), ("0", "1", "2"))
    return [
        {"mid": str(n), "active": True, "feed_id": feed, "feed_mid": mid}
        for n, (feed, mid) in enumerate(pairs)
    ]


@asynccontextmanager
async def running(secret: str = "secret") -> AsyncIterator[FakeJanus]:
    """One that listens."""
    janus = FakeJanus(secret)
    await janus.start()
    try:
        yield janus
    finally:
        await janus.stop()
