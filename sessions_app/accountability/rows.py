"""The attendance of a session as values: one row a person, and the facts of the meeting."""

from typing import Literal

from msgspec import Struct

from sessions_app.accountability.capacity import OverCapacity
from sessions_app.accountability.counts import Counts
from sessions_app.accountability.intervals import Intervals
from sessions_app.accountability.recorded import Outcome
from sessions_app.accountability.roster import Role
from sessions_app.accountability.running import Correction
from sessions_app.accountability.sources import Sources
from sessions_app.accountability.speech import TalkedBy
from sessions_app.accountability.status import Status
from sessions_app.room.decision import Seat

Flag = Literal[
    "added_late",
    "admitted_after_cutoff",
    "dismissed",
    "dropped_at_end",
    "let_back_in",
    "never_admitted",
    "not_this_person",
    "overlap",
    "over_capacity",
    "refused",
]
MeetingFlag = Literal[
    "break_corrected",
    "end_corrected",
    "held_up",
    "never_started",
    "over_capacity",
    "over_capacity_unexplained",
    "start_corrected",
]


class Row(Struct, frozen=True, kw_only=True):
    """One person's attendance. Moments are ms UTC; `_ms` and `_s` are lengths.

    `attended`: there at any moment between start and end. `last_out` is None for who still is.
    `credited_min` is `credited_ms` in whole minutes, the rest dropped. `earned` is what this
    session would credit by itself, `credited` what is left when another has part of it. `led_ms`
    is time at the lead while the group ran. `talked_ms`, as `talked_by` measured it, and the time
    that microphone and camera stood on count while the person was there and the group ran.
    `sources` are the ledger entries behind each figure.
    """

    seat: Seat
    name: str
    role: Role
    status: Status
    attended: bool = False
    credential: str = ""
    function: str | None = None
    facilitates: bool = False
    removed_for: str | None = None
    late_s: int = 0
    early_s: int = 0
    first_in: int | None = None
    last_out: int | None = None
    present_ms: int = 0
    credited_ms: int = 0
    credited_min: int = 0
    away_ms: int = 0
    waiting_ms: int = 0
    led_ms: int = 0
    talked_ms: int = 0
    talked_by: TalkedBy = "none"
    microphone_ms: int = 0
    camera_ms: int = 0
    presence: Intervals = ()
    earned: Intervals = ()
    credited: Intervals = ()
    gaps: Intervals = ()
    waiting: Intervals = ()
    away: Intervals = ()
    microphone: Intervals = ()
    camera: Intervals = ()
    flags: tuple[Flag, ...] = ()
    counts: Counts = Counts()
    sources: Sources = {}


class Meeting(Struct, frozen=True, kw_only=True):
    """The facts of one meeting; moments are ms UTC, None where the ledger does not tell.

    `actual_*` are as corrected, `recorded_*` as noted at first. `ends_at` is the planned end with
    every extension. `peak` counts participants present at once, `seats_taken` also those whose
    seat was kept while they were gone. `present` participants came while the group ran.
    """

    name: str = ""
    kind: str = ""
    zone: str = "UTC"
    outcome: Outcome
    cause: str | None = None
    planned_start: int | None = None
    planned_end: int | None = None
    ends_at: int | None = None
    extended_s: int = 0
    opened: int | None = None
    actual_start: int | None = None
    actual_end: int | None = None
    recorded_start: int | None = None
    recorded_end: int | None = None
    running: Intervals = ()
    running_ms: int = 0
    breaks: Intervals = ()
    holds: Intervals = ()
    corrections: tuple[Correction, ...] = ()
    capacity: int = 0
    peak: int = 0
    seats_taken: int = 0
    exceeded: bool = False
    over_capacity: tuple[OverCapacity, ...] = ()
    expected: int = 0
    present: int = 0
    facilitators: tuple[Seat, ...] = ()
    flags: tuple[MeetingFlag, ...] = ()
    sources: Sources = {}


class Attendance(Struct, frozen=True, kw_only=True):
    """Who attended one session, read up to `upto` (ms UTC); `provisional` until it is over."""

    provisional: bool
    upto: int
    meeting: Meeting
    participants: tuple[Row, ...] = ()
    staff: tuple[Row, ...] = ()
    guests: tuple[Row, ...] = ()

    @property
    def rows(self) -> tuple[Row, ...]:
        """Everyone: participants, then staff, then guests."""
        return self.participants + self.staff + self.guests
