"""Prosody, where it is installed: a multi-user chat over its own websocket, as Jitsi Meet uses it.

`python -m tests.bench.references.prosody PORT FOLDER` becomes the server.
"""

import asyncio
import os
import shutil
import sys
from pathlib import Path

from tests.bench import crowd
from tests.bench.crowd import Client
from tests.bench.program import python

CONFIG = """
run_as_root = true
daemonize = false
pidfile = "{folder}/pid"
data_path = "{folder}"
plugin_paths = {{}}
log = {{ {{ levels = {{ min = "error" }}, to = "console" }} }}
modules_enabled = {{ "saslauth", "websocket" }}
modules_disabled = {{ "s2s", "posix" }}
c2s_ports = {{}}
c2s_direct_tls_ports = {{}}
https_ports = {{}}
http_ports = {{ {port} }}
http_interfaces = {{ "127.0.0.1" }}
c2s_require_encryption = false
consider_websocket_secure = true
VirtualHost "localhost"
    authentication = "anonymous"
Component "rooms.localhost" "muc"
    muc_room_locking = false
    muc_room_default_history_length = 0
"""
OPEN = b'<open xmlns="urn:ietf:params:xml:ns:xmpp-framing" to="localhost" version="1.0"/>'
AUTH = b'<auth xmlns="urn:ietf:params:xml:ns:xmpp-sasl" mechanism="ANONYMOUS"/>'
BIND = (
    b'<iq xmlns="jabber:client" type="set" id="bind">'
    b'<bind xmlns="urn:ietf:params:xml:ns:xmpp-bind"/></iq>'
)
ENTER = (
    '<presence xmlns="jabber:client" to="r{room}@rooms.localhost/s{seat}">'
    '<x xmlns="http://jabber.org/protocol/muc"><history maxstanzas="0"/></x></presence>'
)


ENVIRON: dict[str, str] = {}


def command(folder: Path) -> list[str]:
    """Its command line, with a place for its data."""
    return python("tests.bench.references.prosody", "{port}", str(folder))


def installed() -> bool:
    """Whether there is a program of that name."""
    return shutil.which("prosody") is not None


async def join(port: int, room: int, seat: int) -> Client:
    """Sign in anonymously, bind, and enter the room (RFC 7395, XEP-0045)."""
    joined = asyncio.get_running_loop().create_future()

    def heard(client: Client, text: bytes) -> None:
        if b"<body>" in text:
            client.frames += 1
        elif b"mechanisms" in text:
            client.send(AUTH)
        elif b"<success" in text:
            client.send(OPEN)
        elif b"xmpp-bind" in text and b"jid" not in text:
            client.send(BIND)
        elif b"<jid>" in text:
            client.send(ENTER.format(room=room, seat=seat).encode())
        elif (b"'110'" in text or b'"110"' in text) and not joined.done():
            joined.set_result(None)

    client = await crowd.connect(port, "/xmpp-websocket", ("xmpp",), heard)
    client.send(OPEN)
    async with asyncio.timeout(crowd.OPEN_S):
        await joined
    return client


def message(room: int, number: int) -> bytes:
    """What people write to their room."""
    return (
        b'<message xmlns="jabber:client" type="groupchat" to="r%d@rooms.localhost">'
        b"<body>%08d %s</body></message>" % (room, number, b"x" * 24)
    )


def main(port: str, folder: str) -> None:
    """Become Prosody, with its data in a folder."""
    config = Path(folder) / "prosody.cfg.lua"
    config.write_text(CONFIG.format(folder=folder, port=port))
    program = shutil.which("prosody")
    assert program
    os.execv(program, [program, "--config", str(config), "-F"])


if __name__ == "__main__":
    main(*sys.argv[1:])
