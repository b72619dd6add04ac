"""Rooms go on while their record is verified, and while somebody is erased from it."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.db import connection, transaction

from sessions_app.ledger import append, heads, keys, private, seals, verify
from sessions_app.ledger.append import Addition
from sessions_app.models import PrivateKey
from sessions_app.models.plan import plan_of
from sessions_app.room.clock import BreakEnded, DoorOpened, StartDue
from sessions_app.room.decision import STAFF, Private
from tests.ledger.conftest import NOW, World, lines_after


@contextmanager
def meanwhile(deed: "threading.Thread") -> Iterator[None]:
    """Run a thread beside the block, and wait for it."""
    deed.start()
    try:
        yield
    finally:
        deed.join(60)
    assert not deed.is_alive()


def test_a_room_that_goes_on_verifies_at_every_moment(world: World) -> None:
    world.write(DoorOpened(plan_of(world.session)))
    failures: list[BaseException] = []
    over = threading.Event()

    def go_on() -> None:
        try:
            for number in range(60):
                world.say(f"word {number}")
                if number % 5 == 0:
                    world.write(BreakEnded(early=True))
                if number % 7 == 0:
                    seals.checkpoint([world.session.pk], NOW)
                if number % 20 == 0:
                    keys.shred(world.session.pk, "talk", NOW)
        except BaseException as failure:  # noqa: BLE001 (reported below)
            failures.append(failure)
        finally:
            connection.close()
            over.set()

    with meanwhile(threading.Thread(target=go_on)):
        while not over.is_set():
            assert verify.verify_all().problems == ()
    assert failures == []
    assert verify.verify_all().rows == 73


@pytest.mark.parametrize("stack", ["clinic"], indirect=True)
def test_a_key_is_not_shredded_under_a_writer(world: World) -> None:
    first, bob = world.say("first"), world.bob.code
    shredded: list[int] = []

    def shred() -> None:
        try:
            shredded.append(keys.shred(world.session.pk, "talk", NOW))
        finally:
            connection.close()

    shredding = threading.Thread(target=shred)
    with transaction.atomic():
        head = heads.lock([world.session.pk])[world.session.pk]
        shredding.start()
        shredding.join(0.5)
        assert shredding.is_alive()  # it waits for the head
        second = Private(bob, "talk", (STAFF,), {"text": "second"})
        lines = lines_after(head.seq, [StartDue()], second, bob, "r-2")
        append.append([Addition(head, lines, None)], NOW)
    shredding.join(30)
    assert shredded == [1]
    assert private.read(world.session.pk, [first, first + 1]) == {}
    assert not PrivateKey.objects.filter(shredded_at=None).exists()
