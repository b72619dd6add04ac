"""The record handed out: lines of the reports' tables, typed by their columns."""

from typing import Any

from drf_spectacular.utils import inline_serializer
from rest_framework import serializers

from sessions_app.accountability.counts import Counts
from sessions_app.reports.attendance import PEOPLE, SOURCES, TIMES
from sessions_app.reports.ledger import ENTRIES as WRITTEN
from sessions_app.reports.meeting import CORRECTIONS, MEETING

# Of an own row: not what only staff are told.
NOT_OWN = frozenset({"seat", "prompts_missed"})
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
    if column in _NUMBERS or column.endswith(_LENGTHS):
        return serializers.IntegerField(allow_null=column == "replaced_ms")
    return serializers.CharField(allow_null=True)


def _line(name: str, columns: tuple[str, ...], **options: bool) -> Any:
    return inline_serializer(name, {column: _field(column) for column in columns}, **options)


class AttendanceSerializer(serializers.Serializer[Any]):
    """Moments are ISO 8601; `_local` is the wall clock of the session. Lengths: ms, s or min.

    `sources` names the ledger entries behind each figure.
    """

    session = serializers.UUIDField()
    meeting = _line("AttendanceMeeting", MEETING)
    corrections = _line("AttendanceCorrection", CORRECTIONS, many=True)
    people = _line("AttendancePerson", PEOPLE, many=True)
    times = _line("AttendanceTime", TIMES, many=True)
    sources = _line("AttendanceSource", SOURCES, many=True)


class OwnAttendanceSerializer(serializers.Serializer[Any]):
    """Your own part of the record; `you` is null where you were not expected."""

    session = serializers.UUIDField()
    meeting = _line("OwnAttendanceMeeting", OWN_MEETING)
    you = _line("OwnAttendancePerson", OWN, allow_null=True)


EntrySerializer = type(_line("LedgerEntryLine", ENTRIES))


class ProblemFoundSerializer(serializers.Serializer[Any]):
    """`entry` is the first bad entry; `says` is what this means."""

    entry = serializers.IntegerField(allow_null=True)
    code = serializers.CharField()
    message = serializers.CharField()
    says = serializers.CharField()


class VerificationSerializer(serializers.Serializer[Any]):
    session = serializers.UUIDField()
    ok = serializers.BooleanField()
    entries = serializers.IntegerField(help_text="How many were read.")
    says = serializers.CharField(help_text="What the result means, in a sentence.")
    problems = ProblemFoundSerializer(many=True)
