"""What is planned for a session: its rules and its people, frozen when the door opens."""

from typing import Literal

from msgspec import Struct

from sessions_app.checkins.form import Form
from sessions_app.room.decision import Seat

GuestFunction = Literal["observer", "interpreter", "captioner", "student", "family"]
ChatMode = Literal["open", "to_staff", "off"]
# Whether devices are reached through a relay only; auto: in a mesh, where there is one.
Relay = Literal["auto", "always", "never"]


class Rules(Struct, frozen=True):
    """A group's rules; `_s` fields are seconds. Every number is the clinic's to set."""

    capacity: int = 12
    door_s: int = 900
    late_grace_s: int = 300
    late_cutoff_s: int = 900
    extension_cap_s: int = 1800
    return_gap_s: int = 1800
    reconnect_s: int = 90
    lead_grace_s: int = 10
    hold_after_s: int = 120
    end_after_s: int = 600
    away_credited: bool = False
    prompt_every_s: int = 0
    prompt_open_s: int = 60
    recent_s: int = 300
    chat_kept_days: int = 0
    licensed_states: tuple[str, ...] = ()
    may_unmute: bool = True
    chat: ChatMode = "open"
    warnings_s: tuple[int, ...] = (600, 300, 60)
    break_quiet: bool = False
    text_allowed: bool = True
    encrypted: bool = False
    relay: Relay = "auto"


class Member(Struct, frozen=True, forbid_unknown_fields=True):
    """An enrolled participant, by the alias the group knows."""

    seat: Seat
    name: str


class Staff(Struct, frozen=True, forbid_unknown_fields=True):
    """Someone assigned to the session; `facilitates` is false for a supervisor who looks on."""

    seat: Seat
    name: str
    credential: str = ""
    leads: bool = False
    facilitates: bool = True


class Guest(Struct, frozen=True, forbid_unknown_fields=True):
    """Someone invited to this session only, for a named reason."""

    seat: Seat
    name: str
    function: GuestFunction


class Contact(Struct, frozen=True):
    """Whom to reach when the room is not enough."""

    name: str
    phone: str
    note: str = ""


class Plan(Struct, frozen=True):
    """All that a room needs to know before anyone comes; times in ms since the epoch, UTC.

    `busy_from` is the start of each person's next other session, for the warning on extension.
    """

    name: str
    kind: str
    starts_at: int
    ends_at: int
    zone: str = "UTC"
    rules: Rules = Rules()
    members: tuple[Member, ...] = ()
    staff: tuple[Staff, ...] = ()
    guests: tuple[Guest, ...] = ()
    crisis: tuple[Contact, ...] = ()
    form: Form | None = None
    busy_from: dict[Seat, int] = {}
