"""pgbench: PostgreSQL's own load program doing one such transaction per command.

Lock the room's head, look the request up, insert the entry behind the hash before it, every other
time a private row, move the head. Each of its clients is one room with one command in flight.
"""

import asyncio
import tempfile
from dataclasses import dataclass
from pathlib import Path

import psycopg

from tests.bench import machine
from tests.bench.reading import Reading
from tests.bench.stage import Stage

SCHEMA = """
CREATE TABLE head (room int PRIMARY KEY, seq bigint NOT NULL, hash bytea NOT NULL);
CREATE TABLE entry (
    room int NOT NULL REFERENCES head, seq bigint NOT NULL, at bigint NOT NULL,
    actor text NOT NULL, ref text, part smallint NOT NULL, kind text NOT NULL,
    body bytea NOT NULL, hash bytea NOT NULL, PRIMARY KEY (room, seq)
);
CREATE UNIQUE INDEX done_once ON entry (room, actor, ref, part) WHERE ref IS NOT NULL;
CREATE TABLE secret (
    room int NOT NULL, seq bigint NOT NULL, key text NOT NULL, body bytea NOT NULL,
    PRIMARY KEY (room, seq)
);
INSERT INTO head SELECT n, 0, sha256('') FROM generate_series(1, 100) n;
"""
BEGIN = r"""
\set room :client_id + 1
\set ref random(1, 1000000000000)
BEGIN;
SELECT seq FROM head WHERE room = :room FOR UPDATE \gset
SELECT min(seq) FROM entry WHERE room = :room AND actor = 's_person' AND ref = 'r' || :ref;
INSERT INTO entry SELECT room, seq + 1, 1767225600000, 's_person', 'r' || :ref, 0, 'Posted',
    convert_to(repeat('x', 320), 'UTF8'), sha256(hash || convert_to(repeat('x', 320), 'UTF8'))
    FROM head WHERE room = :room;
"""
SECRET = r"""
INSERT INTO secret VALUES (:room, :seq + 1, 'k_key', convert_to(repeat('y', 110), 'UTF8'));
"""
END = r"""
UPDATE head SET seq = entry.seq, hash = entry.hash FROM entry
    WHERE head.room = :room AND entry.room = :room AND entry.seq = :seq + 1;
COMMIT;
"""


@dataclass
class Pgbench:
    """A hundred clients, on the server's core, against the same PostgreSQL."""

    name: str
    stage: Stage
    clients: int

    async def start(self) -> None:
        """Make the tables and the scripts."""
        self.postgres, self.database = self.stage.postgres, self.stage.empty()
        with psycopg.connect(self.postgres.url(self.database), autocommit=True) as connection:
            connection.execute(SCHEMA)
        self._folder = tempfile.TemporaryDirectory()
        self._path = Path(self._folder.name)
        (self._path / "with.sql").write_text(BEGIN + SECRET + END)
        (self._path / "without.sql").write_text(BEGIN + END)

    async def drive(self, rate: float, seconds: float) -> Reading:
        """Run it; each transaction's time comes from its own log."""
        for old in self._path.glob("log.*"):
            old.unlink()
        process = await asyncio.create_subprocess_exec(
            self.postgres.programs / "pgbench",
            *("-h", self.postgres.folder, "-U", "postgres", "-n", "-M", "prepared"),
            *("-c", str(self.clients), "-j", "1", "-T", str(max(1, round(seconds))), "-l"),
            *("--log-prefix", self._path / "log"),
            *("-f", self._path / "with.sql", "-f", self._path / "without.sql"),
            self.database,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.STDOUT,
        )
        machine.pin(process.pid, machine.SERVER_CORE)
        said, _ = await process.communicate()
        if process.returncode:
            raise RuntimeError(said.decode())
        return self._reading()

    async def stop(self) -> None:
        """Remove the scripts."""
        self._folder.cleanup()

    def _reading(self) -> Reading:
        lines = [line.split() for path in self._path.glob("log.*") for line in path.open()]
        took = [int(line[2]) / 1000 for line in lines]
        ended = [int(line[4]) + int(line[5]) / 1e6 for line in lines]
        began = min(end - ms / 1000 for end, ms in zip(ended, took, strict=True))
        return Reading(0.0, len(lines), max(ended) - began, latencies_ms=took)
