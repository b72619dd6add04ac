"""What may be said now and then only: the rest of a row is said once, when it is time."""

import asyncio
from collections.abc import Callable, Hashable


class Throttle:
    """Lets something happen at most once in a while for each key."""

    def __init__(self, every_s: float) -> None:
        self._every_s = every_s
        self._last: dict[Hashable, float] = {}
        self._timers: dict[Hashable, asyncio.TimerHandle] = {}

    def do(self, key: Hashable, act: Callable[[], None]) -> None:
        """Do it now, or when it is time again, in the place of what was to be done then."""
        self.cancel(key)
        loop = asyncio.get_running_loop()
        now = loop.time()
        self._last = {k: at for k, at in self._last.items() if now < at + self._every_s}
        wait = self._last[key] + self._every_s - now if key in self._last else 0.0
        self._timers[key] = loop.call_later(wait, self._act, key, act)

    def cancel(self, key: Hashable) -> None:
        """Do not do what was to be done."""
        if (timer := self._timers.pop(key, None)) is not None:
            timer.cancel()

    def stop(self) -> None:
        """No timer stays."""
        for key in tuple(self._timers):
            self.cancel(key)

    def _act(self, key: Hashable, act: Callable[[], None]) -> None:
        del self._timers[key]
        self._last[key] = asyncio.get_running_loop().time()
        act()
