"""Rate limits are shared where Redis answers, and kept by each process where it does not."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.core.cache import caches
from django.core.cache.backends.base import BaseCache

import vgroup.cache
from tests.servers import Redis

pytestmark = pytest.mark.parametrize("stack", ["clinic"], indirect=True)


@pytest.fixture
def process(stack: Any, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Call it for the cache as one more process has it."""
    monkeypatch.setattr(vgroup.cache, "RETRY_S", 0)

    def one_more() -> BaseCache:
        return caches.create_connection("default")

    return one_more


@pytest.fixture
def without_redis(redis: Redis) -> Iterator[None]:
    redis.stop()
    yield
    redis.start()


def test_what_one_process_counts_the_other_sees(process: Any) -> None:
    here, there = process(), process()
    assert here.add("attempts", 1, timeout=60)
    assert not there.add("attempts", 1, timeout=60)
    assert there.incr("attempts") == 2
    assert here.get("attempts") == 2
    assert here.touch("attempts", 60)
    assert "attempts" in here
    assert here.delete("attempts")
    assert there.get("attempts", "none") == "none"


def test_a_count_goes_on_while_redis_is_away(process: Any, without_redis: None) -> None:
    here = process()
    assert here.add("tries", 1, timeout=60)
    assert here.incr("tries") == 2
    here.set("tries", 7, timeout=60)
    assert here.get("tries") == 7
    with pytest.raises(ValueError, match="not found"):
        here.incr("never")


def test_counts_are_shared_again_when_redis_is_back(
    process: Any, redis: Redis, without_redis: None
) -> None:
    here, there = process(), process()
    here.set("again", 1, timeout=60)
    redis.start()
    here.set("again", 2, timeout=60)
    assert there.get("again") == 2
    redis.stop()
