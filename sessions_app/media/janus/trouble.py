"""What can go wrong with Janus; none of it names a person, an address or a description.

Trouble
├── Gone      the connection is not there (any more); what was held through it is gone too
├── Late      no answer in time
└── Refused   Janus says no, with a code
"""

from typing import Final

# Of the VideoRoom.
JOIN_FIRST: Final = 424
NO_SUCH_ROOM: Final = 426
ROOM_EXISTS: Final = 427
NO_SUCH_FEED: Final = 428
FULL: Final = 432
ID_TAKEN: Final = 436
# What happens as people and rooms come and go, and is not worth a line of the log.
EXPECTED: Final = {JOIN_FIRST, NO_SUCH_ROOM, ROOM_EXISTS, NO_SUCH_FEED, ID_TAKEN}


class Trouble(Exception):
    """Something is wrong with Janus, or between it and us."""


class Gone(Trouble):
    """There is no connection."""


class Late(Trouble):
    """No answer came in time."""


class Refused(Trouble):
    """Janus says no."""

    def __init__(self, code: int) -> None:
        super().__init__(f"refused with {code}")
        self.code = code
