"""Random people do random things for hours: what must always hold in a room."""

import msgspec
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from sessions_app.room import clock as clocks
from sessions_app.room import room as rooms
from sessions_app.room import view
from sessions_app.room.decision import Actor, Ask, Command, Fact
from sessions_app.room.errors import RoomError
from sessions_app.room.people import Connect, Disconnect
from tests.room import hearing
from tests.room.anything import ANY_COMMAND, PEOPLE, commands, likely
from tests.room.scene import Scene, alice, amir, bob, carol, clock, eve, finn, gus, olga, plan
from tests.room.witness import Witness

LATER = st.sampled_from([0, 1, 500, 5_000, 10_000, 60_000, 119_000, 300_000, 1_200_000])
DEVICES = st.sampled_from(["web.1", "app.1"])
BEGUN = st.sampled_from(["scheduled", "door_open", "running", "running", "running"])


class Sessions(RuleBasedStateMachine):
    """One session; `log` is its ledger, which the witness reads along."""

    @initialize(capacity=st.sampled_from([12, 3, 2]), prompts=st.sampled_from([0, 700]),
                begun=BEGUN)  # fmt: skip
    def begin(self, capacity: int, prompts: int, begun: str) -> None:
        self.planned = plan(capacity=capacity, prompt_every_s=prompts)
        scene = Scene(self.planned).at("17:40")
        if begun != "scheduled":
            scene.door_open().arrived(alice, bob, eve).connected(amir, finn, gus)
        if begun == "running":
            scene.at("18:00").given((alice, clocks.Start()))
        self.log: list[Fact] = []
        self.minted: dict[str, int] = {}
        self.witness = Witness(self.planned)
        self._keep(scene.room, tuple(scene.facts), scene.now)

    @rule(later=LATER, cuts=st.lists(st.floats(0, 1), max_size=4))
    def time_passes(self, later: int, cuts: list[float]) -> None:
        end = self.now + later
        jumped, facts = rooms.advance(self.room, end)
        crept, steps = self.room, []
        for moment in (*sorted(self.now + int(later * cut) for cut in cuts), end):
            crept, more = rooms.advance(crept, moment)
            steps += more
        assert steps == list(facts), "small steps and one jump differ"
        assert crept == jumped
        self._keep(jumped, facts, end)

    @rule(deadlines=st.integers(1, 4))
    def time_passes_to_the_very_deadlines(self, deadlines: int) -> None:
        for _ in range(deadlines):
            due = rooms.deadline(self.room)
            if due is None:
                return
            assert rooms.advance(self.room, due - 1) == (self.room, ())
            after, facts = rooms.advance(self.room, due)
            assert facts, "a deadline at which nothing happens"
            self._keep(after, facts, due)

    @rule(busy=st.integers(1, 8), data=st.data())
    def people_do_what_they_may(self, busy: int, data: st.DataObject) -> None:
        for _ in range(busy):
            actor = data.draw(st.sampled_from([*PEOPLE, alice, alice, bob, bob, eve, olga]))
            names = likely(self.room, actor)
            if names:
                name = data.draw(st.sampled_from(names))
                self._do(actor, data.draw(commands(rooms.COMMANDS[name])))
                self.time_passes(data.draw(st.sampled_from([0, 400, 8_000])), [])

    @rule(actor=st.sampled_from([*PEOPLE, olga, carol, clock]), command=ANY_COMMAND)
    def anyone_tries_anything(self, actor: Actor, command: Command) -> None:
        self._do(actor, command)

    @rule(actor=st.sampled_from(PEOPLE), device=DEVICES)
    def someone_connects(self, actor: Actor, device: str) -> None:
        self._do(actor, Connect(device))

    @rule(actor=st.sampled_from(PEOPLE))
    def someone_drops(self, actor: Actor) -> None:
        person = self.room.people.roster.get(actor.id)
        for connection in person.connections if person is not None else ():
            self._do(actor, Disconnect(connection))

    def _do(self, actor: Actor, command: Command) -> None:
        before = msgspec.json.encode(self.room)
        ask = Ask(command, actor, self.now, self._mint, quoted="what was written")
        try:
            after, facts = rooms.act(self.room, ask)
        except RoomError:
            assert msgspec.json.encode(self.room) == before
            return
        after, due = rooms.advance(after, self.now)
        self._keep(after, (*facts, *due), self.now)

    def _mint(self, prefix: str) -> str:
        self.minted[prefix] = self.minted.get(prefix, 0) + 1
        return f"{prefix}{self.minted[prefix]}"

    def _keep(self, room: rooms.Room, facts: tuple[Fact, ...], now: int) -> None:
        before = self.room if hasattr(self, "room") else rooms.new(self.planned)
        self.room, self.now = room, now
        for fact in facts:
            before = hearing.evolve(before, fact.stamped)
        assert before == room
        self.log += facts
        for fact in facts:
            self.witness.sees(fact)
            assert fact.stamped.at <= now, "dated in the future"

    @invariant()
    def nothing_is_due_any_more(self) -> None:
        due = rooms.deadline(self.room)
        assert due is None or due > self.now
        assert rooms.advance(self.room, self.now) == (self.room, ())

    @invariant()
    def the_room_is_where_its_ledger_is(self) -> None:
        assert (self.room.seq, self.room.at) == (self.witness.seq, self.witness.at)

    @invariant()
    def nobody_is_inside_whom_the_ledger_does_not_show_admitted(self) -> None:
        assert {person.seat for person in self.room.people.inside()} == self.witness.inside

    @invariant()
    def nobody_holds_a_seat_without_a_connection_for_ever(self) -> None:
        for person in self.room.people.inside():
            assert person.connections or person.lost_at is not None, person

    @invariant()
    def what_belongs_inside_is_inside(self) -> None:
        inside = {person.seat for person in self.room.people.inside()}
        sound, floor = self.room.sound, self.room.floor
        assert sound.microphones | sound.cameras | set(floor.hands) <= inside
        assert not [p.seat for p in self.room.people.roster.values() if p.away and not p.inside]

    @invariant()
    def only_who_facilitates_leads(self) -> None:
        lead = self.room.team.lead
        assert lead is None or self.room.people.get(lead).facilitates

    @invariant()
    def side_rooms_are_open_only_while_the_group_runs(self) -> None:
        open_now = {known.place for known in self.room.places.open}
        assert not open_now or self.room.clock.phase == "running"
        places = {person.seat: person.place for person in self.room.people.inside()}
        assert set(places.values()) <= {"main", *open_now}
        assert set(self.room.places.assigned.values()) <= open_now
        out = [p for p in self.room.people.roster.values() if not p.inside]
        assert {p.place for p in out} <= {"main"}

    @invariant()
    def one_shares_in_a_place_who_is_there_to_be_seen(self) -> None:
        stage, sound = self.room.stage, self.room.sound
        here = {p.seat: p.place for p in self.room.people.inside() if not p.away}
        shared = {seat: share.place for seat, share in stage.sharing.items()}
        assert shared.items() <= here.items()
        assert len(set(shared.values())) == len(shared)
        texting = {seat for seat, mode in sound.follows.items() if mode == "text"}
        assert not texting & (sound.microphones | sound.cameras | shared.keys())
        assert stage.spotlights.items() <= here.items()
        assert len(set(stage.spotlights.values())) == len(stage.spotlights)

    @invariant()
    def nobody_but_staff_reads_what_is_written_elsewhere(self) -> None:
        for person in self.room.people.roster.values():
            viewer = view.tokens(self.room, person.seat)
            read = [m for m in self.room.talk.messages if view.sees_message(viewer, m)]
            if person.role != "staff":
                assert {m.place for m in read if m.about is None} <= {person.place}

    def teardown(self) -> None:
        if not hasattr(self, "room"):
            return
        start = rooms.new(self.planned)
        ledger = [fact.stamped for fact in self.log]
        assert rooms.fold(start, ledger) == self.room
        for cut in range(0, len(ledger), 9):
            prefix = rooms.fold(start, ledger[:cut])
            assert rooms.fold(prefix, ledger[cut:]) == self.room
        # Whatever state it was left in, a room comes to rest by itself.
        rest, _ = rooms.advance(self.room, self.now + 40 * 86_400_000)
        assert rest.clock.phase in clocks.OVER
        assert rooms.deadline(rest) is None


TestSessions = Sessions.TestCase
TestSessions.settings = settings(
    max_examples=100,
    stateful_step_count=50,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
