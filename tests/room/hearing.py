"""Holds each part to what it says it hears: the rest of the events must not move it."""

from sessions_app.room import room as rooms
from sessions_app.room.decision import Stamped


def evolve(room: rooms.Room, fact: Stamped) -> rooms.Room:
    """The room after an event, once every part has been asked whether it has been left out."""
    after = rooms.evolve(room, fact)
    heard = {name for name, _ in rooms._EVOLVE[type(fact.event)]}
    for name, part in rooms._PARTS:
        if name not in heard:
            state = getattr(after, name)
            moved = part.evolve(state, fact, after)
            assert moved == state, f"{name} does not say that it hears {fact.event}"
    return after
