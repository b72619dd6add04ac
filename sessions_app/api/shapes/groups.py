"""Groups, their members and their standing team."""

from typing import Any

from rest_framework import serializers

from sessions_app.api.permissions import Reach
from sessions_app.models import Enrolment, Group, GroupFacilitator, Seat


class ReachField(serializers.ListField):
    """In what capacity one reaches something."""

    child = serializers.ChoiceField(choices=[reach.value for reach in Reach])


class GroupSerializer(serializers.ModelSerializer[Group]):
    """`_min` are minutes, `_s` seconds. An open room keeps the rules it opened with."""

    licensed_states = serializers.ListField(
        child=serializers.CharField(max_length=2), required=False, help_text="Empty: the clinic's."
    )
    reach = serializers.SerializerMethodField()

    class Meta:
        model = Group
        fields = [
            "id", "clinic", "name", "kind", "capacity", "door_min", "late_grace_min",
            "late_cutoff_min", "extension_cap_min", "return_gap_min", "reconnect_s", "break_min",
            "lead_grace_s", "hold_after_s", "end_after_s", "away_credited", "prompt_every_min",
            "chat_kept_days", "licensed_states", "may_unmute", "checkin_form", "created",
            "archived", "reach",
        ]  # fmt: skip
        read_only_fields = ["clinic", "created", "archived"]

    def get_reach(self, group: Any) -> list[Reach]:
        return sorted(self.context["viewer"].reach_group(group))


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
