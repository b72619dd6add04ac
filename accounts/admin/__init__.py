"""The Django admin for setting up clinics, people and agreements; it deletes nothing."""

from accounts.admin.pages import (
    AccessLogAdmin,
    AgreementAdmin,
    AuditGrantAdmin,
    ClinicAdmin,
    MembershipAdmin,
    UserAdmin,
)

__all__ = [
    "AccessLogAdmin",
    "AgreementAdmin",
    "AuditGrantAdmin",
    "ClinicAdmin",
    "MembershipAdmin",
    "UserAdmin",
]
