"""The base of every view that reads a session's record; each look is written down."""

from sessions_app.accountability.attendance import attendance
from sessions_app.accountability.rows import Attendance
from sessions_app.api.lens import Lens, lens
from sessions_app.api.place import SessionView
from sessions_app.api.throttles import RecordThrottle
from sessions_app.ledger import pages
from sessions_app.live.timepiece import timepiece
from sessions_app.reports.readings import Reading, reading

# Whoever belongs to a session is named by one of these.
ROSTER = ("DoorOpened", "StaffAssigned", "MemberExpected", "GuestInvited")


class RecordView(SessionView):
    """A reading of the ledger."""

    throttle_classes = (*SessionView.throttle_classes, RecordThrottle)

    def reading(self) -> Reading:
        """Who attended, by the ledger as it is now; time that another session has is not here."""
        return reading(self.session, timepiece.now())

    def roster(self) -> Attendance:
        """The same people without any figure, without reading all of the ledger."""
        return attendance(pages.of_kinds(self.session.pk, ROSTER))

    def look(self, kind: str, seen: Attendance) -> Lens:
        """How this person may see it; writes down that they look."""
        through = lens(self.viewer, self.reach, self.session, seen)
        self.viewer.place.looked_at(kind, str(self.session.pk), through.purpose)
        return through
