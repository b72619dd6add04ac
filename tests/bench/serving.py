"""Real `vgroup serve` processes, and people who join them with tickets as a browser would."""

import asyncio
import secrets
from collections.abc import Iterable, Sequence
from datetime import timedelta
from uuid import UUID

import psycopg
from django.utils import timezone

from accounts import tickets
from sessions_app.live.frames import PROTOCOL, TICKET_PREFIX
from tests.bench import crowd, machine
from tests.bench.crowd import Client
from tests.bench.program import AS_INSTALLED
from tests.bench.rooms import Filled
from tests.process import ServerProcess
from tests.stack import Stack

HELLO = b'{"type":"hello","resume":null}'
BEAT = b'{"type":"beat"}'
BEAT_S = 8.0
WELCOME_S = 30.0


class Served:
    """One process on the server's core; `rest` is how a socket that only listens stays open."""

    def __init__(self, stack: Stack, name: str, *options: str) -> None:
        self.stack, self.name, self.options = stack, name, options
        self._joined: list[Client] = []
        self._started = False

    async def start(self) -> None:
        """Start it, once, and give signs of life in the name of everyone who joins."""
        if self._started:
            return
        self._started = True
        log = self.stack.home / f"{self.name}.log"
        self.process = await asyncio.to_thread(
            ServerProcess, self.stack, log, *self.options, **AS_INSTALLED
        )
        machine.pin(self.pid, machine.SERVER_CORE)
        self.port = int(self.process.url.rpartition(":")[2])
        self._beating = asyncio.create_task(self._beat())

    async def stop(self) -> None:
        """End it; an error in its log is an error of the run."""
        if not self._started:
            return
        self._beating.cancel()
        for client in self._joined:
            client.cut()
        await asyncio.to_thread(self.process.close)

    @property
    def pid(self) -> int:
        return self.process.process.pid

    def cpu_us(self) -> float:
        """What it has used so far."""
        return machine.cpu_us(self.pid)

    async def join(self, session: UUID, ticket: str) -> Client:
        """Open a socket and be greeted with a snapshot."""
        greeted = asyncio.get_running_loop().create_future()

        def heard(client: Client, text: bytes) -> None:
            if text.startswith(b'{"type":"event"'):
                client.frames += 1
                if client.told is not None:
                    client.told(client)
            elif text.startswith(b'{"type":"welcome"'):
                greeted.set_result(None)
            elif text.startswith(b'{"type":"error"') and not greeted.done():
                greeted.set_exception(ConnectionError(text.decode()))
            elif text.startswith(b'{"type":"error"'):
                client.errors.append(text)

        client = await crowd.connect(
            self.port, f"/ws/rooms/{session}", (PROTOCOL, TICKET_PREFIX + ticket), heard
        )
        client.send(HELLO)
        async with asyncio.timeout(WELCOME_S):
            await greeted
        self._joined.append(client)
        return client

    async def part(self, clients: Iterable[Client]) -> None:
        """Let people go."""
        for client in clients:
            client.close()
            self._joined.remove(client)

    async def _beat(self) -> None:
        while True:
            await asyncio.sleep(BEAT_S)
            for client in self._joined:
                client.send(BEAT)


def issued(stack: Stack, rooms: Sequence[Filled], people: Sequence[int]) -> list[tuple[UUID, str]]:
    """A ticket for these people, by number, of each room: as the ticket office writes them."""
    found = [(room, room.users[n], secrets.token_urlsafe(32)) for room in rooms for n in people]
    until = timezone.now() + timedelta(minutes=2)
    with psycopg.connect(stack.database_url) as connection, connection.cursor() as cursor:
        cursor.executemany(
            "INSERT INTO accounts_ticket (digest, user_id, session_key, auth_epoch, expires_at) "
            "VALUES (%s, %s, %s, 0, %s)",
            [(tickets._digest(raw), user, room.session, until) for room, user, raw in found],
        )
    return [(room.session, raw) for room, _, raw in found]
