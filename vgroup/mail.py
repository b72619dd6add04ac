"""Turns a mail URL into a mail server's settings; without one, mails become files in the home."""

from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from vgroup.errors import StartError


@dataclass(frozen=True)
class MailServer:
    """Where mails go; `backend` names Django's way of sending them."""

    backend: str
    host: str = ""
    port: int = 0
    user: str = ""
    password: str = ""
    tls: bool = False
    ssl: bool = False


def mail_server(url: str) -> MailServer:
    """Read `smtp://user:password@host:587` (STARTTLS) or `smtps://…:465` (TLS from the start)."""
    if not url:
        # Never the console: a mail holds an address and a sign-in code, and consoles are logged.
        return MailServer("django.core.mail.backends.filebased.EmailBackend")
    parts = urlsplit(url)
    if parts.scheme not in {"smtp", "smtps"} or not parts.hostname:
        raise StartError("VGROUP_MAIL_URL is not smtp://user:password@host:port or smtps://….")
    ssl = parts.scheme == "smtps"
    return MailServer(
        backend="django.core.mail.backends.smtp.EmailBackend",
        host=parts.hostname,
        port=parts.port or (465 if ssl else 587),
        user=unquote(parts.username or ""),
        password=unquote(parts.password or ""),
        tls=not ssl,
        ssl=ssl,
    )
