"""A clinic behind its HTTP door, with a session about to begin and a past one with a record."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import timezone
from rest_framework.test import APIClient

from accounts import agreements, grants
from accounts.models import Agreement, Clinic, Membership, User
from accounts.people import give_role
from accounts.roles import Role
from sessions_app.live import service
from sessions_app.live.standing import THE_CLOCK
from sessions_app.models import Enrolment, GroupSession
from sessions_app.room.clock import Tick
from sessions_app.room.people import Connect
from tests.api.evening import play
from tests.live import house as houses
from tests.live.house import House
from tests.stack import Stack

API = "/api/v1"
Answer = Any

# For what touches neither the writer nor the ledger, one stack is enough.
embedded = pytest.mark.parametrize("stack", ["embedded"], indirect=True)


class Door:
    """The HTTP door as one person uses it; paths are relative to /api/v1/."""

    def __init__(self, user: User | None) -> None:
        self.client = APIClient()
        if user is not None:
            self.client.force_login(user)

    def get(self, path: str, **query: Any) -> Answer:
        return self.client.get(f"{API}/{path}", query)

    def csv(self, path: str, **query: Any) -> str:
        answer = self.get(path, format="csv", **query)
        assert answer["Content-Type"] == "text/csv; charset=utf-8", answer.content
        return str(answer.content.decode())

    def post(self, path: str, body: Any = None) -> Answer:
        return self.client.post(f"{API}/{path}", body)

    def patch(self, path: str, body: Any) -> Answer:
        return self.client.patch(f"{API}/{path}", body)

    def delete(self, path: str) -> Answer:
        return self.client.delete(f"{API}/{path}")


class Town:
    """The house, its past evening, and everyone's door."""

    def __init__(self, house: House) -> None:
        self.house = house
        self._doors: dict[str, Door] = {}

    @property
    def session(self) -> str:
        """The session that is about to begin, its door due to be open."""
        return f"sessions/{self.house.id}"

    @property
    def group(self) -> str:
        return f"groups/{self.house.group.pk}"

    def as_(self, name: str) -> Door:
        """The door as somebody uses it."""
        if name not in self._doors:
            self._doors[name] = Door(self.person(name))
        return self._doors[name]

    def person(self, name: str) -> User:
        user = self.house.people[name]
        user.refresh_from_db()
        return user

    def seat(self, name: str) -> str:
        return self.house.seats[name]

    def add(self, name: str, role: Role, clinic: Clinic | None = None) -> User:
        """One more person."""
        user = houses._person(name, role, clinic or self.house.clinic)
        self.house.people[name] = user
        return user

    def plan(self, starts_in_s: float, **options: Any) -> GroupSession:
        """One more session of the group."""
        return houses.planned(self.house.group, starts_in_s, **options)

    def command(self, name: str, ref: str, kind: str, **fields: Any) -> Answer:
        """Give the room a command over HTTP."""
        body = {"ref": ref, "command": {"type": kind, **fields}}
        return self.as_(name).post(f"{self.session}/commands", body)

    def open(self) -> None:
        """Let the door open."""
        service.execute_now(self.house.id, THE_CLOCK, Tick())

    def connect(self, *names: str) -> None:
        """Let people be connected, as by a socket."""
        for name in names:
            account = self.house.account(name)
            service.execute_now(self.house.id, account, Connect(f"test.{name}"))

    def grant(self, *names: str, day: date | None = None, **options: Any) -> Any:
        """Let dana read the records of a day, and see these people by name."""
        day = day or timezone.localdate()
        auditor = Membership.objects.get(user=self.house.people["dana"], role=Role.AUDITOR)
        return grants.grant(
            clinic=self.house.clinic,
            auditor_code=auditor.code,
            purpose="Payer review",
            starts=options.pop("starts", day),
            ends=options.pop("ends", day),
            expires_at=options.pop("expires_at", timezone.now() + timedelta(days=1)),
            by=self.house.people["olga"],
            people=[self.house.people[name].public_id for name in names],
            **options,
        )

    def past(self, days: int = 2, **options: Any) -> GroupSession:
        """An evening of some days ago, with all that happened on it."""
        session = self.plan(-days * 86_400, **options)
        play(session, {name.title(): seat for name, seat in self.house.seats.items()})
        return session


@pytest.fixture
def town(stack: Stack) -> Iterator[Town]:
    """Everything above; the people have legal names, and carol runs another clinic."""
    house = houses.build()
    for name, user in house.people.items():
        User.objects.filter(pk=user.pk).update(legal_name=f"{name.title()} Legal")
    Enrolment.objects.update(since=timezone.now() - timedelta(days=60))
    carols = house.people["carol"].memberships.get().clinic
    give_role(house.people["carol"], carols, Role.ADMINISTRATOR)
    yield Town(house)
    service.stop()


def agreement(clinic: Clinic) -> Agreement:
    """An agreement that everyone has yet to sign."""
    draft = agreements.draft(
        clinic,
        Agreement.Kind.GROUP_AGREEMENT,
        Agreement.Audience.PARTICIPANTS,
        "Group agreement",
        "What is said here stays here.",
    )
    return agreements.publish(draft, timezone.now())


def refused(answer: Answer, status: int, code: str) -> None:
    """It was refused, as a problem, with this status and code."""
    assert (answer.status_code, answer.json()["code"]) == (status, code), answer.content
    assert answer["Content-Type"] == "application/problem+json"
    assert answer.json()["status"] == status
