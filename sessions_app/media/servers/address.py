"""The address of this machine that browsers can reach; Janus passes loopback over."""

import fcntl
import socket
import struct

from sessions_app.media.servers.plan import Unfit

SIOCGIFADDR = 0x8915
ANYWHERE = ("192.0.2.1", 9)  # an address nobody has: nothing is sent to it


def own() -> str:
    """The IPv4 address that leads out of this machine, else the first that is not loopback."""
    found = _towards(ANYWHERE) or next(filter(None, map(_of, _interfaces())), "")
    if not found:
        raise Unfit(
            "This machine has no network address but its own loopback, over which Janus sends "
            "nothing: set VGROUP_MEDIA_ADDRESS to an address on another interface."
        )
    return found


def _towards(there: tuple[str, int]) -> str:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(there)
        except OSError:
            return ""
        return _outside(str(probe.getsockname()[0]))


def _interfaces() -> list[str]:
    return [name for _, name in socket.if_nameindex()]


def _of(interface: str) -> str:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        asked = struct.pack("256s", interface.encode()[:15])
        try:
            answer = fcntl.ioctl(probe.fileno(), SIOCGIFADDR, asked)
        except OSError:  # it has none
            return ""
    return _outside(socket.inet_ntoa(answer[20:24]))


def _outside(address: str) -> str:
    return "" if address.startswith(("127.", "0.")) else address
