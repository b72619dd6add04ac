"""`vgroup erase`: what belongs to one person is gone, and the record still verifies."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from accounts.models import AccessLog
from sessions_app.ledger import private, verify
from sessions_app.models import PrivateKey
from tests.ledger.conftest import World


def erase(world: World, *options: str) -> str:
    """What the command prints when it erases bob."""
    output = StringIO()
    call_command("erase", "--person", world.bob.user.public_id, *options, stdout=output)
    return output.getvalue()


def test_an_erased_person_says_nothing_any_more_and_the_record_verifies(world: World) -> None:
    mine, theirs = world.say("mine"), world.say("theirs", seat=world.alice)
    note = world.say("a note about bob", purpose="record")
    printed = erase(world, "--yes")
    assert private.read(world.session.pk, [mine, theirs, note]).keys() == {theirs}
    assert f"session {world.session.pk}: keys shredded: 2" in printed
    assert f"{world.bob.user.public_id}: keys shredded: 2, sessions: 1" in printed
    assert verify.verify_all().ok


def test_it_is_written_down_that_somebody_was_erased(world: World) -> None:
    world.say("mine")
    erase(world, "--yes")
    log = AccessLog.objects.get()
    assert (log.clinic_id, log.kind, log.object_id) == (
        world.clinic.pk,
        "erase",
        world.bob.user.public_id,
    )


@pytest.mark.parametrize(("answer", "left"), [("no", 1), ("", 1), (None, 1), ("the id", 0)])
def test_it_asks_first(
    world: World, monkeypatch: pytest.MonkeyPatch, answer: str | None, left: int
) -> None:
    def reply(question: str) -> str:
        assert world.bob.user.public_id in question
        if answer is None:
            raise EOFError
        return world.bob.user.public_id if answer == "the id" else answer

    world.say("mine")
    monkeypatch.setattr("builtins.input", reply)
    if left:
        with pytest.raises(CommandError, match="Nothing was erased"):
            erase(world)
    else:
        erase(world)
    assert PrivateKey.objects.filter(shredded_at=None).count() == left


def test_doing_it_again_erases_nothing_more(world: World) -> None:
    world.say("mine")
    erase(world, "--yes")
    assert "keys shredded: 0, sessions: 0" in erase(world, "--yes")


def test_somebody_unknown_is_said_to_be_unknown(world: World) -> None:
    with pytest.raises(CommandError, match="no account"):
        call_command("erase", "--person", "u_nobody", "--yes")
