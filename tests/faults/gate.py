"""A gate into a network namespace: an address here whose connections go on to one there."""

import asyncio
import contextlib
import socket
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Self
from urllib.parse import urlsplit

from tests.faults.namespaces import enter

Stream = tuple[asyncio.StreamReader, asyncio.StreamWriter]


class Gate:
    """Open while the block runs; `url` ends without a slash."""

    def __init__(self, namespace: Path, url: str) -> None:
        split = urlsplit(url)
        self._there = split.hostname, split.port
        self.url = ""
        self._work: set[asyncio.Task[None]] = set()
        # One thread that lives in the other network, and makes connections there.
        self._inside = ThreadPoolExecutor(1, initializer=enter, initargs=(namespace,))

    async def __aenter__(self) -> Self:
        self._server = await asyncio.start_server(self._accept, "127.0.0.1", 0)
        self.url = f"http://127.0.0.1:{self._server.sockets[0].getsockname()[1]}"
        return self

    async def __aexit__(self, *_: object) -> None:
        self._server.close()
        for task in tuple(self._work):
            task.cancel()
        await asyncio.gather(*self._work, return_exceptions=True)
        self._inside.shutdown()

    def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.create_task(self._serve((reader, writer)))
        self._work.add(task)
        task.add_done_callback(self._work.discard)

    async def _serve(self, here: Stream) -> None:
        try:
            with contextlib.suppress(OSError):
                await self._join(here, await self._connect())
        finally:
            here[1].transport.abort()

    async def _connect(self) -> Stream:
        line = await asyncio.get_running_loop().run_in_executor(
            self._inside, lambda: socket.create_connection(self._there, 5)
        )
        line.setblocking(False)
        return await asyncio.open_connection(sock=line)

    async def _join(self, here: Stream, there: Stream) -> None:
        ways = {asyncio.create_task(_pass(*way)) for way in ((here, there), (there, here))}
        try:
            await asyncio.gather(*ways)
        finally:
            for way in ways:
                way.cancel()
            await asyncio.gather(*ways, return_exceptions=True)
            there[1].transport.abort()


async def _pass(source: Stream, sink: Stream) -> None:
    while data := await source[0].read(65536):
        sink[1].write(data)
        await sink[1].drain()
    if sink[1].can_write_eof():
        sink[1].write_eof()
