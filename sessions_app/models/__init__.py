"""The tables of groups, sessions and their record, one module a noun."""

from sessions_app.models.assignment import GroupFacilitator, SessionGuest, SessionStaff
from sessions_app.models.enrolment import Enrolment
from sessions_app.models.group import Group
from sessions_app.models.lease import Lease, LeaseRoom
from sessions_app.models.ledger import (
    Checkpoint,
    ClinicLink,
    LedgerEntry,
    PrivateKey,
    PrivateRow,
    RoomHead,
)
from sessions_app.models.seat import Seat
from sessions_app.models.session import GroupSession

__all__ = [
    "Checkpoint",
    "ClinicLink",
    "Enrolment",
    "Group",
    "GroupFacilitator",
    "GroupSession",
    "Lease",
    "LeaseRoom",
    "LedgerEntry",
    "PrivateKey",
    "PrivateRow",
    "RoomHead",
    "Seat",
    "SessionGuest",
    "SessionStaff",
]
