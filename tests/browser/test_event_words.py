"""Every kind of entry in a ledger has its sentence in both languages of the web app."""

import re

import pytest

from sessions_app.room.room import EVENTS
from vgroup.env import PROJECT

WORDS = PROJECT / "frontend" / "src" / "words"
KINDS = PROJECT / "frontend" / "src" / "pages" / "record" / "kinds.ts"
SENTENCES = re.compile(r"\n    event: \{(.*?)\n    \}", re.DOTALL)


def sentences(language: str) -> dict[str, str]:
    """What the record's page says of each kind of entry."""
    found = SENTENCES.search((WORDS / language / "record.ts").read_text())
    assert found
    return dict(re.findall(r'\n      (\w+):\s*"([^"]+)"', found[1]))


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_event_of_the_room_has_its_sentence(language: str) -> None:
    said = sentences(language)
    assert sorted(said) == sorted(EVENTS)
    assert all(sentence.endswith(".") for sentence in said.values())


def test_every_event_can_be_found_under_a_topic() -> None:
    found = re.findall(r'(\w+): "\w+"', KINDS.read_text())
    assert sorted(found) == sorted(EVENTS)
