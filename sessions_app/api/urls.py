"""The addresses of groups and sessions, relative to /api/v1/."""

from django.urls import path

from sessions_app.api import (
    attendance,
    attestation,
    checkins,
    door,
    glances,
    groups,
    guests,
    ledger,
    members,
    mine,
    people,
    sessions,
    staff,
    team,
    verification,
)

GROUP = "groups/<uuid:pk>"
SESSION = "sessions/<uuid:pk>"

urlpatterns = [
    path("groups", groups.GroupsView.as_view(), name="groups"),
    path(GROUP, groups.OneGroupView.as_view(), name="group"),
    path(f"{GROUP}/archive", groups.ArchiveView.as_view(), name="group-archive"),
    path(f"{GROUP}/restore", groups.RestoreView.as_view(), name="group-restore"),
    path(f"{GROUP}/me", members.MyPlaceView.as_view(), name="group-me"),
    path(f"{GROUP}/members", members.MembersView.as_view(), name="group-members"),
    path(f"{GROUP}/members/<str:seat>", members.OneMemberView.as_view(), name="group-member"),
    path(f"{GROUP}/team", team.TeamView.as_view(), name="group-team"),
    path(f"{GROUP}/team/<str:seat>", team.OneTeamMemberView.as_view(), name="group-team-member"),
    path("me/attendance", mine.MyAttendanceView.as_view(), name="my-attendance"),
    path("attendance", glances.GlancesView.as_view(), name="attendance"),
    path("sessions", sessions.SessionsView.as_view(), name="sessions"),
    path(SESSION, sessions.OneSessionView.as_view(), name="session"),
    path(f"{SESSION}/cancel", sessions.CancelView.as_view(), name="session-cancel"),
    path(f"{SESSION}/staff", staff.StaffView.as_view(), name="session-staff"),
    path(f"{SESSION}/staff/<str:seat>", staff.OneStaffView.as_view(), name="session-staff-member"),
    path(f"{SESSION}/guests", guests.GuestsView.as_view(), name="session-guests"),
    path(f"{SESSION}/guests/<str:seat>", guests.OneGuestView.as_view(), name="session-guest"),
    path(f"{SESSION}/people/<str:seat>", people.CardView.as_view(), name="session-person"),
    path(f"{SESSION}/ticket", door.TicketView.as_view(), name="session-ticket"),
    path(f"{SESSION}/room", door.RoomView.as_view(), name="session-room"),
    path(f"{SESSION}/commands", door.CommandsView.as_view(), name="session-commands"),
    path(f"{SESSION}/check-in", checkins.CheckInView.as_view(), name="session-check-in"),
    path(
        f"{SESSION}/attestation", attestation.AttestationView.as_view(), name="session-attestation"
    ),
    path(f"{SESSION}/attendance", attendance.AttendanceView.as_view(), name="session-attendance"),
    path(
        f"{SESSION}/attendance/me",
        attendance.OwnAttendanceView.as_view(),
        name="session-attendance-me",
    ),
    path(f"{SESSION}/ledger", ledger.LedgerView.as_view(), name="session-ledger"),
    path(
        f"{SESSION}/verification",
        verification.VerificationView.as_view(),
        name="session-verification",
    ),
]
