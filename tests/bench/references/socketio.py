"""Socket.IO, where Node and its package are installed: how its sockets are spoken to."""

import asyncio
import os
import shutil
import subprocess
from pathlib import Path

from tests.bench import crowd
from tests.bench.crowd import Client
from vgroup.env import PROJECT

SERVER = Path(__file__).with_suffix(".cjs")
MODULES = (str(PROJECT / "frontend" / "node_modules"), os.environ.get("NODE_PATH", ""))
ENVIRON = {"NODE_PATH": os.pathsep.join(MODULES)}


def command(folder: Path) -> list[str]:
    """Its command line; it keeps nothing in a folder."""
    return ["node", str(SERVER), "{port}"]


def installed() -> bool:
    """Whether Node finds the package."""
    node = shutil.which("node")
    if node is None:
        return False
    found = subprocess.run(
        [node, "-e", "require.resolve('socket.io')"],
        env=os.environ | ENVIRON,
        capture_output=True,
        check=False,
    )
    return found.returncode == 0


async def join(port: int, room: int, seat: int) -> Client:
    """A socket in its room: Engine.IO 4 over a websocket, then the default namespace."""
    joined = asyncio.get_running_loop().create_future()

    def heard(client: Client, text: bytes) -> None:
        if text.startswith(b"42"):
            client.frames += 1
        elif text.startswith(b"40"):
            joined.set_result(None)
        elif text.startswith(b"0"):
            client.send(b"40")
        elif text == b"2":
            client.send(b"3")

    path = f"/socket.io/?EIO=4&transport=websocket&room={room}"
    client = await crowd.connect(port, path, heard=heard)
    async with asyncio.timeout(crowd.OPEN_S):
        await joined
    return client


def message(room: int, number: int) -> bytes:
    """What people write."""
    return b'42["message","%08d %s"]' % (number, b"x" * 198)
