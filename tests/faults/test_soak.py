"""The soak by itself, for some seconds, and what its verdict takes for a fault."""

import asyncio

import pytest

from tests.bench import rooms
from tests.faults import soak

ROOMS, PEOPLE, SECONDS = 4, 4, 10


@pytest.mark.parametrize("stack", ["clinic"], indirect=True)
def test_a_short_soak_finds_nothing_lost(stack, tmp_path, monkeypatch):
    monkeypatch.setattr("tests.faults.therapy.PAUSE_S", 0.5)
    monkeypatch.setattr(soak, "SAMPLE_S", SECONDS / 2)
    filled = rooms.fill(ROOMS, PEOPLE)
    said: list[str] = []
    figures = asyncio.run(soak.run(stack, tmp_path, filled, SECONDS, 1, said.append))
    assert figures["findings"] == []
    assert figures["people"] == ROOMS * PEOPLE
    assert figures["commands"] > ROOMS * SECONDS / 2
    first, last = figures["samples"]
    for sample in (first, last):
        assert set(sample["rss_mb"]) == {"web-0", "web-1", "clock-0"}
        assert 0 < sample["ack_ms"]["p50"] <= sample["ack_ms"]["p99"]
        assert 0 < sample["delivery_ms"]["p50"] <= sample["delivery_ms"]["p99"]
    assert any("16 people are in 4 rooms" in line for line in said)


def sample(mb: float, ms: float) -> soak.Sample:
    times = {"p50": ms / 2, "p99": ms}
    return {"rss_mb": {"web-0": mb}, "ack_ms": times, "delivery_ms": times}


def test_memory_that_grows_is_a_finding_and_warming_up_is_not():
    warm = [sample(mb, 20) for mb in (50, 90, *[100] * 6)]
    assert soak._grown(warm) == []
    assert len(soak._grown([sample(100 + 2 * n, 20) for n in range(8)])) == 1


def test_answers_that_become_slow_are_a_finding_and_noise_is_not():
    assert soak._slower([sample(100, ms) for ms in (20, 22, 18, 25)]) == []
    found = soak._slower([sample(100, ms) for ms in (20, 22, 40, 80)])
    assert [finding.split()[2] for finding in found] == ["ack_ms", "delivery_ms"]
