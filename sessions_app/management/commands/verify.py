"""`vgroup verify`: prove that the record is what was written, or name what is not."""

from argparse import ArgumentParser
from typing import Any
from uuid import UUID

from django.core.management.base import BaseCommand, CommandError
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from sessions_app.ledger import verify
from sessions_app.ledger.problem import Report


class Command(BaseCommand):
    """Exits 1 with the list of what does not hold, else 0."""

    help = (
        "Verify the record: every chain, signature and private row. Needs the public keys only "
        "(VGROUP_KEYS)."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Which part of the record."""
        scope = parser.add_mutually_exclusive_group(required=True)
        scope.add_argument("--session", type=UUID, metavar="ID", help="one session")
        scope.add_argument("--clinic", type=UUID, metavar="ID", help="all sessions of a clinic")
        scope.add_argument("--all", action="store_true", help="everything")

    def handle(self, *args: Any, **options: Any) -> None:
        """Verify, and say what was found."""
        report = _verify(options["session"], options["clinic"])
        for problem in report.problems:
            self.stdout.write(str(problem))
        if not report.ok:
            found = f"problems: {len(report.problems)}, rows read: {report.rows}"
            raise CommandError(f"The record does not hold ({found}).")
        self.stdout.write(self.style.SUCCESS(f"The record holds: {report.rows} rows verified."))


def _verify(session: UUID | None, clinic: UUID | None) -> Report:
    console = Console(stderr=True)
    columns = (
        TextColumn("Verifying"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("rows"),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=console, disable=not console.is_terminal) as bar:
        task = bar.add_task("", total=verify.rows_in(session=session, clinic=clinic))

        def advance(rows: int) -> None:
            bar.advance(task, rows)

        if session is not None:
            return verify.verify_session(session, advance)
        if clinic is not None:
            return verify.verify_clinic(clinic, advance)
        return verify.verify_all(advance)
