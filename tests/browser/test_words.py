"""Every refusal has its sentence in both languages of the web app, under its own code."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from accounts import errors as accounts
from accounts.api import problem
from sessions_app.api import problem as rooms
from sessions_app.live import standing, writer
from sessions_app.room import errors as room
from sessions_app.setup import refusals as setup
from vgroup.env import PROJECT

WORDS = PROJECT / "frontend" / "src" / "words"
# A code is what such an error is made with first, beside the refusals that are tables.
MADE_WITH = re.compile(r'super\(\).__init__\(\s*"(\w+)"')
MODULES = (accounts, room, rooms, standing, writer)


def codes() -> Iterator[str]:
    """Every code that the HTTP door or the socket can answer with."""
    for module in (accounts, room, setup):
        yield from module.REFUSALS
    for table in (problem.STATUSES, rooms.STATUSES):
        yield from table
    yield from problem.FRAMEWORK.values()
    for module in MODULES:
        assert module.__file__
        yield from MADE_WITH.findall(Path(module.__file__).read_text())


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_refusal_has_its_sentence(language: str) -> None:
    words = (WORDS / language / "errors.ts").read_text()
    said = set(re.findall(r"\n    (\w+):", words))
    assert sorted(set(codes()) - said) == []


def test_the_codes_that_are_known_to_be_are_found() -> None:
    # If the search above went blind, the test before would pass for nothing.
    expected = {"not_found", "wrong_phase", "signed_out", "restarting", "too_large", "late"}
    assert expected | {"account_exists", "alias_taken", "not_signed_in"} <= set(codes())
