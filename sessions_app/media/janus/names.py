"""What rooms and people are called at Janus: names that tell nothing, the same in each process."""

import hmac
from collections.abc import Callable, Iterable
from uuid import UUID

from sessions_app.room.decision import Seat

Roster = Callable[[UUID], Iterable[Seat]]


class Names:
    """Names from a key that all processes share."""

    def __init__(self, key: bytes, roster: Roster) -> None:
        self._key = key
        self._roster = roster
        self._seats: dict[UUID, dict[str, Seat]] = {}

    def room(self, session: UUID, place: str) -> str:
        """The room of a place."""
        return self._name("room", str(session), place)

    def secret(self, room: str) -> str:
        """What it takes to rule a room."""
        return self._name("secret", room)

    def person(self, session: UUID, seat: Seat) -> str:
        """Somebody, in whichever place they are."""
        return self._name("person", str(session), seat)

    def seat(self, session: UUID, person: str) -> Seat | None:
        """Whose name this is; None while the room does not know them."""
        known = self._seats.setdefault(session, {})
        if person not in known:
            known.update((self.person(session, seat), seat) for seat in self._roster(session))
        return known.get(person)

    def forget(self, session: UUID) -> None:
        """Forget who is who in a room."""
        self._seats.pop(session, None)

    def _name(self, *parts: str) -> str:
        return hmac.new(self._key, "|".join(("janus", *parts)).encode(), "sha256").hexdigest()[:40]
