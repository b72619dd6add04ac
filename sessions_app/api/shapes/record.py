"""The record handed out: lines of the reports' tables, typed by their columns."""

from typing import Any, get_args

from drf_spectacular.utils import extend_schema_field, inline_serializer
from rest_framework import serializers

from sessions_app.accountability.counts import Counts
from sessions_app.accountability.speech import TalkedBy
from sessions_app.api.shapes.sessions import PHASES, GroupBriefSerializer, SessionSerializer
from sessions_app.reports.attendance import PEOPLE, SOURCES, TIMES
from sessions_app.reports.ledger import ENTRIES as WRITTEN
from sessions_app.reports.meeting import CORRECTIONS, MEETING
from sessions_app.reports.signatures import SIGNATURES

# Of an own row: not what only staff are told.
NOT_OWN = frozenset(
    {"row", "seat", "prompts_missed", "talked_ms", "talked_by", "microphone_ms", "camera_ms"}
)
OWN = tuple(column for column in PEOPLE if column not in NOT_OWN)
OWN_MEETING = (
    "name", "kind", "zone", "outcome", "planned_start", "planned_start_local", "planned_end",
    "planned_end_local", "actual_start", "actual_start_local", "actual_end", "actual_end_local",
    "running_ms", "running_min", "breaks_ms", "holds_ms", "provisional", "upto",
)  # fmt: skip
ENTRIES = (*WRITTEN, "sealed", "hash")

_FLAGS = {"provisional", "exceeded", "sealed"}
_NUMBERS = {
    "gaps", "breaks", "holds", "corrections", "capacity", "peak", "seats_taken", "expected",
    "present", "entry", *Counts.__struct_fields__,
}  # fmt: skip
_LENGTHS = ("_ms", "_s", "_min")


def _field(column: str) -> Any:
    if column in _FLAGS:
        return serializers.BooleanField()
    if column == "event":
        return serializers.DictField()
    if column == "talked_by":
        return serializers.ChoiceField(choices=get_args(TalkedBy))
    if column == "row":
        return serializers.IntegerField(allow_null=True)
    if column in _NUMBERS or column.endswith(_LENGTHS):
        return serializers.IntegerField(allow_null=column == "replaced_ms")
    return serializers.CharField(allow_null=True)


def _line(name: str, columns: tuple[str, ...], **options: bool) -> Any:
    return inline_serializer(name, _fields(columns), **options)


def _fields(columns: tuple[str, ...]) -> dict[str, Any]:
    return {column: _field(column) for column in columns}


class AttendanceSerializer(serializers.Serializer[Any]):
    """Moments are ISO 8601; `_local` is the wall clock of the session. Lengths: ms, s or min.

    `sources` names the ledger entries behind each figure. `row` counts the people of this answer
    from 1 and says whose times, sources and signatures these are, whatever people are called;
    null: the group's own. A signature covers the record up to the entry before it.
    """

    session = serializers.UUIDField()
    meeting = _line("AttendanceMeeting", MEETING)
    corrections = _line("AttendanceCorrection", CORRECTIONS, many=True)
    signatures = _line("AttendanceSignature", SIGNATURES, many=True)
    people = inline_serializer(
        "AttendancePerson", {**_fields(PEOPLE), "row": serializers.IntegerField()}, many=True
    )
    times = _line("AttendanceTime", TIMES, many=True)
    sources = _line("AttendanceSource", SOURCES, many=True)


class OwnAttendanceSerializer(serializers.Serializer[Any]):
    """Your own part of the record; `you` is null where you were not expected."""

    session = serializers.UUIDField()
    meeting = _line("OwnAttendanceMeeting", OWN_MEETING)
    you = _line("OwnAttendancePerson", OWN, allow_null=True)


class OwnSessionSerializer(serializers.Serializer[Any]):
    """One session of yours; `running_min` is how long the group ran, `provisional` until over."""

    session = serializers.UUIDField()
    group = GroupBriefSerializer()
    starts_at = serializers.DateTimeField()
    ends_at = serializers.DateTimeField()
    phase = serializers.ChoiceField(choices=PHASES)
    status = serializers.CharField()
    credited_min = serializers.IntegerField()
    running_min = serializers.IntegerField()
    provisional = serializers.BooleanField()


class OwnTotalsSerializer(serializers.Serializer[Any]):
    """Sums of the sessions listed: those that were held, and those of them you came to."""

    credited_min = serializers.IntegerField()
    sessions_attended = serializers.IntegerField()
    sessions_held = serializers.IntegerField()


class OwnSpanSerializer(serializers.Serializer[Any]):
    """Your own sessions whose door has opened, from the day `since` to the day `until`."""

    since = serializers.DateField()
    until = serializers.DateField()
    sessions = OwnSessionSerializer(many=True)
    totals = OwnTotalsSerializer()


class SignedSerializer(serializers.Serializer[Any]):
    name = serializers.CharField()
    credential = serializers.CharField(allow_null=True)
    meaning = serializers.CharField()
    at = serializers.CharField()


class GlancePersonSerializer(serializers.Serializer[Any]):
    status = serializers.CharField()
    credited_min = serializers.IntegerField()
    late_s = serializers.IntegerField()
    early_s = serializers.IntegerField()


class GlanceSerializer(serializers.Serializer[Any]):
    """A session's attendance in a line. `statuses` counts the participants by their status.

    `sealed_at` is when the clinic signed the last entry, null while one waits for its signature.
    `person` is the line of whom `?person=` asks for, null where they were not expected.
    """

    provisional = serializers.BooleanField()
    expected = serializers.IntegerField()
    present = serializers.IntegerField()
    statuses = serializers.DictField(child=serializers.IntegerField())
    peak = serializers.IntegerField()
    capacity = serializers.IntegerField()
    running_min = serializers.IntegerField()
    facilitators = serializers.CharField(allow_null=True)
    flags = serializers.CharField(allow_null=True)
    exceeded = serializers.BooleanField()
    sealed_at = serializers.CharField(allow_null=True)
    signed = SignedSerializer(many=True)
    person = GlancePersonSerializer(allow_null=True)


class GlancedSessionSerializer(SessionSerializer):
    """A session with its attendance at a glance: null before its door has opened."""

    glance = serializers.SerializerMethodField()

    class Meta(SessionSerializer.Meta):
        fields = [*SessionSerializer.Meta.fields, "glance"]

    @extend_schema_field(GlanceSerializer(allow_null=True))
    def get_glance(self, session: Any) -> Any:
        return self.context["glances"].get(session.pk)


EntrySerializer = type(_line("LedgerEntryLine", ENTRIES))


class ProblemFoundSerializer(serializers.Serializer[Any]):
    """`entry` is the first bad entry; `says` is what this means."""

    entry = serializers.IntegerField(allow_null=True)
    code = serializers.CharField()
    message = serializers.CharField()
    says = serializers.CharField()


class VerificationSerializer(serializers.Serializer[Any]):
    """`sealed_at`: when the clinic signed the last entry, null while one waits for it."""

    session = serializers.UUIDField()
    ok = serializers.BooleanField()
    entries = serializers.IntegerField(help_text="How many were read.")
    says = serializers.CharField(help_text="What the result means, in a sentence.")
    sealed_at = serializers.CharField(allow_null=True)
    problems = ProblemFoundSerializer(many=True)
