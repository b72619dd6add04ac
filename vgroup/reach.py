"""Whether the database and Redis answer at the start, and the sentence where one does not."""

import logging
import re
import time
from collections.abc import Callable, Sequence
from urllib.parse import urlsplit

import psycopg
import redis
from django.db import connection
from django.db.backends.base.base import BaseDatabaseWrapper

from vgroup.errors import StartError

log = logging.getLogger(__name__)

PAUSE_S = 0.5
REDIS_S = 2.0
# What waiting does not cure, as the server or its client library words it, and what does.
CURES = {
    r"password authentication failed": "the password is wrong: set VGROUP_DATABASE_PASSWORD",
    r".*no password supplied": "a password is needed: set VGROUP_DATABASE_PASSWORD",
    r'database ".*" does not exist': "create it, or name another one in VGROUP_DATABASE_URL",
    r'role ".*" does not exist': "run `vgroup prepare`, or name another in VGROUP_DATABASE_URL",
    r"no pg_hba.conf entry": "let this machine in by the server's pg_hba.conf",
}
REASON = re.compile(r".*failed: (?:FATAL: +)?([^\n]+)")  # greedy: the innermost failure


def await_database(wait_s: float, say: Callable[[str], None]) -> None:
    """Return when the database answers; raises StartError when waiting is over, or no use."""
    if connection.vendor != "postgresql":
        return
    place, until = _place(connection), time.monotonic() + wait_s
    told = False
    while reason := _silence(connection):
        if cure := _cure(reason):
            raise StartError(f"The database at {place} lets nobody in ({reason}): {cure}.")
        if time.monotonic() >= until:
            raise StartError(
                f"The database at {place} did not answer for {wait_s:g} s ({reason}): start it, "
                "or set VGROUP_DATABASE_URL to where it runs."
            )
        if not told:
            say(
                f"The database at {place} does not answer ({reason}): "
                f"trying again for {wait_s:g} s …"
            )
            told = True
        time.sleep(PAUSE_S)
    if told:
        say("The database answers")


def report_redis(urls: Sequence[str]) -> None:
    """Log which Redis is away and what that means; nothing has to wait for it."""
    for url in urls:
        try:
            options = {"socket_connect_timeout": REDIS_S, "socket_timeout": REDIS_S}
            with redis.Redis.from_url(url, **options) as client:
                client.ping()
        except redis.RedisError as error:
            log.warning(
                "Redis at %s does not answer (%s). Rooms work; people in other processes hear of "
                "commands up to 3 s late, and rate limits count in each process alone. "
                "Trying again until it answers.",
                _redis_place(url),
                type(error).__name__,
            )


def _silence(wrapper: BaseDatabaseWrapper) -> str:
    # Past the pool, which would try in the background and not say why.
    try:
        psycopg.connect(**wrapper.get_connection_params()).close()
    except psycopg.OperationalError as error:
        # Of several addresses the last one tried is told.
        reasons: list[str] = REASON.findall(str(error)) or [str(error)]
        return reasons[-1].strip().rstrip(".")
    return ""


def _cure(reason: str) -> str:
    return next((cure for words, cure in CURES.items() if re.match(words, reason)), "")


def _place(wrapper: BaseDatabaseWrapper) -> str:
    options = wrapper.get_connection_params()
    host, port = options.get("host") or "localhost", options.get("port") or "5432"
    return f"{host}:{port}"


def _redis_place(url: str) -> str:
    parts = urlsplit(url)
    return parts.path if parts.scheme == "unix" else f"{parts.hostname}:{parts.port or 6379}"
