"""How long each person talked, by what was noted of it; amounts within spans, never words.

A note says how long somebody talked between two moments, not when. So no more of it counts than
the part of that time in which they were there and the group ran.
"""

from collections.abc import Iterable, Sequence
from typing import Literal, TypeAlias

from msgspec import Struct

from sessions_app.accountability.intervals import Interval, Intervals, intersect, subtract, total
from sessions_app.room.decision import Seat, Stamped
from sessions_app.room.speech import Measured, SpeechNoted

TalkedBy: TypeAlias = Literal["server", "self", "mixed", "none"]


class Note(Struct, frozen=True):
    """What one entry tells of one person."""

    seq: int
    span: Interval
    ms: int
    measured: Measured


class Talk(Struct, frozen=True):
    """How long somebody talked, who measured what counts of it, and the entries that tell."""

    ms: int = 0
    by: TalkedBy = "none"
    sources: tuple[int, ...] = ()


def read(facts: Iterable[Stamped]) -> dict[Seat, tuple[Note, ...]]:
    """What was noted of everyone, in the order of the ledger."""
    found: dict[Seat, list[Note]] = {}
    for fact in facts:
        match fact.event:
            case SpeechNoted(since=since, until=until, spoken=spoken, measured=measured):
                for seat, ms in spoken.items():
                    note = Note(fact.seq, Interval(since, until), ms, measured)
                    found.setdefault(seat, []).append(note)
    return {seat: tuple(notes) for seat, notes in found.items()}


def talk(notes: Sequence[Note], counted: Intervals) -> Talk:
    """What counts of some notes about one person, within the time in which it may."""
    by_server = [note.span for note in notes if note.measured == "server"]
    told: list[Note] = []
    ms = 0
    for note in notes:
        # Where the server measured too, a person's own report of that time says nothing.
        others = by_server if note.measured == "self" else ()
        room = total(subtract(intersect([note.span], counted), others))
        if room:
            ms += min(note.ms, room)
            told.append(note)
    return Talk(ms, _by({note.measured for note in told}), tuple(note.seq for note in told))


def _by(measures: set[Measured]) -> TalkedBy:
    if len(measures) > 1:
        return "mixed"
    return next(iter(measures), "none")
