"""The `vgroup` command: Django's commands and ours under one name, and errors as one sentence."""

import os
import sys

from vgroup.errors import StartError


def main() -> None:
    """Run one command; exits 2 with a sentence where a setting stands in the way."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "vgroup.settings")
    from django.core.exceptions import ImproperlyConfigured
    from django.core.management import execute_from_command_line

    try:
        execute_from_command_line(["vgroup", *sys.argv[1:]])
    except (StartError, ImproperlyConfigured) as error:
        sys.stderr.write(f"vgroup: {error}\n")
        raise SystemExit(2) from None
    except KeyboardInterrupt:
        sys.stderr.write("vgroup: stopped.\n")
        raise SystemExit(130) from None  # as a shell has it
