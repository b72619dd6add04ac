"""What one device sends: its place in a room, its connection, and which of its lines pass."""

import asyncio
import re
from collections.abc import Callable, Iterable
from typing import Any, Final

from sessions_app.media.janus.handle import Handle
from sessions_app.media.janus.trouble import ID_TAKEN, Refused
from sessions_app.media.janus.videoroom import VideoRoom, most_bits
from sessions_app.media.messages import SOURCES
from sessions_app.media.permit import Permit

NO_ANSWER: Final = 0  # as a code: Janus said neither yes nor no
KINDS: Final = ("audio", "video", "video")
# Janus reads the names of attributes in either case; a page writes the ones it has to in small.
CANDIDATE: Final = re.compile(r"^[ \t]*a[ \t]*=[ \t]*candidate\b", re.MULTILINE | re.IGNORECASE)
MOST_CANDIDATES: Final = 100  # of one description; Janus sends something to each of them
MID: Final = re.compile(r"^[ \t]*a[ \t]*=[ \t]*mid\b.*$", re.MULTILINE | re.IGNORECASE)


class Publisher:
    """One attachment that sends. Its requests raise Trouble."""

    def __init__(self, handle: Handle, room: VideoRoom, person: str) -> None:
        self._handle = handle
        self._room = room
        self.person = person
        self._offered = False
        self._lines = False  # whether Janus has them, so that they can be silenced
        self._muted: set[str] = set()  # mids that Janus has confirmed to let through no more
        self._settling = asyncio.Lock()

    async def join(self, token: str) -> dict[str, Any]:
        """Enter the room, in the place of another device of this person; what Janus says."""
        body = {
            "request": "join",
            "ptype": "publisher",
            "room": self._room.name,
            "id": self.person,
            "token": token,
        }
        try:
            return (await self._handle.ask(body)).data
        except Refused as refused:
            if refused.code != ID_TAKEN:
                raise
        await self._room.kick(self.person)
        return (await self._handle.ask(body)).data

    async def publish(self, sdp: str, video_kbps: int, permit: Callable[[], Permit]) -> str | None:
        """The answer to an offer, once what the permit lacks is silenced; None for nonsense."""
        if self._offered or not fits(sdp):
            return None
        self._offered = True
        body = {"request": "configure", "bitrate": most_bits(video_kbps)}
        async with self._settling:
            reply = await self._handle.ask(body, {"type": "offer", "sdp": sdp})
            if not reply.sdp or not as_offered(reply.data.get("streams", ())):
                raise Refused(NO_ANSWER)
            self._lines = True
            # Without the answer the device can not send: nothing passes before this.
            await self._settle(permit)
        return reply.sdp

    async def settle(self, permit: Callable[[], Permit]) -> None:
        """Let pass what the permit has, as it is when this returns, and nothing else."""
        async with self._settling:
            if self._lines:
                await self._settle(permit)

    async def trickle(self, candidate: dict[str, Any]) -> None:
        """Pass on a candidate."""
        await self._handle.trickle(candidate)

    async def detach(self) -> None:
        """Let it go; nothing of it passes any more."""
        await self._handle.detach()

    async def _settle(self, permit: Callable[[], Permit]) -> None:
        while (change := self._change(permit())) is not None:
            mid, mute = change
            await self._room.moderate(self.person, mid, mute)
            (self._muted.add if mute else self._muted.discard)(mid)

    def _change(self, permit: Permit) -> tuple[str, bool] | None:
        silent = {str(mid) for mid, source in enumerate(SOURCES) if not getattr(permit, source)}
        if wrong := sorted(silent - self._muted):
            return wrong[0], True
        if wrong := sorted(self._muted - silent):
            return wrong[0], False
        return None


def fits(sdp: str) -> bool:
    """Whether an offer has the three lines we can silence, each by its own name, and no more."""
    # A line that only one of two readers sees.
    if not modest(sdp) or re.search(r"\r(?!\n)|[\v\f]", sdp):
        return False
    head, *sections = re.split(r"^(?=m=)", sdp, flags=re.MULTILINE)
    mids = [[line.rstrip("\r") for line in MID.findall(part)] for part in (head, *sections)]
    kinds = tuple(section[2:].split(" ", 1)[0] for section in sections)
    return kinds == KINDS and mids == [[], *([f"a=mid:{mid}"] for mid in range(len(KINDS)))]


def modest(sdp: str) -> bool:
    """Whether Janus reads a description at all, and is not sent all over the network by it."""
    return "\0" not in sdp and len(CANDIDATE.findall(sdp)) <= MOST_CANDIDATES


def as_offered(lines: Iterable[dict[str, Any]]) -> bool:
    """Whether the lines that Janus took are named as we name them when we silence one."""
    known = {str(mid): kind for mid, kind in enumerate(KINDS)}
    return all(known.get(str(line.get("mid"))) == line.get("type") for line in lines)
