"""Random evenings over the real shell: writer, ledger and feed keep what the room promises."""

import json
from itertools import pairwise
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from sessions_app.ledger import entries, verify
from sessions_app.live import feed, service
from sessions_app.live.rooms import load
from sessions_app.live.standing import THE_CLOCK, Trusted
from sessions_app.room import room as rooms
from sessions_app.room.clock import Start, Tick
from sessions_app.room.decision import Actor, Command
from sessions_app.room.door import Admit, Attestation, Knock
from sessions_app.room.errors import RoomError
from sessions_app.room.people import Connect, Disconnect
from sessions_app.room.safety import AskForHelp
from sessions_app.room.talk import Post
from tests.live import house as houses
from tests.live.house import House
from tests.room.anything import commands

HOME = Attestation("AZ", "12 Home Street", "480 555 0100", True, True, True, True, True)
NAMES = ("alice", "amir", "bob", "eve", "finn")
SHELL = ("Connect", "Disconnect", "Forget", "AssignStaff", "DismissStaff", "ExpectMember")
KINDS = [k for n, k in rooms.COMMANDS.items() if n not in (*SHELL, "InviteGuest", "Cancel", "End")]
ANY = st.one_of(*(commands(kind) for kind in KINDS))


class Evening(RuleBasedStateMachine):
    """One session of a house that stands; each step is a real transaction."""

    house: House

    @initialize()
    def begin(self) -> None:
        self.session = houses.planned(self.house.group, 60).pk
        self.acked: dict[tuple[str, str], tuple[Command, int]] = {}
        self.refs = 0
        service.execute_now(self.session, THE_CLOCK, Tick())
        for name in NAMES:
            self.connect(name)
        self.give("alice", Knock())
        self.give("bob", Knock(HOME))
        self.give("alice", Admit(self.house.seats["bob"], "known"))
        self.give("alice", Start())

    def give(self, name: str, command: Command) -> int | None:
        """Execute under a fresh ref; None where it was refused."""
        self.refs += 1
        ref = f"r{self.refs}"
        try:
            done = service.execute_now(self.session, self.house.account(name), command, ref)
        except RoomError:
            return None
        self.acked[name, ref] = (command, done.seq)
        return done.seq

    @rule(name=st.sampled_from(NAMES), tab=st.sampled_from("ab"))
    def connect(self, name: str, tab: str = "a") -> None:
        connection = f"p.{name}{tab}"
        service.execute_now(self.session, self.house.account(name), Connect(connection))

    @rule(name=st.sampled_from(NAMES), tab=st.sampled_from("ab"))
    def drop(self, name: str, tab: str) -> None:
        who = Trusted(Actor(self.house.seats[name], "participant"))
        service.execute_now(self.session, who, Disconnect(f"p.{name}{tab}"))

    @rule(name=st.sampled_from(NAMES), command=ANY)
    def anything(self, name: str, command: Command) -> None:
        before = load(self.session)
        if self.give(name, command) is None:
            assert load(self.session).seq == before.seq, "a refused command changes nothing"

    @rule(name=st.sampled_from(("bob", "eve", "finn")), aloud=st.booleans())
    def write(self, name: str, aloud: bool) -> None:
        self.give(name, Post(f"words of {name}", "group" if aloud else "staff"))

    @rule(name=st.sampled_from(("bob", "eve", "finn")))
    def ask(self, name: str) -> None:
        self.give(name, AskForHelp(f"help for {name}"))

    @precondition(lambda self: self.acked)
    @rule(data=st.data())
    def send_again(self, data: Any) -> None:
        (name, ref), (command, seq) = data.draw(st.sampled_from(list(self.acked.items())))
        key = (self.session, self.house.seats[name], ref)
        before = entries.done([key])
        if not before:
            return  # it needed no event then, and may need one now
        done = service.execute_now(self.session, self.house.account(name), command, ref)
        assert done.seq == seq == before[key].last_seq
        assert entries.done([key]) == before

    @rule()
    def forget_what_is_cached(self) -> None:
        service.writer().shelf.drop(self.session)

    @invariant()
    def the_writer_and_the_ledger_agree(self) -> None:
        if hasattr(self, "session"):
            facts = entries.tail(self.session, 0)
            assert [fact.seq for fact in facts] == list(range(1, len(facts) + 1))
            assert all(a.at <= b.at for a, b in pairwise(facts))

    @invariant()
    def bob_reads_nothing_of_anyone_elses(self) -> None:
        if hasattr(self, "session"):
            page = feed.welcome(self.session, load(self.session), self.house.seats["bob"])
            assert "help for eve" not in page
            assert "help for finn" not in page
            assert json.loads(page)["snapshot"]["staff"] is None

    def teardown(self) -> None:
        if hasattr(self, "session"):
            report = verify.verify_session(self.session)
            assert report.ok, report.problems


def test_random_evenings_keep_what_the_room_promises(stack):
    Evening.house = houses.build()
    try:
        run_state_machine_as_test(
            Evening,
            settings=settings(
                max_examples=8,
                stateful_step_count=25,
                deadline=None,
                suppress_health_check=list(HealthCheck),
            ),
        )
    finally:
        service.stop()
