"""Talk time: how long each was heard, as the server or their own browser measured; no words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final, Literal, TypeAlias, assert_never

from msgspec import Struct
from msgspec.structs import replace

from sessions_app.room.decision import (
    STAFF,
    Ask,
    Command,
    Decision,
    Emit,
    Event,
    Seat,
    Stamped,
    without,
)
from sessions_app.room.door import RefusedEntry, Removed, vacated
from sessions_app.room.errors import Invalid, Refused
from sessions_app.room.people import Person

if TYPE_CHECKING:
    from sessions_app.room.room import Room

Measured = Literal["server", "self"]
LONGEST_MS = 120_000  # a window
LEEWAY_MS = 2_000  # two clocks may differ by so much
REPORT_EVERY_MS = 20_000


class NoteSpeech(Command, frozen=True):
    """How many ms each person talked between two moments, ms UTC; given by the shell.

    Name also who was measured and said nothing: a report of their own is then not needed.
    """

    since: int
    until: int
    spoken: dict[Seat, int]


class ReportSpeech(Command, frozen=True):
    """How many ms one talked between two moments, ms UTC, as one's own browser measured it."""

    since: int
    until: int
    ms: int


SpeechCommand: TypeAlias = NoteSpeech | ReportSpeech


class SpeechNoted(Event, frozen=True):
    """How many ms each of these people talked between two moments, ms UTC, and who says so."""

    since: int
    until: int
    spoken: dict[Seat, int]
    measured: Measured


class Report(Struct, frozen=True):
    """The last report of a person: when it came, and up to when it tells, ms UTC."""

    at: int
    until: int


class Speech(Struct, frozen=True):
    """By seat: how long each talked in all, ms, and up to when that is known (ms UTC).

    `noted` and `noted_upto` are the server's, `reported` and `reports` the people's own. `anew`:
    until then (ms UTC) somebody else sat in that seat, who was measured all the same.
    """

    noted: dict[Seat, int] = {}
    noted_upto: dict[Seat, int] = {}
    reported: dict[Seat, int] = {}
    reports: dict[Seat, Report] = {}
    anew: dict[Seat, int] = {}

    def heard_ms(self, seat: Seat) -> int:
        """How long someone has been heard; one measure or the other, never their sum."""
        return max(self.noted.get(seat, 0), self.reported.get(seat, 0))

    def own(self, since: int, spoken: dict[Seat, int]) -> dict[Seat, int]:
        """What was said since a moment, but for what somebody else said in a seat."""
        return {seat: ms for seat, ms in spoken.items() if since >= self.anew.get(seat, since)}


def decide(room: Room, ask: Ask, command: SpeechCommand) -> Decision:
    """Decide what is noted of who talked."""
    match command:
        case NoteSpeech(since=since, until=until, spoken=spoken):
            _check(ask.at, since, until, spoken.values())
            return _noted(room, since, until, spoken)
        case ReportSpeech(since=since, until=until, ms=ms):
            _check(ask.at, since, until, (ms,))
            return _reported(room, ask, command)
        case _:
            assert_never(command)


def _check(at: int, since: int, until: int, lengths: Iterable[int]) -> None:
    if not 0 < until - since <= LONGEST_MS:
        raise Invalid("until: after since, by 120 seconds at most.")
    if until > at + LEEWAY_MS:
        raise Invalid("until: what has not happened yet can not be noted.")
    if not all(0 <= ms <= until - since for ms in lengths):
        raise Invalid("ms: from 0 to the length of the time it lies in.")


def _noted(room: Room, since: int, until: int, spoken: dict[Seat, int]) -> Decision:
    """One event, or more where a part of the time is known of some already."""
    windows: dict[int, dict[Seat, int]] = {}
    # Staff who were dismissed are on no roster any more when their last minute is noted.
    known = room.people.roster.keys() | room.door.visitors.keys()
    for seat, ms in spoken.items():
        start = max(since, room.speech.noted_upto.get(seat, since))
        if seat in known and start < until:
            windows.setdefault(start, {})[seat] = min(ms, until - start)
    return tuple(
        Emit(SpeechNoted(start, until, heard, "server"), (STAFF,))
        for start, heard in sorted(windows.items())
        if any(heard.values())
    )


def _reported(room: Room, ask: Ask, command: ReportSpeech) -> Decision:
    person = room.people.get(ask.actor.id)
    last = room.speech.reports.get(person.seat)
    if not _was_inside(person, command):
        raise Refused("come_in_first")
    opened_at = room.clock.opened_at
    if opened_at is None or command.since < opened_at - LEEWAY_MS:
        raise Invalid("since: not before the door opened.")
    if last is not None and ask.at - last.at < REPORT_EVERY_MS and not _goes(person, last):
        raise Refused("too_soon")
    if last is not None and command.since < last.until:
        raise Invalid("since: this time has been reported already.")
    if command.ms == 0:
        return ()
    spoken = {person.seat: command.ms}
    return (Emit(SpeechNoted(command.since, command.until, spoken, "self"), (STAFF,)),)


def _was_inside(person: Person, command: ReportSpeech) -> bool:
    """Inside, or just gone: the last words are reported when somebody has left, or all have."""
    return person.inside or (person.gone_at is not None and command.since < person.gone_at)


def _goes(person: Person, last: Report) -> bool:
    # Once after going, however short the time since the report before.
    return not person.inside and person.gone_at is not None and last.at <= person.gone_at


HEARS: Final[frozenset[type[Event]]] = frozenset({SpeechNoted, Removed, RefusedEntry})


def evolve(speech: Speech, fact: Stamped, room: Room) -> Speech:
    """What is known of who talked, after an event."""
    if (seat := vacated(fact.event)) is not None:
        return replace(
            speech,
            noted=without(speech.noted, seat),
            reported=without(speech.reported, seat),
            anew={**speech.anew, seat: fact.at},
        )
    match fact.event:
        case SpeechNoted(since=since, until=until, spoken=spoken, measured="server"):
            upto = {seat: max(until, speech.noted_upto.get(seat, 0)) for seat in spoken}
            return replace(
                speech,
                noted=_added(speech.noted, speech.own(since, spoken)),
                noted_upto={**speech.noted_upto, **upto},
            )
        case SpeechNoted(since=since, until=until, spoken=spoken, measured="self"):
            report = Report(fact.at, until)
            return replace(
                speech,
                reported=_added(speech.reported, speech.own(since, spoken)),
                reports={**speech.reports, **dict.fromkeys(spoken, report)},
            )
    return speech


def _added(total: dict[Seat, int], spoken: dict[Seat, int]) -> dict[Seat, int]:
    return {**total, **{seat: total.get(seat, 0) + ms for seat, ms in spoken.items()}}
