"""The tables of accounts, one module a noun."""

from accounts.models.access import AccessLog
from accounts.models.agreement import Agreement, Signature
from accounts.models.clinic import Clinic
from accounts.models.grant import AuditGrant
from accounts.models.invitation import Invitation
from accounts.models.membership import Membership
from accounts.models.staff_code import StaffCode
from accounts.models.ticket import Ticket
from accounts.models.user import User

__all__ = [
    "AccessLog",
    "Agreement",
    "AuditGrant",
    "Clinic",
    "Invitation",
    "Membership",
    "Signature",
    "StaffCode",
    "Ticket",
    "User",
]
