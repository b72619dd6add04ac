"""Every event and command as JSON and back."""

from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sessions_app.room.codec import command_from, decode_event, encode_event, event_from
from sessions_app.room.decision import Event
from sessions_app.room.room import COMMANDS, EVENTS
from tests.room.scene import plan
from tests.room.test_matrix import SAMPLES


def _event(kind: type[Event]) -> st.SearchStrategy[Event]:
    given_plan = {"plan": st.just(plan())} if "plan" in kind.__struct_fields__ else {}
    return st.builds(kind, **given_plan)


@pytest.mark.parametrize("name", EVENTS)
@given(data=st.data())
@settings(max_examples=8, deadline=None, database=None)
def test_every_event_survives_json(name: str, data: st.DataObject) -> None:
    event = data.draw(_event(EVENTS[name]))
    raw = encode_event(event)
    assert decode_event(raw) == event
    assert event_from(msgspec.json.decode(raw)) == event
    assert encode_event(decode_event(raw)) == raw  # the hash is over these bytes
    assert msgspec.json.decode(raw)["type"] == name


@pytest.mark.parametrize("name", SAMPLES)
def test_every_command_survives_json(name: str) -> None:
    document = msgspec.json.decode(msgspec.json.encode(SAMPLES[name]))
    assert document["type"] == name
    assert command_from(document) == SAMPLES[name]


@pytest.mark.parametrize("name", SAMPLES)
def test_a_command_with_an_unknown_field_is_refused(name: str) -> None:
    document = msgspec.to_builtins(SAMPLES[name])
    with pytest.raises(msgspec.ValidationError):
        command_from({**document, "surplus": 1})


@pytest.mark.parametrize("name", [n for n in SAMPLES if n in COMMANDS])
def test_an_unknown_field_within_a_command_is_refused_too(name: str) -> None:
    document: dict[str, Any] = msgspec.to_builtins(SAMPLES[name])
    for field, value in document.items():
        if isinstance(value, dict) and field not in ("answers", "spoken"):
            with pytest.raises(msgspec.ValidationError):
                command_from({**document, field: {**value, "surplus": 1}})


@pytest.mark.parametrize(
    "document",
    [
        {}, {"type": "Nothing"}, {"type": "Started", "by": "s_bob"}, {"type": 1},
        {"type": "Break", "minutes": "5"}, {"type": "Break", "minutes": 1.5},
        {"type": "Break"}, {"type": "Mute", "seat": None},
        {"type": "CheckIn", "moment": "before", "answers": {"mood": True}},
        {"type": "CheckIn", "moment": "before", "answers": {"mood": [1]}},
        {"type": "Remove", "seat": "s_bob", "reason": "because"},
    ],
)  # fmt: skip
def test_what_is_no_command_is_refused(document: dict[str, Any]) -> None:
    with pytest.raises(msgspec.ValidationError):
        command_from(document)


def test_an_event_of_an_unknown_kind_is_refused_and_an_unknown_field_is_not() -> None:
    with pytest.raises(msgspec.ValidationError):
        decode_event(b'{"type":"Nothing"}')
    assert decode_event(b'{"type":"Locked","since":"a later version"}') == EVENTS["Locked"]()


def test_names_of_commands_are_imperative_and_of_events_are_past() -> None:
    assert not set(COMMANDS) & set(EVENTS)
