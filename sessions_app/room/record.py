"""The record after the group: corrections of what was forgotten, and signatures."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, TypeAlias, assert_never

from msgspec import Struct
from msgspec.structs import replace

from sessions_app.room.decision import STAFF, Ask, Command, Decision, Emit, Event, Seat, Stamped
from sessions_app.room.errors import Invalid, Refused

if TYPE_CHECKING:
    from sessions_app.room.room import Room


class CorrectTime(Command, frozen=True):
    """Say when the group really started, paused or ended, with a reason; the original stays.

    `until` is the end of a break; times are ms UTC.
    """

    what: Literal["start", "break", "end"]
    at: int
    reason: str
    until: int | None = None


class SignRecord(Command, frozen=True):
    """Sign the record as it stands; what comes later is an amendment."""

    meaning: Literal["facilitated", "reviewed", "amended"] = "facilitated"


RecordCommand: TypeAlias = CorrectTime | SignRecord


class TimeCorrected(Event, frozen=True):
    """When the group really started, paused or ended, by whom and why."""

    what: Literal["start", "break", "end"]
    at: int
    until: int | None
    reason: str
    by: Seat


class RecordSigned(Event, frozen=True):
    """Somebody signed the record up to the entry before this one."""

    by: Seat
    name: str
    credential: str
    meaning: Literal["facilitated", "reviewed", "amended"]


class Record(Struct, frozen=True):
    """Corrections and signatures, in order."""

    corrections: tuple[TimeCorrected, ...] = ()
    signatures: tuple[RecordSigned, ...] = ()


def decide(room: Room, ask: Ask, command: RecordCommand) -> Decision:
    """Decide a command about the record."""
    match command:
        case CorrectTime():
            return (Emit(_correction(room, ask, command), (STAFF,)),)
        case SignRecord(meaning=meaning):
            person = room.people.get(ask.actor.id)
            signed = RecordSigned(person.seat, person.name, person.credential, meaning)
            return (Emit(signed, (STAFF,)),)
        case _:
            assert_never(command)


def _correction(room: Room, ask: Ask, command: CorrectTime) -> TimeCorrected:
    reason = command.reason.strip()
    if not 0 < len(reason) <= 300:
        raise Invalid("reason: say why, in 1 to 300 characters.")
    if (command.until is None) == (command.what == "break"):
        raise Invalid("until: a break has an end, a start and an end have none.")
    opened, now = room.clock.opened_at or 0, ask.at
    until = command.until if command.until is not None else command.at
    if not opened <= command.at <= until <= now:
        raise Refused("correction_outside")
    return TimeCorrected(command.what, command.at, command.until, reason, ask.actor.id)


HEARS: Final[frozenset[type[Event]]] = frozenset(
    {
        TimeCorrected,
        RecordSigned,
    }
)


def evolve(record: Record, fact: Stamped, room: Room) -> Record:
    """The record after an event."""
    match fact.event:
        case TimeCorrected() as correction:
            return replace(record, corrections=(*record.corrections, correction))
        case RecordSigned() as signature:
            return replace(record, signatures=(*record.signatures, signature))
    return record
