"""The rooms this process has folded already, so that only their newest events are read."""

from collections import OrderedDict
from collections.abc import Collection, Sequence
from uuid import UUID

from sessions_app.ledger import entries
from sessions_app.models import GroupSession
from sessions_app.models.plan import plan_of
from sessions_app.room import room as rooms
from sessions_app.room.clock import DoorOpened
from sessions_app.room.decision import Stamped
from sessions_app.room.errors import NotFound
from sessions_app.room.room import Room

LIMIT = 2000


class Shelf:
    """Rooms by session, the least recently used forgotten first; used by one thread.

    Rooms are values: whoever has taken one may keep it while the shelf moves on.
    """

    def __init__(self, limit: int = LIMIT) -> None:
        self._rooms: OrderedDict[UUID, Room] = OrderedDict()
        self._limit = limit

    def warm(self, sessions: Collection[UUID]) -> None:
        """Fold what is not here yet; called before any lock is taken."""
        cold = [session for session in sessions if session not in self._rooms]
        for session, facts in entries.tails([(s, 0, None) for s in cold]).items():
            self.put(session, _folded(session, facts))

    def at_heads(self, heads: dict[UUID, int]) -> dict[UUID, Room]:
        """These rooms up to their heads, read under the heads' locks; nothing is put back.

        A room without events is planned anew each time: its set-up may have changed.
        """
        known = {s: room for s in heads if (room := self._rooms.get(s)) is not None}
        behind = [
            (session, known[session].seq if session in known else 0, seq)
            for session, seq in heads.items()
            if seq and (session not in known or known[session].seq < seq)
        ]
        tails = entries.tails(behind) if behind else {}
        return {
            session: rooms.fold(known[session], tails.get(session, ()))
            if session in known
            else _folded(session, tails.get(session, ()))
            for session in heads
        }

    def put(self, session: UUID, room: Room) -> None:
        """Keep a room as it is committed; one that has not opened is not worth keeping."""
        if room.seq == 0:
            return
        self._rooms[session] = room
        self._rooms.move_to_end(session)
        while len(self._rooms) > self._limit:
            self._rooms.popitem(last=False)

    def drop(self, session: UUID) -> None:
        """Forget a room, so that it is folded anew."""
        self._rooms.pop(session, None)


def _folded(session: UUID, facts: Sequence[Stamped]) -> Room:
    # Once the door has opened, the plan is in the ledger: nothing else is asked.
    match facts[0].event if facts else None:
        case DoorOpened(plan=plan):
            return rooms.fold(rooms.new(plan), facts)
    return rooms.fold(_unopened(session), facts)


def _unopened(session: UUID) -> Room:
    planned = GroupSession.objects.select_related("group__clinic").filter(pk=session).first()
    if planned is None:
        raise NotFound
    return rooms.new(plan_of(planned))


def load(session: UUID, upto: int | None = None) -> Room:
    """A room from its ledger alone, without a cache; NotFound where there is none."""
    return _folded(session, entries.tail(session, 0, upto))
