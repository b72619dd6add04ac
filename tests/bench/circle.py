"""A circle of people in a running room, made by the room's own rules without any database."""

from dataclasses import dataclass

from msgspec.structs import replace

from sessions_app.room.clock import Start
from sessions_app.room.decision import Actor
from sessions_app.room.door import Admit, Knock
from sessions_app.room.people import Connect
from sessions_app.room.plan import Member, Staff
from sessions_app.room.room import Room
from tests.room.scene import FIT, Scene, plan


@dataclass(frozen=True)
class Circle:
    """A room, and the seats of those inside; the first one leads."""

    room: Room
    seats: tuple[str, ...]


def running(size: int) -> Circle:
    """A session under way with so many inside, each on one connection."""
    members = tuple(Member(f"s_{n:016}", f"Person {n}") for n in range(1, size))
    lead = Staff("s_lead", "Alice", "LCSW", leads=True)
    planned = replace(plan(capacity=max(12, size)), members=members, staff=(lead,), guests=())
    alice = Actor(lead.seat, "facilitator")
    scene = Scene(planned).door_open().given((alice, Connect("bench.0")), (alice, Knock()))
    for member in members:
        actor = Actor(member.seat, "participant")
        scene.given((actor, Connect("bench.0")), (actor, Knock(FIT)))
        scene.given((alice, Admit(member.seat, "known")))
    scene.at("18:00").given((alice, Start()))
    return Circle(scene.room, (lead.seat, *(member.seat for member in members)))
