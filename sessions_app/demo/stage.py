"""Plays a session through the pure room at chosen times, and keeps what happened."""

from collections.abc import Sequence

from accounts.ids import code
from sessions_app.ledger.append import Line
from sessions_app.room import room as rooms
from sessions_app.room.activities import AnswerPresence
from sessions_app.room.decision import Actor, Ask, Command, Fact, Role
from sessions_app.room.door import Attestation, Knock
from sessions_app.room.people import Connect, Disconnect
from sessions_app.room.plan import Plan

MINUTE_MS = 60_000


class Stage:
    """One room and its time, which only runs forward; minutes count from the planned start."""

    def __init__(self, plan: Plan) -> None:
        self.room = rooms.new(plan)
        self.lines: list[Line] = []
        self._plan = plan
        self._now = 0
        self._asked = 0
        self._seats = {member.name: member.seat for member in plan.members}
        self._seats |= {person.name: person.seat for person in plan.staff}
        self._staff = {person.seat for person in plan.staff}

    def at(self, minute: float) -> None:
        """Let it become that minute; everything that was due by then happens."""
        self._now = max(self._now, self._plan.starts_at + round(minute * MINUTE_MS))
        self._due()

    def later(self, seconds: float) -> None:
        """Let some seconds pass."""
        self._now += round(seconds * 1000)
        self._due()

    def does(self, name: str, command: Command) -> None:
        """Let somebody give a command; raises RoomError where the script is wrong."""
        self._asked += 1
        seat = self.seat(name)
        role: Role = "facilitator" if seat in self._staff else "participant"
        self.room, facts = rooms.act(
            self.room, Ask(command, Actor(seat, role), self._now, mint=code)
        )
        self._keep(facts, f"demo-{self._asked}")
        self._due()

    def seat(self, name: str) -> str:
        """The seat behind a name of the group."""
        return self._seats[name]

    def name(self, seat: str) -> str:
        """The name in the group of a seat."""
        return next(name for name, known in self._seats.items() if known == seat)

    def connects(self, name: str, device: str = "a") -> None:
        """A device of somebody opens the room."""
        self.does(name, Connect(self._device(name, device)))

    def drops(self, name: str, device: str = "a") -> None:
        """It is cut off, or closes."""
        self.does(name, Disconnect(self._device(name, device), self._now))

    def knocks(self, name: str, place: str = "At home", **answers: bool) -> None:
        """Somebody answers the questions at the door."""
        fit = {"alone": True, "headphones": True, "sober": True, "not_driving": True}
        callback = "602-555-01" + f"{len(place):02d}"
        self.does(name, Knock(Attestation("AZ", place, callback, agreements=True, **fit | answers)))

    def answers(self, names: Sequence[str]) -> None:
        """Those who are still asked say that they are with the group."""
        for name in names:
            if self.seat(name) in self.room.activities.waited_for:
                self.later(4)
                self.does(name, AnswerPresence())

    def _device(self, name: str, device: str) -> str:
        return f"demo.{self.seat(name)[2:8]}.{device}"

    def _due(self) -> None:
        self.room, facts = rooms.advance(self.room, self._now)
        self._keep(facts, None)

    def _keep(self, facts: Sequence[Fact], ref: str | None) -> None:
        self.lines += [Line(fact, ref, part) for part, fact in enumerate(facts)]
