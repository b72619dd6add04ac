"""Daphne with a beginning and an end: the rooms start before the first socket and close them."""

import asyncio
import gc
import logging
import socket
from collections.abc import Callable
from typing import Any, Protocol

from daphne.endpoints import build_endpoint_description_strings
from daphne.server import Server
from twisted.internet import defer, reactor
from twisted.logger import STDLibLogObserver, globalLogPublisher
from twisted.python.failure import Failure

from vgroup import wire
from vgroup.errors import StartError

log = logging.getLogger(__name__)

OPTIONS = {
    "http_timeout": 120,
    "ping_interval": 20,
    "ping_timeout": 30,
    "websocket_connect_timeout": 20,
    "websocket_timeout": -1,  # a group lasts as long as it lasts
    # Counts what is sent too: the welcome to a group of 200, with a long chat in any script.
    "websocket_max_message_size": 4 * 1024 * 1024,
    # Above the rooms' own limits (the widest is 256 KB), so that they can name what they refuse.
    "websocket_max_frame_size": 512 * 1024,
    "server_name": "vgroup",
    # No access log: it would hold addresses of people beside those of rooms.
    "action_logger": None,
    # At 2, daphne hands standard output and error to Twisted, and they vanish.
    "verbosity": 1,
}
STOP_S = 20.0  # for the rooms to say goodbye and finish what is queued
GOODBYE_S = 10.0  # for a reader that stalled to learn why it was closed
GRACE_S = 3.0  # for requests under way to be answered, then again for cancelled ones to end


class Live(Protocol):
    """What runs in the server's loop beside it: `sessions_app.live.runtime`."""

    async def start(self, *, clock: bool) -> None:
        """Be ready for sockets, and run the clock if this process has it."""

    async def drain(self, seconds: float) -> None:
        """Take so long to let people go elsewhere, while new ones are still answered."""

    async def stop(self) -> None:
        """Close the sockets with a code that says "come back", and finish what is queued."""


class RoomServer(Server):  # type: ignore[misc]  # daphne is untyped
    """Daphne's server, which runs until SIGTERM or SIGINT and then lets everyone finish."""

    def __init__(
        self,
        application: Any,
        rooms: Live,
        host: str,
        port: int,
        ready: Callable[[int], None],
        *,
        direct: bool,
        drain_s: float,
    ) -> None:
        endpoints = build_endpoint_description_strings(host=host, port=port)
        super().__init__(application, endpoints=endpoints, **OPTIONS)
        self.rooms, self.ready = rooms, ready
        self.direct, self.drain_s = wire.fits(direct), drain_s
        self.failure = ""
        self.ports: list[Any] = []

    def listen_success(self, port: Any) -> None:
        """Announce the port, which the system chose if 0 was asked for."""
        super().listen_success(port)
        self.ws_factory.setProtocolOptions(closeHandshakeTimeout=GOODBYE_S)
        self.ports.append(port)
        reactor.callWhenRunning(self.ready, port.getHost().port)

    def create_application(self, protocol: Any, scope: dict[str, Any]) -> Any:
        """Hand a socket its wire."""
        if scope["type"] == "websocket":
            scope["vgroup.wire"] = wire.Wire(protocol, direct=self.direct)
        return super().create_application(protocol, scope)

    def listen_error(self, failure: Failure) -> None:
        """Keep the reason for whoever called run()."""
        self.failure = failure.getErrorMessage()
        self.stop()

    def kill_all_applications(self) -> "defer.Deferred[None]":
        """What daphne does before it leaves: here, an orderly end."""
        return defer.Deferred.fromFuture(asyncio.ensure_future(self.end()))

    async def end(self) -> None:
        """Let people go elsewhere, take nobody new, close the rooms, cut off who is left."""
        if self.drain_s and not self.failure:
            await self.rooms.drain(self.drain_s)
        for port in self.ports:
            port.stopListening()
        try:
            async with asyncio.timeout(STOP_S):
                await self.rooms.stop()
        except Exception:  # whatever it is, the process must end
            log.exception("The rooms did not stop as they should")
        if self._running():
            await asyncio.wait(self._running(), timeout=GRACE_S)
        if late := self._running():
            for application in late:
                application.cancel()
            await asyncio.wait(late, timeout=GRACE_S)

    def _running(self) -> list[asyncio.Future[None]]:
        # A socket whose application has ended before its client let go has none: daphne's own
        # way of ending trips over it and then cancels nobody.
        instances = (details.get("application_instance") for details in self.connections.values())
        return [instance for instance in instances if instance and not instance.done()]


def run(
    application: Any,
    rooms: Live,
    *,
    host: str,
    port: int,
    clock: bool,
    ready: Callable[[int], None],
    direct: bool = True,
    drain_s: float = 0.0,
) -> None:
    """Serve until a signal ends it; raises StartError if the address cannot be listened on."""
    loop: asyncio.AbstractEventLoop = reactor._asyncioEventloop  # noqa: SLF001
    asyncio.set_event_loop(loop)
    # Without this, errors inside Twisted go nowhere.
    globalLogPublisher.addObserver(STDLibLogObserver("twisted"))  # type: ignore[arg-type]  # zope
    server = RoomServer(application, rooms, host, port, ready, direct=direct, drain_s=drain_s)
    loop.run_until_complete(rooms.start(clock=clock))
    # What is loaded by now stays: the collector need not look through it again and again.
    gc.collect()
    gc.freeze()
    server.run()
    if server.failure:
        loop.run_until_complete(server.end())
        raise StartError(f"Cannot listen on {host} port {port}: {server.failure}.")


def require_free(host: str, port: int) -> None:
    """Raise StartError, before anything is migrated or started, if the address is taken."""
    try:
        family, kind, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
    except socket.gaierror:
        raise StartError(f"{host} is no address of this machine: choose another --host.") from None
    except PermissionError:
        raise StartError(f"Port {port} needs more rights: choose one above 1023.") from None
    except OSError as error:
        raise StartError(
            f"Port {port} on {host} cannot be used ({error.strerror}): stop the program that "
            "uses it, or choose another port (--port N, or make run PORT=N)."
        ) from None
