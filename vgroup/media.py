"""Which media servers the operator chose, and whether rooms may have media with them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, cast
from urllib.parse import urlsplit

from vgroup.errors import StartError

Engine = Literal["mesh", "sfu", "off"]


@dataclass(frozen=True)
class Media:
    """The engine of sound and picture, and where its servers are."""

    engine: Engine = "off"
    meant: bool = False  # chosen by name, rather than by what else is set
    janus_url: str = ""
    janus_secret: str = field(default="", repr=False)
    turn_urls: tuple[str, ...] = ()
    turn_secret: str = field(default="", repr=False)
    address: str = ""  # where browsers reach Janus, for `vgroup media`; "" is this machine's own


def read(environ: Mapping[str, str], *, shared: bool) -> Media:
    """The media of the environment; `shared` says that several processes hold one room."""
    janus = environ.get("VGROUP_JANUS_URL", "").strip()
    turn = environ.get("VGROUP_TURN_URLS", "")
    chosen = environ.get("VGROUP_MEDIA", "").strip().lower() or "auto"
    meant = chosen != "auto"
    if chosen not in ("auto", "mesh", "sfu", "off"):
        raise StartError(f"VGROUP_MEDIA is {chosen!r}: set it to auto, mesh, sfu or off.")
    if chosen == "auto":
        # Devices of a mesh find each other through one process.
        chosen = "sfu" if janus else "off" if shared else "mesh"
    return Media(
        engine=cast(Engine, chosen),
        meant=meant,
        janus_url=janus,
        janus_secret=environ.get("VGROUP_JANUS_SECRET", ""),
        turn_urls=tuple(url.strip() for url in turn.split(",") if url.strip()),
        turn_secret=environ.get("VGROUP_TURN_SECRET", ""),
        address=environ.get("VGROUP_MEDIA_ADDRESS", "").strip(),
    )


def refusals(media: Media, *, shared: bool, local: bool) -> list[str]:
    """Why rooms must not open with these media settings."""
    reasons = []
    if media.engine == "sfu":
        if urlsplit(media.janus_url).scheme not in ("ws", "wss"):
            reasons.append("VGROUP_JANUS_URL is no ws:// address: set it to where Janus listens.")
        if len(media.janus_secret) < 16:
            reasons.append(
                "VGROUP_JANUS_SECRET is too short: set it to the api_secret of Janus, at least "
                "16 random characters."
            )
    if media.engine == "mesh" and shared:
        reasons.append(
            "VGROUP_MEDIA is mesh and VGROUP_REDIS_URL is set: a mesh works in one process. Set "
            "VGROUP_JANUS_URL, or VGROUP_MEDIA to off."
        )
    if bool(media.turn_urls) != bool(media.turn_secret):
        reasons.append("Set VGROUP_TURN_URLS and VGROUP_TURN_SECRET together, or neither.")
    if media.engine == "mesh" and not (local or media.turn_urls):
        reasons.append(
            "Rooms would connect devices directly, and show each person's network address to the "
            "others: set VGROUP_JANUS_URL (an SFU) or VGROUP_TURN_URLS (a relay), or VGROUP_MEDIA "
            "to off for rooms without sound and picture."
        )
    if media.engine == "off" and not (media.meant or local):
        reasons.append(
            "Rooms would have no sound and picture: set VGROUP_JANUS_URL (an SFU), or "
            "VGROUP_MEDIA to off if that is meant."
        )
    return reasons
