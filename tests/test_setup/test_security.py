"""Headers of every answer, and cache keys that name nobody."""

import pytest
import redis as redis_client
from django.core.cache import cache
from django.test import Client

from tests.stack import Stack
from vgroup.security import opaque_cache_key


@pytest.mark.django_db
def test_every_answer_carries_the_strict_headers(client: Client) -> None:
    for path in ("/admin/login/", "/nothing/here/"):
        headers = client.get(path).headers
        assert "default-src 'self'" in headers["Content-Security-Policy"]
        assert "unsafe" not in headers["Content-Security-Policy"]
        assert headers["X-Frame-Options"] == "DENY"
        assert headers["Referrer-Policy"] == "same-origin"
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert "no-store" in headers["Cache-Control"]


def test_a_cache_key_tells_nothing_and_stays_the_same() -> None:
    key = opaque_cache_key("login:bob@example.org", "vgroup", 1)
    assert "bob" not in key
    assert key == opaque_cache_key("login:bob@example.org", "vgroup", 1)
    assert key != opaque_cache_key("login:bob@example.org", "vgroup", 2)


@pytest.mark.parametrize("stack", ["clinic"], indirect=True)
def test_redis_never_sees_who_is_limited(stack: Stack) -> None:
    cache.set("login:bob@example.org", 1)
    with redis_client.Redis.from_url(stack.redis_url) as client:
        keys = client.keys(f"{stack.prefix}:*")
    assert len(keys) == 1
    assert b"bob" not in keys[0]
    assert cache.get("login:bob@example.org") == 1
