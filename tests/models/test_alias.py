"""Aliases: words of nature, one of a kind in a group."""

import pytest

from sessions_app.models import alias


def test_there_are_enough_words_and_no_two_alike() -> None:
    assert len({word.casefold() for word in alias.WORDS}) == len(alias.WORDS) >= 80
    assert max(map(len, alias.WORDS)) <= alias.LIMIT


def test_a_free_word_is_taken() -> None:
    taken = [word.upper() for word in alias.WORDS if word != "Heron"]
    assert alias.free(taken) == "Heron"


def test_a_full_list_is_numbered_on() -> None:
    new = alias.free(alias.WORDS)
    assert new.removesuffix(" 2") in alias.WORDS


def test_a_wish_is_granted_or_numbered() -> None:
    assert alias.free([], "Bob") == "Bob"
    assert alias.free(["bob", "BOB 2"], "Bob") == "Bob 3"


@pytest.mark.parametrize("taken", [[], ["x" * alias.LIMIT]])
def test_a_long_wish_still_fits(taken: list[str]) -> None:
    new = alias.free(taken, "x" * 99)
    assert len(new) <= alias.LIMIT
    assert new not in taken
