"""What a page and the service say to each other about media, inside `media` frames.

A page joins and is told which engine there is. With the SFU it publishes one connection, and
answers the offers of another on which everything comes in. In a mesh it speaks to each other
device by `pass`. Whatever happens (a move, a restart), `again` makes it join anew.

The sending connection has three lines, in this order, from the beginning: microphone, camera,
share. Turning one on or off replaces its track and negotiates nothing.
"""

from typing import Any, Final, Literal, TypeAlias

from msgspec import Struct

from sessions_app.media.permit import Permit
from sessions_app.room.decision import Seat

Source = Literal["microphone", "camera", "share"]
SOURCES: Final[tuple[Source, ...]] = ("microphone", "camera", "share")  # by mid of the sender
Engine = Literal["mesh", "sfu"]
# moved: to another place. restarted: the SFU was gone. unreached: no media came through.
Again = Literal["moved", "restarted", "unreached", "permitted"]
# elsewhere: another device of this person took it. full: more than a mesh carries.
# off: there is no media here. no_relay: the clinic asks for a relay, and there is none.
Over = Literal["elsewhere", "not_permitted", "full", "off", "no_relay", "failed"]


class FromPage(Struct, frozen=True, tag=True, tag_field="kind", forbid_unknown_fields=True):
    """What a page says about its media."""


class MediaJoin(FromPage, frozen=True, tag="join"):
    """Give this device the media of the person's place; another device of theirs loses it."""


class MediaPublish(FromPage, frozen=True, tag="publish"):
    """SFU: the offer of the sending connection, with all candidates it has."""

    sdp: str


class MediaAnswer(FromPage, frozen=True, tag="answer"):
    """SFU: the answer to the offer `n` of the receiving connection."""

    n: int
    sdp: str


class MediaTrickle(FromPage, frozen=True, tag="trickle"):
    """SFU: one more candidate of a connection; None when there are no more."""

    of: Literal["send", "receive"]
    candidate: dict[str, Any] | None


class Wanted(Struct, frozen=True, forbid_unknown_fields=True):
    """What a page wants of one incoming stream; `layer` 0 is the smallest picture, 2 the best."""

    mid: str
    on: bool
    layer: Literal[0, 1, 2] = 2


class MediaWant(FromPage, frozen=True, tag="want"):
    """SFU: which incoming streams to send at all, and how large."""

    streams: tuple[Wanted, ...]


class MediaPass(FromPage, frozen=True, tag="pass"):
    """Mesh: a description or a candidate for another device."""

    to: str
    data: dict[str, Any]


class MediaQuality(FromPage, frozen=True, tag="quality"):
    """How well this device is connected: 0 (nothing comes through) to 3 (well)."""

    level: Literal[0, 1, 2, 3]


class MediaFailed(FromPage, frozen=True, tag="failed"):
    """A connection did not come about, or broke; it is begun anew."""


class MediaLeave(FromPage, frozen=True, tag="leave"):
    """This device takes no more media."""


AnyFromPage: TypeAlias = (
    MediaJoin
    | MediaPublish
    | MediaAnswer
    | MediaTrickle
    | MediaWant
    | MediaPass
    | MediaQuality
    | MediaFailed
    | MediaLeave
)


class ToPage(Struct, frozen=True, tag=True, tag_field="kind"):
    """What the service says about media."""


class IceServer(Struct, frozen=True):
    """A relay and the short-lived credentials for it, as the browser takes them."""

    urls: tuple[str, ...]
    username: str
    credential: str


class MediaReady(ToPage, frozen=True, tag="ready"):
    """This device has the media of its place: `leg` is its name there.

    `relay`: only through the relay, so that nobody learns another's address. `encrypted`: what
    is sent must be encrypted between the devices. `video_kbps` is the most a camera may send.
    """

    engine: Engine
    leg: str
    permit: Permit
    ice_servers: tuple[IceServer, ...]
    relay: bool
    encrypted: bool
    video_kbps: int


class Peer(Struct, frozen=True):
    """Another device of the place, and whose it is."""

    leg: str
    seat: Seat


class MediaPeers(ToPage, frozen=True, tag="peers"):
    """Mesh: the other devices of the place, whole; the one with the smaller name offers."""

    peers: tuple[Peer, ...]


class MediaPassed(ToPage, frozen=True, tag="passed"):
    """Mesh: what another device says."""

    sender: str
    data: dict[str, Any]


class MediaAnswered(ToPage, frozen=True, tag="answered"):
    """SFU: the answer to what was published."""

    sdp: str


class Stream(Struct, frozen=True):
    """An incoming line: whose it is and what it carries."""

    mid: str
    seat: Seat
    source: Source


class MediaOffer(ToPage, frozen=True, tag="offer"):
    """SFU: the receiving connection as it is from now; `streams` are all its lines."""

    n: int
    sdp: str
    streams: tuple[Stream, ...]


class MediaTalking(ToPage, frozen=True, tag="talking"):
    """SFU: somebody begins or stops talking."""

    seat: Seat
    on: bool


class MediaConnected(ToPage, frozen=True, tag="connected"):
    """How well somebody is connected, as their device says."""

    seat: Seat
    level: Literal[0, 1, 2, 3]


class MediaPermitted(ToPage, frozen=True, tag="permitted"):
    """What this device may send from now; the rest is silenced whatever it does."""

    permit: Permit


class MediaAgain(ToPage, frozen=True, tag="again"):
    """What there was is gone: join anew."""

    why: Again


class MediaOver(ToPage, frozen=True, tag="over"):
    """This device has no media any more; nothing is to be tried before something changes."""

    why: Over


AnyToPage: TypeAlias = (
    MediaReady
    | MediaPeers
    | MediaPassed
    | MediaAnswered
    | MediaOffer
    | MediaTalking
    | MediaConnected
    | MediaPermitted
    | MediaAgain
    | MediaOver
)
