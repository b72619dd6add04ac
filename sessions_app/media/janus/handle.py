"""One attachment to Janus's VideoRoom: a publisher, a subscriber, or the one that rules."""

import logging
from contextlib import suppress
from typing import Any

from msgspec import Struct

from sessions_app.media.janus.session import Hear, Json, Session
from sessions_app.media.janus.trouble import EXPECTED, Gone, Refused, Trouble

log = logging.getLogger(__name__)


class Reply(Struct, frozen=True):
    """What the VideoRoom says, and a description if there is one."""

    data: Json
    sdp: str


def reply(message: Json) -> Reply:
    """Read an answer or an event of the VideoRoom; raises Refused."""
    data = message.get("plugindata", {}).get("data", {})
    if (code := data.get("error_code")) is not None:
        raise Refused(int(code))
    return Reply(data, message.get("jsep", {}).get("sdp", ""))


class Handle:
    """An attachment; it ends with its session at the latest."""

    def __init__(self, session: Session, number: int) -> None:
        self._session = session
        self._number = number

    @classmethod
    async def attach(cls, session: Session, hear: Hear) -> "Handle":
        """A new one; `hear` is told what Janus reports of it. Raises Trouble."""
        return cls(session, await session.attach(hear))

    async def ask(
        self, body: dict[str, Any], jsep: dict[str, str] | None = None, *, vital: bool = False
    ) -> Reply:
        """Ask the VideoRoom; raises Trouble."""
        message: Json = {"janus": "message", "handle_id": self._number, "body": body}
        if jsep is not None:
            message["jsep"] = jsep
        try:
            return reply(await self._session.ask(message, vital=vital))
        except Trouble as trouble:
            expected = isinstance(trouble, Refused) and trouble.code in EXPECTED
            if not expected and not isinstance(trouble, Gone):
                log.info("Janus and %s: %s", body["request"], str(trouble) or "no answer")
            raise

    async def trickle(self, candidate: dict[str, Any]) -> None:
        """Pass on a candidate of the device."""
        message = {"janus": "trickle", "handle_id": self._number, "candidate": candidate}
        await self._session.ask(message, acked=True)

    async def detach(self) -> None:
        """Let it go; when this returns, nothing passes through it. Raises nothing.

        Janus confirms that a handle is detached before it really is, so the handle leaves first.
        It does so itself, where to kick its person could hit another device of theirs by now.
        Whoever does not answer is dead, or is cut off: see Session.ask.
        """
        self._session.forget(self._number)
        try:
            with suppress(Refused):  # it never joined, or was kicked
                await self.ask({"request": "leave"}, vital=True)
            await self._session.ask({"janus": "detach", "handle_id": self._number}, vital=True)
        except Trouble:
            return
