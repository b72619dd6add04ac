"""Old shapes of events are made new on reading; what is stored and proved stays as it was."""

from typing import Any

import msgspec
import pytest

from sessions_app.ledger import entries, upcast, verify
from sessions_app.ledger.upcast import current
from sessions_app.models import LedgerEntry
from sessions_app.room.clock import Cancelled, StartDue, Warned
from tests.ledger.conftest import World


def to_warned(old: dict[str, Any]) -> dict[str, Any]:
    """`Cancelled` once was what `Warned` is now, with the seconds as text."""
    return {"type": "Warned", "left_s": int(old["reason"])}


def test_there_is_nothing_old_yet() -> None:
    assert upcast.UPCASTS == {}
    assert current(b'{"type":"StartDue"}') == b'{"type":"StartDue"}'


def test_an_old_shape_is_made_new_and_others_are_left_alone() -> None:
    table = {"Cancelled": to_warned}
    new = current(b'{"type":"Cancelled","reason":"60"}', table)
    assert msgspec.json.decode(new) == {"type": "Warned", "left_s": 60}
    assert current(b'{"type":"StartDue"}', table) == b'{"type":"StartDue"}'


def test_reading_upcasts_and_verifying_does_not(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    world.write(StartDue(), Cancelled("60"))
    stored = bytes(LedgerEntry.objects.get(seq=2).body)
    monkeypatch.setitem(upcast.UPCASTS, "Cancelled", to_warned)
    events = [fact.event for fact in entries.tail(world.session.pk, 0)]
    assert events == [StartDue(), Warned(60)]
    assert verify.verify_all().ok
    assert bytes(LedgerEntry.objects.get(seq=2).body) == stored
