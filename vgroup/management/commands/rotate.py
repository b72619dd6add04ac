"""`vgroup rotate`: give a clinic new keys; what the old ones signed and sealed stays good."""

from argparse import ArgumentParser
from typing import Any
from uuid import UUID

from django.core.management.base import BaseCommand, CommandError

from accounts import access
from accounts.clinics import rotate_keys
from accounts.models import Clinic


class Command(BaseCommand):
    """Takes effect with the next signature and the next private key, in every process."""

    help = (
        "Make new keys in VGROUP_KEYS and use them from now on. Run it where every process sees "
        "that folder, back the folder up, and keep the old files: deleting one erases what was "
        "sealed under it."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Whose keys, and which."""
        scope = parser.add_mutually_exclusive_group(required=True)
        scope.add_argument("--clinic", type=UUID, metavar="ID", help="one clinic")
        scope.add_argument("--all", action="store_true", help="every clinic")
        parser.add_argument(
            "--only",
            choices=("signing", "wrapping"),
            help="leave the other key as it is (default: both are new)",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Rotate, write it down, and name the new files."""
        wanted = {} if options["all"] else {"pk": options["clinic"]}
        clinics = list(Clinic.objects.filter(**wanted).order_by("pk"))
        if not clinics:
            raise CommandError("There is no such clinic.")
        for clinic in clinics:
            self.rotate(clinic, options["only"])
        self.stdout.write("Back up the folder of keys now, and keep every file in it.")

    def rotate(self, clinic: Clinic, only: str | None) -> None:
        """New keys for one clinic."""
        rotate_keys(clinic, signing=only != "wrapping", wrapping=only != "signing")
        access.record(clinic.pk, "operator", f"rotation: {only or 'both keys'}", "rotate")
        if only != "wrapping":
            self.stdout.write(f"clinic {clinic.pk}: signs with {clinic.signing_key_id}")
        if only != "signing":
            self.stdout.write(f"clinic {clinic.pk}: wraps with {clinic.kek_id}")
