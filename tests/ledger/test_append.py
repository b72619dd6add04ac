"""Appending: what is written is what is read, or nothing is written."""

from contextlib import suppress

import pytest
from django.db import IntegrityError, transaction
from msgspec import structs

from sessions_app.ledger import append, entries, heads, private, verify
from sessions_app.ledger.append import Addition
from sessions_app.ledger.errors import NotLocked, OutOfOrder
from sessions_app.models import Checkpoint, ClinicLink, LedgerEntry, PrivateKey, PrivateRow
from sessions_app.models.plan import plan_of
from sessions_app.room.clock import DoorOpened, StartDue, Warned
from sessions_app.room.decision import STAFF, Private
from tests.ledger.conftest import NOW, World, lines_after


def test_what_is_appended_reads_back_and_verifies(world: World) -> None:
    world.run(talk=["hello", "again"])
    stamped = entries.tail(world.session.pk, 0)
    assert [fact.seq for fact in stamped] == [1, 2, 3, 4, 5]
    assert isinstance(stamped[0].event, DoorOpened)
    assert stamped[0].event.plan == plan_of(world.session)
    report = verify.verify_all()
    assert (report.problems, report.rows) == ((), 5)


def test_many_rooms_are_appended_in_one_go(world: World) -> None:
    others = [world.plan(day=day) for day in range(3, 9)]
    with transaction.atomic():
        locked = heads.lock(session.pk for session in others)
        batch = [
            Addition(
                head,
                lines_after(0, [DoorOpened(plan_of(session)), StartDue()], None, "clock", None),
                NOW + 1000 * day,
            )
            for day, session in enumerate(others)
            for head in [locked[session.pk]]
        ]
        grown = append.append(batch, NOW)
    assert heads.peek(session.pk for session in others) == grown
    assert {head.seq for head in grown.values()} == {2}
    assert heads.due(NOW + 5000, 100)[-6:] == [session.pk for session in others]
    report = verify.verify_clinic(world.clinic.pk)
    assert (report.problems, report.rows) == ((), 12)


def test_columns_are_copies_of_the_body(world: World) -> None:
    world.write(StartDue(), Warned(60), ref="r-9", actor=world.bob.code)
    entry = LedgerEntry.objects.get(session=world.session, seq=2)
    assert (entry.actor, entry.ref, entry.part, entry.kind, entry.at, entry.clinic_id) == (
        world.bob.code, "r-9", 1, "Warned", NOW, world.clinic.pk,
    )  # fmt: skip


def test_a_deadline_alone_moves_no_seq(world: World) -> None:
    world.write(StartDue())
    with transaction.atomic():
        head = heads.lock([world.session.pk])[world.session.pk]
        append.append([Addition(head, [], NOW + 5)], NOW)
    assert heads.peek([world.session.pk]) == {
        world.session.pk: structs.replace(head, deadline_at=NOW + 5)
    }
    assert verify.verify_all().ok


def test_nothing_is_left_of_a_batch_that_fails(world: World) -> None:
    before = heads.peek([world.session.pk])
    with suppress(ZeroDivisionError), transaction.atomic():
        world.run(talk=["never said"])
        raise ZeroDivisionError
    for table in (LedgerEntry, PrivateRow, PrivateKey, Checkpoint, ClinicLink):
        assert not table.objects.exists(), table
    assert heads.peek([world.session.pk]) == before
    # What the failed batch opened in memory does not outlive it either.
    assert private.read(world.session.pk, [world.say("said")]) != {}
    assert verify.verify_all().ok


def test_one_bad_row_leaves_nothing_of_the_others(world: World) -> None:
    other = world.plan(day=3)
    found = heads.peek([world.session.pk, other.pk])
    good = lines_after(0, [StartDue()], None, "clock", None)
    gap = lines_after(1, [StartDue()], None, "clock", None)
    batch = [Addition(found[world.session.pk], good, None), Addition(found[other.pk], gap, None)]
    with pytest.raises(OutOfOrder), transaction.atomic():
        append.append(batch, NOW)
    assert not LedgerEntry.objects.exists()


def test_a_row_may_not_be_dated_before_the_head(world: World) -> None:
    world.write(StartDue())
    with pytest.raises(OutOfOrder):
        world.write(StartDue(), at=NOW - 1)


def test_appending_needs_the_transaction_that_locked(world: World) -> None:
    head = heads.peek([world.session.pk])[world.session.pk]
    with pytest.raises(NotLocked):
        append.append([Addition(head, [], None)], NOW)
    with pytest.raises(NotLocked):
        heads.lock([world.session.pk])


def test_a_head_that_moved_on_is_not_appended_to(world: World) -> None:
    stale = heads.peek([world.session.pk])[world.session.pk]
    world.write(StartDue())
    lines = lines_after(stale.seq, [], None, "clock", None)
    with pytest.raises(NotLocked), transaction.atomic():
        append.append([Addition(stale, lines, None)], NOW)


def test_a_request_can_not_be_written_twice(world: World) -> None:
    world.write(StartDue(), ref="once")
    with pytest.raises(IntegrityError):
        world.write(StartDue(), ref="once")
    assert LedgerEntry.objects.count() == 1


def test_the_same_ref_of_somebody_else_or_elsewhere_is_another_request(world: World) -> None:
    world.write(StartDue(), ref="once")
    world.write(StartDue(), ref="once", actor=world.bob.code)
    world.write(StartDue(), ref="once", session=world.plan(day=3))
    assert LedgerEntry.objects.count() == 3


def test_deadlines_have_no_ref_and_may_repeat(world: World) -> None:
    world.write(Warned(600), actor="clock")
    world.write(Warned(300), actor="clock")
    assert LedgerEntry.objects.filter(ref=None).count() == 2


def test_done_finds_the_requests_that_were_answered(world: World) -> None:
    session, alice = world.session.pk, world.alice.code
    world.write(StartDue())
    world.write(StartDue(), Warned(60), Warned(30), ref="three")
    world.write(Warned(10), ref="one")
    asked = [(session, alice, ref) for ref in ("three", "one", "never")]
    assert entries.done([*asked, (session, world.bob.code, "one")]) == {
        asked[0]: entries.Done(2, 4),
        asked[1]: entries.Done(5, 5),
    }
    assert entries.done([]) == {}


def test_tails_reads_many_rooms_from_where_each_is(world: World) -> None:
    other, empty = world.plan(day=3), world.plan(day=4)
    world.write(StartDue(), Warned(600), Warned(300))
    world.write(StartDue(), Warned(600), session=other)
    spans = [(world.session.pk, 1, 2), (other.pk, 0, None), (empty.pk, 0, None)]
    found = entries.tails(spans)
    assert {pk: [fact.seq for fact in facts] for pk, facts in found.items()} == {
        world.session.pk: [2],
        other.pk: [1, 2],
    }
    assert entries.tails([]) == {}
    assert entries.tail(empty.pk, 0) == []


def test_happened_looks_for_any_of_the_kinds(world: World) -> None:
    world.write(Warned(60))
    assert entries.happened(world.session.pk, "Ended", "Warned")
    assert not entries.happened(world.session.pk, "Ended", "Held")


def test_private_parts_lie_beside_the_row_they_came_with(world: World) -> None:
    bob = world.bob.code
    note = Private(bob, "record", (STAFF,), {"note": "später ❄"})
    last = world.write(StartDue(), Warned(60), private=note)
    assert private.read(world.session.pk, range(1, last + 1)) == {
        last - 1: private.PrivateBody(bob, (STAFF,), {"note": "später ❄"})
    }
