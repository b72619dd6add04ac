"""One room of Janus: made so that nothing in it is recorded, listed or open; ruled from here."""

import secrets
from typing import Any, Final

from sessions_app.media.janus.handle import Handle, Reply
from sessions_app.media.janus.trouble import NO_SUCH_FEED, NO_SUCH_ROOM, ROOM_EXISTS, Refused

VOICE_KBPS: Final = 64


class VideoRoom:
    """A room by its name. All its requests raise Trouble."""

    def __init__(self, control: Handle, name: str, secret: str) -> None:
        self._control = control
        self.name = name
        self._secret = secret

    async def make(self, admin_key: str, publishers: int, video_kbps: int) -> None:
        """Have the room there be; somebody else may have made it."""
        if (await self._ask("exists")).data.get("exists"):
            return
        try:
            await self._ask(
                "create",
                admin_key=admin_key,
                permanent=False,
                is_private=True,
                require_pvtid=True,
                # That there is a list shuts the door; `enable` later on would ignore ours.
                allowed=[secrets.token_hex(16)],
                publishers=publishers,
                bitrate=most_bits(video_kbps),
                bitrate_cap=True,
                notify_joining=True,
                audiolevel_event=True,
                # With the defaults it reports nobody.
                audio_active_packets=10,
                audio_level_average=60,
                record=False,
                lock_record=True,
            )
        except Refused as refused:
            if refused.code != ROOM_EXISTS:
                raise

    async def admit(self, token: str) -> None:
        """Let in whoever brings this."""
        await self._ask("allowed", action="add", allowed=[token])

    async def dismiss(self, token: str) -> None:
        """Let nobody in for it any more."""
        await self._unless(NO_SUCH_ROOM, "allowed", action="remove", allowed=[token])

    async def kick(self, person: str) -> None:
        """Put somebody out."""
        await self._unless(NO_SUCH_FEED, "kick", id=person)

    async def moderate(self, person: str, mid: str, mute: bool) -> None:
        """Let a line of somebody's pass no more, or again."""
        await self._ask("moderate", id=person, mid=mid, mute=mute)

    async def publishers(self) -> set[str]:
        """Who sends."""
        reply = await self._ask("listparticipants")
        return {str(one["id"]) for one in reply.data["participants"] if one.get("publisher")}

    async def end_if_empty(self) -> None:
        """Take the room away unless somebody is in it, perhaps of another process."""
        try:
            if not (await self._ask("listparticipants")).data["participants"]:
                await self._ask("destroy", permanent=False)
        except Refused as refused:
            if refused.code != NO_SUCH_ROOM:
                raise

    async def _unless(self, code: int, request: str, **fields: Any) -> None:
        try:
            await self._ask(request, **fields)
        except Refused as refused:
            if refused.code != code:
                raise

    async def _ask(self, request: str, **fields: Any) -> Reply:
        body = {"request": request, "room": self.name, "secret": self._secret, **fields}
        return await self._control.ask(body, vital=True)


def most_bits(video_kbps: int) -> int:
    """The most somebody may send: a camera, a share and a voice, in bits a second."""
    return (2 * video_kbps + VOICE_KBPS) * 1000
