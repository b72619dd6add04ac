"""Where several processes keep rate limits: in Redis, and each in its own memory while it is away.

Nobody may be locked out of a group because Redis is down, and limits must not vanish with it.
"""

import logging
import time
from typing import Any

from django.core.cache.backends.locmem import LocMemCache
from django.core.cache.backends.redis import RedisCache
from redis import RedisError

log = logging.getLogger(__name__)

RETRY_S = 2.0  # one request in so long waits for a Redis that does not answer
_away_until = 0.0


class SharedCache(RedisCache):
    """Redis, with this process's memory behind it; what either holds the other does not learn."""

    def __init__(self, server: Any, params: dict[str, Any]) -> None:
        super().__init__(server, params)
        apart = {**params, "OPTIONS": {"MAX_ENTRIES": 100_000}}
        self._own = LocMemCache("while-redis-is-away", apart)

    def get(self, key: Any, default: Any = None, version: int | None = None) -> Any:
        """The value, or the default."""
        return self._either("get", key, default, version)

    def set(self, key: Any, value: Any, *args: Any, **options: Any) -> None:
        """Keep a value."""
        self._either("set", key, value, *args, **options)

    def add(self, key: Any, value: Any, *args: Any, **options: Any) -> bool:
        """Keep a value where there is none; whether it was kept."""
        return bool(self._either("add", key, value, *args, **options))

    def touch(self, key: Any, *args: Any, **options: Any) -> bool:
        """Let a value live longer; whether there was one."""
        return bool(self._either("touch", key, *args, **options))

    def incr(self, key: Any, delta: int = 1, version: int | None = None) -> int:
        """Count up; raises ValueError where there is no value."""
        return int(self._either("incr", key, delta, version))

    def delete(self, key: Any, version: int | None = None) -> bool:
        """Forget a value; whether there was one."""
        return bool(self._either("delete", key, version))

    def has_key(self, key: Any, version: int | None = None) -> bool:
        """Whether there is a value."""
        return bool(self._either("has_key", key, version))

    def _either(self, name: str, *args: Any, **options: Any) -> Any:
        global _away_until  # noqa: PLW0603 (each request has a cache object of its own)
        if time.monotonic() >= _away_until:
            try:
                return getattr(super(), name)(*args, **options)
            except RedisError as error:
                _away_until = time.monotonic() + RETRY_S
                log.warning("Rate limits are kept by this process alone: %s", type(error).__name__)
        return getattr(self._own, name)(*args, **options)
