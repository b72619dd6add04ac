"""`vgroup demo`: seed the demo clinic, or open tonight's room again, and print the sign-ins."""

import asyncio
import time
from argparse import ArgumentParser
from typing import IO, Any, cast

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from rich.console import Console

from accounts.models import Clinic
from sessions_app.demo import signins
from sessions_app.demo.cast import PASSWORD
from sessions_app.demo.seed import NotEmpty, seed
from sessions_app.simulate import fill
from sessions_app.simulate.errors import Closed, SimulationError

WIDTH = 100


class Command(BaseCommand):
    """Never touches a database that holds a real clinic."""

    help = (
        "Seed a made-up clinic with public sign-ins, and see to it that a room is open. "
        "To begin anew, stop the server and remove its home folder (.vgroup)."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Whether an existing clinic is an error, and whether to fill the room."""
        parser.add_argument(
            "--if-empty",
            action="store_true",
            help="do nothing where the database holds a clinic that is not the demo's",
        )
        parser.add_argument(
            "--fill",
            action="store_true",
            help="then keep made-up people in the room of the server at --url, until Ctrl+C",
        )
        parser.add_argument("--url", default="http://127.0.0.1:8000", help="the running server")

    def handle(self, *args: Any, **options: Any) -> None:
        """Seed, print, and fill where asked to."""
        if not (settings.ENV.local or settings.DEBUG):
            raise CommandError(
                "Other machines can reach this installation (VGROUP_ALLOWED_HOSTS), and the "
                "demo's password is public: seed the demo on a machine of its own.",
                returncode=2,
            )
        if options["if_empty"] and Clinic.objects.filter(demo=False).exists():
            return
        self.seed()
        if options["fill"]:
            self.fill(options["url"])

    def seed(self) -> None:
        """Make what is missing, and tell how to sign in."""
        try:
            session = seed(timezone.now(), self.say)
        except NotEmpty:
            raise CommandError(
                "This database holds a clinic already, and a made-up one does not belong beside "
                "it: set VGROUP_HOME or VGROUP_DATABASE_URL to an empty one.",
                returncode=2,
            ) from None
        self.stdout.write(signins.sentences(session))
        Console(file=cast(IO[str], self.stdout), width=WIDTH, highlight=False).print(
            signins.table()
        )
        self.stdout.flush()

    def fill(self, url: str) -> None:
        """Keep people in the room; when its group is over, open another one."""
        free = ", ".join(part.email for part in fill.FREE)
        self.say(f"Filling the room of {url}; left for you are {free} (Ctrl+C ends it)")
        try:
            while True:
                asyncio.run(fill.fill(url, PASSWORD, self.say))
                self.seed()
                # The server's clock opens the door of the new session first.
                time.sleep(3)
        except (Closed, SimulationError) as error:
            raise CommandError(str(error), returncode=2) from None
        except KeyboardInterrupt:
            self.say("The room is empty again")

    def say(self, step: str) -> None:
        """Tell whoever waits, at once."""
        self.stdout.write(f"{step} …")
        self.stdout.flush()
