"""The shapes that go in and out of the accounts' HTTP door; no rules."""

from accounts.api.serializers.agreement import AgreementSerializer, SignSerializer
from accounts.api.serializers.audit import AccessLogSerializer, GrantSerializer, NewGrantSerializer
from accounts.api.serializers.clinic import ClinicSerializer, ContactSerializer
from accounts.api.serializers.invitation import (
    AcceptedSerializer,
    AcceptSerializer,
    InvitationSerializer,
    OpenInvitationSerializer,
)
from accounts.api.serializers.person import (
    EmergencyContactSerializer,
    MembershipSerializer,
    MeSerializer,
    MyMembershipSerializer,
    NewPersonSerializer,
    PersonBriefSerializer,
    PersonSerializer,
)
from accounts.api.serializers.sign_in import CodeSerializer, StaffCodeSignInSerializer

__all__ = [
    "AcceptSerializer",
    "AcceptedSerializer",
    "AccessLogSerializer",
    "AgreementSerializer",
    "ClinicSerializer",
    "CodeSerializer",
    "ContactSerializer",
    "EmergencyContactSerializer",
    "GrantSerializer",
    "InvitationSerializer",
    "MeSerializer",
    "MembershipSerializer",
    "MyMembershipSerializer",
    "NewGrantSerializer",
    "NewPersonSerializer",
    "OpenInvitationSerializer",
    "PersonBriefSerializer",
    "PersonSerializer",
    "SignSerializer",
    "StaffCodeSignInSerializer",
]
