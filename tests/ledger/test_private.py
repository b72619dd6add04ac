"""Private rows: readable while their key lives, and by the right key only."""

import shutil
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection, transaction
from django.test import override_settings

from accounts.clinics import rotate_keys
from accounts.keys import KeyMissing
from sessions_app.ledger import keys, private, verify
from sessions_app.ledger.envelope import Owner
from sessions_app.ledger.errors import Unreadable
from sessions_app.models import PrivateKey, PrivateRow
from sessions_app.room.clock import StartDue
from sessions_app.room.decision import STAFF, Private, only
from tests.ledger.conftest import NOW, World

Tamper = Callable[..., int]


def texts(world: World, *seqs: int) -> dict[int, str]:
    """What can be read at these rows."""
    return {seq: body.body["text"] for seq, body in private.read(world.session.pk, seqs).items()}


@pytest.fixture
def forgetful(monkeypatch: pytest.MonkeyPatch) -> None:
    """A process that has opened no key yet."""
    from sessions_app.ledger.shelf import Shelf

    monkeypatch.setattr(keys, "_opened", Shelf(8))


def test_a_body_says_whose_it_is_and_who_may_read_it(world: World) -> None:
    seq = world.say("hello")
    body = private.read(world.session.pk, [seq])[seq]
    assert body == private.PrivateBody(
        world.bob.code, (STAFF, only(world.bob.code)), {"text": "hello"}
    )


def test_neither_words_nor_readers_stand_in_the_database_in_the_clear(world: World) -> None:
    seq = world.say("a very secret word")
    stored = bytes(PrivateRow.objects.get(seq=seq).body)
    assert b"secret" not in stored
    assert STAFF.encode() not in stored


def test_the_same_words_never_look_the_same(world: World) -> None:
    world.say("hello")
    world.say("hello")
    first, second = PrivateRow.objects.order_by("seq")
    assert bytes(first.body)[:12] != bytes(second.body)[:12]
    assert bytes(first.body)[12:] != bytes(second.body)[12:]


def test_one_key_serves_one_person_one_session_and_one_purpose(world: World) -> None:
    world.say("one")
    world.say("two")
    world.say("three", seat=world.alice)
    world.say("four", purpose="record")
    assert PrivateKey.objects.count() == 3
    assert PrivateRow.objects.values("key").distinct().count() == 3


def test_shredding_a_purpose_erases_just_that(world: World) -> None:
    talk, note = world.say("small talk"), world.say("a note", purpose="record")
    assert keys.shred(world.session.pk, "talk", NOW) == 1
    assert texts(world, talk, note) == {note: "a note"}
    assert keys.shred(world.session.pk, "talk", NOW) == 0
    assert verify.verify_all().ok


def test_shredding_leaves_nothing_of_the_key(world: World) -> None:
    world.say("small talk")
    keys.shred(world.session.pk, "talk", NOW)
    key = PrivateKey.objects.get()
    assert (key.wrapped, key.shredded_at) == (None, NOW)


def test_shredding_in_a_transaction_that_fails_shreds_nothing(world: World) -> None:
    seq = world.say("small talk")
    with suppress(ZeroDivisionError), transaction.atomic():
        keys.shred(world.session.pk, "talk", NOW)
        raise ZeroDivisionError
    assert texts(world, seq) == {seq: "small talk"}


def test_words_after_the_shredding_get_a_new_key(world: World) -> None:
    before = world.say("before")
    keys.shred(world.session.pk, "talk", NOW)
    after = world.say("after")
    assert texts(world, before, after) == {after: "after"}
    assert PrivateKey.objects.count() == 2
    assert verify.verify_all().ok


def test_an_erased_person_is_unreadable_everywhere_and_the_record_verifies(world: World) -> None:
    other = world.plan(day=3)
    mine, theirs = world.say("mine"), world.say("theirs", seat=world.alice)
    world.write(
        StartDue(),
        session=other,
        private=Private(world.bob.code, "record", (STAFF,), {"text": "elsewhere"}),
    )
    assert keys.shred_person([world.bob.code], NOW) == {world.session.pk: 1, other.pk: 1}
    assert texts(world, mine, theirs) == {theirs: "theirs"}
    assert private.read(other.pk, [1]) == {}
    assert verify.verify_all().ok


def test_a_shredded_row_may_be_missing(world: World, tamper: Tamper) -> None:
    world.say("small talk")
    keys.shred(world.session.pk, "talk", NOW)
    tamper("DELETE FROM private_row")
    assert verify.verify_all().ok


def test_a_missing_row_is_not_excused_by_another_key(world: World, tamper: Tamper) -> None:
    world.say("a note", purpose="record")
    world.say("small talk")
    keys.shred(world.session.pk, "talk", NOW)
    tamper("DELETE FROM private_row")
    assert [(p.seq, p.code) for p in verify.verify_all().problems] == [(1, "private")]


@pytest.mark.usefixtures("forgetful")
def test_another_clinics_key_opens_nothing(world: World, tamper: Tamper) -> None:
    seq = world.say("hello")
    keys._opened.drop(PrivateKey.objects.get().key_id)
    folder = Path(settings.VGROUP_KEYS)
    kek = folder / f"{world.clinic.kek_id}.kek"
    stolen = folder.parent / "stolen"
    shutil.copytree(folder, stolen)
    (stolen / kek.name).write_bytes(bytes(32))
    with override_settings(VGROUP_KEYS=stolen), pytest.raises(Unreadable, match="VGROUP_KEYS"):
        private.read(world.session.pk, [seq])


@pytest.mark.usefixtures("forgetful")
def test_without_the_clinics_key_file_nothing_is_read(world: World, tmp_path: Path) -> None:
    seq = world.say("hello")
    keys._opened.drop(PrivateKey.objects.get().key_id)
    with override_settings(VGROUP_KEYS=tmp_path / "none"), pytest.raises(KeyMissing):
        private.read(world.session.pk, [seq])


@pytest.mark.usefixtures("forgetful")
def test_rotated_keys_leave_old_words_readable(world: World) -> None:
    before = world.say("before")
    rotate_keys(world.clinic)
    keys._opened.drop(PrivateKey.objects.get().key_id)
    after = world.say("after", seat=world.alice)
    assert texts(world, before, after) == {before: "before", after: "after"}


def test_a_changed_body_is_refused_not_shown(world: World, tamper: Tamper) -> None:
    seq = world.say("hello")
    body = bytearray(PrivateRow.objects.get().body)
    body[-1] ^= 1
    tamper("UPDATE private_row SET body = %s", bytes(body))
    with pytest.raises(Unreadable):
        private.read(world.session.pk, [seq])


def test_a_body_in_anothers_place_is_refused(world: World, tamper: Tamper) -> None:
    first, second = world.say("one"), world.say("two")
    body = bytes(PrivateRow.objects.get(seq=second).body)
    tamper("UPDATE private_row SET body = %s WHERE seq = %s", body, first)
    with pytest.raises(Unreadable):
        private.read(world.session.pk, [first])


@pytest.mark.usefixtures("forgetful")
def test_a_key_given_to_another_person_does_not_open(world: World, tamper: Tamper) -> None:
    seq = world.say("one")
    keys._opened.drop(PrivateKey.objects.get().key_id)
    tamper("UPDATE private_key SET seat = %s", world.alice.code)
    with pytest.raises(Unreadable):
        private.read(world.session.pk, [seq])


def test_what_was_never_private_is_absent(world: World) -> None:
    world.write(StartDue())
    assert private.read(world.session.pk, [1, 2]) == {}
    assert private.read(world.session.pk, []) == {}


def test_two_writers_that_want_the_same_key_get_the_same(world: World) -> None:
    owner = Owner(world.session.pk, world.bob.code, "record")

    def want(_: int) -> str:
        try:
            with transaction.atomic():
                return keys.live({owner: world.clinic.pk})[owner].id
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        ids = set(pool.map(want, range(8)))
    assert len(ids) == 1
    assert PrivateKey.objects.count() == 1
