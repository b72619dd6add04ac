"""Groups, their members and their standing team."""

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from sessions_app.api.permissions import GROUPS, GroupAction, Reach
from sessions_app.models import Enrolment, Group, GroupFacilitator, Seat


class ReachField(serializers.ListField):
    """In what capacity one reaches something."""

    child = serializers.ChoiceField(choices=[reach.value for reach in Reach])


class HolderSerializer(serializers.ModelSerializer[GroupFacilitator]):
    """Somebody of the standing team, in brief."""

    person = serializers.CharField(source="seat.user.public_id")
    name = serializers.CharField(source="seat.user.shown_name")

    class Meta:
        model = GroupFacilitator
        fields = ["person", "name", "leads"]


class GroupSerializer(serializers.ModelSerializer[Group]):
    """`_min` are minutes, `_s` seconds. An open room keeps the rules it opened with."""

    licensed_states = serializers.ListField(
        child=serializers.CharField(max_length=2), required=False, help_text="Empty: the clinic's."
    )
    reach = serializers.SerializerMethodField()
    members = serializers.SerializerMethodField(
        help_text="How many take part at present; null for whoever may not see them."
    )
    team = serializers.SerializerMethodField(
        help_text="Who holds it, the lead first; null for whoever may not see them."
    )

    class Meta:
        model = Group
        fields = [
            "id", "clinic", "name", "kind", "capacity", "door_min", "late_grace_min",
            "late_cutoff_min", "extension_cap_min", "return_gap_min", "reconnect_s", "break_min",
            "lead_grace_s", "hold_after_s", "end_after_s", "away_credited", "prompt_every_min",
            "chat_kept_days", "licensed_states", "may_unmute", "break_quiet", "text_allowed",
            "encrypted", "checkin_form", "created", "archived", "reach", "members", "team",
        ]  # fmt: skip
        read_only_fields = ["clinic", "created", "archived"]

    def get_reach(self, group: Any) -> list[Reach]:
        return sorted(self.context["viewer"].reach_group(group))

    def get_members(self, group: Any) -> int | None:
        return group.members if self._may("see_members", group) else None

    @extend_schema_field(HolderSerializer(many=True, allow_null=True))
    def get_team(self, group: Any) -> Any:
        if not self._may("see_team", group):
            return None
        return HolderSerializer(group.facilitators.all(), many=True).data

    def _may(self, action: GroupAction, group: Any) -> bool:
        return not GROUPS[action].isdisjoint(self.context["viewer"].reach_group(group))


class MyPlaceSerializer(serializers.ModelSerializer[Seat]):
    """Your place in a group: the code that records know you by, and what the group calls you."""

    seat = serializers.CharField(source="code", read_only=True)
    # Without the framework's own check of uniqueness, which would name another code.
    alias = serializers.CharField(max_length=40)

    class Meta:
        model = Seat
        fields = ["seat", "alias"]


class MemberSerializer(serializers.ModelSerializer[Enrolment]):
    seat = serializers.CharField(source="seat.code")
    alias = serializers.CharField(source="seat.alias")
    person = serializers.CharField(source="seat.user.public_id")
    name = serializers.CharField(source="seat.user.shown_name")

    class Meta:
        model = Enrolment
        fields = ["seat", "alias", "person", "name", "since", "until", "active"]


class NewMemberSerializer(serializers.Serializer[Any]):
    person = serializers.CharField(help_text="The public id of a participant of the clinic.")
    alias = serializers.CharField(
        max_length=40, required=False, help_text="A wish; they may choose another one themselves."
    )


class TeamMemberSerializer(serializers.ModelSerializer[GroupFacilitator]):
    seat = serializers.CharField(source="seat.code")
    person = serializers.CharField(source="seat.user.public_id")
    name = serializers.CharField(source="seat.user.shown_name")
    credential = serializers.CharField(source="seat.user.credential")

    class Meta:
        model = GroupFacilitator
        fields = ["seat", "person", "name", "credential", "leads"]


class NewTeamMemberSerializer(serializers.Serializer[Any]):
    person = serializers.CharField(help_text="The public id of somebody of the staff.")
    leads = serializers.BooleanField(default=False, help_text="Takes the lead from whoever has it.")
