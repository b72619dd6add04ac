"""Stories: the same seed tells the same one, and none leaves out what must be tried."""

import pytest

from sessions_app.simulate import story
from sessions_app.simulate.lead import Lead
from sessions_app.simulate.participant import Participant
from sessions_app.simulate.timeline import FAST, Act, Timeline, real


def test_the_same_seed_tells_the_same_story() -> None:
    assert story.tell(20, 7) == story.tell(20, 7)
    assert story.tell(20, 7) != story.tell(20, 8)


@pytest.mark.parametrize("seed", range(20))
def test_a_group_large_enough_has_every_nature(seed: int) -> None:
    told = story.tell(len(story.SPECIAL) + 3, seed)
    assert {life.trait for life in told.lives} >= set(story.SPECIAL)


def test_a_small_group_has_the_most_telling_ones() -> None:
    assert {life.trait for life in story.tell(3, 1).lives} == set(story.SPECIAL[:3])


@pytest.mark.parametrize("seed", range(20))
def test_every_deed_is_somebodys_to_do_and_within_its_act(seed: int) -> None:
    told = story.tell(30, seed)
    for deeds, actor in [*((life.deeds, Participant) for life in told.lives), (told.lead, Lead)]:
        moments = [Timeline(FAST).at(deed.act, deed.share) for deed in deeds]
        assert moments == sorted(moments)
        for deed in deeds:
            assert callable(getattr(actor, deed.what))
            assert 0 <= deed.share <= 1


@pytest.mark.parametrize("seed", range(20))
def test_whoever_is_cut_off_comes_online_again(seed: int) -> None:
    for life in story.tell(40, seed).lives:
        whats = [deed.what for deed in life.deeds if deed.what in ("cut", "come_online")]
        assert whats == ["cut", "come_online"] * (len(whats) // 2)


def test_fast_takes_about_a_minute_and_real_as_long_as_therapy() -> None:
    assert 45 < FAST.total_s() < 75
    pace = real(arrive_s=600, length_s=3600)
    assert Timeline(pace).at(Act.AFTER, 0) <= 600 + 3600 - 60
    assert pace.pause_s >= 300
