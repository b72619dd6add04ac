"""The attendance of one session, computed from its ledger alone; rules are in the other files."""

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from sessions_app.accountability import (
    capacity,
    counts,
    devices,
    entry,
    lead,
    presence,
    roster,
    running,
    speech,
)
from sessions_app.accountability.credit import credit
from sessions_app.accountability.intervals import Interval
from sessions_app.accountability.meeting import meeting
from sessions_app.accountability.person import Readings, row
from sessions_app.accountability.roster import Expected, Role
from sessions_app.accountability.rows import Attendance
from sessions_app.accountability.status import Case
from sessions_app.room.clock import Cancelled, Ended, NotHeld
from sessions_app.room.decision import Seat, Stamped
from sessions_app.room.plan import Rules

Elsewhere = Mapping[Seat, Sequence[Interval]]
NOWHERE: Elsewhere = MappingProxyType({})


def attendance(
    facts: Iterable[Stamped], elsewhere: Elsewhere = NOWHERE, *, now: int | None = None
) -> Attendance:
    """Who attended, by the whole ledger of one session.

    `elsewhere` is what another session credits to a seat: it is not credited twice. A session
    that is not over is read up to its last event, or up to `now` (ms UTC), and provisional.
    """
    ledger = sorted(facts, key=lambda fact: fact.seq)
    upto = max((fact.at for fact in ledger), default=0)
    provisional = not any(isinstance(fact.event, Ended | NotHeld | Cancelled) for fact in ledger)
    if provisional and now is not None:
        upto = max(upto, now)
    return _Reading(ledger, elsewhere, upto).attendance(provisional=provisional)


class _Reading:
    def __init__(self, ledger: Sequence[Stamped], elsewhere: Elsewhere, upto: int) -> None:
        self.elsewhere, self.upto = elsewhere, upto
        self.plan = roster.plan_of(ledger)
        self.rules = self.plan.rules if self.plan is not None else Rules()
        self.people = roster.read(ledger)
        self.running = running.read(ledger, upto)
        self.presence = presence.read(ledger, upto)
        self.entries = entry.read(ledger)
        self.counted = counts.read(ledger)
        self.leads = lead.read(ledger, upto)
        self.devices = devices.read(ledger, upto)
        self.notes = speech.read(ledger)
        members = self.of("participant")
        seats = {p.seat: self.presence.get(p.seat, presence.Presence()) for p in members}
        self.full = capacity.read(ledger, seats, self.rules.capacity)

    def of(self, role: Role) -> list[Expected]:
        return [person for person in self.people.values() if person.role == role]

    def attendance(self, *, provisional: bool) -> Attendance:
        participants = tuple(row(self.readings(person)) for person in self.of("participant"))
        staff = tuple(row(self.readings(person)) for person in self.of("staff"))
        guests = tuple(row(self.readings(person)) for person in self.of("guest"))
        return Attendance(
            provisional=provisional,
            upto=self.upto,
            meeting=meeting(self.plan, self.running, self.full, participants, staff),
            participants=participants,
            staff=staff,
            guests=guests,
        )

    def readings(self, person: Expected) -> Readings:
        seat = person.seat
        here = self.presence.get(seat, presence.Presence())
        door = self.entries.get(seat, entry.Entry())
        earned = credit(
            here,
            self.running.intervals,
            elsewhere=self.elsewhere.get(seat, ()),
            void_until=door.void.at if door.void is not None else None,
            guest_since=person.guest_since,
            away_credited=self.rules.away_credited,
        )
        case = Case(person, door, earned, self.running, self.rules.late_grace_s)
        counted = self.counted.get(seat, {})
        return Readings(
            case,
            here,
            counted,
            self.leads.get(seat, ()),
            notes=self.notes.get(seat, ()),
            microphone=self.devices.get((seat, "microphone"), devices.On()),
            camera=self.devices.get((seat, "camera"), devices.On()),
        )
