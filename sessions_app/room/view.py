"""Who may see what: a viewer's audience tokens, and an event as one audience may see it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import msgspec

from sessions_app.room.decision import (
    ALL,
    GROUP,
    INSIDE,
    STAFF,
    STAFF_INSIDE,
    Audience,
    Event,
    Seat,
    at_place,
    only,
)
from sessions_app.room.talk import Message

if TYPE_CHECKING:
    from sessions_app.room.room import Room

Tokens = frozenset[str]
Body = Mapping[str, Any]


def tokens(room: Room, seat: Seat) -> Tokens:
    """The audiences a person belongs to at this moment; none for someone not on the roster."""
    person = room.people.roster.get(seat)
    if person is None:
        return frozenset()
    audiences = {ALL, only(seat)}
    if person.inside:
        audiences |= {GROUP, INSIDE, at_place(person.place)}
    if person.role == "staff":
        audiences |= {GROUP, STAFF, STAFF_INSIDE} if person.inside else {GROUP, STAFF}
    return frozenset(audiences)


def may_see(to: Audience, viewer: Tokens) -> bool:
    """Whether something sent to an audience reaches a viewer."""
    return not viewer.isdisjoint(to)


def stance(room: Room, seat: Seat) -> str:
    """What kind of view a person has; when it changes, they need a whole new snapshot.

    In another place other things are written, so whoever is moved begins anew.
    """
    person = room.people.roster.get(seat)
    if person is None:
        return "nobody"
    if room.clock.phase == "scheduled":
        return "scheduled"
    if person.role == "staff":
        return f"staff inside {person.place}" if person.inside else "staff"
    if person.inside:
        return f"inside {person.place}"
    # Whoever has an open alert keeps a line to the staff after the end, until it is resolved.
    over = room.clock.ended_at is not None
    return "line" if over and room.safety.open_for(seat) else "outside"


def alike(before: Room, after: Room) -> bool:
    """Whether everyone has the same stance and tokens in both."""
    return (
        after.people is before.people
        and after.clock is before.clock
        and after.safety is before.safety
    )


def event(event: Event, *, staff: bool) -> dict[str, Any]:
    """An event as staff, or as peers, may see it."""
    document: dict[str, Any] = msgspec.to_builtins(event if staff else event.as_peers_see_it())
    if not staff:
        for name in getattr(event, "hidden", ()):
            del document[name]
    return document


def bodies_needed(room: Room, seat: Seat) -> set[int]:
    """The ledger entries whose private bodies a viewer's snapshot shows."""
    viewer = tokens(room, seat)
    needed = {m.seq for m in room.talk.messages if sees_message(viewer, m)}
    if room.talk.announced is not None:
        needed.add(room.talk.announced.seq)
    staff = STAFF in viewer
    for person, visitor in room.door.visitors.items():
        if visitor.attested is not None and (staff or person == seat):
            needed.add(visitor.attested)
    for person, moments in room.checkins.answered.items():
        if staff or person == seat:
            needed.update(seq for entries in moments.values() for seq in entries)
    if staff:
        needed.update(alert.seq for alert in room.safety.alerts)
        needed.update(a.attested for a in room.safety.alerts if a.attested is not None)
    return needed


def sees_message(viewer: Tokens, message: Message) -> bool:
    """Whether a viewer may read a message: what is said where they are, or on their own line."""
    return may_see(message.to, viewer)
