"""A clinic with one group, a session of it, and a short way to write into its ledger."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

import pytest
from django.db import connection, transaction

from accounts.clinics import open_clinic
from accounts.models import Clinic, User
from accounts.people import register
from accounts.roles import Role
from sessions_app.ledger import append, heads, planning, triggers
from sessions_app.ledger.append import Addition, Line
from sessions_app.models import Enrolment, Group, GroupFacilitator, GroupSession, Seat
from sessions_app.models.plan import plan_of
from sessions_app.models.seat import seat_of
from sessions_app.room.clock import DoorOpened, Ended, StartDue, Started
from sessions_app.room.decision import ALL, STAFF, Event, Fact, Private, Stamped, only
from tests.stack import Stack

CRISIS = [{"name": "988 Lifeline", "phone": "988"}]
NOW = 1_780_000_000_000


@dataclass
class World:
    """What the tests of the ledger begin with."""

    clinic: Clinic
    group: Group
    alice: Seat
    bob: Seat
    session: GroupSession
    ref: int = field(default=0)

    def plan(self, day: int = 2, hour: int = 18, group: Group | None = None) -> GroupSession:
        """Another session."""
        return planning.plan(group or self.group, dt.date(2026, 6, day), dt.time(hour), 90)

    def write(
        self,
        *events: Event,
        session: GroupSession | None = None,
        private: Private | None = None,
        actor: str | None = None,
        ref: str | None = None,
        at: int = NOW,
    ) -> int:
        """Append one decision; returns the last seq."""
        target = (session or self.session).pk
        with transaction.atomic():
            head = heads.lock([target])[target]
            lines = lines_after(head.seq, events, private, actor or self.alice.code, ref, at)
            return append.append([Addition(head, lines, None)], at)[target].seq

    def say(self, text: str, seat: Seat | None = None, purpose: Any = "talk") -> int:
        """Write something private; returns the seq of its event."""
        whose = (seat or self.bob).code
        return self.write(
            StartDue(), private=Private(whose, purpose, (STAFF, only(whose)), {"text": text})
        )

    def run(self, session: GroupSession | None = None, talk: Sequence[str] = ()) -> int:
        """A whole session in short: door, start, a few words, end."""
        target = session or self.session
        self.write(DoorOpened(plan_of(target)), session=target, actor="clock")
        self.write(Started(self.alice.code), session=target, ref=self.next_ref())
        for text in talk:
            self.say(text)
        return self.write(Ended("facilitator"), session=target, ref=self.next_ref())

    def next_ref(self) -> str:
        """A ref nobody has used."""
        self.ref += 1
        return f"r{self.ref}"


def lines_after(
    seq: int,
    events: Sequence[Event],
    private: Private | None,
    actor: str,
    ref: str | None,
    at: int = NOW,
) -> list[Line]:
    """Lines of one decision; what is private goes with the first event."""
    return [
        Line(
            Fact(Stamped(seq + 1 + part, at, actor, (ALL,), event), private if part == 0 else None),
            ref,
            part,
        )
        for part, event in enumerate(events)
    ]


@pytest.fixture
def world(stack: Stack) -> World:
    """A clinic, a group that alice leads and bob belongs to, and a session of it."""
    return build()


def build(name: str = "Harbor") -> World:
    """Another world beside the first."""
    clinic = open_clinic(name, "America/Phoenix", CRISIS, ["AZ"])
    group = Group.objects.create(clinic=clinic, name="Tuesday evening")
    alice = seat_of(group, person(clinic, "Alice", Role.FACILITATOR), "Alice")
    bob = seat_of(group, person(clinic, "Bob", Role.PARTICIPANT))
    GroupFacilitator.objects.create(group=group, seat=alice, leads=True)
    Enrolment.objects.create(seat=bob, since=dt.datetime(2026, 1, 1, tzinfo=dt.UTC))
    session = planning.plan(group, dt.date(2026, 6, 2), dt.time(18), 90)
    return World(clinic, group, alice, bob, session)


def person(clinic: Clinic, name: str, role: Role) -> User:
    """Somebody of the clinic."""
    return register(clinic, role, legal_name=f"{name} Doe", preferred_name=name)


@pytest.fixture
def tamper(world: World) -> Callable[..., int]:
    """Run a statement as somebody who owns the database; returns how many rows it touched.

    No triggers, no foreign keys.
    """
    embedded = connection.vendor == "sqlite"
    with connection.schema_editor() as editor:
        triggers.remove(editor)
    with connection.cursor() as cursor:
        guards = "PRAGMA foreign_keys=OFF" if embedded else "SET session_replication_role = replica"
        cursor.execute(guards)

    def run(statement: str, *values: Any) -> int:
        with connection.cursor() as cursor:
            cursor.execute(
                statement, [v.hex if embedded and isinstance(v, UUID) else v for v in values]
            )
            return int(cursor.rowcount)

    return run
