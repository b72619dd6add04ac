"""What media a person may send and receive at this moment: a pure reading of their room."""

from msgspec import Struct

from sessions_app.room.clock import OPEN
from sessions_app.room.decision import Seat
from sessions_app.room.places import MAIN
from sessions_app.room.room import Room


class Permit(Struct, frozen=True):
    """`place` is where in the room; `receive` lets in what others send there."""

    place: str = MAIN
    receive: bool = False
    microphone: bool = False
    camera: bool = False
    share: bool = False


NOTHING = Permit()


def permit(room: Room, seat: Seat) -> Permit:
    """The permit of a seat; NOTHING for whoever is not inside, has stepped away or only reads."""
    person = room.people.roster.get(seat)
    if person is None or not person.inside or person.away or room.clock.phase not in OPEN:
        return NOTHING
    if room.sound.follows.get(seat) == "text":
        return NOTHING
    return Permit(
        place=person.place,
        receive=True,
        microphone=seat in room.sound.microphones,
        camera=seat in room.sound.cameras,
        share=seat in room.stage.sharing,
    )
