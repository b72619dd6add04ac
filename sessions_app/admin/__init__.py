"""The Django admin for setting up groups and sessions; the record can not be changed there."""

from sessions_app.admin.groups import EnrolmentAdmin, GroupAdmin, SeatAdmin
from sessions_app.admin.sessions import GroupSessionAdmin

__all__ = ["EnrolmentAdmin", "GroupAdmin", "GroupSessionAdmin", "SeatAdmin"]
