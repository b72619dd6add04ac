"""The commands a client may give, over a socket or over HTTP, from their JSON."""

from typing import Any, Final

import msgspec
from django.conf import settings

from sessions_app.room import codec
from sessions_app.room.clock import Tick
from sessions_app.room.decision import Command
from sessions_app.room.errors import Invalid, NotPermitted
from sessions_app.room.people import Connect, Disconnect, Forget
from sessions_app.room.room import COMMANDS
from sessions_app.room.speech import NoteSpeech, ReportSpeech
from sessions_app.room.team import AssignStaff, DismissStaff, ExpectMember, InviteGuest

# Given by the shell that holds the sockets, by the clock, or where the set-up is changed.
NOT_BY_CLIENTS: Final[tuple[type[Command], ...]] = (
    Connect,
    Disconnect,
    Forget,
    Tick,
    NoteSpeech,
    AssignStaff,
    DismissStaff,
    ExpectMember,
    InviteGuest,
)
BY_CLIENTS: Final[tuple[type[Command], ...]] = tuple(
    kind for kind in COMMANDS.values() if kind not in NOT_BY_CLIENTS
)


def from_json(raw: bytes) -> Command:
    """The command of its JSON; raises Invalid."""
    try:
        return _allowed(codec.decode_command(raw))
    except msgspec.MsgspecError as error:
        raise Invalid(f"command: {error}") from None


def from_document(document: dict[str, Any]) -> Command:
    """The command of a parsed JSON document; raises Invalid."""
    try:
        return _allowed(codec.command_from(document))
    except msgspec.MsgspecError as error:
        raise Invalid(f"command: {error}") from None


def _allowed(command: Command) -> Command:
    if isinstance(command, NOT_BY_CLIENTS):
        raise Invalid("command: this is not given by a client.")
    if isinstance(command, ReportSpeech) and settings.VGROUP_MEDIA.engine != "mesh":
        raise NotPermitted  # the service measures it itself, or there is nothing to measure
    return command
