"""What one device receives: one connection, negotiated anew as people come and go."""

import asyncio
import logging
from collections.abc import Callable, Iterable
from typing import Any, Final

from sessions_app.media.janus.handle import Handle, Reply
from sessions_app.media.janus.publisher import modest
from sessions_app.media.janus.session import Json
from sessions_app.media.janus.trouble import NO_SUCH_FEED, Gone, Refused, Trouble
from sessions_app.media.janus.videoroom import VideoRoom
from sessions_app.media.messages import AnyToPage, MediaOffer, Stream, Wanted

log = logging.getLogger(__name__)

PAGE_S: Final = 15.0  # for a page to answer
AGAIN_S: Final = 0.2  # after which people that were there a moment ago are asked for again
# By layer: the half of a picture with half of its frames, the half, and the whole.
SIZES: Final[tuple[Json, ...]] = (
    {"substream": 0, "temporal": 1},
    {"substream": 0, "temporal": 2},
    {"substream": 1, "temporal": 2},
)

Read = Callable[[list[Json]], tuple[Stream, ...]]


class Subscriber:
    """One attachment that receives; `broke` is called when it can not go on."""

    def __init__(
        self,
        handle: Handle,
        room: VideoRoom,
        private_id: int,
        read: Read,
        tell: Callable[[AnyToPage], None],
        broke: Callable[[], None],
    ) -> None:
        self._handle = handle
        self._room = room
        self._private_id = private_id
        self._read = read
        self._tell = tell
        self._broke = broke
        self._feeds: set[str] = set()
        self._taken: set[str] = set()
        self._fresh: set[str] = set()  # came while it was asked who is there
        self._joined = False
        self._offered: Reply | None = None  # the newest, not told yet
        self._answer: asyncio.Future[str] | None = None
        self._n = 0
        self._mids: set[str] = set()
        self._wake = asyncio.Event()
        self._task = asyncio.create_task(self._run())

    def add(self, feeds: Iterable[str]) -> None:
        """Take in what these people send, from now."""
        feeds = set(feeds)
        self._taken -= feeds  # who is there anew has other lines
        self._feeds |= feeds
        self._fresh |= feeds
        self._wake.set()

    def drop(self, feed: str) -> None:
        """Somebody sends no more; Janus offers what remains by itself."""
        self._feeds.discard(feed)
        self._taken.discard(feed)

    def offered(self, reply: Reply) -> None:
        """What Janus offers: the lines as they are now."""
        if reply.sdp:
            self._offered = reply
            self._wake.set()

    def answer(self, n: int, sdp: str) -> None:
        """The page's answer; one to an older offer is ignored."""
        if n != self._n or self._answer is None or self._answer.done() or not modest(sdp):
            return
        self._answer.set_result(sdp)

    async def want(self, wanted: Iterable[Wanted]) -> None:
        """Send these lines or not, and how large; raises Trouble."""
        streams = [
            {"mid": one.mid, "send": one.on, **SIZES[one.layer]}
            for one in {one.mid: one for one in wanted if one.mid in self._mids}.values()
        ]
        if streams:
            await self._handle.ask({"request": "configure", "streams": streams})

    async def trickle(self, candidate: dict[str, Any]) -> None:
        """Pass on a candidate."""
        await self._handle.trickle(candidate)

    async def detach(self) -> None:
        """Let it go; nothing comes to the device any more."""
        self._task.cancel()
        await self._handle.detach()
        await asyncio.gather(self._task, return_exceptions=True)

    async def _run(self) -> None:
        try:
            while True:
                await self._wake.wait()
                self._wake.clear()
                # One negotiation at a time: what changes meanwhile is one change afterwards.
                while self._offered is not None or self._feeds - self._taken:
                    if self._offered is not None:
                        await self._negotiate(self._offered)
                    else:
                        await self._subscribe(self._feeds - self._taken)
        except Gone:
            return
        except (Trouble, TimeoutError, LookupError) as error:
            log.warning("What comes to a device broke off: %s", type(error).__name__)
            self._broke()

    async def _subscribe(self, new: set[str]) -> None:
        self._taken |= new
        streams = [{"feed": feed} for feed in sorted(new)]
        try:
            self.offered(await self._handle.ask(self._wish(streams)))
            self._joined = True
        except Refused as refused:
            if refused.code != NO_SUCH_FEED:
                raise
            self._taken -= new
            self._fresh = set()
            there = await self._room.publishers()
            self._feeds -= new - there - self._fresh
            await asyncio.sleep(AGAIN_S)

    def _wish(self, streams: list[Json]) -> Json:
        if self._joined:
            return {"request": "subscribe", "streams": streams}
        return {
            "request": "join",
            "ptype": "subscriber",
            "room": self._room.name,
            "private_id": self._private_id,
            "streams": streams,
        }

    async def _negotiate(self, offer: Reply) -> None:
        self._offered = None
        self._n += 1
        streams = self._read(offer.data.get("streams", []))
        self._mids = {stream.mid for stream in streams}
        self._answer = asyncio.get_running_loop().create_future()
        self._tell(MediaOffer(self._n, offer.sdp, streams))
        async with asyncio.timeout(PAGE_S):
            sdp = await self._answer
        await self._handle.ask({"request": "start"}, {"type": "answer", "sdp": sdp})
