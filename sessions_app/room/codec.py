"""Events and commands as JSON and back; the tag is the class name, in the field `type`."""

from typing import Any, Union

import msgspec

from sessions_app.room.decision import Audience, Command, Event, Stamped
from sessions_app.room.room import COMMANDS, EVENTS

_ANY_EVENT: Any = Union[tuple(EVENTS.values())]  # noqa: UP007 (made at run time)
_ANY_COMMAND: Any = Union[tuple(COMMANDS.values())]  # noqa: UP007
_encoder = msgspec.json.Encoder(order="deterministic")
_command_decoder = msgspec.json.Decoder(_ANY_COMMAND)
_event_decoder = msgspec.json.Decoder(_ANY_EVENT)
# A stored row by one pass over its bytes; what a room does not need of it is skipped.
_STORED: Any = msgspec.defstruct(
    "Stored",
    [("seq", int), ("at", int), ("actor", str), ("to", Audience), ("event", _ANY_EVENT)],
    frozen=True,
)
_stored_decoder = msgspec.json.Decoder(_STORED)


def encode_event(event: Event) -> bytes:
    """An event as compact JSON."""
    return _encoder.encode(event)


def decode_event(raw: bytes) -> Event:
    """The event of its JSON; msgspec.ValidationError where it is of no known shape."""
    event: Event = _event_decoder.decode(raw)
    return event


def decode_stamped(raw: bytes) -> Stamped:
    """The stamped event of a ledger row's JSON; msgspec.ValidationError as above."""
    row = _stored_decoder.decode(raw)
    return Stamped(row.seq, row.at, row.actor, row.to, row.event)


def event_from(document: dict[str, Any]) -> Event:
    """The event of a JSON document that has been parsed, and upcast, already."""
    event: Event = msgspec.convert(document, _ANY_EVENT)
    return event


def decode_command(raw: bytes) -> Command:
    """The command of its JSON; msgspec.ValidationError names what is wrong."""
    command: Command = _command_decoder.decode(raw)
    return command


def command_from(document: dict[str, Any]) -> Command:
    """The command of a parsed JSON document; msgspec.ValidationError names what is wrong."""
    command: Command = msgspec.convert(document, _ANY_COMMAND)
    return command
