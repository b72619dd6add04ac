"""One connection to Janus: what is asked over it, and what it reports to its handles."""

import asyncio
import itertools
import json
from collections.abc import Callable
from typing import Any, Final

from websockets.asyncio.client import ClientConnection
from websockets.exceptions import ConnectionClosed

from sessions_app.media.janus.trouble import Gone, Late, Refused

Json = dict[str, Any]
Hear = Callable[[Json], None]

ANSWER_S: Final = 5.0
KEEP_S: Final = 5.0  # Janus forgets a session it has not heard of for 15 s


class Session:
    """A session of Janus, which lives as long as its connection.

    Janus ends it with the connection, and with it everything that was attached.
    """

    def __init__(self, socket: ClientConnection, secret: str, patience_s: float = ANSWER_S) -> None:
        self._socket = socket
        self._secret = secret
        self._patience_s = patience_s
        self._numbers = itertools.count(1)
        # By transaction; whether an acknowledgement is answer enough.
        self._asked: dict[str, tuple[asyncio.Future[Json], bool]] = {}
        self._hear: dict[int, Hear] = {}
        self._id = 0
        self.gone = False

    async def open(self) -> None:
        """Begin; raises Trouble."""
        self._id = (await self.ask({"janus": "create"}))["data"]["id"]

    async def attach(self, hear: Hear) -> int:
        """The number of a new handle of the VideoRoom; `hear` is told what happens to it."""
        asked = {"janus": "attach", "plugin": "janus.plugin.videoroom"}
        number = int((await self.ask(asked, vital=True))["data"]["id"])
        self._hear[number] = hear
        return number

    def forget(self, number: int) -> None:
        """Tell a handle nothing any more."""
        self._hear.pop(number, None)

    async def ask(self, message: Json, *, acked: bool = False, vital: bool = False) -> Json:
        """Ask and return the answer; raises Trouble. `acked`: an acknowledgement is the answer.

        `vital`: a Janus that leaves it unanswered is taken for dead, and the connection ended,
        which ends on its side whatever we could not make it end.
        """
        if self.gone:
            raise Gone
        number = str(next(self._numbers))
        answer: asyncio.Future[Json] = asyncio.get_running_loop().create_future()
        self._asked[number] = answer, acked
        sent = message | {"transaction": number, "apisecret": self._secret}
        if self._id:
            sent["session_id"] = self._id
        try:
            async with asyncio.timeout(self._patience_s):
                await self._socket.send(json.dumps(sent))
                return await answer
        except ConnectionClosed:
            raise Gone from None
        except TimeoutError:
            if vital:
                self.abandon()
            raise Late from None
        finally:
            self._asked.pop(number, None)

    async def read(self) -> None:
        """Take what Janus says until the connection ends."""
        try:
            async for raw in self._socket:
                self._take(json.loads(raw))
        except ConnectionClosed:
            pass
        finally:
            self._end()

    async def keep(self) -> None:
        """Tell Janus now and then that we are there; raises Trouble when it does not answer."""
        while True:
            await asyncio.sleep(KEEP_S)
            await self.ask({"janus": "keepalive"}, acked=True)

    async def close(self) -> None:
        """End the session in good order."""
        await self.ask({"janus": "destroy"})

    def abandon(self) -> None:
        """End the connection at once."""
        self._end()
        self._socket.transport.abort()

    def _end(self) -> None:
        self.gone = True
        for answer, _ in self._asked.values():
            if not answer.done():
                answer.set_exception(Gone())
                answer.exception()  # whoever asked may be cancelled before they hear it
        self._hear.clear()

    def _take(self, message: Json) -> None:
        kind = message.get("janus")
        asked = self._asked.get(str(message.get("transaction", "")))
        if asked is not None and not asked[0].done():
            answer, acked = asked
            if kind == "error":
                answer.set_exception(Refused(int(message["error"]["code"])))
            elif kind != "ack" or acked:
                answer.set_result(message)
        elif kind == "timeout":  # Janus has dropped the session
            self.abandon()
        elif (hear := self._hear.get(message.get("sender", 0))) is not None:
            hear(message)
