"""What is to run, at which addresses and with which secrets."""

import re
from dataclasses import dataclass, field
from ipaddress import AddressValueError, IPv4Address
from pathlib import Path
from typing import Final

# Below those that Linux gives out by itself, from 32768 on.
RTP_PORTS: Final = range(20_000, 25_000)
RELAY_PORTS: Final = range(25_000, 32_000)
JANUS_PORT: Final = 8188
RELAY_PORT: Final = 3478
# Both servers have files of their own syntax; a secret must mean the same in each.
SECRET: Final = re.compile(r"[A-Za-z0-9_.~+/=-]{16,}")


class Unfit(Exception):
    """The servers can not run like this; the message is a sentence that says what to do."""


@dataclass(frozen=True)
class Plan:
    """Where Janus and coturn listen, and what they share with the service.

    `address` is where browsers, or coturn for them, send sound and picture to Janus. `own_relay`
    is coturn's address on the way to Janus where that is another one; it then listens on all.
    `to_devices` lets it relay to public addresses too, which a mesh may need and an SFU does not.
    """

    folder: Path
    address: str
    janus_host: str = "127.0.0.1"
    janus_port: int = JANUS_PORT
    janus_secret: str = field(default="", repr=False)
    own_relay: str = ""
    relay_port: int = RELAY_PORT
    relay_secret: str = field(default="", repr=False)
    realm: str = "vgroup"
    to_devices: bool = False

    def __post_init__(self) -> None:
        for address in filter(None, (self.address, self.own_relay)):
            try:
                IPv4Address(address)
            except AddressValueError:
                raise Unfit(
                    f"{address} is no IPv4 address: set VGROUP_MEDIA_ADDRESS to one that is."
                ) from None
        if IPv4Address(self.address).is_unspecified:
            raise Unfit("VGROUP_MEDIA_ADDRESS must be the one address that browsers send to.")
        for name, secret in (
            ("VGROUP_JANUS_SECRET", self.janus_secret),
            ("VGROUP_TURN_SECRET", self.relay_secret),
        ):
            if secret and not SECRET.fullmatch(secret):
                raise Unfit(
                    f"{name} must be at least 16 letters, digits or . _ ~ + / = - without spaces."
                )
