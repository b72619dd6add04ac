"""`vgroup protocol`: write the protocol's page and schema, or say that they have drifted."""

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from sessions_app.live import protocol, protocol_page


class Command(BaseCommand):
    """Run it after a change of frames, commands, events or snapshots."""

    help = "Write docs/protocol.md and docs/protocol.schema.json from the types of the frames."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Where, and whether only to look."""
        parser.add_argument("--check", action="store_true", help="exit 1 if a file has drifted")
        parser.add_argument("--to", type=Path, default=Path(settings.BASE_DIR) / "docs")

    def handle(self, *args: Any, **options: Any) -> None:
        """Write what has changed, or name it."""
        files = {options["to"] / name: text for name, text in documents().items()}
        drifted = {path: text for path, text in files.items() if _read(path) != text}
        if options["check"]:
            if drifted:
                names = " and ".join(path.name for path in drifted)
                raise CommandError(
                    f"The types say something else than {names}: run `vgroup protocol`, and keep "
                    "what it writes together with your change."
                )
            return
        for path, text in drifted.items():
            path.write_text(text, encoding="utf-8")
            self.stdout.write(f"Wrote {path.name}")


def documents() -> dict[str, str]:
    """The text of each file by its name."""
    schema = protocol.schema()
    return {
        "protocol.schema.json": json.dumps(schema, indent=1, ensure_ascii=False) + "\n",
        "protocol.md": protocol_page.page(schema),
    }


def _read(path: Path) -> str | None:
    return path.read_text(encoding="utf-8") if path.is_file() else None
