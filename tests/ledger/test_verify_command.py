"""`vgroup verify`: 0 if the record holds, else 1 and the list of what does not."""

import subprocess
import sys
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from tests.ledger.conftest import World
from tests.stack import Stack


def run(*arguments: str) -> str:
    """What the command prints."""
    output = StringIO()
    call_command("verify", *arguments, stdout=output, no_color=True)
    return output.getvalue()


@pytest.fixture
def two(world: World) -> World:
    """A world with two sessions, four rows and three rows long."""
    world.run(talk=["one"])
    world.run(world.plan(day=3))
    return world


def test_a_record_that_holds_says_how_much_was_read(two: World) -> None:
    assert run("--session", str(two.session.pk)) == "The record holds: 4 rows verified.\n"
    assert run("--clinic", str(two.clinic.pk)) == "The record holds: 7 rows verified.\n"
    assert run("--all") == "The record holds: 7 rows verified.\n"


@pytest.mark.parametrize("scope", ["session", "clinic", "all"])
def test_a_broken_record_names_the_row_and_fails(
    two: World, tamper: Callable[..., int], scope: str
) -> None:
    tamper("UPDATE ledger_entry SET actor = 'x' WHERE session_id = %s AND seq = 3", two.session.pk)
    ids = {"session": [str(two.session.pk)], "clinic": [str(two.clinic.pk)], "all": []}
    output = StringIO()
    with pytest.raises(CommandError, match="does not hold"):
        call_command("verify", f"--{scope}", *ids[scope], stdout=output)
    assert output.getvalue() == (
        f"session {two.session.pk} row 3: column: actor says something else than the row's bytes\n"
    )


def test_a_broken_chain_of_the_clinic_names_the_link(
    two: World, tamper: Callable[..., int]
) -> None:
    tamper("DELETE FROM clinic_link WHERE n = 2")
    output = StringIO()
    with pytest.raises(CommandError):
        call_command("verify", "--all", stdout=output)
    assert f"clinic {two.clinic.pk} link 2: link: it is missing\n" in output.getvalue()


@pytest.mark.parametrize("scope", ["--session", "--clinic"])
def test_what_nobody_knows_does_not_verify(two: World, scope: str) -> None:
    with pytest.raises(CommandError):
        run(scope, "0197b3c4-0000-7000-8000-000000000001")


@pytest.mark.parametrize("arguments", [[], ["--all", "--session", "x"], ["--session", "x"]])
def test_one_scope_must_be_named(arguments: list[str]) -> None:
    with pytest.raises(CommandError):
        call_command("verify", *arguments)


def test_the_exit_code_is_what_scripts_go_by(
    two: World, stack: Stack, tamper: Callable[..., int]
) -> None:
    assert _exit_code(stack) == 0
    tamper("DELETE FROM ledger_entry WHERE seq = 2")
    assert _exit_code(stack) == 1


def _exit_code(stack: Stack) -> int:
    return subprocess.run(
        [sys.executable, "-m", "vgroup", "verify", "--all"],
        cwd=Path(__file__).parents[2],
        env=stack.environ,
        capture_output=True,
        check=False,
    ).returncode
