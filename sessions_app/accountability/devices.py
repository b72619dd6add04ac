"""When each person's microphone and camera stood on, by the room's own rules for both."""

from collections.abc import Iterable, Iterator
from typing import Literal, TypeAlias

from msgspec import Struct

from sessions_app.accountability.intervals import Intervals
from sessions_app.accountability.roster import plan_of
from sessions_app.accountability.spans import Spans
from sessions_app.room import clock, people, room, sound
from sessions_app.room.decision import Seat, Stamped

Device: TypeAlias = Literal["microphone", "camera"]
# What is on is a matter of these parts alone, so only what moves them is read again.
_MOVES = tuple(people.HEARS | clock.HEARS | sound.HEARS)


class On(Struct, frozen=True):
    """When a device of one person stood on, and the entries that turned it on or off."""

    spans: Intervals = ()
    sources: tuple[int, ...] = ()


Devices: TypeAlias = dict[tuple[Seat, Device], On]


def read(facts: Iterable[Stamped], upto: int) -> Devices:
    """Every device that was ever on, up to a moment (ms UTC), whether or not its owner was there.

    A device stands on by the word of its owner or the room; whether sound or picture came
    through is not known here.
    """
    facts = list(facts)
    plan = plan_of(facts)
    if plan is None:
        return {}
    now = room.new(plan)
    spans: dict[Device, Spans] = {"microphone": Spans(), "camera": Spans()}
    entries: dict[tuple[Seat, Device], list[int]] = {}
    for fact in facts:
        if not isinstance(fact.event, _MOVES):
            continue
        before, now = now.sound, room.evolve(now, fact)
        if now.sound is before:
            continue
        for device, seat, on in _turned(before, now.sound):
            if on:
                spans[device].open(seat, fact.at)
            else:
                spans[device].close(seat, fact.at)
            entries.setdefault((seat, device), []).append(fact.seq)
    for span in spans.values():
        span.close_all(upto)
    return {
        (seat, device): On(spans[device].of(seat), tuple(seqs))
        for (seat, device), seqs in entries.items()
    }


def _turned(before: sound.Sound, after: sound.Sound) -> Iterator[tuple[Device, Seat, bool]]:
    for seat in before.microphones ^ after.microphones:
        yield "microphone", seat, seat in after.microphones
    for seat in before.cameras ^ after.cameras:
        yield "camera", seat, seat in after.cameras
