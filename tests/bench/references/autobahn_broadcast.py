"""Autobahn by itself on Twisted's asyncio reactor: one prepared message to everyone in a room."""

import sys
from collections import defaultdict
from typing import Any

from twisted.internet import asyncioreactor

asyncioreactor.install()

from autobahn.twisted.websocket import WebSocketServerFactory, WebSocketServerProtocol  # noqa: E402
from twisted.internet import reactor  # noqa: E402


class Room(WebSocketServerProtocol):
    """One socket."""

    def onConnect(self, request: Any) -> None:  # noqa: N802
        """Note the room."""
        self.inside = self.factory.rooms[request.path.rpartition("/")[0]]

    def onOpen(self) -> None:  # noqa: N802
        """Come in."""
        self.inside.add(self)

    def onMessage(self, payload: bytes, isBinary: bool) -> None:  # noqa: N802, N803
        """Hand what one sends to all."""
        message = self.factory.prepareMessage(payload, isBinary)
        for socket in self.inside:
            socket.sendPreparedMessage(message)

    def onClose(self, *_: Any) -> None:  # noqa: N802
        """Go."""
        if hasattr(self, "inside"):
            self.inside.discard(self)


if __name__ == "__main__":
    factory = WebSocketServerFactory()
    factory.protocol = Room
    factory.rooms = defaultdict(set)
    reactor.listenTCP(int(sys.argv[1]), factory, interface="127.0.0.1")
    reactor.run()
