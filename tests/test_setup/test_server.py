"""The server's beginning and end around the rooms, in a process of its own."""

import asyncio
import signal
import subprocess
import sys

import pytest
from websockets.asyncio.client import connect

from vgroup.env import PROJECT

PROGRAM = """
import asyncio
from vgroup.server import run

class Rooms:
    async def start(self, *, clock):
        print("started", clock, flush=True)
    async def stop(self):
        print("stopped", flush=True)

async def application(scope, receive, send):
    await receive()
    await send({"type": "websocket.accept"})
    if scope["path"] == "/over":
        return
    try:
        while True:
            await receive()
    finally:
        await send({"type": "websocket.close", "code": 4001})
        print("said goodbye", flush=True)

run(application, Rooms(), host="127.0.0.1", port=0, clock=True,
    ready=lambda port: print("ready", port, flush=True))
"""


@pytest.fixture
async def program():
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", PROGRAM, cwd=PROJECT, stdout=subprocess.PIPE
    )
    yield process
    if process.returncode is None:
        process.kill()
        await process.wait()


async def said(program, word: str) -> list[str]:
    """The words of the next line that begins with this one."""
    async with asyncio.timeout(20):
        while line := await program.stdout.readline():
            if line.decode().startswith(word):
                return line.decode().split()
    raise AssertionError(f"it never said {word!r}")


async def test_rooms_start_before_the_first_socket_and_stop_before_the_last_is_cut(program) -> None:
    assert (await program.stdout.readline()).decode() == "started True\n"
    _, port = await said(program, "ready")
    async with connect(f"ws://127.0.0.1:{port}/") as socket, connect(f"ws://127.0.0.1:{port}/over"):
        await asyncio.sleep(1.5)  # until daphne has noticed that /over has no application any more
        program.send_signal(signal.SIGTERM)
        await socket.wait_closed()
        assert socket.close_code == 4001
    assert (await program.stdout.read()).decode() == "stopped\nsaid goodbye\n"
    assert await program.wait() == 0
