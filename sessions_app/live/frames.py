"""Every frame of the websocket protocol vgroup.v1, and how a socket may be closed.

A client sends `hello` first, then commands; a server answers `welcome`, then events as they
happen, and one `ack` or `error` for each command.
"""

import re
from typing import Any, Final, TypeAlias

import msgspec
from msgspec import UNSET, Raw, Struct, UnsetType

from sessions_app.media.messages import AnyFromPage, AnyToPage
from sessions_app.room.page import PersonView, Snapshot

PROTOCOL: Final = "vgroup.v1"
TICKET_PREFIX: Final = "ticket."
FRAME_LIMIT: Final = 16 * 1024  # bytes
MEDIA_LIMIT: Final = 256 * 1024  # bytes: a description has some hundred for each line of a group
CAPTION_LIMIT: Final = 300  # characters
REF_LIMIT: Final = 64  # characters


class ClientFrame(Struct, frozen=True, tag=True, tag_field="type", forbid_unknown_fields=True):
    """What a client sends."""


class Hello(ClientFrame, frozen=True, tag="hello"):
    """The first frame; `resume` is the cursor of the last frame seen, to go on from there."""

    resume: str | None = None


class CommandFrame(ClientFrame, frozen=True, tag="command"):
    """A command; `ref` is the client's own id for it: sent twice, it is done once."""

    ref: str
    command: Raw


class Beat(ClientFrame, frozen=True, tag="beat"):
    """A sign of life, due every ten seconds; without any for 25 s the socket counts as lost.

    It is answered by a `beat`, so that a client too knows that the other side is there.
    """


class SignalOut(ClientFrame, frozen=True, tag="signal"):
    """An expendable message to one person's devices in the same place, for the keys of media.

    The server passes it on as it is and never stores it.
    """

    to: str
    data: dict[str, Any]


class MediaOut(ClientFrame, frozen=True, tag="media"):
    """What this device says about its media; `data` is told apart by `kind`."""

    data: AnyFromPage


class CaptionOut(ClientFrame, frozen=True, tag="caption"):
    """What is being said, typed by a captioner or staff, for everyone in the place; not kept."""

    text: str


AnyClientFrame: TypeAlias = Hello | CommandFrame | Beat | SignalOut | MediaOut | CaptionOut


class ServerFrame(Struct, frozen=True, tag=True, tag_field="type"):
    """What a server sends."""


class Welcome(ServerFrame, frozen=True, tag="welcome"):
    """The whole room as this person may see it; it replaces all that came before.

    `now` is the server's time in ms UTC. `resumed` frames carry no snapshot: events follow.
    """

    cursor: str
    now: int
    resumed: bool
    snapshot: Snapshot | None


class EventFrame(ServerFrame, frozen=True, tag="event"):
    """Something happened, at `at` (ms UTC); `private` are the texts this person may read.

    `person` is whom an arrival brings in, `name` what the group calls whoever wrote; both are
    left out where they say nothing.
    """

    cursor: str
    at: int
    event: dict[str, Any]
    private: dict[str, Any] | None = None
    person: PersonView | UnsetType = UNSET
    name: str | UnsetType = UNSET


class Ack(ServerFrame, frozen=True, tag="ack"):
    """The command `ref` is in the ledger, or needed nothing."""

    ref: str
    cursor: str


class ErrorFrame(ServerFrame, frozen=True, tag="error"):
    """The command `ref` was refused (None: the frame itself); nothing changed."""

    ref: str | None
    code: str
    message: str


class SignalIn(ServerFrame, frozen=True, tag="signal"):
    """An expendable message from another person's device."""

    sender: str
    data: dict[str, Any]


class MediaIn(ServerFrame, frozen=True, tag="media"):
    """What the service says to this device about its media; `data` is told apart by `kind`."""

    data: AnyToPage


class CaptionIn(ServerFrame, frozen=True, tag="caption"):
    """What somebody says, typed by `sender`; it is kept nowhere."""

    sender: str
    text: str


class BeatBack(ServerFrame, frozen=True, tag="beat"):
    """The answer to a `beat`; `now` is the server's time in ms UTC."""

    now: int


AnyServerFrame: TypeAlias = (
    Welcome | EventFrame | Ack | ErrorFrame | SignalIn | MediaIn | CaptionIn | BeatBack
)

# 4000-4499: come back, as soon as you can. 4500-4999: stay away until something changes.
RESTARTING: Final = 4000
RESYNC: Final = 4001
SILENT: Final = 4002
MOVED_ON: Final = 4003
SIGNED_OUT: Final = 4500
NOT_FOUND: Final = 4501
FLOOD: Final = 4502
BAD_PROTOCOL: Final = 4503

CLOSE_CODES: Final[dict[int, str]] = {
    RESTARTING: "The service restarts or lost its lease. Come back at once.",
    RESYNC: "You read too slowly and were cut off. Come back; you will be brought up to date.",
    SILENT: "No sign of life for 25 seconds. Come back when you are connected again.",
    MOVED_ON: "This process does not know the room's newest events. Come back at once.",
    SIGNED_OUT: "You are signed out, or your role has changed. Sign in again.",
    NOT_FOUND: "There is nothing here for you. Check the link and sign in.",
    FLOOD: "Too many frames, or too many that made no sense. Mend the client first.",
    BAD_PROTOCOL: "The first frame must be a hello, and the subprotocol vgroup.v1.",
}

# Told before a frame is decoded: one that names its type first may be as large as media need.
_MEDIA = re.compile(r'\s*\{\s*"type"\s*:\s*"media"')

_encoder = msgspec.json.Encoder()
_decoder: msgspec.json.Decoder[AnyClientFrame] = msgspec.json.Decoder(AnyClientFrame)


def encode(frame: ServerFrame) -> str:
    """A server frame as text."""
    return _encoder.encode(frame).decode()


def is_media(text: str) -> bool:
    """Whether a client's frame is about media, for which other limits hold; reads no further."""
    return _MEDIA.match(text) is not None


def decode(text: str) -> AnyClientFrame:
    """A client's frame; msgspec.MsgspecError says what is wrong with it."""
    return _decoder.decode(text)
