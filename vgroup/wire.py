"""What carries a socket's messages under daphne: tells when a reader stalls, and the short way.

The short way hands one ready frame to the operating system, past autobahn and Twisted, which
would build it anew for each socket. It knows their insides, so it stands here alone, is taken
only with versions it was tested with and only while nothing of theirs waits; on any doubt the
message goes their way. `VGROUP_DIRECT_SEND=0` turns it off.
"""

import logging
from collections.abc import Callable
from importlib.metadata import version
from typing import Any, Final, Protocol

from autobahn.twisted import websocket as twisted_websocket
from autobahn.websocket import protocol as shared
from twisted.internet import tcp
from twisted.internet.interfaces import IPushProducer
from zope.interface import implementer

log = logging.getLogger(__name__)

TESTED: Final = {"autobahn": "26.", "daphne": "4.2.", "twisted": "26."}
TRANSPORT: Final = ("_tempDataLen", "dataBuffer", "connected", "disconnecting", "socket")
PROTOCOL: Final = ("send_queue", "state", "_perMessageCompress")


class Message(Protocol):
    """A message with its frame."""

    @property
    def frame(self) -> bytes:
        """The bytes of its websocket frame."""


@implementer(IPushProducer)
class Wire:
    """One socket's way out, from its opening to its end."""

    def __init__(self, protocol: Any, *, direct: bool) -> None:
        self._protocol = protocol
        self._transport = protocol.transport
        self._direct = direct and _fits(protocol)
        self._tell: Callable[[], None] = lambda: None
        self.stalled = False
        # Twisted tells a producer when more than 64 KB wait; daphne leaves that to the HTTP
        # channel the socket came from, which has ended.
        protocol.unregisterProducer()
        protocol.registerProducer(self, True)

    def when_clear(self, tell: Callable[[], None]) -> None:
        """Whom to tell when a stalled wire is clear again."""
        self._tell = tell

    def write(self, message: Message) -> bool:
        """Send at once by the short way; False, with nothing sent, where it is closed."""
        protocol, transport = self._protocol, self._transport
        if (
            not self._direct
            or protocol.state != protocol.STATE_OPEN
            or protocol.send_queue
            or transport._tempDataLen  # noqa: SLF001
            or transport.dataBuffer
            or transport.disconnecting
            or not transport.connected
        ):
            return False
        frame = message.frame
        try:
            sent = transport.socket.send(frame)
        except OSError:
            return False  # full, or gone: the usual way waits, or finds out
        if sent < len(frame):
            transport.write(frame[sent:])
        return True

    def pauseProducing(self) -> None:  # noqa: N802 (Twisted's name)
        """Hear from Twisted that too much waits."""
        self.stalled = True

    def resumeProducing(self) -> None:  # noqa: N802
        """Hear from Twisted that everything has left."""
        self.stalled = False
        self._tell()

    def stopProducing(self) -> None:  # noqa: N802
        """Hear from Twisted that the connection is gone."""
        self._direct = False
        self.resumeProducing()


def fits(direct: bool) -> bool:
    """Whether the short way may be taken with what is installed; logs why not."""
    if not direct:
        return False
    unknown = [
        f"{name} {found}"
        for name, tested in TESTED.items()
        if not (found := version(name)).startswith(tested)
    ]
    if unknown:
        log.warning("Messages go the longer way: not tested with %s.", ", ".join(unknown))
    if not unknown:
        _leave_out_styling()
    return not unknown


def _leave_out_styling() -> None:
    # autobahn colours the values of debug messages before it knows that nobody logs them.
    for module in (shared, twisted_websocket):
        vars(module).update(hltype=_plain, hlval=_plain)


def _plain(value: object, *_: object, **__: object) -> object:
    return value


def _fits(protocol: Any) -> bool:
    transport = protocol.transport
    return (
        type(transport) is tcp.Server
        and all(hasattr(transport, name) for name in TRANSPORT)
        and all(hasattr(protocol, name) for name in PROTOCOL)
        and protocol._perMessageCompress is None  # noqa: SLF001
    )
