"""`vgroup serve` from its refusals to its end."""

import re
import signal
import socket
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

from tests.conftest import Serve
from tests.process import ServerProcess
from tests.stack import Stack
from vgroup.env import PROJECT

EMBEDDED = pytest.mark.parametrize("stack", ["embedded"], indirect=True)


def vgroup(stack: Stack, *command: str, **environ: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "vgroup", *command],
        cwd=PROJECT,
        env=stack.environ | environ,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_a_server_answers_and_ends_in_peace(server: ServerProcess) -> None:
    # The connection is kept alive, so the end comes while a socket without a request is open.
    with httpx.Client(base_url=server.url) as client:
        assert client.get("/admin/login/").status_code == 200
        assert server.stop() == 0
    assert len(server.text().splitlines()) == 1


@EMBEDDED
def test_an_interrupt_ends_it_too(server: ServerProcess) -> None:
    server.process.send_signal(signal.SIGINT)
    assert server.process.wait(timeout=30) == 0


@EMBEDDED
@pytest.mark.parametrize(
    ("environ", "sentence"),
    [
        ({"VGROUP_SECRET_KEY": "guess"}, "VGROUP_SECRET_KEY is too short"),
        ({"VGROUP_PROCESSES": "2"}, "VGROUP_PROCESSES is 2"),
        ({"VGROUP_REDIS_URL": "redis://x", "VGROUP_ALLOWED_HOSTS": ""}, "VGROUP_ALLOWED_HOSTS"),
        ({"VGROUP_REDIS_URL": "redis://x", "VGROUP_SECRET_KEY": ""}, "VGROUP_SECRET_KEY is not"),
        ({"VGROUP_DEBUG": "perhaps"}, "VGROUP_DEBUG is 'perhaps'"),
        ({"VGROUP_DATABASE_URL": "oracle://x"}, "VGROUP_DATABASE_URL begins with 'oracle'"),
    ],
)
def test_an_unsafe_start_ends_in_a_sentence(
    stack: Stack, environ: dict[str, str], sentence: str
) -> None:
    refused = vgroup(stack, "serve", "--port", "0", **environ)
    assert refused.returncode == 2
    assert refused.stderr.startswith("vgroup: ")
    assert sentence in refused.stderr
    assert "Traceback" not in refused.stderr


@EMBEDDED
def test_a_taken_port_is_named_with_the_way_out(stack: Stack) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        refused = vgroup(stack, "serve", "--port", str(port))
    assert refused.returncode == 2
    assert f"Port {port} on 127.0.0.1 cannot be used" in refused.stderr
    assert "make run PORT=N" in refused.stderr


@EMBEDDED
def test_a_second_server_on_the_same_home_is_refused(stack: Stack, server: ServerProcess) -> None:
    refused = vgroup(stack, "serve", "--port", "0")
    assert refused.returncode == 2
    assert "Another vgroup serves from" in refused.stderr


@pytest.mark.parametrize("stack", ["clinic"], indirect=True)
def test_several_processes_serve_one_clinic(stack: Stack, serve: Serve) -> None:
    first, second = serve(VGROUP_PROCESSES="2"), serve("--no-clock", VGROUP_PROCESSES="2")
    for server in (first, second):
        assert httpx.get(f"{server.url}/admin/login/").status_code == 200


@EMBEDDED
def test_an_unmigrated_database_is_refused_and_can_be_migrated(
    stack: Stack, serve: Serve, tmp_path: Path
) -> None:
    empty = {"VGROUP_DATABASE_URL": f"sqlite:///{tmp_path / 'empty.sqlite3'}"}
    refused = vgroup(stack, "serve", "--port", "0", **empty)
    assert refused.returncode == 2
    assert re.search(r"lacks \d+ migrations: run `vgroup migrate`", refused.stderr)
    assert "Migrating the database" in serve("--migrate", **empty).text()


@EMBEDDED
def test_a_database_that_does_not_answer_is_named(stack: Stack, tmp_path: Path) -> None:
    url = f"postgresql://postgres@/vgroup?host={tmp_path}"
    refused = vgroup(stack, "serve", "--port", "0", "--wait", "0", VGROUP_DATABASE_URL=url)
    assert refused.returncode == 2
    assert f"The database at {tmp_path}:5432 did not answer" in refused.stderr


@EMBEDDED
def test_djangos_own_commands_are_there(stack: Stack) -> None:
    assert "[X]" in vgroup(stack, "showmigrations", "auth").stdout
