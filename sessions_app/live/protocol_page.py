"""docs/protocol.md, made from the types, the policy table and the prose of `protocol_guide`."""

import json
from collections.abc import Callable, Iterable, Iterator
from inspect import getdoc
from sys import modules
from typing import Any, TypeAlias, get_args

from sessions_app.live import frames
from sessions_app.live.intake import BY_CLIENTS, NOT_BY_CLIENTS
from sessions_app.live.protocol import PRIVATE, Schema, paragraphs
from sessions_app.live.protocol_guide import GENERAL, INTRODUCTION, LIMITS, STANDINGS
from sessions_app.room.clock import Phase
from sessions_app.room.errors import REFUSALS
from sessions_app.room.policy import EVERYONE, TABLE
from sessions_app.room.room import COMMANDS, EVENTS

Lines: TypeAlias = Iterator[str]
Kind: TypeAlias = type[Any]


def page(schema: Schema) -> str:
    """The page, as Markdown, of a schema that `protocol.schema` made."""
    lines = (*_frames(schema), *_commands(schema), *_events(schema), *_codes(), *_shapes(schema))
    return "\n".join((INTRODUCTION, *lines))


def _frames(schema: Schema) -> Lines:
    for title, union in (
        ("What a client sends", frames.AnyClientFrame),
        ("What a server sends", frames.AnyServerFrame),
    ):
        yield f"## {title}\n"
        for kind in get_args(union):
            definition = schema["$defs"][kind.__name__]
            yield from _section(definition["properties"]["type"]["enum"][0], definition)


def _commands(schema: Schema) -> Lines:
    yield "## Commands\n"
    yield "The server refuses everyone else with `not_permitted`, other times with `wrong_phase`.\n"
    yield from _by_part(schema, BY_CLIENTS, _given)
    yield "### Not given by clients\n"
    yield (
        "The service gives these: for a socket, at a deadline, or when the set-up of a session "
        "is changed over HTTP. A client that sends one is refused with `invalid`.\n"
    )
    for kind in NOT_BY_CLIENTS:
        yield f"- `{kind.__name__}`: {_words(kind)}"
    yield ""


def _events(schema: Schema) -> Lines:
    yield "## Events\n"
    yield from _by_part(schema, sorted(EVENTS.values(), key=_place), _private)


def _by_part(schema: Schema, kinds: Iterable[Kind], note: Callable[[Kind], str]) -> Lines:
    parts: dict[str, list[Kind]] = {}
    for kind in kinds:
        parts.setdefault(kind.__module__, []).append(kind)
    for part, members in parts.items():
        yield f"### {_words(modules[part])}\n"
        for kind in members:
            yield from _section(kind.__name__, schema["$defs"][kind.__name__], note(kind))


def _place(kind: Kind) -> tuple[int, int]:
    # The parts in the order of their commands, and within a part the order of its source.
    parts = list(dict.fromkeys(command.__module__ for command in COMMANDS.values()))
    return parts.index(kind.__module__), list(vars(modules[kind.__module__])).index(kind.__name__)


def _given(kind: Kind) -> str:
    rule = TABLE[kind]
    who = [words for standing, words in STANDINGS.items() if standing in rule.who]
    if rule.who >= EVERYONE:
        who = ["everyone of the session"]
    phases = [f"`{phase}`" for phase in get_args(Phase) if phase in rule.during]
    return f"*Given by:* {', '.join(who)}. *In:* {', '.join(phases)}.\n"


def _private(kind: Kind) -> str:
    body = PRIVATE.get(kind.__name__)
    return f"*Private:* {_link(body.__name__)}.\n" if body is not None else ""


def _section(title: str, definition: Schema, note: str = "") -> Lines:
    yield f"#### `{title}`\n"
    yield definition["description"] + "\n"
    if note:
        yield note
    fields = {n: field for n, field in definition["properties"].items() if n != "type"}
    if not fields:
        return
    yield "| Field | Type | |\n|---|---|---|"
    for name, field in fields.items():
        yield f"| `{name}` | {_type(field)} | {_presence(name, field, definition)} |"
    yield ""


def _presence(name: str, field: Schema, definition: Schema) -> str:
    if name in definition.get("x-staff-only", ()):
        return "staff only"
    if name in definition["required"]:
        return ""
    if "default" in field:
        return f"default `{json.dumps(field['default'])}`"
    return "may be left out"


def _type(field: Schema) -> str:
    if "$ref" in field:
        return _link(field["$ref"].rsplit("/", 1)[-1])
    if "anyOf" in field:
        return " or ".join(_type(option) for option in field["anyOf"])
    if "enum" in field:
        return "one of " + ", ".join(f"`{value}`" for value in field["enum"])
    match field.get("type"):
        case "array":
            return f"list of {_type(field['items'])}" if field.get("items") else "list"
        case "object" if isinstance(field.get("additionalProperties"), dict):
            return f"object of {_type(field['additionalProperties'])}"
        case str(plain):
            return plain
    return "any"


def _link(name: str) -> str:
    chapter = {"Command": "commands", "Event": "events"}.get(name, name.lower())
    return f"[{name}](#{chapter})"


def _codes() -> Lines:
    yield "## Refusals\n"
    yield "| Code | |\n|---|---|"
    for code, sentence in (*GENERAL.items(), *sorted(REFUSALS.items())):
        yield f"| `{code}` | {sentence} |"
    yield ""
    yield "## Close codes\n"
    yield (
        "From 4000 to 4499: come back, waiting a little longer each time. From 4500: stay away "
        "until something changes.\n"
    )
    yield "| Code | |\n|---|---|"
    for number, sentence in frames.CLOSE_CODES.items():
        yield f"| {number} | {sentence} |"
    yield ""
    yield "## Limits\n"
    yield "| What | |\n|---|---|"
    for what, limit in LIMITS.items():
        yield f"| {what} | {limit} |"
    yield ""


def _shapes(schema: Schema) -> Lines:
    known = {
        *COMMANDS,
        *EVENTS,
        *(kind.__name__ for kind in get_args(frames.AnyClientFrame)),
        *(kind.__name__ for kind in get_args(frames.AnyServerFrame)),
    }
    yield "## Shapes\n"
    for name, definition in schema["$defs"].items():
        if name not in known and "properties" in definition:
            yield from _section(name, definition)


def _words(described: Any) -> str:
    return paragraphs(getdoc(described) or "")
