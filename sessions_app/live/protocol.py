"""The protocol as data: a JSON Schema of every frame, command and event, made from the types."""

from collections.abc import Iterable
from typing import Any, Final, TypeAlias, get_args

import msgspec
from msgspec import Struct

from sessions_app.checkins.form import Answer, Moment
from sessions_app.live import frames
from sessions_app.room.door import Attestation
from sessions_app.room.room import COMMANDS, EVENTS

Schema: TypeAlias = dict[str, Any]
_REF: Final = "#/$defs/"


class Text(Struct):
    """What was written."""

    text: str


class Answers(Struct):
    """The answers of a check-in."""

    form: str
    moment: Moment
    answers: dict[str, Answer]


class Words(Struct):
    """What somebody said when they raised an alert, and the message it is about."""

    words: str | msgspec.UnsetType = msgspec.UNSET
    quoted: str | msgspec.UnsetType = msgspec.UNSET


class Note(Struct):
    """What staff noted for themselves."""

    note: str


# What an event frame's `private` holds, by the event it belongs to.
PRIVATE: Final[dict[str, type[Struct]]] = {
    "Posted": Text,
    "Announced": Text,
    "Knocked": Attestation,
    "CheckedIn": Answers,
    "AlertRaised": Words,
    "AlertResolved": Note,
    "Removed": Note,
}


def schema() -> Schema:
    """The JSON Schema of the protocol; ClientFrame and ServerFrame are its two roots."""
    sent: tuple[type, ...] = (*get_args(frames.AnyClientFrame), *COMMANDS.values())
    received: tuple[type, ...] = (
        *get_args(frames.AnyServerFrame),
        *EVENTS.values(),
        *PRIVATE.values(),
    )
    definitions = _definitions(sent)
    for name, definition in _definitions(received).items():
        if name not in definitions:
            # What the server sends is always whole: a default says nothing about presence.
            definitions[name] = _whole(name, definition)
    return _rooted(definitions)


def _definitions(types: Iterable[type]) -> dict[str, Schema]:
    _, components = msgspec.json.schema_components(types)
    return {name: _tidy(definition) for name, definition in sorted(components.items())}


def _tidy(part: Any) -> Any:
    """Docstrings as one paragraph after another, however they are indented in the source."""
    if isinstance(part, list):
        return [_tidy(one) for one in part]
    if not isinstance(part, dict):
        return part
    tidied = {key: _tidy(value) for key, value in part.items()}
    if isinstance(tidied.get("description"), str):
        tidied["description"] = paragraphs(tidied["description"])
    return tidied


def paragraphs(text: str) -> str:
    """A docstring without its line breaks, but for those between paragraphs."""
    return "\n\n".join(" ".join(part.split()) for part in text.split("\n\n"))


def _whole(name: str, definition: Schema) -> Schema:
    hidden = getattr(EVENTS.get(name), "hidden", ())
    left_out = {"person", "name"} if name == "EventFrame" else set()
    if name == "Words":
        left_out = {"words", "quoted"}
    wanted = [field for field in definition["properties"] if field not in {*hidden, *left_out}]
    extra = {"x-staff-only": list(hidden)} if hidden else {}
    return {**definition, "required": wanted, **extra}


def _rooted(definitions: dict[str, Schema]) -> Schema:
    definitions["CommandFrame"]["properties"]["command"] = {"$ref": _REF + "Command"}
    event = definitions["EventFrame"]["properties"]
    event["event"] = {"$ref": _REF + "Event"}
    event["private"] = _any_of(sorted({kind.__name__ for kind in PRIVATE.values()}), null=True)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": frames.PROTOCOL,
        "anyOf": [{"$ref": _REF + "ClientFrame"}, {"$ref": _REF + "ServerFrame"}],
        "$defs": {
            "ClientFrame": _any_of(_names(frames.AnyClientFrame)),
            "ServerFrame": _any_of(_names(frames.AnyServerFrame)),
            "Command": _any_of(sorted(COMMANDS)),
            "Event": _any_of(sorted(EVENTS)),
            "CloseCode": {"enum": sorted(frames.CLOSE_CODES)},
            **dict(sorted(definitions.items())),
        },
    }


def _names(union: Any) -> list[str]:
    return [kind.__name__ for kind in get_args(union)]


def _any_of(names: Iterable[str], *, null: bool = False) -> Schema:
    options: list[Schema] = [{"$ref": _REF + name} for name in names]
    return {"anyOf": [*options, {"type": "null"}] if null else options}
