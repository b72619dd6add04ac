"""`vgroup erase`: make unreadable what belongs to one person; the record stays whole."""

import time
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from accounts import access
from accounts.models import User
from sessions_app.ledger import keys
from sessions_app.models import Seat


class Command(BaseCommand):
    """Shreds the keys of a person's private rows in all sessions."""

    help = (
        "Erase what belongs to a person: answers, messages, notes about them. The record of who "
        "took part stays, and still verifies. Backups made before still hold the keys."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Whose, and whether to ask."""
        parser.add_argument("--person", required=True, metavar="ID", help="public id, u_…")
        parser.add_argument("--yes", action="store_true", help="do not ask for confirmation")

    def handle(self, *args: Any, **options: Any) -> None:
        """Ask, erase, write it down, and say what was done."""
        person = User.objects.filter(public_id=options["person"]).first()
        if person is None:
            raise CommandError(f"There is no account {options['person']}.")
        seats = list(Seat.objects.filter(user=person).select_related("group"))
        if not options["yes"] and not _confirmed(person, len(seats)):
            raise CommandError("Nothing was erased.")
        for clinic in {seat.group.clinic_id for seat in seats}:
            access.record(clinic, "operator", "erasure of private rows", "erase", person.public_id)
        erased = keys.shred_person([seat.code for seat in seats], time.time_ns() // 1_000_000)
        for session, count in sorted(erased.items()):
            self.stdout.write(f"session {session}: keys shredded: {count}")
        self.stdout.write(
            f"{person.public_id}: keys shredded: {sum(erased.values())}, sessions: {len(erased)}"
        )


def _confirmed(person: User, groups: int) -> bool:
    question = (
        f"This erases for good what belongs to {person.public_id} in {groups} groups. "
        "Type the id again to go on: "
    )
    try:
        return input(question).strip() == person.public_id
    except EOFError:
        return False
