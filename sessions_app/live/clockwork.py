"""A process that is only a clock: it wakes rooms and pokes the others, and holds no sockets."""

import asyncio

from sessions_app.live import pokes, reading, service
from sessions_app.live.clock import Clock
from sessions_app.live.hub import Hub


class Clockwork:
    """What `vgroup clock` runs; it takes no lease, for nobody is connected to it."""

    def __init__(self) -> None:
        self._clock = Clock()
        self._pokes: pokes.Pokes | None = None

    async def start(self, *, clock: bool = True) -> None:
        """Wake rooms from now on; without pokes the others would hear of it at their sweep."""
        hub = Hub()
        if (layer := pokes.shared_layer()) is not None:
            self._pokes = pokes.Pokes(hub, layer)
            await self._pokes.start()
        service.writer().listeners.append(hub.heard)
        if clock:
            self._clock.start()

    async def drain(self, seconds: float) -> None:
        """Nobody is here who could go elsewhere."""

    async def stop(self) -> None:
        """Stop waking, and finish what is queued; what is due waits for another clock."""
        await self._clock.stop()
        await asyncio.to_thread(service.stop)
        if self._pokes is not None:
            await self._pokes.stop()
        await asyncio.to_thread(reading.close)
