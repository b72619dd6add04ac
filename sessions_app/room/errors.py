"""What a room answers when it will not do something.

RoomError
├── NotFound       not there, or not yours: the answer is the same
├── NotPermitted   your role may not do this
├── WrongPhase     not now: the room is in another phase
├── Refused        a rule of the room stands against it (codes in REFUSALS)
├── Invalid        the command itself makes no sense
└── Busy           too much at once; try again
"""

# The stable codes of Refused, each with the sentence that says what to do next.
REFUSALS = {
    "agreements_unsigned": "Agreements wait for a signature. Read and sign them, then knock again.",
    "already_inside": "This person is already in the group.",
    "attestation_needed": "Answer the questions at the door, then knock again.",
    "at_capacity": "The group is full. Give a reason to admit one more, or let someone wait.",
    "chat_off": "The chat is off. You can still ask for help.",
    "chat_to_staff": "Messages go to the facilitators only at the moment.",
    "extension_cap": "The group can not be extended that far. Choose fewer minutes.",
    "come_in_first": "Come into the group first.",
    "late": "This person came after the cut-off. Decide with a reason.",
    "locked": "The group is locked. A facilitator can unlock it.",
    "must_wait": "An answer at the door keeps this person waiting. They can knock again.",
    "no_next_lead": "Nobody else here can lead. Hand over to a facilitator who is present first.",
    "no_round": "There is no go-round at the moment.",
    "not_here": "This person is not connected. Wait until they are back.",
    "not_staff": "Only an assigned facilitator or supervisor who is here can do that.",
    "not_waiting": "This person is not waiting at the door.",
    "not_your_turn": "It is not your turn.",
    "on_hold": "The group is on hold until a facilitator is back. You can still ask for help.",
    "refused": "A facilitator did not let you in this time. You can reach the clinic by phone.",
    "removed": "You can come back once a facilitator lets you in again.",
    "round_open": "A go-round is under way. End it before you start another.",
    "stay_muted": "The facilitator keeps microphones off. Raise a hand to speak.",
    "too_soon": "A report came a moment ago. Wait 20 seconds between two.",
    "stepped_away": "You have stepped away. Come back first.",
    "alert_closed": "This alert is already resolved.",
    "break_too_long": "The break would outlast the group. Choose fewer minutes.",
    "already_shared": "Somebody shares already. Wait until they have ended it.",
    "break_quiet": "Microphones, cameras and sharing rest during this break.",
    "follows_text": "You take part by text. Choose sound or picture first.",
    "no_places": "No side rooms are open.",
    "not_invited": "You can share once a facilitator invites you to.",
    "place_closed": "This side room is not open. Choose one that is.",
    "place_changed": "You are in another room now, and this was not sent. Choose who gets it.",
    "places_open": "Side rooms are open already. Close them before you open others.",
    "text_not_allowed": "In this group everyone takes part by sound. You can turn pictures off.",
    "correction_outside": "A correction must lie between the opening of the door and now.",
}


class RoomError(Exception):
    """A refusal with a stable `code` and a sentence that says what to do next."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message


class NotFound(RoomError):
    """Not there, or not yours; nobody can tell which."""

    def __init__(self) -> None:
        super().__init__("not_found", "There is nothing here for you. Check the link and sign in.")


class NotPermitted(RoomError):
    """The actor's role may not give this command."""

    def __init__(self) -> None:
        super().__init__("not_permitted", "Your role in this group can not do that.")


class WrongPhase(RoomError):
    """The command does not fit the phase the room is in."""

    def __init__(self, phase: str) -> None:
        super().__init__("wrong_phase", f"That is not possible while the group is {phase}.")


class Refused(RoomError):
    """A rule of the room stands against it."""

    def __init__(self, code: str) -> None:
        super().__init__(code, REFUSALS[code])


class Invalid(RoomError):
    """The command makes no sense as it stands; the message names the field."""

    def __init__(self, message: str) -> None:
        super().__init__("invalid", message)


class Busy(RoomError):
    """More commands wait than the service takes; nothing was done."""

    def __init__(self) -> None:
        super().__init__("busy", "Too much is happening at once. Try again in a moment.")
