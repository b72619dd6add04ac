"""Whether somebody is in a room just now, or may come back into it without asking."""

from uuid import UUID

from sessions_app.live import rooms
from sessions_app.live.timepiece import timepiece
from sessions_app.models import Seat
from sessions_app.room.clock import OPEN
from sessions_app.room.errors import NotFound


def is_there(user_id: int, session: UUID) -> bool:
    """Whether an account is connected, inside, waiting at the door, or expected back."""
    seats = Seat.objects.filter(user=user_id, group__sessions=session)
    code = seats.values_list("code", flat=True).first()
    if code is None:
        return False
    try:
        room = rooms.load(session)
    except NotFound:
        return False
    person = room.people.roster.get(code)
    if person is None or room.clock.phase not in OPEN:
        return False
    here = person.inside or bool(person.connections)
    return here or room.door.is_waiting(code) or room.door.returns(room, person, timepiece.now())
