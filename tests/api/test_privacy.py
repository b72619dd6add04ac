"""What belongs to one participant is in no answer to another, whatever they ask for."""

import pytest

from sessions_app.api.urls import urlpatterns
from tests.api.conftest import Town
from tests.api.evening import NUMBER, PLACE, SECRET

ROUTES = [route for pattern in urlpatterns if "<str:seat>" not in (route := str(pattern.pattern))]


@pytest.mark.parametrize("form", ["json", "csv"])
def test_a_peers_answers_hold_nothing_of_bob(town: Town, form: str) -> None:
    past = town.past()
    bob = town.person("bob")
    traces = (SECRET, PLACE, NUMBER, "craving", bob.public_id, str(bob.email), bob.legal_name)
    for route in ROUTES:
        for pk in (past.pk, town.house.id) if "sessions" in route else (town.house.group.pk,):
            path = route.replace("<uuid:pk>", str(pk))
            answer = town.as_("eve").get(path, **({} if form == "json" else {"format": "csv"}))
            text = answer.content.decode()
            if path.endswith(("/check-in", "/room")):
                text = text.replace('"id":"craving"', "")  # the question is everyone's
            assert not [trace for trace in traces if trace in text], path


def test_an_ended_room_shows_a_peer_nobody(town: Town) -> None:
    past = town.past()
    text = town.as_("eve").get(f"sessions/{past.pk}/room").content.decode()
    assert town.seat("bob") not in text


def test_answers_are_not_to_be_stored_by_browsers(town: Town) -> None:
    past = town.past()
    for path in (f"sessions/{past.pk}/attendance", f"{town.session}/room", "sessions"):
        assert town.as_("alice").get(path)["Cache-Control"] == "no-store"
