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
from sessions_app.live.frames import (
    Ack,
    Beat,
    BeatBack,
    CaptionIn,
    CaptionOut,
    CommandFrame,
    ErrorFrame,
    Hello,
    MediaOut,
    SignalIn,
    SignalOut,
)
from sessions_app.live.message import Message
from sessions_app.live.outbox import Socket
from sessions_app.live.presence import Goodbye
from sessions_app.live.timepiece import timepiece
from sessions_app.room.decision import Command
from sessions_app.room.errors import NotFound, NotPermitted, RoomError, WrongPhase
from sessions_app.room.people import Connect, Person

log = logging.getLogger(__name__)

Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]

HELLO_S = 10
RATE, BURST = 20.0, 60  # frames a second, and at once
# A device that meets four others at once has a dozen things to say to each.
MEDIA_RATE, MEDIA_BURST = 40.0, 400
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
        self._media_bucket = Bucket(MEDIA_RATE, MEDIA_BURST, timepiece.now())
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
            text = message.get("text")
            if text is None:
                self._refuse(None, "malformed", "Send text frames with JSON.")
            elif self._fits(text):
                await self._take(text)

    def _fits(self, text: str) -> bool:
        """Whether a frame keeps to pace and size; what media say may be more, and larger."""
        media, size = frames.is_media(text), len(text.encode())
        bucket = self._media_bucket if media else self._bucket
        limit = frames.MEDIA_LIMIT if media else frames.FRAME_LIMIT
        # A burst of the largest would be a hundred megabytes, so those count for more.
        if not bucket.take(timepiece.now(), 1 + min(size, limit - 1) // frames.FRAME_LIMIT):
            pace = MEDIA_RATE if media else RATE
            self._refuse(None, "too_fast", f"Send fewer frames: at most {pace:.0f} a second.")
            return False
        if size > limit:
            self._refuse(None, "too_large", f"A frame holds at most {limit // 1024} KB.")
            return False
        return True

    async def _take(self, text: str) -> None:
        try:
            frame = frames.decode(text)
        except (msgspec.MsgspecError, RecursionError) as error:
            self._refuse(None, "malformed", f"This is no frame of {frames.PROTOCOL}: {error}")
            return
        match frame:
            case CommandFrame():
                await self._command(frame)
            case SignalOut():
                self._signal(frame)
            case CaptionOut():
                self._caption(frame)
            case MediaOut(data=data):
                self._live.media.take(self._socket, data)
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

    def _signal(self, frame: SignalOut) -> None:
        person = self._present()
        if person is None:
            self._refuse(None, NotFound().code, NotFound().message)
            return
        text = frames.encode(SignalIn(person.seat, frame.data))
        self._live.whisper(self._session, person.place, text, frame.to)

    def _caption(self, frame: CaptionOut) -> None:
        person, words = self._present(), frame.text.strip()
        if person is None or not (person.role == "staff" or person.function == "captioner"):
            self._refuse(None, NotPermitted().code, NotPermitted().message)
        elif not 0 < len(words) <= frames.CAPTION_LIMIT:
            self._refuse(None, "malformed", "A caption has 1 to 300 characters.")
        else:
            text = frames.encode(CaptionIn(person.seat, words))
            self._live.whisper(self._session, person.place, text)

    def _present(self) -> Person | None:
        """The person of this socket, if they are inside and connected."""
        feed = self._live.hub.feeds.get(self._session)
        people = feed.room.people if feed is not None else None
        seat = self._socket.seat
        return people.get(seat) if people is not None and people.is_present(seat) else None

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
        self._live.media.part(self._socket)
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
