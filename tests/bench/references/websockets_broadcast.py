"""The `websockets` library by itself on uvloop: its own `broadcast` to everyone in a room."""

import sys
from collections import defaultdict

import uvloop
from websockets.asyncio.server import ServerConnection, broadcast, serve

rooms: dict[str, set[ServerConnection]] = defaultdict(set)


async def room(socket: ServerConnection) -> None:
    """Hand what one sends to all."""
    assert socket.request
    inside = rooms[socket.request.path.rpartition("/")[0]]
    inside.add(socket)
    try:
        async for message in socket:
            broadcast(inside, message)
    finally:
        inside.remove(socket)


async def main(port: int) -> None:
    """Serve until ended."""
    async with serve(room, "127.0.0.1", port) as server:
        await server.serve_forever()


if __name__ == "__main__":
    uvloop.run(main(int(sys.argv[1])))
