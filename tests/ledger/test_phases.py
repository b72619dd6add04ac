"""Phases read from the last event are those the room itself is in."""

from sessions_app.ledger import phases
from sessions_app.ledger.phases import BEGUN
from sessions_app.models import GroupSession
from sessions_app.room import clock
from sessions_app.room import room as rooms
from sessions_app.room.clock import Cancelled
from tests.ledger.conftest import World
from tests.room.scene import Scene, alice


def test_every_event_that_moves_the_rooms_clock_is_known() -> None:
    scene = Scene().running().later(60).given((alice, clock.Break(5))).later(400)
    scene.dropped(alice).later(130).connected(alice).later(1)
    scene.given((alice, clock.End()))
    room, seen = Scene().room, set()
    for fact in scene.facts:
        before = room.clock.phase
        room = rooms.evolve(room, fact.stamped)
        kind = type(fact.stamped.event).__name__
        assert (kind in BEGUN) == (room.clock.phase != before), kind
        if kind in BEGUN:
            assert BEGUN[kind] == room.clock.phase
            seen.add(kind)
    assert seen == set(BEGUN) - {"NotHeld", "Cancelled"}


def test_sessions_are_found_by_their_phase(world: World) -> None:
    other, third = world.plan(day=3), world.plan(day=4)
    world.run()
    world.write(Cancelled("Snow"), session=other)
    assert phases.of([world.session.pk, other.pk, third.pk]) == {
        world.session.pk: "ended",
        other.pk: "cancelled",
        third.pk: "scheduled",
    }
    told = phases.told(GroupSession.objects.all())
    assert {s.pk for s in told.filter(phases.within(["scheduled", "ended"]))} == {
        world.session.pk,
        third.pk,
    }
