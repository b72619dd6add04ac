"""A clinic full of rooms under way, made in the database that Django is pointed at."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from django.utils import timezone

from accounts import roles
from accounts.clinics import open_clinic
from accounts.models import Clinic, Membership, User
from sessions_app.ledger import planning
from sessions_app.live import service
from sessions_app.live.standing import Trusted
from sessions_app.models import Enrolment, Group, GroupFacilitator, GroupSession
from sessions_app.models.seat import Seat
from sessions_app.room.clock import Start
from sessions_app.room.decision import Actor, Command, Role
from sessions_app.room.door import AdmitAll, Attestation, Knock
from sessions_app.room.people import Connect, Disconnect

SEAT_KEPT_S = 4 * 3600
CRISIS = [{"name": "988 Lifeline", "phone": "988", "note": "Call or text at any time."}]
NOBODY = "bench.0"  # a connection of no process, so that none can lose it
TEXT = "I called my sister on Sunday, and it went better than I feared."
HOME = Attestation(
    state="AZ",
    location="12 Home Street, Tempe",
    callback="480 555 0100",
    alone=True,
    headphones=True,
    sober=True,
    not_driving=True,
    agreements=True,
)


@dataclass(frozen=True)
class Filled:
    """A session under way; `users` and `seats` are those inside, the first one leads."""

    session: UUID
    users: tuple[int, ...]
    seats: tuple[str, ...]


def fill(count: int, people: int) -> list[Filled]:
    """So many rooms with so many people inside, each on a connection that nothing will end."""
    clinic = open_clinic("Harbor", "America/Phoenix", CRISIS)
    filled = _planned(clinic, count, people)
    asyncio.run(_all(filled))
    return filled


def _planned(clinic: Clinic, count: int, people: int) -> list[Filled]:
    users = _users(clinic, count * people, people)
    groups = Group.objects.bulk_create(
        Group(clinic=clinic, name=f"Group {n}", capacity=max(12, people), reconnect_s=SEAT_KEPT_S)
        for n in range(count)
    )
    seats = Seat.objects.bulk_create(
        Seat(group=groups[n // people], user=user, alias=user.preferred_name)
        for n, user in enumerate(users)
    )
    inside = [seats[first : first + people] for first in range(0, len(seats), people)]
    GroupFacilitator.objects.bulk_create(
        GroupFacilitator(group=seat.group, seat=seat, leads=True) for seat, *_ in inside
    )
    since = timezone.now() - timedelta(days=1)
    Enrolment.objects.bulk_create(
        Enrolment(seat=seat, since=since) for _, *members in inside for seat in members
    )
    return [_session(group, seated) for group, seated in zip(groups, inside, strict=True)]


def _users(clinic: Clinic, count: int, people: int) -> list[User]:
    users = User.objects.bulk_create(
        User(
            email=f"person{n}@example.org",
            legal_name="Jo Doe",
            preferred_name=f"Person {n % people}",
            managed_by=clinic,
            password="!",
        )
        for n in range(count)
    )
    Membership.objects.bulk_create(
        Membership(
            user=user,
            clinic=clinic,
            role=roles.Role.PARTICIPANT if n % people else roles.Role.FACILITATOR,
        )
        for n, user in enumerate(users)
    )
    return users


def _session(group: Group, seats: Sequence[Seat]) -> Filled:
    start = timezone.now() + timedelta(minutes=1)
    session: GroupSession = planning.plan(group, start.date(), start.time(), 120, zone="UTC")
    users = tuple(seat.user_id for seat in seats)
    return Filled(session.pk, users, tuple(seat.code for seat in seats))


async def _all(filled: Sequence[Filled]) -> None:
    await asyncio.gather(*map(_begin, filled))


async def _begin(filled: Filled) -> None:
    lead, *members = filled.seats
    await _do(filled, lead, Connect(NOBODY), Knock())
    for seat in members:
        await _do(filled, seat, Connect(NOBODY), Knock(HOME))
    await _do(filled, lead, AdmitAll("known"), Start())


async def lose(rooms: Sequence[Filled], people: Sequence[int]) -> None:
    """Let these people's connection be lost: their seats wait for them."""
    await asyncio.gather(
        *(_do(room, room.seats[n], Disconnect(NOBODY)) for room in rooms for n in people)
    )


async def _do(filled: Filled, seat: str, *commands: Command) -> None:
    role: Role = "facilitator" if seat == filled.seats[0] else "participant"
    for command in commands:
        await service.execute(filled.session, Trusted(Actor(seat, role)), command)
