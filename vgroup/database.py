"""Turns a database URL into Django's setting: SQLite for one machine, PostgreSQL for a network."""

from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, quote, unquote, urlsplit

from sessions_app.live import patience
from vgroup.errors import StartError

# WAL lets readers go on while the writer commits; FULL makes an acknowledged commit survive a
# power cut; recursive_triggers makes REPLACE meet the no-delete triggers of the ledger.
PRAGMAS = (
    "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; "
    "PRAGMA recursive_triggers=ON; PRAGMA foreign_keys=ON;"
)
POOL = {
    "min_size": 2,
    "max_size": 20,
    "timeout": 5,
    "max_lifetime": 3600,
    "max_idle": 300,
    # The pauses between its attempts double: it must not sleep on when the database is back.
    "reconnect_timeout": 5,
    "connection_class": patience.Connection,
}
# A peer that vanished without a word is noticed within half a minute, on either side: a
# transaction that it left open holds the heads of rooms.
NETWORK = {
    "connect_timeout": 5,
    "keepalives_idle": 10,
    "keepalives_interval": 5,
    "keepalives_count": 3,
    "tcp_user_timeout": 20_000,
    "options": "-c idle_in_transaction_session_timeout=8s",
}


def database(url: str) -> dict[str, Any]:
    """Django's setting for `sqlite:///path` or `postgresql://user:password@host:port/name?option=`.

    Options in the query (`sslmode`, `host` of a socket folder …) go to the driver as they are.
    """
    parts = urlsplit(url)
    match parts.scheme:
        case "sqlite":
            return _sqlite(unquote(parts.path).removeprefix("/"))
        case "postgresql" | "postgres":
            return {
                "ENGINE": "django.db.backends.postgresql",
                "NAME": unquote(parts.path.lstrip("/")),
                "USER": unquote(parts.username or ""),
                "PASSWORD": unquote(parts.password or ""),
                "HOST": parts.hostname or "",
                "PORT": str(parts.port or ""),
                # Persistent connections leak under ASGI; the pool, which checks them, is the limit.
                "CONN_MAX_AGE": 0,
                "CONN_HEALTH_CHECKS": True,
                "OPTIONS": {
                    "pool": dict(POOL),
                    **NETWORK,
                    "application_name": "vgroup",
                    # The statements of the ledger are prepared; Django's own never are.
                    "prepare_threshold": 2,
                    **dict(parse_qsl(parts.query)),
                },
            }
        case other:
            raise StartError(
                f"VGROUP_DATABASE_URL begins with {other!r}: "
                "use sqlite:///path or postgresql://user:password@host/name."
            )


def with_password(url: str, password: str) -> str:
    """The URL with a password that was given apart from it, quoted as a URL needs it."""
    if not password:
        return url
    parts = urlsplit(url)
    if parts.scheme == "sqlite" or parts.password:
        holds = "has a password already" if parts.password else "is SQLite's, which has none"
        raise StartError(f"VGROUP_DATABASE_URL {holds}: leave VGROUP_DATABASE_PASSWORD out.")
    user, _, place = parts.netloc.rpartition("@")
    return parts._replace(netloc=f"{user}:{quote(password, safe='')}@{place}").geturl()


def _sqlite(path: str) -> dict[str, Any]:
    if not path:
        raise StartError("VGROUP_DATABASE_URL names no file: use sqlite:////folder/db.sqlite3.")
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(Path(path)),
        "CONN_MAX_AGE": 0,
        "OPTIONS": {
            "timeout": 20,
            # A deferred transaction that reads, then writes, fails at once whatever the timeout.
            "transaction_mode": "IMMEDIATE",
            "init_command": PRAGMAS,
        },
    }
