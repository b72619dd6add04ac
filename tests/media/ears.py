"""What an engine reports, kept in order; and legs whose pages keep what they are told."""

from uuid import UUID, uuid4

from sessions_app.media.engine import Leg, Terms
from sessions_app.media.messages import AnyToPage, Over
from sessions_app.media.permit import Permit

ALL = Permit(receive=True, microphone=True, camera=True)
QUIET = Permit(receive=True)
OAK = Permit(place="p_oak", receive=True)


class Heard:
    """Engines report to it."""

    def __init__(self) -> None:
        self.reports: list[tuple[str, str]] = []

    def talking(self, leg: Leg, on: bool) -> None:
        self.reports.append(("talking" if on else "silent", leg.seat))

    def published(self, leg: Leg) -> None:
        self.reports.append(("published", leg.seat))

    def stopped(self, leg: Leg) -> None:
        self.reports.append(("stopped", leg.seat))

    def lost(self, leg: Leg, why: Over) -> None:
        self.reports.append((f"lost: {why}", leg.seat))


class Page:
    """A device of one seat: its leg, and what it was told."""

    def __init__(self, session: UUID, seat: str, terms: Terms | None = None) -> None:
        self.told: list[AnyToPage] = []
        self.leg = Leg(f"leg-{seat}", session, seat, terms or Terms(), self.told.append)

    def kinds(self) -> list[str]:
        return [type(message).__name__ for message in self.told]


def a_room() -> UUID:
    return uuid4()
