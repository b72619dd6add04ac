"""What a page shows: the shapes a snapshot is made of; holds no rule of its own."""

from typing import Any, Literal

from msgspec import Struct

from sessions_app.checkins.form import Answer, Form
from sessions_app.room.clock import Phase
from sessions_app.room.decision import Seat
from sessions_app.room.places import MAIN
from sessions_app.room.plan import ChatMode, Contact
from sessions_app.room.safety import Outcome, Source
from sessions_app.room.sound import Mode
from sessions_app.room.stage import Shared

Role = Literal["participant", "guest", "staff"]
Standing = Literal["outside", "waiting", "inside", "left", "refused", "removed"]


class PersonView(Struct, frozen=True):
    """Someone inside, in `place`. `why` they are away is for staff only."""

    seat: Seat
    name: str
    role: Role
    state: Literal["here", "reconnecting", "away"]
    connected: bool
    place: str
    leads: bool
    facilitates: bool
    credential: str
    function: str | None
    microphone: bool
    camera: bool
    follows: Mode = "all"
    shares: Shared | None = None
    why: str | None = None


class MessageView(Struct, frozen=True):
    """A message of `seat`, whom the group calls `name`; `text` is None once erased.

    `place` is where in the group it was written, "main" for private lines.
    """

    message: str
    seat: Seat
    name: str
    about: Seat | None
    at: int
    text: str | None
    place: str = MAIN


class PlaceView(Struct, frozen=True):
    """A side room that is open."""

    place: str
    name: str


class PlacesView(Struct, frozen=True):
    """The side rooms that are open, and when they close by themselves, ms UTC."""

    open: tuple[PlaceView, ...]
    closes_at: int | None


class TurnView(Struct, frozen=True):
    """The turn that runs, until `until` (ms UTC); `left_ms` while the group pauses."""

    seat: Seat
    until: int | None
    left_ms: int


class RoundView(Struct, frozen=True):
    """A go-round: its order, who is still to come, whose turn it is."""

    seats: tuple[Seat, ...]
    seconds: int
    coming: tuple[Seat, ...]
    turn: TurnView | None


class HandView(Struct, frozen=True):
    """A raised hand, in order."""

    seat: Seat
    since: int


class Times(Struct, frozen=True):
    """Phase and times of the session, ms UTC; `zone` is an IANA name."""

    phase: Phase
    starts_at: int
    ends_at: int
    zone: str
    started_at: int | None
    break_from: int | None
    break_until: int | None
    held_from: int | None
    ended_at: int | None
    cause: str | None


class You(Struct, frozen=True):
    """The viewer.

    `line`: a private line to the staff stays open after the end. `helped`: what came of
    asking for help. `asked_to_unmute` and `prompted` wait for an answer. `may_share`: they may
    start sharing, as facilitators do or as somebody who is invited to, once.
    """

    seat: Seat
    name: str
    role: Role
    standing: Standing
    away: bool
    complete: bool
    line: bool
    helped: Literal["asked", "nobody_here", "coming"] | None
    asked_to_unmute: bool
    prompted: bool
    checked_in: tuple[str, ...]
    answers: dict[str, dict[str, Answer]]
    may_share: bool = False


class VisitorView(Struct, frozen=True):
    """Someone who came to the door, for staff; who is inside by now stays in the list.

    `answers` is what they said, None once erased; `first_complete` when they first might have
    been let in.
    """

    seat: Seat
    name: str
    role: Role
    standing: Standing
    connected: bool
    knocked_at: int
    first_complete: int | None
    complete: bool
    look: bool
    late: bool
    state: str
    reason: str | None
    answers: dict[str, Any] | None


class ExpectedView(Struct, frozen=True):
    """Someone on the roster, for staff."""

    seat: Seat
    name: str
    role: Role
    function: str | None
    standing: Standing
    connections: int
    checked_in: tuple[str, ...]
    checkins: dict[str, dict[str, Answer]]


class AlertView(Struct, frozen=True):
    """An alert, for staff, with the last location and call-back number of its person.

    `somebody_else`: raised before somebody else was found in the seat, and about them.
    """

    alert: str
    seat: Seat
    source: Source
    item: str | None
    at: int
    by: Seat | None
    dropped: bool
    outcome: Outcome | None
    words: str | None
    quoted: str | None
    location: str | None
    callback: str | None
    somebody_else: bool = False


class StaffView(Struct, frozen=True):
    """What only staff see. `invited`: who may share and has not begun."""

    capacity: int
    extended_s: int
    extension_cap_s: int
    late_cutoff_s: int
    start_due: bool
    alone_since: int | None
    visitors: tuple[VisitorView, ...]
    expected: tuple[ExpectedView, ...]
    alerts: tuple[AlertView, ...]
    prompt_waits_for: tuple[Seat, ...]
    invited: tuple[Seat, ...] = ()


class Snapshot(Struct, frozen=True):
    """All that a page shows. `group` fields are empty until one is inside.

    `spotlights`: who is shown large, at most one in a place. `break_quiet` and `encrypted` are
    rules of the group; `text_allowed` is one that a facilitator may change for this session.
    """

    name: str
    times: Times
    you: You
    people: tuple[PersonView, ...]
    hands: tuple[HandView, ...]
    called: Seat | None
    round: RoundView | None
    locked: bool
    chat: ChatMode
    messages: tuple[MessageView, ...]
    announced: MessageView | None
    may_unmute: bool
    prompt_until: int | None
    round_open: bool
    crisis: tuple[Contact, ...]
    form: Form | None
    staff: StaffView | None
    places: PlacesView | None = None
    spotlights: tuple[Seat, ...] = ()
    text_allowed: bool = True
    break_quiet: bool = False
    encrypted: bool = False
