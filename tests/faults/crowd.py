"""Many rooms of twelve people, all inside by sockets of their own."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from uuid import UUID

from asgiref.sync import sync_to_async
from django.utils import timezone

from accounts import tickets
from accounts.clinics import open_clinic
from accounts.models import Clinic, User
from accounts.people import give_role, open_account
from accounts.roles import Role
from sessions_app.ledger import entries
from sessions_app.models import Enrolment, Group, GroupFacilitator
from sessions_app.models.seat import seat_of
from sessions_app.room.talk import Posted
from tests.live.client import HOME, Device
from tests.live.house import CRISIS, planned

PEOPLE = 12


@dataclass
class Circle:
    """One room; its first person facilitates."""

    session: UUID
    people: list[User]
    seats: list[str]
    devices: list[Device] = field(default_factory=list)

    def ticket(self, number: int) -> str:
        """A fresh ticket of one of the people."""
        return tickets.issue(self.people[number], self.session, timezone.now())

    async def come_in(self, urls: Sequence[str]) -> None:
        """Everyone comes in, spread over these processes, and the group starts."""
        for number in range(PEOPLE):
            ticket = await sync_to_async(self.ticket)(number)
            url = urls[number % len(urls)]
            self.devices.append(await Device.open(url, self.session, ticket))
        alice, *others = self.devices
        await asyncio.gather(*(d.snapshot(_door_is_open) for d in self.devices))
        await alice.does("Knock")
        await asyncio.gather(*(device.does("Knock", attestation=HOME) for device in others))
        await alice.does("AdmitAll", identity="known")
        await asyncio.gather(*(d.snapshot(_is_inside) for d in self.devices))
        await alice.does("Start")

    def posted(self) -> list[str]:
        """The cursors' order of everything posted: seats, in the order of the ledger."""
        return [
            fact.actor for fact in entries.tail(self.session, 0) if isinstance(fact.event, Posted)
        ]


@asynccontextmanager
async def inside(circles: Sequence[Circle], urls: Sequence[str]) -> AsyncIterator[None]:
    """Everyone is in their room, while the block runs."""
    try:
        for circle in circles:
            await circle.come_in(urls)
        yield
    finally:
        devices = [device for circle in circles for device in circle.devices]
        await asyncio.gather(*(device.close() for device in devices), return_exceptions=True)


def build(rooms: int) -> list[Circle]:
    """So many rooms of one clinic, whose doors are about to open."""
    clinic = open_clinic("Harbor", "America/Phoenix", CRISIS, [])
    return [_circle(clinic, room) for room in range(rooms)]


def _circle(clinic: Clinic, room: int) -> Circle:
    group = Group.objects.create(clinic=clinic, name=f"Group {room}", kind="process")
    people, seats = [], []
    for number in range(PEOPLE):
        role = Role.PARTICIPANT if number else Role.FACILITATOR
        user = open_account(
            email=f"p{number}.{room}@example.org",
            legal_name="Jo Doe",
            preferred_name=f"Person {number}",
            managed_by=clinic,
        )
        give_role(user, clinic, role)
        user.refresh_from_db()
        seat = seat_of(group, user, f"Person {number}")
        if number:
            Enrolment.objects.create(seat=seat, since=timezone.now() - timedelta(days=1))
        else:
            GroupFacilitator.objects.create(group=group, seat=seat, leads=True)
        people.append(user)
        seats.append(seat.code)
    return Circle(planned(group, 60).pk, people, seats)


def _door_is_open(snapshot: dict[str, object]) -> bool:
    return snapshot["times"]["phase"] == "door_open"  # type: ignore[index]


def _is_inside(snapshot: dict[str, object]) -> bool:
    return snapshot["you"]["standing"] == "inside"  # type: ignore[index]
