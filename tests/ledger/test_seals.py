"""Signing: every minute, at every turn, and never two links with one number."""

import threading
from concurrent.futures import ThreadPoolExecutor

from django.db import connection, transaction

from sessions_app.ledger import append, heads, proof, seals, verify
from sessions_app.ledger.append import Addition
from sessions_app.models import Checkpoint, ClinicLink, GroupSession
from sessions_app.models.plan import plan_of
from sessions_app.room.clock import Cancelled, DoorOpened, Ended, StartDue
from tests.ledger.conftest import NOW, World, build, lines_after

MINUTE = proof.MINUTE_MS


def signed(session: GroupSession) -> list[int]:
    """The rows of a session that have a checkpoint."""
    rows = Checkpoint.objects.filter(session=session).order_by("seq")
    return list(rows.values_list("seq", flat=True))


def test_rows_wait_a_minute_for_their_signature(world: World) -> None:
    world.write(StartDue(), at=NOW)
    world.write(StartDue(), at=NOW + 30_000)
    assert seals.due(NOW + MINUTE - 1, 10) == []
    assert seals.due(NOW + MINUTE, 10) == [world.session.pk]
    assert seals.checkpoint([world.session.pk], NOW + MINUTE) == 1
    assert signed(world.session) == [2]
    assert seals.due(NOW + 9 * MINUTE, 10) == []


def test_a_second_clock_signs_nothing_twice(world: World) -> None:
    world.write(StartDue())
    assert seals.checkpoint([world.session.pk], NOW + MINUTE) == 1
    assert seals.checkpoint([world.session.pk], NOW + MINUTE) == 0
    assert signed(world.session) == [1]


def test_a_turn_of_the_group_is_signed_at_once_and_nothing_waits(world: World) -> None:
    world.write(StartDue())
    world.write(DoorOpened(plan_of(world.session)))
    assert signed(world.session) == [2]
    assert seals.due(NOW + 9 * MINUTE, 10) == []
    world.write(StartDue(), at=NOW + MINUTE)
    assert seals.due(NOW + 2 * MINUTE, 10) == [world.session.pk]


def test_checkpoints_are_dated_when_they_were_signed(world: World) -> None:
    world.write(StartDue(), at=NOW)
    seals.checkpoint([world.session.pk], NOW + 70_000)
    assert Checkpoint.objects.get().at == NOW + 70_000


def test_a_late_room_opens_and_ends_in_one_batch(world: World) -> None:
    with transaction.atomic():
        head = heads.lock([world.session.pk])[world.session.pk]
        events = [DoorOpened(plan_of(world.session)), StartDue(), Ended("no_facilitator")]
        lines = lines_after(0, events, None, "clock", None)
        append.append([Addition(head, lines, None)], NOW)
    links = ClinicLink.objects.order_by("n").values_list("n", "kind", "seq")
    assert list(links) == [(1, "opening", 1), (2, "seal", 3)]
    assert verify.verify_all().ok


def test_a_session_called_off_is_sealed_without_an_opening(world: World) -> None:
    world.write(Cancelled("snow"), ref="off")
    assert list(ClinicLink.objects.values_list("kind", "seq")) == [("seal", 1)]
    assert verify.verify_all().ok


def test_sessions_of_several_clinics_join_each_its_own_chain(world: World) -> None:
    summit = build("Summit")
    sessions = [world.session, world.plan(day=3), summit.session, summit.plan(day=3)]
    with transaction.atomic():
        locked = heads.lock(session.pk for session in sessions)
        batch = []
        for session in sessions:
            lines = lines_after(0, [DoorOpened(plan_of(session))], None, "clock", None)
            batch.append(Addition(locked[session.pk], lines, None))
        append.append(batch, NOW)
    for clinic in (world.clinic, summit.clinic):
        numbers = ClinicLink.objects.filter(clinic=clinic).order_by("n").values_list("n", flat=True)
        assert list(numbers) == [1, 2]
    assert verify.verify_all().problems == ()


def test_writers_of_one_clinic_never_share_a_number(world: World) -> None:
    sessions = [world.plan(day=day) for day in range(3, 11)]
    together = threading.Barrier(4)

    def open_and_end(quarter: int) -> None:
        try:
            together.wait(10)
            for session in sessions[quarter::4]:
                world.write(DoorOpened(plan_of(session)), session=session)
                world.write(Ended("facilitator"), session=session)
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(open_and_end, range(4)))
    numbers = ClinicLink.objects.order_by("n").values_list("n", flat=True)
    assert list(numbers) == list(range(1, 17))
    assert verify.verify_all().problems == ()


def test_writers_with_the_same_rooms_and_clinics_do_not_wait_in_a_ring(world: World) -> None:
    summit = build("Summit")
    sessions = [w.plan(day=day) for day in range(3, 7) for w in (world, summit)]
    together = threading.Barrier(2)

    def write(backwards: bool) -> None:
        try:
            together.wait(10)
            for _ in range(10):
                _open_all(list(reversed(sessions)) if backwards else sessions)
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(write, [False, True]))
    assert ClinicLink.objects.count() == 20 * len(sessions)
    assert verify.verify_all().problems == ()


def _open_all(sessions: list[GroupSession]) -> None:
    with transaction.atomic():
        locked = heads.lock(session.pk for session in sessions)
        batch = []
        for session in sessions:
            head = locked[session.pk]
            lines = lines_after(head.seq, [Ended("facilitator")], None, "clock", None)
            batch.append(Addition(head, lines, None))
        append.append(batch, NOW)
