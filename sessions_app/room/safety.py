"""When someone is not safe: asking for help, alerts, who has them in hand, how they ended."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, TypeAlias, assert_never

from msgspec import Struct
from msgspec.structs import replace

from sessions_app.room.decision import (
    STAFF,
    Ask,
    Command,
    Decision,
    Emit,
    Event,
    Private,
    Seat,
    Stamped,
    only,
    without,
)
from sessions_app.room.door import Knocked, RefusedEntry, Removed, vacated
from sessions_app.room.errors import Invalid, NotFound, Refused
from sessions_app.room.people import Connected

if TYPE_CHECKING:
    from sessions_app.room.room import Room

WORDS_LIMIT = 1000
Source = Literal["help", "staff", "message", "check_in"]
Outcome = Literal[
    "safe", "safety_plan", "referred", "emergency_services", "not_reached", "mistaken"
]


class AskForHelp(Command, frozen=True):
    """Tell the staff, and nobody else, that one needs help."""

    words: str = ""


class RaiseAlert(Command, frozen=True):
    """Alert the team about someone; `message` is a private message to keep with the alert."""

    seat: Seat
    words: str = ""
    message: str | None = None


class Acknowledge(Command, frozen=True):
    """Take an alert in hand."""

    alert: str


class Resolve(Command, frozen=True):
    """Close an alert with its outcome."""

    alert: str
    outcome: Outcome
    note: str = ""


SafetyCommand: TypeAlias = AskForHelp | RaiseAlert | Acknowledge | Resolve


class AlertRaised(Event, frozen=True):
    """Staff must look after someone. `item` is whose rule fired: `<moment>.<item>`."""

    alert: str
    seat: Seat
    source: Source
    item: str | None = None


class HelpAsked(Event, frozen=True):
    """To the person alone: the staff have been told, or nobody is here to be told."""

    staff_here: bool


class AlertAcknowledged(Event, frozen=True):
    """A member of staff has the alert in hand."""

    alert: str
    by: Seat


class HelpComing(Event, frozen=True):
    """To the person alone, who asked: someone has taken it in hand."""


class AlertRepeated(Event, frozen=True):
    """The person of an open alert has lost the connection."""

    alert: str
    seat: Seat


class AlertResolved(Event, frozen=True):
    """An alert is closed."""

    alert: str
    by: Seat
    outcome: Outcome


class Alert(Struct, frozen=True):
    """An alert about someone; `seq` is the entry with its private words.

    `attested` is the entry with where they said they are. `somebody_else`: raised before somebody
    else was found in the seat, so that it says nothing of the person to whom the seat belongs.
    """

    alert: str
    seat: Seat
    source: Source
    at: int
    seq: int
    item: str | None = None
    by: Seat | None = None
    dropped: bool = False
    outcome: Outcome | None = None
    attested: int | None = None
    somebody_else: bool = False

    def is_of(self, seat: Seat) -> bool:
        """Whether it is about the person of a seat."""
        return self.seat == seat and not self.somebody_else


class Safety(Struct, frozen=True):
    """All alerts of the session, and who was told that help is asked for or coming."""

    alerts: tuple[Alert, ...] = ()
    helped: dict[Seat, Literal["asked", "nobody_here", "coming"]] = {}

    def open_for(self, seat: Seat) -> bool:
        """Whether a person has an open alert, and so a line to the staff."""
        return any(a.is_of(seat) and a.outcome is None for a in self.alerts)

    def any_open(self) -> bool:
        """Whether any alert is open."""
        return any(a.outcome is None for a in self.alerts)

    def repeat(self, seat: Seat) -> Decision:
        """Alert the staff again, for each open alert of a person who dropped."""
        return tuple(
            Emit(AlertRepeated(a.alert, seat), (STAFF,))
            for a in self.alerts
            if a.is_of(seat) and a.outcome is None
        )

    def find(self, alert: str) -> Alert:
        """The alert of an id; NotFound where there is none."""
        for known in self.alerts:
            if known.alert == alert:
                return known
        raise NotFound


def decide(room: Room, ask: Ask, command: SafetyCommand) -> Decision:
    """Decide a command about someone's safety."""
    match command:
        case AskForHelp(words=words):
            return _ask_for_help(room, ask, words)
        case RaiseAlert(seat=seat, words=words):
            person = room.people.get(seat)
            if person.role == "staff":
                raise Invalid("seat: alerts are about participants and guests.")
            source: Source = "message" if command.message is not None else "staff"
            return (_alert(ask, seat, source, _body(words, _quoted(room, ask, command))),)
        case Acknowledge(alert=alert):
            return _acknowledge(room, ask.actor.id, alert)
        case Resolve():
            return _resolve(room, ask.actor.id, command)
        case _:
            assert_never(command)


def _body(words: str, quoted: str | None = None) -> dict[str, str]:
    text = words.strip()
    if len(text) > WORDS_LIMIT:
        raise Invalid(f"words: at most {WORDS_LIMIT} characters.")
    body = {"words": text} if text else {}
    return {**body, "quoted": quoted} if quoted is not None else body


def _quoted(room: Room, ask: Ask, command: RaiseAlert) -> str | None:
    if command.message is None:
        return None
    message = room.talk.find(command.message)
    if message.about is None or message.seat != command.seat or ask.quoted is None:
        raise NotFound
    return ask.quoted


def _alert(ask: Ask, seat: Seat, source: Source, body: dict[str, str]) -> Emit:
    private = Private(seat, "record", (STAFF,), dict(body)) if body else None
    return Emit(AlertRaised(ask.mint("l"), seat, source), (STAFF,), private)


def _ask_for_help(room: Room, ask: Ask, words: str) -> Decision:
    seat = ask.actor.id
    told = Emit(HelpAsked(room.people.staff_connected()), (only(seat),))
    return _alert(ask, seat, "help", _body(words)), told


def _acknowledge(room: Room, by: Seat, alert: str) -> Decision:
    known = room.safety.find(alert)
    if known.outcome is not None:
        raise Refused("alert_closed")
    if known.by is not None:
        return ()
    taken = Emit(AlertAcknowledged(alert, by), (STAFF,))
    if known.source != "help" or known.somebody_else:
        return (taken,)
    return taken, Emit(HelpComing(), (only(known.seat),))


def _resolve(room: Room, by: Seat, command: Resolve) -> Decision:
    known = room.safety.find(command.alert)
    if known.outcome is not None:
        raise Refused("alert_closed")
    body = _body(command.note)
    note = Private(known.seat, "record", (STAFF,), {"note": body["words"]}) if body else None
    return (Emit(AlertResolved(command.alert, by, command.outcome), (STAFF,), note),)


HEARS: Final[frozenset[type[Event]]] = frozenset(
    {
        AlertRaised,
        HelpAsked,
        HelpComing,
        AlertAcknowledged,
        AlertRepeated,
        Connected,
        AlertResolved,
        Knocked,
        Removed,
        RefusedEntry,
    }
)


def evolve(safety: Safety, fact: Stamped, room: Room) -> Safety:
    """The alerts after an event; the one told of help is the one the event went to."""
    if (vacant := vacated(fact.event)) is not None:
        alerts = _all_of(safety, vacant, somebody_else=True).alerts
        return replace(safety, alerts=alerts, helped=without(safety.helped, vacant))
    match fact.event:
        case AlertRaised(alert=alert, seat=seat, source=source, item=item):
            visitor = room.door.visitors.get(seat)
            attested = visitor.attested if visitor is not None else None
            raised = Alert(alert, seat, source, fact.at, fact.seq, item, attested=attested)
            return replace(safety, alerts=(*safety.alerts, raised))
        case HelpAsked(staff_here=staff_here):
            return _told(safety, fact, "asked" if staff_here else "nobody_here")
        case HelpComing():
            return _told(safety, fact, "coming")
        case AlertAcknowledged(alert=alert, by=by):
            return _change(safety, alert, by=by)
        case AlertRepeated(alert=alert):
            return _change(safety, alert, dropped=True)
        case Connected(seat=seat, first=True):
            return _all_of(safety, seat, dropped=False)
        case Knocked(seat=seat, unchanged=False):
            return _all_of(safety, seat, attested=fact.seq)
        case AlertResolved(alert=alert, outcome=outcome):
            return _change(safety, alert, outcome=outcome)
    return safety


def _all_of(safety: Safety, seat: Seat, **changes: object) -> Safety:
    alerts = tuple(replace(a, **changes) if a.is_of(seat) else a for a in safety.alerts)
    return safety if alerts == safety.alerts else replace(safety, alerts=alerts)


def _told(safety: Safety, fact: Stamped, how: Literal["asked", "nobody_here", "coming"]) -> Safety:
    seat = fact.to[0].removeprefix("seat:")
    return replace(safety, helped={**safety.helped, seat: how})


def _change(safety: Safety, alert: str, **changes: object) -> Safety:
    alerts = tuple(replace(a, **changes) if a.alert == alert else a for a in safety.alerts)
    return replace(safety, alerts=alerts)
