"""Signatures: whoever has the whole database, but no key, can not rewrite what was signed."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.conf import settings
from django.test import override_settings
from msgspec import Raw

from accounts.clinics import rotate_keys
from sessions_app.ledger import heads, proof, seals, verify
from sessions_app.models import Checkpoint, ClinicLink
from tests.ledger.conftest import NOW, World
from tests.ledger.forgery import forge

Tamper = Callable[..., int]


def found(world: World) -> list[tuple[int | None, str]]:
    """What the verification of the session finds, as (row, code)."""
    return [(p.seq, p.code) for p in verify.verify_session(world.session.pk).problems]


@pytest.fixture
def ended(world: World) -> World:
    """A session that is over: rows 1, 2 and 6 are signed, 1 and 6 are linked."""
    world.run(talk=["one", "two", "three"])
    return world


def test_a_whole_chain_rewritten_is_not_the_one_that_was_signed(
    ended: World, tamper: Tamper
) -> None:
    forge(ended, tamper, seq=3, actor="clock")
    assert found(ended) == [(6, "rewritten")]


def test_a_rewritten_chain_is_named_at_the_first_signature_after_it(
    ended: World, tamper: Tamper
) -> None:
    forge(ended, tamper, seq=2, actor="clock")
    assert found(ended) == [(2, "rewritten")]


def test_rows_after_the_last_signature_are_safe_once_their_minute_is_over(
    ended: World, tamper: Tamper
) -> None:
    ended.say("an amendment", purpose="record")
    assert seals.checkpoint([ended.session.pk], NOW + 60_000) == 1
    forge(ended, tamper, seq=7, actor="clock")
    assert found(ended) == [(7, "rewritten")]


def test_bytes_that_are_no_record_are_named_though_the_chain_covers_them(
    world: World, tamper: Tamper
) -> None:
    world.say("one")
    forge(world, tamper, seq=1, event=Raw(b'{"no":"type"}'))
    assert found(world) == [(1, "record")]


@pytest.mark.parametrize("change", ["seq = 4", "at = at + 1", "hash = %s", "signature = %s"])
def test_a_changed_checkpoint_is_named(ended: World, tamper: Tamper, change: str) -> None:
    values = [b"\x07" * (64 if "signature" in change else 32)] if "%s" in change else []
    statement = f"UPDATE ledger_checkpoint SET {change} WHERE session_id = %s AND seq = 6"
    tamper(statement, *values, ended.session.pk)
    assert found(ended)[0] == (4 if "seq" in change else 6, "signature")


@pytest.mark.parametrize("change", ["n = 9", "at = at + 1", "kind = 'opening'", "seq = 4",
    "hash = link_hash", "prev = link_hash", "link_hash = prev"])  # fmt: skip
def test_a_changed_link_is_named(ended: World, tamper: Tamper, change: str) -> None:
    tamper(f"UPDATE clinic_link SET {change} WHERE session_id = %s AND seq = 6", ended.session.pk)
    assert found(ended)[0] == (4 if "seq" in change else 6, "link")


def test_a_changed_signature_of_a_link_is_named(ended: World, tamper: Tamper) -> None:
    tamper("UPDATE clinic_link SET signature = %s WHERE seq = 6", b"\x07" * 64)
    assert found(ended) == [(6, "signature")]


def test_a_checkpoint_forged_with_a_key_of_ones_own_is_named(ended: World, tamper: Tamper) -> None:
    forge(ended, tamper, seq=3, actor="clock")
    head = heads.peek([ended.session.pk])[ended.session.pk]
    point = proof.Point(head.clinic, head.session, head.seq, head.hash)
    forged = Ed25519PrivateKey.generate().sign(proof.checkpoint(point, NOW))
    statement = "UPDATE ledger_checkpoint SET hash = %s, signature = %s WHERE seq = 6"
    tamper(statement, head.hash, forged)
    assert (6, "signature") in found(ended)


def test_a_checkpoint_under_a_key_nobody_knows_is_named(ended: World, tamper: Tamper) -> None:
    tamper("UPDATE ledger_checkpoint SET key_id = 'sig_nobodyhasthiskey' WHERE seq = 6")
    assert found(ended) == [(6, "public_key")]


def test_a_key_id_that_leads_out_of_the_folder_is_no_key(ended: World, tamper: Tamper) -> None:
    tamper("UPDATE ledger_checkpoint SET key_id = '../keys/sig' WHERE seq = 6")
    assert found(ended) == [(6, "public_key")]


def test_a_checkpoint_of_another_clinic_is_named(ended: World, tamper: Tamper) -> None:
    tamper("UPDATE ledger_checkpoint SET clinic_id = session_id WHERE seq = 6")
    assert found(ended) == [(6, "signature")]


def test_a_removed_checkpoint_is_missed(ended: World, tamper: Tamper) -> None:
    tamper("DELETE FROM ledger_checkpoint WHERE seq = 2")
    assert found(ended) == [(2, "unsigned")]


def test_a_removed_link_is_missed_in_session_and_clinic(ended: World, tamper: Tamper) -> None:
    tamper("DELETE FROM clinic_link WHERE n = 1")
    problems = verify.verify_clinic(ended.clinic.pk).problems
    assert [(p.session, p.seq, p.code) for p in problems] == [
        (None, 1, "link"),
        (ended.session.pk, 1, "unsigned"),
    ]


def test_the_last_link_is_missed_in_its_session(ended: World, tamper: Tamper) -> None:
    tamper("DELETE FROM clinic_link WHERE n = 2")
    assert found(ended) == [(6, "unsigned")]


def test_a_vanished_session_leaves_its_links(ended: World, tamper: Tamper) -> None:
    other, session = ended.plan(day=3), ended.session.pk
    ended.run(other)
    vanish(tamper, session)
    for report in (verify.verify_clinic(ended.clinic.pk), verify.verify_all()):
        assert [(p.session, p.seq, p.code) for p in report.problems] == [(session, None, "session")]


def test_an_emptied_session_leaves_its_links(ended: World, tamper: Tamper) -> None:
    empty(tamper, ended.session.pk)
    problems = verify.verify_clinic(ended.clinic.pk).problems
    assert [(p.session, p.seq, p.code) for p in problems] == [(ended.session.pk, 1, "gap")]


def test_a_session_that_vanished_with_its_links_leaves_a_gap(ended: World, tamper: Tamper) -> None:
    other, session = ended.plan(day=3), ended.session.pk
    ended.run(other)
    vanish(tamper, session)
    tamper("DELETE FROM clinic_link WHERE session_id = %s", session)
    problems = verify.verify_clinic(ended.clinic.pk).problems
    assert [(p.session, p.seq, p.code) for p in problems] == [(None, 1, "link")]


def test_links_in_another_order_are_named(ended: World, tamper: Tamper) -> None:
    ended.run(ended.plan(day=3))
    for n, other in ((2, 200), (3, 2), (200, 3)):
        tamper("UPDATE clinic_link SET n = %s WHERE n = %s", other, n)
    problems = verify.verify_clinic(ended.clinic.pk).problems
    assert (None, 2, "link") in [(p.session, p.seq, p.code) for p in problems]


def test_rows_of_a_session_nobody_has_are_found_among_all(world: World, tamper: Tamper) -> None:
    world.say("one")
    forget(tamper, world.session.pk)
    problems = verify.verify_all().problems
    assert [(p.session, p.code) for p in problems] == [(world.session.pk, "session")]


def test_verifying_needs_public_keys_only(ended: World, tmp_path: Path) -> None:
    rotate_keys(ended.clinic)
    ended.run(ended.plan(day=3))
    public = tmp_path / "public"
    public.mkdir()
    for file in Path(settings.VGROUP_KEYS).glob("*.pub"):
        shutil.copy(file, public)
    with override_settings(VGROUP_KEYS=public):
        assert verify.verify_all().problems == ()
        assert ClinicLink.objects.values("key_id").distinct().count() == 2


def test_a_missing_public_key_is_named(ended: World, tmp_path: Path) -> None:
    with override_settings(VGROUP_KEYS=tmp_path / "nothing"):
        codes = {p.code for p in verify.verify_all().problems}
    assert codes == {"public_key"}


def test_a_clinic_nobody_knows_does_not_verify(ended: World) -> None:
    assert [p.code for p in verify.verify_clinic(ended.session.pk).problems] == ["clinic"]


def test_a_session_nobody_knows_does_not_verify(ended: World) -> None:
    assert [p.code for p in verify.verify_session(ended.clinic.pk).problems] == ["session"]


def test_every_phase_change_is_signed_at_once(ended: World) -> None:
    seqs = Checkpoint.objects.order_by("seq").values_list("seq", flat=True)
    assert list(seqs) == [1, 2, 6]
    links = ClinicLink.objects.order_by("n").values_list("n", "kind", "seq")
    assert list(links) == [(1, "opening", 1), (2, "seal", 6)]


def empty(tamper: Tamper, session: object) -> None:
    """Remove everything the ledger holds of a session, but for its links, and set back its head."""
    for table in ("ledger_entry", "ledger_checkpoint", "private_row", "private_key"):
        tamper(f"DELETE FROM {table} WHERE session_id = %s", session)
    statement = "UPDATE room_head SET seq = 0, at = 0, hash = %s WHERE session_id = %s"
    tamper(statement, bytes(32), session)


def vanish(tamper: Tamper, session: object) -> None:
    """Remove a session from every table but the clinic's chain."""
    empty(tamper, session)
    forget(tamper, session)


def forget(tamper: Tamper, session: object) -> None:
    """Remove a session's set-up and its head; its rows stay."""
    for table in ("room_head", "sessions_app_sessionstaff"):
        tamper(f"DELETE FROM {table} WHERE session_id = %s", session)
    tamper("DELETE FROM sessions_app_groupsession WHERE id = %s", session)
