"""The one interface of the engines: what the room asks of media, and what comes back."""

from collections.abc import Callable
from typing import Protocol
from uuid import UUID

from msgspec import Struct

from sessions_app.media import messages
from sessions_app.media.messages import AnyFromPage, AnyToPage, IceServer, Over
from sessions_app.media.permit import NOTHING, Permit
from sessions_app.room.decision import Seat


class Refusal(Exception):
    """Media that a device asked for and does not get; `why` is told to its page."""

    def __init__(self, why: Over) -> None:
        super().__init__(why)
        self.why: Over = why


class Terms(Struct, frozen=True):
    """Under which conditions a device has media; read from settings, clinic and group.

    `staff`: this person must get in where there is no room left.
    """

    ice_servers: tuple[IceServer, ...] = ()
    relay: bool = False
    encrypted: bool = False
    video_kbps: int = 600
    staff: bool = False


class Leg:
    """One device's media in one room; its name tells nothing of the person."""

    def __init__(
        self, name: str, session: UUID, seat: Seat, terms: Terms, tell: Callable[[AnyToPage], None]
    ) -> None:
        self.name = name
        self.session = session
        self.seat = seat
        self.terms = terms
        self.tell = tell
        self.permit: Permit = NOTHING


class Ears(Protocol):
    """What an engine reports; called in the event loop."""

    def talking(self, leg: Leg, on: bool) -> None:
        """Somebody began or stopped talking, as the engine itself measured."""

    def published(self, leg: Leg) -> None:
        """A device's media comes through."""

    def stopped(self, leg: Leg) -> None:
        """A device's media comes through no more."""

    def lost(self, leg: Leg, why: Over) -> None:
        """The engine let a device go by itself; its page has been told."""


class Engine(Protocol):
    """Calls for one leg come one after another, never two at once."""

    name: messages.Engine

    @property
    def away(self) -> bool:
        """Whether the server it needs can not be asked: nobody has media meanwhile."""

    async def start(self) -> None:
        """Be ready to take legs, or begin to become so; never waits for a server."""

    async def stop(self) -> None:
        """Let everybody go."""

    async def join(self, leg: Leg, permit: Permit) -> None:
        """Take a device into a place and tell its page; raises Refusal."""

    async def say(self, leg: Leg, message: AnyFromPage) -> None:
        """Take what a page says; what makes no sense at the moment is ignored."""

    async def allow(self, leg: Leg, permit: Permit) -> None:
        """Make it so: when this returns, nothing that the permit lacks passes any more.

        Another place is a move: the page is told to join again.
        """

    async def leave(self, leg: Leg) -> None:
        """Let a device go: when this returns, nothing from it or to it passes."""

    async def close(self, session: UUID) -> None:
        """A room is over: nothing of it stays."""

    def alive(self, leg: Leg) -> bool:
        """Whether media of this device came through just now: a sign of life."""

    def hears(self, leg: Leg) -> bool:
        """Whether this device would be heard here, did its person talk: so silence is known."""
