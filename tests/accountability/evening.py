"""One evening of a group, told through the real room in minutes after its planned start."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Self

from sessions_app.accountability.attendance import NOWHERE, attendance
from sessions_app.accountability.intervals import Interval, Intervals
from sessions_app.accountability.rows import Attendance, Row
from sessions_app.checkins.session_form import SESSION_CHECKIN
from sessions_app.room import room as rooms
from sessions_app.room.clock import Start
from sessions_app.room.decision import Actor, Ask, Command, Role, Stamped
from sessions_app.room.door import Admit, Attestation, Knock
from sessions_app.room.people import Connect, Disconnect, Forget
from sessions_app.room.plan import Guest, Member, Plan, Rules, Staff

ALICE, AMIR = "s_alice", "s_amir"  # alice leads, amir co-facilitates
SUE = "s_sue"  # stands in
BOB, EVE, FINN = "s_bob", "s_eve", "s_finn"
GUS = "s_gus"  # interprets
OFFICE = "m_olga"
ROLES: dict[str, Role] = {
    ALICE: "facilitator",
    AMIR: "facilitator",
    SUE: "facilitator",
    GUS: "guest",
    OFFICE: "administrator",
    "clock": "clock",
}
SIX = 1_772_474_400_000  # 2026-03-02, 18:00 UTC
FIT = Attestation("CA", "12 Elm Street", "+1 555 0100", True, True, True, True, True)


def minute(count: float) -> int:
    """The moment (ms UTC) so many minutes after the planned start, which is 18:00."""
    return SIX + round(count * 60_000)


def span(since: float, until: float) -> Interval:
    """From one minute to another."""
    return Interval(minute(since), minute(until))


def minutes(count: float) -> int:
    """So many minutes in ms."""
    return round(count * 60_000)


def planned(length: float = 60, starts: float = 0, **rules: Any) -> Plan:
    """A process group of an hour from 18:00, with bob, eve and finn; alice leads it."""
    return Plan(
        name="Monday evening",
        kind="process",
        starts_at=minute(starts),
        ends_at=minute(starts + length),
        zone="America/Los_Angeles",
        rules=Rules(**rules),
        members=(Member(BOB, "Bob"), Member(EVE, "Eve"), Member(FINN, "Finn")),
        staff=(Staff(ALICE, "Alice", "LCSW", leads=True), Staff(AMIR, "Amir", "LPC")),
        guests=(Guest(GUS, "Gus", "interpreter"),),
        form=SESSION_CHECKIN,
    )


class Evening:
    """A session as it goes; every step must succeed, and what is due happens on the way."""

    def __init__(self, plan: Plan | None = None, **rules: Any) -> None:
        self.plan = plan if plan is not None else planned(**rules)
        self.room = rooms.new(self.plan)
        self.now = 0
        self.facts: list[Stamped] = []
        self.minted = 0

    def at(self, count: float) -> Self:
        """Let it become that minute."""
        return self.until(minute(count))

    def until(self, now: int) -> Self:
        """Let it become that moment, ms UTC."""
        assert now >= self.now, "an evening runs forward"
        self.now = now
        self.room, due = rooms.advance(self.room, now)
        self.facts += [fact.stamped for fact in due]
        return self

    def does(self, seat: str, *commands: Command) -> Self:
        """Someone gives commands."""
        actor = Actor(seat, ROLES.get(seat, "participant"))
        for command in commands:
            self.room, done = rooms.act(self.room, Ask(command, actor, self.now, self._mint))
            self.facts += [fact.stamped for fact in done]
            self.until(self.now)
        return self

    def connects(self, *seats: str, tab: str = "one") -> Self:
        """Each opens a tab."""
        for seat in seats:
            self.does(seat, Connect(_connection(seat, tab)))
        return self

    def drops(self, *seats: str, tab: str = "one", as_of: float | None = None) -> Self:
        """Each loses a tab; `as_of` is the minute of its last sign of life."""
        last = minute(as_of) if as_of is not None else None
        for seat in seats:
            self.does(seat, Disconnect(_connection(seat, tab), last))
        return self

    def crash(self, as_of: float) -> Self:
        """The process that holds every tab is gone, since that minute."""
        return self.does("clock", Forget("web", minute(as_of)))

    def waits(self, *seats: str) -> Self:
        """Each connects and knocks."""
        for seat in seats:
            self.connects(seat).does(seat, Knock(FIT))
        return self

    def admits(self, *seats: str, **reasons: str) -> Self:
        """Alice lets each in."""
        for seat in seats:
            self.does(ALICE, Admit(seat, "known", **reasons))
        return self

    def arrives(self, *seats: str) -> Self:
        """Each connects and is let in."""
        for seat in seats:
            if ROLES.get(seat) == "facilitator":
                self.connects(seat).does(seat, Knock())
            else:
                self.waits(seat).admits(seat)
        return self

    def begins(self, *seats: str) -> Self:
        """At ten to six alice and the others arrive; at six she starts."""
        return self.at(-10).arrives(ALICE, *seats).at(0).does(ALICE, Start())

    def attendance(
        self,
        elsewhere: Mapping[str, Sequence[Interval]] = NOWHERE,
        now: float | None = None,
    ) -> Attendance:
        """The attendance by the ledger so far."""
        return attendance(self.facts, elsewhere, now=minute(now) if now is not None else None)

    def row(self, seat: str, elsewhere: Intervals = ()) -> Row:
        """One person's row."""
        found = self.attendance({seat: elsewhere})
        return next(row for row in found.rows if row.seat == seat)

    def _mint(self, prefix: str) -> str:
        self.minted += 1
        return f"{prefix}_{self.minted}"


def _connection(seat: str, tab: str) -> str:
    return f"web.{seat.removeprefix('s_')}.{tab}"
