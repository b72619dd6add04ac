"""The connection to Janus, which is made anew for ever."""

import asyncio
import logging
from collections.abc import Callable
from contextlib import suppress
from typing import Final

from websockets.asyncio.client import connect
from websockets.exceptions import WebSocketException
from websockets.typing import Subprotocol

from sessions_app.media.janus.handle import Handle
from sessions_app.media.janus.session import ANSWER_S, Session
from sessions_app.media.janus.trouble import Gone, Trouble

log = logging.getLogger(__name__)

FIRST_WAIT_S: Final = 0.2
LONGEST_WAIT_S: Final = 2.0
MOST_BYTES: Final = 1 << 20


class Link:
    """Keeps one session with Janus; `up` and `down` are called as it comes and goes."""

    def __init__(
        self,
        url: str,
        secret: str,
        up: Callable[[], None],
        down: Callable[[], None],
        patience_s: float = ANSWER_S,
    ) -> None:
        self._url = url
        self._secret = secret
        self._up = up
        self._down = down
        self._patience_s = patience_s
        self._session: Session | None = None
        self._control: Handle | None = None
        self._task: asyncio.Task[None] | None = None

    @property
    def is_up(self) -> bool:
        """Whether Janus can be asked."""
        return self._session is not None and not self._session.gone

    @property
    def session(self) -> Session:
        """The session there is; raises Gone."""
        if self._session is None:
            raise Gone
        return self._session

    @property
    def control(self) -> Handle:
        """The handle through which rooms are made and ruled; raises Gone."""
        if self._control is None:
            raise Gone
        return self._control

    def start(self) -> None:
        """Begin to connect."""
        self._task = asyncio.create_task(self._run())

    async def stop(self) -> None:
        """End the session and the connection."""
        if self._session is not None:
            with suppress(Trouble):
                await self._session.close()
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)
            self._task = None

    async def _run(self) -> None:
        wait, told = FIRST_WAIT_S, False
        while True:
            try:
                await self._live()
            except (OSError, WebSocketException, TimeoutError, Trouble) as error:
                if not told:
                    log.warning("Janus is not there: %s", type(error).__name__)
            except Exception:
                if not told:
                    log.exception("What answers as Janus is not understood")
            else:
                log.warning("Janus is gone")
                wait = FIRST_WAIT_S
            told = True
            await asyncio.sleep(wait)
            wait = min(wait * 2, LONGEST_WAIT_S)

    async def _live(self) -> None:
        async with connect(
            self._url,
            subprotocols=[Subprotocol("janus-protocol")],
            compression=None,
            proxy=None,
            open_timeout=self._patience_s,
            close_timeout=1,
            ping_interval=None,  # the session's own sign of life tells a dead Janus as soon
            max_size=MOST_BYTES,
        ) as socket:
            session = Session(socket, self._secret, self._patience_s)
            reading = asyncio.create_task(session.read())
            try:
                await session.open()
                control = await Handle.attach(session, lambda _: None)
                self._session, self._control = session, control
                log.info("Janus is there")
                self._up()
                keeping = asyncio.create_task(session.keep())
                await asyncio.wait({reading, keeping}, return_when=asyncio.FIRST_COMPLETED)
                keeping.cancel()
                await asyncio.gather(keeping, return_exceptions=True)
            finally:
                session.abandon()
                reading.cancel()
                await asyncio.gather(reading, return_exceptions=True)
                was_up = self._session is not None
                self._session = self._control = None
                if was_up:
                    self._down()
