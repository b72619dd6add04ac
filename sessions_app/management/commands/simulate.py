"""`vgroup simulate`: let virtual people live through a session, and check the server's record."""

import asyncio
from argparse import ArgumentParser
from typing import IO, Any, cast

from django.core.management.base import BaseCommand, CommandError
from rich.console import Console

from sessions_app.demo.cast import LEAD
from sessions_app.simulate.errors import Closed, SimulationError
from sessions_app.simulate.screen import Screen
from sessions_app.simulate.simulation import Options, Outcome, simulate


class Command(BaseCommand):
    """Exits 0 if the record is what was lived through, 1 if not, 2 where nothing could be done."""

    help = (
        "Drive virtual participants and facilitators through a whole session over real "
        "websockets, on a server with the demo clinic, and compare its attendance with what each "
        "of them lived through."
    )
    # It is a client of a server that may be elsewhere: this installation need not be sound.
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """What to simulate, and where."""
        parser.add_argument("--url", default="http://127.0.0.1:8000", help="the running server")
        parser.add_argument("--people", type=int, default=10, metavar="N", help="participants")
        parser.add_argument("--seed", type=int, default=1, metavar="S", help="which story is told")
        parser.add_argument("--pace", choices=("real", "fast"), default="fast")
        parser.add_argument("--session", metavar="ID", help="a planned one; else one is planned")
        parser.add_argument(
            "--minutes", type=int, default=60, help="how long the planned one is, at --pace real"
        )
        lead = parser.add_mutually_exclusive_group()
        lead.add_argument(
            "--facilitator",
            default=LEAD.email,
            metavar="EMAIL",
            help="who leads (with the demo's password)",
        )
        lead.add_argument(
            "--no-facilitator",
            action="store_const",
            const=None,
            dest="facilitator",
            help="leave the door and the group to a human (needs --session)",
        )
        parser.add_argument(
            "--tolerance",
            type=float,
            default=1.0,
            metavar="SECONDS",
            help="how far off each beginning and end of presence may be",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Simulate, compare and tell."""
        if not 1 <= options["people"] <= 500:
            raise CommandError("--people: choose 1 to 500.", returncode=2)
        wanted = Options(
            url=options["url"],
            people=options["people"],
            seed=options["seed"],
            pace=options["pace"],
            session=options["session"],
            facilitator=options["facilitator"],
            length_min=options["minutes"],
            tolerance_ms=round(options["tolerance"] * 1000),
        )
        screen = Screen(
            Console(file=cast(IO[str], self.stdout), force_terminal=self.stdout.isatty())
        )
        try:
            outcome = asyncio.run(simulate(wanted, screen))
        except SimulationError as error:
            raise CommandError(str(error), returncode=2) from None
        except Closed as closed:
            raise CommandError(f"The server went away: {closed}.", returncode=2) from None
        except KeyboardInterrupt:
            raise CommandError("Stopped; nothing was compared.", returncode=2) from None
        self.tell(outcome, screen)

    def tell(self, outcome: Outcome, screen: Screen) -> None:
        """The verdict; exits 1 where it is not clean."""
        for trouble in outcome.troubles:
            screen.say(f"Trouble: {trouble}")
        if outcome.differences:
            screen.differences(outcome.differences)
        if not outcome.ok:
            number = len(outcome.differences) + len(outcome.troubles)
            raise CommandError(f"The record is not what was lived through: {number} findings.")
        told = outcome.chronicle
        refused = ", ".join(f"{number} {code}" for code, number in told.refused.most_common())
        screen.say(
            f"The record is what everyone lived through: {told.done.total()} commands done, "
            f"{told.refused.total()} refused ({refused or 'none'}), {told.frames} frames, "
            f"{told.drops} drops, {told.reconnects} reconnects."
        )
