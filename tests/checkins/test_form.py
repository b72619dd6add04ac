"""Check-in forms as data: what is an answer, what calls staff, what is asked when."""

import pytest

from sessions_app.checkins.form import AlertRule, Answer, Form, Item, Option
from sessions_app.checkins.session_form import FORMS, SESSION_CHECKIN

SCALE = Item("mood", "scale", {"en": "Mood?"}, ("before",), low=0, high=10)
CHOICE = Item(
    "safe", "choice", {"en": "Safe?"}, ("before",),
    options=(Option("yes", {"en": "Yes"}), Option("no", {"en": "No"})),
)  # fmt: skip
TEXT = Item("goal", "text", {"en": "Goal?"}, ("after",))


@pytest.mark.parametrize(
    ("item", "answer"),
    [(SCALE, 0), (SCALE, 10), (CHOICE, "no"), (TEXT, ""), (TEXT, "x" * 500)]
    + [(item, None) for item in (SCALE, CHOICE, TEXT)],
)
def test_an_answer_of_the_items_kind_or_none_at_all_is_accepted(item: Item, answer: Answer) -> None:
    assert item.accepts(answer)


@pytest.mark.parametrize(
    ("item", "answer"),
    [
        (SCALE, -1), (SCALE, 11), (SCALE, "5"), (SCALE, True), (CHOICE, "maybe"), (CHOICE, 0),
        (TEXT, 5), (TEXT, "x" * 501),
    ],
)  # fmt: skip
def test_an_answer_of_another_shape_is_not(item: Item, answer: Answer) -> None:
    assert not item.accepts(answer)


def test_a_rule_calls_staff_from_its_number_on_or_at_its_values() -> None:
    rule = AlertRule(at_least=7)
    assert [n for n in range(11) if rule.fires(n)] == [7, 8, 9, 10]
    assert AlertRule(any_of=("no",)).fires("no")
    assert not AlertRule(any_of=("no",)).fires("yes")
    assert not AlertRule(any_of=("no",)).fires(9)


@pytest.mark.parametrize("rule", [AlertRule(at_least=0), AlertRule(any_of=("no",)), AlertRule()])
def test_prefer_not_to_say_never_calls_staff(rule: AlertRule) -> None:
    assert not rule.fires(None)


def test_a_form_asks_its_items_in_order_at_their_moments() -> None:
    form = Form("f", 3, {"en": "F"}, (TEXT, CHOICE, SCALE))
    assert [item.id for item in form.due("before")] == ["safe", "mood"]
    assert [item.id for item in form.due("after")] == ["goal"]
    assert form.name == "f@3"


def test_the_session_check_in_asks_what_the_product_promises() -> None:
    before = {item.id: item for item in SESSION_CHECKIN.due("before")}
    assert list(before) == ["mood", "craving", "use", "safe", "goal"]
    craving, safe = before["craving"].alert, before["safe"].alert
    assert craving is not None
    assert safe is not None
    assert (craving.fires(6), craving.fires(7)) == (False, True)
    assert (safe.fires("no"), safe.fires("yes")) == (True, False)
    assert SESSION_CHECKIN.due("after")
    assert FORMS[SESSION_CHECKIN.name] is SESSION_CHECKIN


def test_every_question_and_choice_speaks_both_languages() -> None:
    for item in SESSION_CHECKIN.items:
        for words in (item.words, *(option.words for option in item.options)):
            assert set(words) == {"en", "es"}
            assert all(text.strip() for text in words.values())


def test_every_rule_can_fire_on_an_answer_that_its_item_accepts() -> None:
    for item in SESSION_CHECKIN.items:
        if item.alert is not None:
            answers: list[Answer] = [*range(item.low, item.high + 1)]
            answers += [option.value for option in item.options]
            assert any(item.accepts(a) and item.alert.fires(a) for a in answers), item.id
