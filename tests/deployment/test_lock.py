"""The server needs nothing but what its own lock names."""

import re
import subprocess
import sys
from importlib.metadata import packages_distributions

from vgroup.env import PROJECT

PROGRAM = """
import sys
hidden = set(sys.argv[1].split(","))

class Hide:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in hidden:
            raise ModuleNotFoundError(name, name=name.partition(".")[0])

sys.meta_path.insert(0, Hide())
import django
django.setup()
from django.core.management import call_command, get_commands, load_command_class
for name, app in get_commands().items():
    if app in ("vgroup", "accounts", "sessions_app"):
        load_command_class(app, name)
call_command("check", "--fail-level", "WARNING")
import vgroup.asgi, vgroup.health, vgroup.server
from sessions_app.live import clockwork, readiness, runtime, websocket
"""


def names(lock: str) -> set[str]:
    text = (PROJECT / lock).read_text()
    return {name.lower() for name in re.findall(r"^([\w.-]+)==", text, re.MULTILINE)}


def test_everything_that_serves_loads_without_the_tools_of_development(tmp_path) -> None:
    apart = names(".make/development.lock") - names("requirements.lock")
    hidden = {
        module
        for module, owners in packages_distributions().items()
        if all(re.sub(r"[-_.]+", "-", owner).lower() in apart for owner in owners)
    }
    assert {"pytest", "mypy", "uvloop"} <= hidden
    loaded = subprocess.run(
        [sys.executable, "-c", PROGRAM, ",".join(hidden)],
        cwd=PROJECT,
        env={"VGROUP_HOME": str(tmp_path), "DJANGO_SETTINGS_MODULE": "vgroup.settings"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert loaded.returncode == 0, loaded.stderr
