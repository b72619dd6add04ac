"""Whatever is appended, in whatever batches, reads back equal and verifies."""

from typing import Any

from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sessions_app.ledger import append, entries, heads, keys, private, verify
from sessions_app.ledger.append import Addition, Line
from sessions_app.models.plan import plan_of
from sessions_app.room import clock
from sessions_app.room.decision import ALL, GROUP, STAFF, Event, Fact, Private, Stamped
from tests.ledger.conftest import NOW, World

words = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
codes = st.from_regex(r"s_[a-z2-7]{16}", fullmatch=True)
moments = st.integers(0, 2**53)
audiences = st.lists(st.sampled_from([ALL, GROUP, STAFF]) | codes, max_size=3).map(tuple)
events: st.SearchStrategy[Event] = st.one_of(
    st.builds(clock.StartDue),
    st.builds(clock.Warned, left_s=st.integers(0, 3600)),
    st.builds(clock.Started, by=codes),
    st.builds(clock.BreakStarted, until=moments, by=codes),
    st.builds(clock.BreakEnded, early=st.booleans()),
    st.builds(
        clock.Extended,
        ends_at=moments,
        minutes=st.integers(1, 99),
        reason=words,
        busy=st.lists(codes, max_size=3).map(tuple),
    ),
    st.builds(clock.Ended, cause=st.sampled_from(["facilitator", "time", "safety"])),
    st.builds(clock.Cancelled, reason=words),
)
bodies = st.dictionaries(words, words | st.integers(-(2**53), 2**53) | st.none(), max_size=3)
privates = st.none() | st.builds(
    Private, seat=codes, purpose=st.sampled_from(["record", "talk"]), to=audiences, body=bodies
)
decisions = st.lists(
    st.tuples(events, audiences, privates, st.integers(0, 90_000)), min_size=1, max_size=4
)
# Batches of a first and a second room; a room may have nothing to say in one.
batches = st.lists(
    st.tuples(decisions | st.just([]), decisions | st.just([])), min_size=1, max_size=4
)


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(st.data())
def test_any_batch_reads_back_equal_and_verifies(world: World, data: st.DataObject) -> None:
    rooms = [world.plan(day=9).pk, world.plan(day=9).pk]
    written: dict[Any, list[Fact]] = {room: [] for room in rooms}
    for batch in data.draw(batches):
        with transaction.atomic():
            locked = heads.lock(rooms)
            additions = [
                Addition(locked[room], _lines(locked[room], decision, world), NOW)
                for room, decision in zip(rooms, batch, strict=True)
            ]
            append.append(additions, NOW)
        for addition in additions:
            written[addition.head.session] += [line.fact for line in addition.lines]
    for room, facts in written.items():
        assert entries.tail(room, 0) == [fact.stamped for fact in facts]
        assert _bodies(room, facts) == {
            fact.stamped.seq: (fact.private.seat, fact.private.to, fact.private.body)
            for fact in facts
            if fact.private is not None
        }
        assert verify.verify_session(room).problems == ()
        keys.shred(room, "talk", NOW)
        keys.shred(room, "record", NOW)
        assert _bodies(room, facts) == {}
        assert verify.verify_session(room).problems == ()


def test_a_plan_with_everything_in_it_reads_back_equal(world: World) -> None:
    opened = clock.DoorOpened(plan_of(world.session))
    world.write(opened)
    assert entries.tail(world.session.pk, 0)[0].event == opened


def _lines(head: heads.Head, decision: list[Any], world: World) -> list[Line]:
    lines, at, ref = [], max(head.at, NOW), world.next_ref()
    for part, (event, to, secret, later) in enumerate(decision):
        at += later
        stamped = Stamped(head.seq + 1 + part, at, world.alice.code, to, event)
        lines.append(Line(Fact(stamped, secret), ref, part))
    return lines


def _bodies(room: Any, facts: list[Fact]) -> dict[int, Any]:
    found = private.read(room, [fact.stamped.seq for fact in facts])
    return {seq: (body.seat, body.to, body.body) for seq, body in found.items()}
