"""A room on a stage: planned people, a clock told by hand, and given, when, then."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any, Self

import msgspec
import pytest

from sessions_app.checkins.session_form import SESSION_CHECKIN
from sessions_app.room import room as rooms
from sessions_app.room import snapshot, view
from sessions_app.room.clock import Start
from sessions_app.room.decision import Actor, Ask, Command, Event, Fact, Stamped
from sessions_app.room.door import Admit, Attestation, Knock
from sessions_app.room.errors import RoomError
from sessions_app.room.people import Connect, Disconnect
from sessions_app.room.plan import Contact, Guest, Member, Plan, Rules, Staff
from tests.room import hearing

ALICE, AMIR, SUE = "s_alice", "s_amir", "s_sue"
BOB, EVE, FINN, GUS = "s_bob", "s_eve", "s_finn", "s_gus"

alice = Actor(ALICE, "facilitator")  # leads
amir = Actor(AMIR, "facilitator")  # co-facilitates
sue = Actor(SUE, "supervisor")  # assigned, looks on
bob, eve, finn = (Actor(seat, "participant") for seat in (BOB, EVE, FINN))
gus = Actor(GUS, "guest")
olga = Actor("m_olga", "administrator")  # of the clinic's office, not assigned
carol = Actor("s_carol", "participant")  # an outsider
clock = Actor("clock", "clock")

FIT = Attestation(
    state="CA",
    location="12 Elm Street",
    callback="+1 555 0100",
    alone=True,
    headphones=True,
    sober=True,
    not_driving=True,
    agreements=True,
)


def ms(time: str) -> int:
    """The moment of a wall time on the day of the session, e.g. "18:00" or "18:00:10"."""
    hour, minute, second = (*map(int, time.split(":")), 0)[:3]
    return int(datetime(2026, 3, 2, hour, minute, second, tzinfo=UTC).timestamp()) * 1000


def plan(**rules: Any) -> Plan:
    """A process group from 18:00 to 20:00, its door at 17:45."""
    return Plan(
        name="Monday evening",
        kind="process",
        starts_at=ms("18:00"),
        ends_at=ms("20:00"),
        rules=Rules(**rules),
        members=(Member(BOB, "Bob"), Member(EVE, "Eve"), Member(FINN, "Finn")),
        staff=(
            Staff(ALICE, "Alice", "LCSW", leads=True),
            Staff(AMIR, "Amir", "LPC"),
            Staff(SUE, "Sue", "PhD", facilitates=False),
        ),
        guests=(Guest(GUS, "Gus", "interpreter"),),
        crisis=(Contact("Crisis line", "988"),),
        form=SESSION_CHECKIN,
    )


class Scene:
    """One room; every step is decided, applied, and followed by what is due then."""

    def __init__(self, planned: Plan | None = None, **rules: Any) -> None:
        self.room = rooms.new(planned or plan(**rules))
        self.now = ms("12:00")
        self.facts: list[Fact] = []
        self.last: tuple[Fact, ...] = ()
        self.error: RoomError | None = None
        self.frames: dict[str, list[dict[str, Any]]] = {}
        self.minted = 0

    # Time

    def at(self, time: str) -> Self:
        """Let it become that time; what happened on the way is what `then` looks at."""
        return self.until(ms(time))

    def later(self, seconds: float) -> Self:
        """Let some seconds pass."""
        return self.until(self.now + int(seconds * 1000))

    def until(self, now: int) -> Self:
        """Let it become a moment, ms UTC."""
        assert now >= self.now, "a scene runs forward"
        self.now, self.error = now, None
        before = self.room
        self.room, self.last = rooms.advance(before, now)
        self._note(before, self.last)
        return self

    # Given, when, then

    def given(self, *steps: tuple[Actor, Command]) -> Self:
        """Let commands be done that must succeed."""
        for actor, command in steps:
            self.when(actor, command)
            assert self.error is None, f"{actor.id} {command}: {self.error!r}"
        return self

    def when(self, actor: Actor, command: Command, quoted: str | None = None) -> Self:
        """Let someone give a command, now."""
        before, kept = self.room, msgspec.json.encode(self.room)
        self.error, self.last = None, ()
        ask = Ask(command, actor, self.now, self.mint, quoted=quoted)
        try:
            self.room, done = rooms.act(before, ask)
        except RoomError as error:
            self.error = error
            assert msgspec.json.encode(self.room) == kept, "a refused command changed the room"
            return self
        self.room, due = rooms.advance(self.room, self.now)
        self.last = (*done, *due)
        self._note(before, self.last)
        return self

    def then(self, *events: Event) -> Self:
        """Exactly these events came of it, in this order."""
        assert self.error is None, f"refused: {self.error!r}"
        assert [fact.stamped.event for fact in self.last] == list(events)
        return self

    def then_nothing(self) -> Self:
        """It was answered, and nothing came of it."""
        return self.then()

    def refused(self, code: str) -> Self:
        """It was refused, with this code."""
        assert self.error is not None, f"not refused, but {self.happened}"
        assert self.error.code == code
        assert self.error.message
        return self

    # What happened

    @property
    def happened(self) -> list[Event]:
        """The events of the last step."""
        return [fact.stamped.event for fact in self.last]

    def only(self, kind: type[Event]) -> Stamped:
        """The one event of a kind of the last step, with its stamp."""
        assert self.error is None, f"refused: {self.error!r}"
        (found,) = [f.stamped for f in self.last if isinstance(f.stamped.event, kind)]
        return found

    def all(self, kind: type[Event]) -> list[Stamped]:
        """Every event of a kind since the beginning."""
        return [f.stamped for f in self.facts if isinstance(f.stamped.event, kind)]

    def private(self, kind: type[Event]) -> dict[str, Any]:
        """The private body beside the one event of a kind of the last step."""
        (found,) = [f for f in self.last if isinstance(f.stamped.event, kind)]
        assert found.private is not None
        return found.private.body

    def bodies(self) -> dict[int, dict[str, Any]]:
        """Every private body by the seq of its entry."""
        return {f.stamped.seq: f.private.body for f in self.facts if f.private is not None}

    def seen_by(self, actor: Actor) -> list[dict[str, Any]]:
        """Every frame this person's socket was sent, as the hub would."""
        return self.frames.get(actor.id, [])

    def types_seen_by(self, actor: Actor) -> list[str]:
        """The kinds of those frames."""
        return [frame["event"]["type"] for frame in self.seen_by(actor)]

    def page(self, actor: Actor) -> snapshot.Snapshot:
        """The snapshot this person would get now."""
        return snapshot.snapshot(self.room, actor.id, self.bodies())

    # What is so

    def phase(self, phase: str) -> Self:
        """The room is in this phase."""
        assert self.room.clock.phase == phase
        return self

    def inside(self, *actors: Actor) -> Self:
        """Exactly these are inside."""
        assert {p.seat for p in self.room.people.inside()} == {a.id for a in actors}
        return self

    def standing(self, actor: Actor, standing: str) -> Self:
        """How the person's own page says that they stand."""
        assert self.page(actor).you.standing == standing
        return self

    # Ways to begin

    def door_open(self) -> Self:
        """The door has opened by itself."""
        return self.at("17:45")

    def connected(self, *actors: Actor) -> Self:
        """Each has opened one socket more."""
        return self.given(*((actor, Connect(self._connection(actor))) for actor in actors))

    def dropped(self, *actors: Actor) -> Self:
        """Each has lost all sockets."""
        self.last = ()
        for actor in actors:
            for connection in self.room.people.roster[actor.id].connections:
                kept = self.last
                self.given((actor, Disconnect(connection)))
                self.last = (*kept, *self.last)
        return self

    def arrived(self, *actors: Actor) -> Self:
        """Staff are inside; others have connected, knocked, and been admitted by alice."""
        for actor in actors:
            self.connected(actor)
            if actor in (alice, amir, sue):
                self.given((actor, Knock()))
            else:
                self.given((actor, Knock(FIT)), (alice, Admit(actor.id, "known")))
        return self

    def running(self, *actors: Actor) -> Self:
        """The door opened at 17:45, alice and the others arrived, alice started at 18:00."""
        self.door_open().arrived(alice, *(a for a in actors if a is not alice))
        return self.at("18:00").given((alice, Start()))

    def mint(self, prefix: str) -> str:
        """An id that no other has."""
        self.minted += 1
        return f"{prefix}_{self.minted}"

    def _connection(self, actor: Actor) -> str:
        self.minted += 1
        return f"web.{actor.id}.{self.minted}"

    def _note(self, room: rooms.Room, facts: Iterable[Fact]) -> None:
        for fact in facts:
            room = hearing.evolve(room, fact.stamped)
            self.facts.append(fact)
            for seat, person in room.people.roster.items():
                frame = _frame(room, seat, fact) if person.connections else None
                if frame is not None:
                    self.frames.setdefault(seat, []).append(frame)


def _frame(room: rooms.Room, seat: str, fact: Fact) -> dict[str, Any] | None:
    """What a socket is sent of a fact: looked up after it, for it may let one in."""
    viewer = view.tokens(room, seat)
    if not view.may_see(fact.stamped.to, viewer):
        return None
    event = view.event(fact.stamped.event, staff="staff" in viewer)
    private = fact.private
    shown = private is not None and view.may_see(private.to, viewer)
    return {"at": fact.stamped.at, "event": event, "body": private.body if shown else None}


def refusal(scene: Scene, actor: Actor, command: Command) -> str | None:
    """The code a command would be refused with, None where it would be done; nothing changes."""
    try:
        rooms.decide(scene.room, Ask(command, actor, scene.now, lambda prefix: f"{prefix}_new"))
    except RoomError as error:
        return error.code
    return None


def raises(code: str) -> Any:
    """Expect a RoomError of this code."""
    return pytest.raises(RoomError, check=lambda error: error.code == code)
