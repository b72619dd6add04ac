"""Reads the VGROUP_* environment, once; nothing else in the project reads os.environ."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from vgroup import home as homes
from vgroup import media as medias
from vgroup.database import with_password
from vgroup.errors import StartError
from vgroup.given import given
from vgroup.media import Media

PROJECT = Path(__file__).resolve().parent.parent
LOOPBACK = ("127.0.0.1", "localhost", "[::1]")


@dataclass(frozen=True)
class Env:
    """What the operator chose. Documented, one by one, in docs/settings.md."""

    home: Path
    secret_key: str = field(repr=False)
    debug: bool
    database_url: str = field(repr=False)
    app_role: str
    app_password: str = field(repr=False)
    redis_urls: tuple[str, ...] = field(repr=False)
    redis_prefix: str
    allowed_hosts: tuple[str, ...]
    https: bool
    proxies: int
    processes: int
    keys: Path
    mail_url: str = field(repr=False)
    mail_from: str
    demo: bool
    drain_s: int
    direct_send: bool
    idle_min: int
    idle_staff_min: int
    staff_second_factor: bool
    media: Media

    @property
    def embedded(self) -> bool:
        """One process that brings its own database file: nothing was configured outside it."""
        return self.database_url.startswith("sqlite:") and not self.redis_urls

    @property
    def local(self) -> bool:
        """Reachable from this machine alone."""
        return all(is_loopback(host) for host in self.allowed_hosts)


def read(environ: Mapping[str, str] = os.environ) -> Env:
    """Read the environment; raises StartError for a value that cannot be read."""
    environ = given(environ)
    home = Path(environ.get("VGROUP_HOME") or PROJECT / ".vgroup").absolute()
    database_url = with_password(
        environ.get("VGROUP_DATABASE_URL") or f"sqlite:///{home / 'db.sqlite3'}",
        environ.get("VGROUP_DATABASE_PASSWORD", ""),
    )
    redis_urls = _words(environ, "VGROUP_REDIS_URL")
    embedded = database_url.startswith("sqlite:") and not redis_urls
    proxies = _count(environ, "VGROUP_PROXIES", default=0)
    hosts = _words(environ, "VGROUP_ALLOWED_HOSTS") or (LOOPBACK if embedded else ())
    return Env(
        home=home,
        secret_key=environ.get("VGROUP_SECRET_KEY") or (homes.secret(home) if embedded else ""),
        debug=_flag(environ, "VGROUP_DEBUG"),
        database_url=database_url,
        app_role=environ.get("VGROUP_APP_ROLE", ""),
        app_password=environ.get("VGROUP_APP_PASSWORD", ""),
        redis_urls=redis_urls,
        redis_prefix=environ.get("VGROUP_REDIS_PREFIX") or "vgroup",
        allowed_hosts=hosts,
        https=_flag(environ, "VGROUP_HTTPS", default=not all(map(is_loopback, hosts))),
        proxies=proxies,
        processes=_count(environ, "VGROUP_PROCESSES", default=1),
        keys=Path(environ.get("VGROUP_KEYS") or home / "keys").absolute(),
        mail_url=environ.get("VGROUP_MAIL_URL", ""),
        mail_from=environ.get("VGROUP_MAIL_FROM") or "vgroup@localhost",
        demo=_flag(environ, "VGROUP_DEMO"),
        drain_s=_count(environ, "VGROUP_DRAIN_S", default=6 if proxies else 0),
        direct_send=_flag(environ, "VGROUP_DIRECT_SEND", default=True),
        idle_min=_count(environ, "VGROUP_IDLE_MIN", default=30),
        idle_staff_min=_count(environ, "VGROUP_IDLE_STAFF_MIN", default=15),
        staff_second_factor=_flag(
            environ, "VGROUP_STAFF_SECOND_FACTOR", default=not all(map(is_loopback, hosts))
        ),
        media=medias.read(environ, shared=bool(redis_urls)),
    )


def is_loopback(host: str) -> bool:
    """True for a name or address that only this machine can reach."""
    bare = host.strip("[]")
    return bare in {"localhost", "::1"} or bare.startswith("127.")


def _words(environ: Mapping[str, str], name: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in environ.get(name, "").split(",") if word.strip())


def _flag(environ: Mapping[str, str], name: str, *, default: bool = False) -> bool:
    match environ.get(name, "").strip().lower():
        case "":
            return default
        case "1" | "true" | "yes" | "on":
            return True
        case "0" | "false" | "no" | "off":
            return False
        case other:
            raise StartError(f"{name} is {other!r}: set it to 1 or 0.")


def _count(environ: Mapping[str, str], name: str, *, default: int) -> int:
    text = environ.get(name, "").strip()
    if not text:
        return default
    if not text.isdecimal():
        raise StartError(f"{name} is {text!r}: set it to a whole number.")
    return int(text)
