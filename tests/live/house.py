"""A clinic with its people and a session about to begin, for tests of the live rooms."""

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.utils import timezone

from accounts import tickets
from accounts.clinics import open_clinic
from accounts.models import Clinic, User
from accounts.people import give_role, open_account
from accounts.roles import Role
from sessions_app.ledger import planning
from sessions_app.live.standing import Account
from sessions_app.models import Enrolment, Group, GroupFacilitator, GroupSession
from sessions_app.models.seat import seat_of

NAME = "Evening group"
CRISIS = [{"name": "988 Lifeline", "phone": "988", "note": "Call or text at any time."}]


@dataclass
class House:
    """Alice leads, amir co-facilitates, sue supervises; bob, eve and finn take part.

    Olga administers, dana audits, gus may be invited, carol is of another clinic.
    """

    clinic: Clinic
    group: Group
    session: GroupSession
    people: dict[str, User] = field(default_factory=dict)
    seats: dict[str, str] = field(default_factory=dict)

    @property
    def id(self) -> UUID:
        return self.session.pk

    def account(self, name: str) -> Account:
        """A person as the service takes them."""
        user = self.people[name]
        user.refresh_from_db()
        return Account(user.pk, user.auth_epoch)

    def ticket(self, name: str, session: UUID | None = None) -> str:
        """A fresh ticket to the session, or to another."""
        user = self.people[name]
        user.refresh_from_db()
        return tickets.issue(user, session or self.id, timezone.now())


def build(
    *, starts_in_s: float = 60, length_min: int = 60, suffix: str = "", **rules: Any
) -> House:
    """A group whose session starts in so many seconds; the door is due to be open already.

    A `suffix` keeps the accounts of a second house in one database apart.
    """
    clinic = open_clinic("Harbor", "America/Phoenix", CRISIS, [])
    other = open_clinic("Summit", "America/Denver", CRISIS, [])
    people = {
        name: _person(name + suffix, role, where)
        for name, role, where in (
            ("alice", Role.FACILITATOR, clinic),
            ("amir", Role.FACILITATOR, clinic),
            ("sue", Role.SUPERVISOR, clinic),
            ("bob", Role.PARTICIPANT, clinic),
            ("eve", Role.PARTICIPANT, clinic),
            ("finn", Role.PARTICIPANT, clinic),
            ("olga", Role.ADMINISTRATOR, clinic),
            ("dana", Role.AUDITOR, clinic),
            ("gus", Role.GUEST, clinic),
            ("carol", Role.FACILITATOR, other),
        )
    }
    group = Group.objects.create(clinic=clinic, kind="process", **{"name": NAME, **rules})
    seats = {}
    for name in ("alice", "amir", "bob", "eve", "finn"):
        seat = seat_of(group, people[name], name.title())
        seats[name] = seat.code
        if name in ("alice", "amir"):
            GroupFacilitator.objects.create(group=group, seat=seat, leads=name == "alice")
        else:
            Enrolment.objects.create(seat=seat, since=timezone.now() - timedelta(days=1))
    session = planned(group, starts_in_s, length_min)
    return House(clinic, group, session, people, seats)


def planned(group: Group, starts_in_s: float, length_min: int = 60) -> GroupSession:
    """One more session of a group."""
    start = timezone.localtime(timezone.now() + timedelta(seconds=starts_in_s))
    return planning.plan(
        group, start.date(), start.time(), length_min, zone=timezone.get_current_timezone_name()
    )


def _person(name: str, role: Role, clinic: Clinic) -> User:
    user = open_account(
        email=f"{name}@example.org",
        legal_name="Jo Doe",
        preferred_name=name.title(),
        managed_by=clinic,
    )
    give_role(user, clinic, role)
    return user
