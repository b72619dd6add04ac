"""Sessions as they are planned, and who may enter them."""

from typing import Any, get_args

from rest_framework import serializers

from accounts.models.clinic import validate_zone
from sessions_app.api.permissions import Reach
from sessions_app.ledger import phases
from sessions_app.models import Group, GroupSession, SessionGuest, SessionStaff
from sessions_app.models.session import LONGEST_MIN
from sessions_app.room.clock import Phase

PHASES = list(get_args(Phase))


class GroupBriefSerializer(serializers.ModelSerializer[Group]):
    class Meta:
        model = Group
        fields = ["id", "name", "kind"]


class SessionSerializer(serializers.ModelSerializer[GroupSession]):
    """`planned_*` is wall time in `zone`; `starts_at` and `ends_at` are the same moments in UTC."""

    group = GroupBriefSerializer()
    phase = serializers.SerializerMethodField()
    reach = serializers.SerializerMethodField()

    class Meta:
        model = GroupSession
        fields = [
            "id", "clinic", "group", "planned_date", "planned_start", "length_min", "zone",
            "starts_at", "ends_at", "topic", "modality", "phase", "cancelled_at", "reach",
        ]  # fmt: skip

    def get_phase(self, session: Any) -> Phase:
        return phases.phase(session.moved)

    def get_reach(self, session: Any) -> list[Reach]:
        return sorted(self.context["viewer"].reach_session(session))


class SessionPlanSerializer(serializers.ModelSerializer[GroupSession]):
    """What can be changed until the door opens."""

    length_min = serializers.IntegerField(min_value=5, max_value=LONGEST_MIN)

    class Meta:
        model = GroupSession
        fields = ["planned_date", "planned_start", "length_min", "topic", "modality"]


class NewSessionSerializer(SessionPlanSerializer):
    group = serializers.UUIDField()
    zone = serializers.CharField(
        required=False, validators=[validate_zone], help_text="An IANA zone; else the clinic's."
    )

    class Meta(SessionPlanSerializer.Meta):
        fields = [*SessionPlanSerializer.Meta.fields, "group", "zone"]


class CancelSerializer(serializers.Serializer[Any]):
    reason = serializers.CharField(max_length=300)
    ref = serializers.CharField(
        max_length=64, required=False, help_text="Your own id: sent again, it is done once."
    )


class StaffSerializer(serializers.ModelSerializer[SessionStaff]):
    """Credential and licence as they were at the assignment."""

    seat = serializers.CharField(source="seat.code")
    person = serializers.CharField(source="seat.user.public_id")
    name = serializers.CharField(source="seat.user.shown_name")

    class Meta:
        model = SessionStaff
        fields = [
            "seat", "person", "name", "credential", "licence", "leads", "facilitates", "at",
        ]  # fmt: skip


class NewStaffSerializer(serializers.Serializer[Any]):
    person = serializers.CharField(help_text="The public id of somebody of the staff.")
    leads = serializers.BooleanField(default=False)
    facilitates = serializers.BooleanField(default=True, help_text="False: looks on.")


class GuestSerializer(serializers.ModelSerializer[SessionGuest]):
    seat = serializers.CharField(source="seat.code")
    person = serializers.CharField(source="seat.user.public_id")

    class Meta:
        model = SessionGuest
        fields = ["seat", "person", "name", "function"]


class NewGuestSerializer(serializers.Serializer[Any]):
    """Either the public id of somebody of the clinic, or an invitation that they accepted."""

    person = serializers.CharField(required=False)
    invitation = serializers.UUIDField(required=False)
    function = serializers.ChoiceField(choices=SessionGuest.Function.choices)
    name = serializers.CharField(max_length=40, help_text="What the group may call this guest.")

    def validate(self, sent: dict[str, Any]) -> dict[str, Any]:
        if ("person" in sent) == ("invitation" in sent):
            raise serializers.ValidationError({"person": "Name a person or an invitation."})
        return sent
