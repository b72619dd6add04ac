"""Rate limits of what costs more than a look: counted by account, never by address."""

from typing import Any

from rest_framework.request import Request
from rest_framework.throttling import SimpleRateThrottle

from accounts.api.throttles import PersonThrottle


class AccountThrottle(SimpleRateThrottle):
    """Requests of one account to one kind of view."""

    def get_cache_key(self, request: Request, view: Any) -> str | None:
        return f"{self.scope}:{request.user.pk}" if request.user.is_authenticated else None


class TicketThrottle(AccountThrottle):
    """A socket that can not stay open asks for a new ticket again and again."""

    scope, rate = "ticket", "60/min"


class CommandThrottle(AccountThrottle):
    """As many as one socket may send in a minute."""

    scope, rate = "command", "600/min"

    def allow_request(self, request: Request, view: Any) -> bool:
        return asks_for_help(request) or super().allow_request(request, view)


class EveryoneElseThrottle(PersonThrottle):
    """What every request counts towards, but for those that ask for help."""

    def allow_request(self, request: Request, view: Any) -> bool:
        return asks_for_help(request) or super().allow_request(request, view)


class HelpThrottle(AccountThrottle):
    """Whoever asks for help is heard whatever else they sent; a stuck client stops somewhere."""

    scope, rate = "help", "60/min"

    def allow_request(self, request: Request, view: Any) -> bool:
        return not asks_for_help(request) or super().allow_request(request, view)


class RecordThrottle(AccountThrottle):
    """Reading a whole ledger: attendance, entries, verification."""

    scope, rate = "record", "120/min"


def asks_for_help(request: Request) -> bool:
    """Whether this request is somebody who needs help."""
    sent: Any = request.data
    command = sent.get("command") if isinstance(sent, dict) else None
    return isinstance(command, dict) and command.get("type") == "AskForHelp"
