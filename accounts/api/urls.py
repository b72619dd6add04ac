"""The addresses of accounts, relative to /api/v1/."""

from django.urls import path

from accounts.api import agreements, clinics, grants, invitations, me, people, sign_in

urlpatterns = [
    path("me", me.MeView.as_view(), name="me"),
    path("me/sign-out-everywhere", me.SignOutEverywhereView.as_view(), name="sign-out-everywhere"),
    path("sign-in/code", sign_in.StaffCodeSignInView.as_view(), name="sign-in-code"),
    path("clinics/<uuid:pk>", clinics.ClinicView.as_view(), name="clinic"),
    path("access-log", clinics.AccessLogView.as_view(), name="access-log"),
    path("agreements", agreements.AgreementsView.as_view(), name="agreements"),
    path("agreements/<uuid:pk>/sign", agreements.SignView.as_view(), name="agreement-sign"),
    path("people", people.PeopleView.as_view(), name="people"),
    path("people/<str:public_id>", people.PersonView.as_view(), name="person"),
    path(
        "people/<str:public_id>/deactivate",
        people.DeactivateView.as_view(),
        name="person-deactivate",
    ),
    path("people/<str:public_id>/roles/<str:role>", people.RoleView.as_view(), name="person-role"),
    path("people/<str:public_id>/code", people.CodeView.as_view(), name="person-code"),
    path("invitations", invitations.InvitationsView.as_view(), name="invitations"),
    path("invitations/accept", invitations.AcceptView.as_view(), name="invitation-accept"),
    path(
        "invitations/<uuid:pk>/revoke", invitations.RevokeView.as_view(), name="invitation-revoke"
    ),
    path("audit-grants", grants.GrantsView.as_view(), name="audit-grants"),
    path("audit-grants/<uuid:pk>/revoke", grants.RevokeView.as_view(), name="audit-grant-revoke"),
]
