"""Channel layer and cache: in memory for one process, Redis for several."""

from collections.abc import Sequence
from typing import Any


def channel_layers(urls: Sequence[str], prefix: str) -> dict[str, Any]:
    """Django's CHANNEL_LAYERS; several Redis URLs are shards."""
    if not urls:
        return {"default": {"BACKEND": "channels.layers.InMemoryChannelLayer"}}
    # redis-py caps a pool at 100 connections and ends idle reads after 5 s unless told otherwise;
    # the PubSub layer polls its reads, so a timeout here means a peer that no longer answers.
    hosts = [
        {
            "address": url,
            "max_connections": 1000,
            "socket_connect_timeout": 5,
            "socket_timeout": 15,
            "health_check_interval": 15,
        }
        for url in urls
    ]
    return {
        "default": {
            # Never the core layer: its per-process capacity drops broadcasts without a word.
            "BACKEND": "channels_redis.pubsub.RedisPubSubChannelLayer",
            "CONFIG": {"hosts": hosts, "prefix": prefix},
        }
    }


def caches(urls: Sequence[str], prefix: str) -> dict[str, Any]:
    """Django's CACHES, for rate limits only; keys are hashed before they leave."""
    shared: dict[str, Any] = {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        # Beyond it entries are thrown away: a few made-up names must not push a limit out.
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    }
    if urls:
        shared = {
            "BACKEND": "vgroup.cache.SharedCache",
            "LOCATION": list(urls[:1]),
            "OPTIONS": {
                "max_connections": 1000,
                # A request that asks whether it may go on waits no longer than this.
                "socket_connect_timeout": 1,
                "socket_timeout": 1,
            },
        }
    return {
        "default": {
            **shared,
            "KEY_PREFIX": prefix,
            "KEY_FUNCTION": "vgroup.security.opaque_cache_key",
        }
    }
