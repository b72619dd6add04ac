"""Tells other processes that a room has moved on. A poke carries no fact: losing one costs time.

What must cross processes and is nobody's business on the way (signals) is sealed with a key
that the channel layer never sees.
"""

import asyncio
import contextlib
import logging
import secrets
import time
from typing import Any
from uuid import UUID

import msgspec
from channels.layers import BaseChannelLayer, InMemoryChannelLayer, get_channel_layer
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

from sessions_app.live import metrics
from sessions_app.live.hub import Hub

log = logging.getLogger(__name__)

RESUBSCRIBE_S = 3600  # a layer counts group_expiry (a day) from joining
RETRY_S = 1.0
AGAIN_S = 5.0  # between tries to subscribe a room that could not be
PATIENCE_S = 1.0
WHISPERS = 1000  # that may wait for the layer; what comes then is lost
STALE_S = 5.0  # after which nobody needs a whisper any more
EVERYONE = "hubs"


class Pokes:
    """One channel a process, one subscription a room, a publisher that coalesces."""

    def __init__(self, hub: Hub, layer: BaseChannelLayer) -> None:
        self._hub = hub
        self._layer = layer
        self._origin = secrets.token_hex(8)
        self._channel = ""
        self._pending: dict[UUID, int] = {}
        self._recheck = False
        self._unheard: set[UUID] = set()  # rooms whose subscription may be missing
        self._wake = asyncio.Event()
        self._whispers: asyncio.Queue[tuple[float, str, dict[str, Any]]] = asyncio.Queue(WHISPERS)
        self._tasks: list[asyncio.Task[None]] = []
        self._sealer = AESGCM(
            HKDF(SHA256(), 32, salt=None, info=b"vgroup.signal.v1").derive(
                settings.SECRET_KEY.encode()
            )
        )

    async def start(self) -> None:
        """Subscribe, and keep receiving and publishing until stopped."""
        self._hub.poke = self.publish
        self._hub.watchers.append(self._watch)
        for loop in (self._receive, self._publish, self._pass_on, self._resubscribe):
            self._tasks.append(asyncio.create_task(loop()))

    async def stop(self) -> None:
        """Stop receiving and publishing, for certain.

        The layer's client waits by asyncio.wait_for, which before Python 3.12 loses a
        cancellation that comes as its work is done: whoever goes on is told again.
        """
        going_on = set(self._tasks)
        while going_on:
            for task in going_on:
                task.cancel()
            _, going_on = await asyncio.wait(going_on, timeout=PATIENCE_S)

    def publish(self, session: UUID, seq: int) -> None:
        """Poke the other hubs about a room, soon; never waits."""
        self._pending[session] = seq
        self._wake.set()

    def recheck(self) -> None:
        """Ask every hub to look at its accounts again, soon; never waits."""
        self._recheck = True
        self._wake.set()

    async def _watch(self, session: UUID, held: bool) -> None:
        """Hear of a room, or hear of it no more; failing that, the sweep tells."""
        self._unheard.discard(session)
        if not self._channel:
            # The room is not among the hub's yet: whoever subscribes them all may miss it.
            if held:
                self._unheard.add(session)
            return
        change = self._layer.group_add if held else self._layer.group_discard
        try:
            # Whoever joins waits for it, and should not wait for a Redis that is frozen.
            async with asyncio.timeout(PATIENCE_S):
                await change(_group(session), self._channel)
        except Exception as error:  # noqa: BLE001 (whatever the layer's client raises)
            metrics.layer_errors.inc()
            log.warning("The channel layer does not answer: %s", type(error).__name__)
            if held:
                self._unheard.add(session)

    def whisper(self, session: UUID, place: str, text: str, seat: str | None) -> None:
        """Pass an expendable message to the other processes, sealed; never waits."""
        nonce, plain = secrets.token_bytes(12), msgspec.msgpack.encode((place, text, seat))
        # Bound to its room: whoever writes in the layer can not have it told in another.
        sealed = nonce + self._sealer.encrypt(nonce, plain, session.bytes)
        message = {"type": "signal", "origin": self._origin, "room": session.hex, "sealed": sealed}
        with contextlib.suppress(asyncio.QueueFull):  # a layer that does not answer
            self._whispers.put_nowait((time.monotonic(), _group(session), message))

    async def _pass_on(self) -> None:
        while True:
            said_at, group, message = await self._whispers.get()
            if time.monotonic() - said_at < STALE_S:
                await self._send(group, message)

    async def _publish(self) -> None:
        while True:
            await self._wake.wait()
            self._wake.clear()
            pending, self._pending = self._pending, {}
            if self._recheck:
                self._recheck = False
                await self._send(EVERYONE, {"type": "recheck", "origin": self._origin})
            for session, seq in pending.items():
                message = {"type": "poke", "origin": self._origin, "room": session.hex, "seq": seq}
                await self._send(_group(session), message)

    async def _send(self, group: str, message: dict[str, Any]) -> None:
        try:
            async with asyncio.timeout(PATIENCE_S):
                await self._layer.group_send(group, message)
        except Exception as error:  # noqa: BLE001
            metrics.layer_errors.inc()
            log.warning("The channel layer takes no pokes: %s", type(error).__name__)

    async def _receive(self) -> None:
        while True:
            try:
                if not self._channel:
                    self._channel = await self._layer.new_channel("hub")
                    await self._subscribe_all()
                self._take(await self._layer.receive(self._channel))
            except Exception as error:  # noqa: BLE001
                metrics.layer_errors.inc()
                log.warning("The channel layer is gone: %s", type(error).__name__)
                self._channel = ""
                await asyncio.sleep(RETRY_S)

    async def _subscribe_all(self) -> None:
        await self._layer.group_add(EVERYONE, self._channel)
        for session in tuple(self._hub.feeds):
            await self._layer.group_add(_group(session), self._channel)

    async def _resubscribe(self) -> None:
        heard_at = time.monotonic()
        while True:
            await asyncio.sleep(AGAIN_S)
            if time.monotonic() - heard_at > RESUBSCRIBE_S:
                heard_at = time.monotonic()
                self._unheard.update(self._hub.feeds)
            for session in tuple(self._unheard & self._hub.feeds.keys()):
                await self._watch(session, held=True)

    def _take(self, message: dict[str, Any]) -> None:
        if message["origin"] == self._origin:
            return
        match message["type"]:
            case "poke":
                self._hub.poked(UUID(message["room"]), message["seq"])
            case "recheck":
                self._hub.spawn(self._hub.recheck())
            case "signal":
                self._open(UUID(message["room"]), message["sealed"])

    def _open(self, session: UUID, sealed: bytes) -> None:
        try:
            plain = self._sealer.decrypt(sealed[:12], sealed[12:], session.bytes)
        except InvalidTag:
            log.warning("A signal under another key was dropped")
            return
        place, text, seat = msgspec.msgpack.decode(plain, type=tuple[str, str, str | None])
        self._hub.whisper(session, place, text, seat)


def _group(session: UUID) -> str:
    return f"room.{session.hex}"


def shared_layer() -> BaseChannelLayer | None:
    """The layer that joins processes; None where there is only this one."""
    layer = get_channel_layer()
    return None if layer is None or isinstance(layer, InMemoryChannelLayer) else layer
