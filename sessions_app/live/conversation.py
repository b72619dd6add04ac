"""What is said over one socket, which is one device of one person in one room.

Frames are checked for size, pace and shape here; what a command may do is the room's business.
"""

import asyncio
import contextlib
import logging
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any, assert_never

import msgspec
from autobahn.exception import Disconnected
from django.db import DatabaseError

from sessions_app.live import cursor, frames, intake, metrics, process, service
from sessions_app.live.bucket import Bucket
from sessions_app.live.frames import Ack, Beat, BeatBack, CommandFrame, ErrorFrame, Hello, SignalOut
from sessions_app.live.message import Message
from sessions_app.live.outbox import Socket
from sessions_app.live.presence import Goodbye
from sessions_app.live.timepiece import timepiece
from sessions_app.room.decision import Command
from sessions_app.room.errors import NotFound, RoomError, WrongPhase
from sessions_app.room.people import Connect

log = logging.getLogger(__name__)

Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]

HELLO_S = 10
RATE, BURST = 20.0, 60  # frames a second, and at once
PATIENCE = 100  # frames refused before the socket is closed


async def close(send: Send, code: int) -> None:
    """Close a socket with a code, if it is still there."""
    metrics.closed.labels(str(code)).inc()
    # The other side may be gone already, and daphne says so by raising.
    with contextlib.suppress(Exception):
        await send({"type": "websocket.close", "code": code, "reason": frames.CLOSE_CODES[code]})


async def speak(socket: Socket, send: Send) -> None:
    """Send what waits for a socket, until it is to be closed."""
    # A client may go between two frames; what ends the conversation is told to its listener.
    with contextlib.suppress(Disconnected):
        while (message := await socket.next()) is not None:
            await send({"type": "websocket.send", "text": message.text})


class Conversation:
    """A socket from its hello to its goodbye."""

    def __init__(self, socket: Socket, receive: Receive, send: Send) -> None:
        self._socket = socket
        self._session, self._account = socket.session, socket.account
        self._receive, self._send = receive, send
        self._live = process.current()
        self._bucket = Bucket(RATE, BURST, timepiece.now())
        self._patience = PATIENCE

    async def run(self) -> None:
        """Serve the socket until either side ends it."""
        hello = await self._hello()
        if hello is None:
            await close(self._send, frames.BAD_PROTOCOL)
            return
        try:
            await self._converse(hello)
        finally:
            # In a task of its own: this one may have been cancelled.
            self._live.hub.spawn(self._part())
        await close(self._send, self._socket.closing or frames.RESTARTING)

    async def _hello(self) -> Hello | None:
        try:
            async with asyncio.timeout(HELLO_S):
                message = await self._receive()
            frame = frames.decode(message.get("text") or "")
        except (TimeoutError, msgspec.MsgspecError):
            return None
        return frame if isinstance(frame, Hello) else None

    async def _converse(self, hello: Hello) -> None:
        try:
            feed = await self._live.hub.join(self._socket)
            connected = await self._connect()
        except ValueError:
            log.exception("A room's ledger can not be read by this version")
            self._socket.close(frames.MOVED_ON)
            return
        except DatabaseError:
            log.warning("A socket was turned away: the database does not answer")
            self._socket.close(frames.RESTARTING)
            return
        if not connected:
            return
        resume = cursor.decode(self._session, hello.resume) if hello.resume else None
        self._live.hub.spawn(self._live.hub.greet(feed, self._socket, resume))
        listening = asyncio.create_task(self._listen())
        speaking = asyncio.create_task(speak(self._socket, self._send))
        try:
            await asyncio.wait({listening, speaking}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for task in (listening, speaking):
                task.cancel()
            for result in await asyncio.gather(listening, speaking, return_exceptions=True):
                if isinstance(result, Exception):
                    log.error("A socket failed", exc_info=result)

    async def _connect(self) -> bool:
        """Tell the room of this connection; before the door opens there is nothing to tell."""
        try:
            connect = Connect(self._socket.connection)
            done = await service.execute(self._session, self._account, connect)
            await self._live.hub.reach(self._session, done.seq)
        except WrongPhase:
            return True
        except RoomError as error:
            self._socket.close(_CLOSING.get(error.code, frames.RESTARTING))
            await self._send(_text(ErrorFrame(None, error.code, error.message)))
            return False
        return True

    async def _listen(self) -> None:
        while (message := await self._receive())["type"] != "websocket.disconnect":
            self._socket.alive()
            if not self._bucket.take(timepiece.now()):
                self._refuse(None, "too_fast", "Send fewer frames: at most 20 a second.")
                continue
            text = message.get("text")
            if text is None:
                self._refuse(None, "malformed", "Send text frames with JSON.")
            elif len(text.encode()) > frames.FRAME_LIMIT:
                self._refuse(None, "too_large", "A frame holds at most 16 KB.")
            else:
                await self._take(text)

    async def _take(self, text: str) -> None:
        try:
            frame = frames.decode(text)
        except msgspec.MsgspecError as error:
            self._refuse(None, "malformed", f"This is no frame of {frames.PROTOCOL}: {error}")
            return
        match frame:
            case CommandFrame():
                await self._command(frame)
            case SignalOut():
                await self._signal(frame)
            case Beat():
                self._push(BeatBack(timepiece.now()))
            case Hello():
                self._refuse(None, "malformed", "A hello is sent once, as the first frame.")
            case _:
                assert_never(frame)

    async def _command(self, frame: CommandFrame) -> None:
        if not 0 < len(frame.ref) <= frames.REF_LIMIT or "\0" in frame.ref:
            self._refuse(None, "malformed", "ref: 1 to 64 characters of your own.")
            return
        try:
            command = intake.from_json(bytes(frame.command))
        except RoomError as error:
            self._refuse(frame.ref, error.code, error.message)
            return
        # Not waited for: while the database is slow, signs of life must still be heard. Commands
        # keep their order, for each is queued before the next is begun.
        self._live.hub.spawn(self._execute(frame.ref, command))

    async def _execute(self, ref: str, command: Command) -> None:
        try:
            done = await service.execute(self._session, self._account, command, ref)
        except RoomError as error:
            self._refuse(ref, error.code, error.message)
            if error.code == "signed_out":
                self._socket.close(frames.SIGNED_OUT)
        except Exception:
            log.exception("A command failed")
            self._refuse(ref, "failed", "That did not work, and nothing was changed.")
        else:
            self._push(Ack(ref, cursor.encode(self._session, done.seq)))

    async def _signal(self, frame: SignalOut) -> None:
        feed = self._live.hub.feeds.get(self._session)
        if feed is None or not feed.room.people.is_present(self._socket.seat):
            self._refuse(None, NotFound().code, NotFound().message)
            return
        text = frames.encode(frames.SignalIn(self._socket.seat, frame.data))
        await self._live.signal(self._session, frame.to, text)

    def _refuse(self, ref: str | None, code: str, message: str) -> None:
        if code in ("too_fast", "too_large", "malformed"):
            self._patience -= 1
            if self._patience <= 0:
                self._socket.close(frames.FLOOD)
                return
        self._push(ErrorFrame(ref, code, message))

    def _push(self, frame: Ack | BeatBack | ErrorFrame) -> None:
        self._socket.push(Message(frames.encode(frame)))

    async def _part(self) -> None:
        self._live.hub.remove(self._socket)
        as_of = timepiece.now()
        if self._socket.closing == frames.SILENT:
            as_of = self._socket.seen_at
        socket = self._socket
        goodbye = Goodbye(self._session, socket.seat, socket.connection, as_of)
        await self._live.presence.part(goodbye)
        await self._live.hub.vacate(self._session)


_CLOSING = {
    "not_found": frames.NOT_FOUND,
    "signed_out": frames.SIGNED_OUT,
}


def _text(frame: ErrorFrame) -> dict[str, str]:
    return {"type": "websocket.send", "text": frames.encode(frame)}
