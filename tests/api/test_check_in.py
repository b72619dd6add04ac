"""sessions/{id}/check-in: what is due, one's own answers, and answering."""

from typing import Any

from sessions_app.checkins.session_form import SESSION_CHECKIN
from sessions_app.ledger import entries
from tests.api.conftest import Town, refused


def send(town: Town, ref: str, who: str = "bob", **said: Any) -> Any:
    body = {"ref": ref, "moment": "before", "answers": {}, **said}
    return town.as_(who).post(f"{town.session}/check-in", body)


def alerts(town: Town) -> int:
    return sum(type(f.event).__name__ == "AlertRaised" for f in entries.tail(town.house.id, 0))


def test_the_form_says_what_is_asked_and_when(town: Town) -> None:
    scheduled = town.as_("bob").get(f"{town.session}/check-in").json()
    assert (scheduled["due"], scheduled["answers"]) == ([], {})
    town.open()
    asked = town.as_("bob").get(f"{town.session}/check-in").json()
    assert asked["due"] == ["before"]
    assert [item["id"] for item in asked["form"]["items"]] == [
        item.id for item in SESSION_CHECKIN.items
    ]


def test_answers_are_kept_item_by_item(town: Town) -> None:
    town.open()
    assert send(town, "r1", answers={"mood": 6}).status_code == 200
    assert send(town, "r2", answers={"craving": None, "safe": "yes"}, done=True).status_code == 200
    mine = town.as_("bob").get(f"{town.session}/check-in").json()
    assert mine["answers"] == {"before": {"mood": 6, "craving": None, "safe": "yes"}}
    assert (mine["due"], mine["done"]) == ([], ["before"])


def test_an_alert_is_raised_once_whatever_is_sent_again(town: Town) -> None:
    town.open()
    first = send(town, "r1", answers={"craving": 9})
    assert send(town, "r1", answers={"craving": 9}).json() == first.json()
    assert send(town, "r2", answers={"craving": 10}).status_code == 200
    assert alerts(town) == 1


def test_answers_that_are_none_are_refused_by_the_room(town: Town) -> None:
    town.open()
    for answers in ({"mood": 11}, {"mood": "low"}, {"weight": 70}, {"mood": [1]}):
        refused(send(town, "r1", answers=answers), 422, "invalid")
    refused(send(town, "r1", moment="never"), 400, "invalid")
    refused(send(town, "r1", moment="before", answers=3), 400, "invalid")
    assert town.as_("bob").get(f"{town.session}/check-in").json()["answers"] == {}


def test_before_the_door_opens_there_is_nothing_to_answer(town: Town) -> None:
    later = town.plan(86_400)
    body = {"ref": "r1", "moment": "before", "answers": {"mood": 5}}
    refused(town.as_("bob").post(f"sessions/{later.pk}/check-in", body), 409, "wrong_phase")


def test_after_the_group_one_is_asked_again(town: Town) -> None:
    past = town.past()
    bob, path = town.as_("bob"), f"sessions/{past.pk}/check-in"
    assert bob.get(path).json()["due"] == ["after"]
    body = {"ref": "r1", "moment": "after", "answers": {"takeaway": "Rest"}, "done": True}
    assert bob.post(path, body).status_code == 200
    assert bob.get(path).json()["done"] == ["before", "after"]


def test_nobody_sees_anybody_elses_answers(town: Town) -> None:
    town.open()
    send(town, "r1", answers={"goal": "the-goal-of-bob"}, done=True)
    assert "the-goal-of-bob" in town.as_("bob").get(f"{town.session}/check-in").content.decode()
    assert "the-goal-of-bob" not in town.as_("eve").get(f"{town.session}/check-in").content.decode()
    refused(town.as_("alice").get(f"{town.session}/check-in"), 403, "not_permitted")
