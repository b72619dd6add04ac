"""A small proxy as a clinic would run one: each room to one web process, the rest in turn.

It looks at the head of a connection's first request and passes bytes from then on.
"""

import asyncio
import contextlib
import hashlib
import itertools
import re
from collections.abc import Iterable
from urllib.parse import urlsplit

ROOM = re.compile(rb"^GET /ws/rooms/([0-9a-f-]{36})")
CHECK_S = 0.5
PATIENCE_S = 1.0
CHUNK = 64 * 1024
NOBODY = b"HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
Address = tuple[str, int]


class Proxy:
    """Listens until closed; `url` ends without a slash."""

    def __init__(self) -> None:
        self.url = ""
        self._places: dict[str, Address] = {}
        self._unready: set[str] = set()
        self._turn = itertools.count()
        self._work: set[asyncio.Task[None]] = set()
        self._server: asyncio.Server | None = None

    async def start(self) -> None:
        """Listen on a port of its own."""
        self._server = await asyncio.start_server(self._accept, "127.0.0.1", 0)
        self.url = f"http://127.0.0.1:{self._server.sockets[0].getsockname()[1]}"
        self._keep(asyncio.create_task(self._check()))

    async def close(self) -> None:
        """Listen no more, and cut whoever is connected."""
        if self._server is not None:
            self._server.close()
        for task in tuple(self._work):
            task.cancel()
        await asyncio.gather(*self._work, return_exceptions=True)

    def point(self, place: str, url: str) -> None:
        """Send people to a place at this address; it is taken to be ready."""
        split = urlsplit(url)
        assert split.hostname
        assert split.port
        self._places[place] = (split.hostname, split.port)
        self._unready.discard(place)

    def forget(self, place: str) -> None:
        """Send nobody to a place any more; who is connected stays."""
        self._places.pop(place, None)

    def order(self, room: str) -> list[str]:
        """The places for a room, the first that is ready gets it; others move when one goes."""
        return sorted(self._places, key=lambda place: _weight(place, room), reverse=True)

    def serving(self, room: object) -> str:
        """The place that a new socket of a room goes to."""
        return self._ready(self.order(str(room)))[0]

    def _ready(self, places: list[str]) -> list[str]:
        # Where none is ready, one that only seems so is worth a try.
        return [place for place in places if place not in self._unready] or places

    def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._keep(asyncio.create_task(self._serve(reader, writer)))

    def _keep(self, task: asyncio.Task[None]) -> None:
        self._work.add(task)
        task.add_done_callback(self._work.discard)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            head = await reader.readuntil(b"\r\n\r\n")
            room = ROOM.match(head)
            there = await self._connect(room[1].decode() if room else None)
            if there is None:
                writer.write(NOBODY)
                await writer.drain()
                return
            there[1].write(head if room else _closing(head))
            await _join((reader, writer), there)
        except (OSError, asyncio.IncompleteReadError):
            pass  # somebody went: so do both
        finally:
            await _close(writer)

    async def _connect(
        self, room: str | None
    ) -> tuple[asyncio.StreamReader, asyncio.StreamWriter] | None:
        for place in self._ready(self.order(room) if room else self._in_turn()):
            try:
                async with asyncio.timeout(PATIENCE_S):
                    return await asyncio.open_connection(*self._places[place])
            except (OSError, KeyError):
                continue
        return None

    def _in_turn(self) -> list[str]:
        places = sorted(self._places)
        first = next(self._turn) % len(places) if places else 0
        return places[first:] + places[:first]

    async def _check(self) -> None:
        while True:
            await asyncio.sleep(CHECK_S)
            await asyncio.gather(*(self._look(*place) for place in tuple(self._places.items())))

    async def _look(self, place: str, address: Address) -> None:
        ready = await _is_ready(address)
        if self._places.get(place) != address:
            return  # somebody else is there by now
        if ready:
            self._unready.discard(place)
        else:
            self._unready.add(place)


def first(places: Iterable[str], room: str) -> str:
    """Where a room goes if all of these are ready."""
    return max(places, key=lambda place: _weight(place, room))


def _weight(place: str, room: str) -> bytes:
    return hashlib.sha256(f"{place}/{room}".encode()).digest()


def _closing(head: bytes) -> bytes:
    """One request a connection, so that the next one goes to whoever is ready then."""
    line, *fields = head.removesuffix(b"\r\n\r\n").split(b"\r\n")
    kept = [field for field in fields if not field.lower().startswith(b"connection:")]
    return b"\r\n".join([line, *kept, b"Connection: close", b"", b""])


async def _join(
    here: tuple[asyncio.StreamReader, asyncio.StreamWriter],
    there: tuple[asyncio.StreamReader, asyncio.StreamWriter],
) -> None:
    """Pass bytes both ways until either side has gone."""
    ways = [
        asyncio.create_task(_pass(here[0], there[1])),
        asyncio.create_task(_pass(there[0], here[1])),
    ]
    try:
        await asyncio.wait(ways, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for way in ways:
            way.cancel()
        await asyncio.gather(*ways, return_exceptions=True)
        await _close(there[1])


async def _pass(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    with contextlib.suppress(OSError):
        while data := await reader.read(CHUNK):
            writer.write(data)
            await writer.drain()


async def _close(writer: asyncio.StreamWriter) -> None:
    writer.close()
    with contextlib.suppress(OSError, TimeoutError):
        async with asyncio.timeout(PATIENCE_S):
            await writer.wait_closed()
    writer.transport.abort()


async def _is_ready(address: Address) -> bool:
    try:
        async with asyncio.timeout(PATIENCE_S):
            reader, writer = await asyncio.open_connection(*address)
            try:
                host = b"%b:%d" % (address[0].encode(), address[1])
                writer.write(
                    b"GET /readyz HTTP/1.1\r\nHost: " + host + b"\r\nConnection: close\r\n\r\n"
                )
                return (await reader.readline()).split()[1:2] == [b"200"]
            finally:
                writer.close()
    except OSError:
        return False
