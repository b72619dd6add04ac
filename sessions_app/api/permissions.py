"""Who may do what over HTTP: one table. What may happen in a room is the room's own table."""

from enum import StrEnum
from typing import Literal


class Reach(StrEnum):
    """In what capacity a person reaches a group or a session of theirs."""

    ADMINISTRATOR = "administrator"
    SUPERVISOR = "supervisor"
    TEAM = "team"  # of the group's standing team
    STAFF = "staff"  # assigned to the session
    PARTICIPANT = "participant"
    GUEST = "guest"
    AUDITOR = "auditor"  # under a grant for the day of the session


GroupAction = Literal[
    "see_group",
    "edit_group",
    "plan_sessions",
    "see_members",
    "enrol",
    "choose_alias",
    "see_team",
    "edit_team",
]
SessionAction = Literal[
    "see_session",
    "edit_session",
    "cancel",
    "see_staff",
    "assign",
    "see_guests",
    "invite_guests",
    "enter",
    "command",
    "check_in",
    "see_attendance",
    "see_own_attendance",
    "see_own_attestation",
    "see_card",
    "see_ledger",
    "verify",
]

OFFICE = frozenset({Reach.ADMINISTRATOR, Reach.SUPERVISOR})
TEAM = frozenset({Reach.TEAM})
STAFF = frozenset({Reach.STAFF})
PARTICIPANT = frozenset({Reach.PARTICIPANT})
GUEST = frozenset({Reach.GUEST})
AUDITOR = frozenset({Reach.AUDITOR})
PRESENT = STAFF | PARTICIPANT | GUEST

GROUPS: dict[GroupAction, frozenset[Reach]] = {
    "see_group": OFFICE | TEAM | PARTICIPANT,
    "edit_group": OFFICE,
    "plan_sessions": OFFICE | TEAM,
    "see_members": OFFICE | TEAM,
    "enrol": OFFICE,
    "choose_alias": PARTICIPANT,
    "see_team": OFFICE | TEAM,
    "edit_team": OFFICE,
}

SESSIONS: dict[SessionAction, frozenset[Reach]] = {
    "see_session": frozenset(Reach),
    "edit_session": OFFICE | TEAM,
    "cancel": OFFICE | STAFF,
    "see_staff": OFFICE | TEAM | STAFF,
    "assign": OFFICE,
    "see_guests": OFFICE | TEAM | STAFF,
    "invite_guests": OFFICE | STAFF,
    "enter": PRESENT,
    "command": OFFICE | PRESENT,
    "check_in": PARTICIPANT,
    "see_attendance": OFFICE | STAFF | AUDITOR,
    "see_own_attendance": PARTICIPANT,
    "see_own_attestation": PARTICIPANT | GUEST,
    "see_card": OFFICE | STAFF,
    "see_ledger": frozenset({Reach.ADMINISTRATOR}) | AUDITOR,
    "verify": OFFICE | STAFF | AUDITOR,
}
