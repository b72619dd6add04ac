"""What is written: chat and its modes, reactions, announcements; the texts are private."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final, Literal, TypeAlias, assert_never

from msgspec import Struct
from msgspec.structs import replace

from sessions_app.room.clock import OVER, DoorOpened
from sessions_app.room.decision import (
    ALL,
    GROUP,
    STAFF,
    STAFF_INSIDE,
    Ask,
    Audience,
    Command,
    Decision,
    Emit,
    Event,
    Private,
    Seat,
    Stamped,
    at_place,
    only,
)
from sessions_app.room.door import RefusedEntry, Removed, vacated
from sessions_app.room.errors import Invalid, NotFound, Refused, WrongPhase
from sessions_app.room.people import Person, inside
from sessions_app.room.places import MAIN, PlacesOpened
from sessions_app.room.plan import ChatMode

if TYPE_CHECKING:
    from sessions_app.room.room import Room

TEXT_LIMIT = 2000
# Of the messages of each place, and of each person's line to the staff. What is older goes out of
# view for everyone alike, or a page would grow without bound; the record keeps that it was posted.
IN_VIEW = 300
DAY_MS = 86_400_000
Reaction = Literal["heart", "thanks", "clap", "with_you", "same", "laugh"]


class Post(Command, frozen=True):
    """Write to the group, or privately: to the staff, or as staff to one `seat`.

    To the group means to everyone in the place one is in; staff who are inside read all places.
    With a `place`, what is written to the group is refused once its author is in another one.
    """

    text: str
    to: Literal["group", "staff", "seat"] = "group"
    seat: Seat | None = None
    place: str | None = None


class DeleteMessage(Command, frozen=True):
    """Take a message away from everyone's view; one's own, or for staff anyone's."""

    message: str


class SetChatMode(Command, frozen=True):
    """Open the chat, send it to the facilitators only, or turn it off."""

    mode: ChatMode


class React(Command, frozen=True):
    """Show a reaction for a moment, to the place one is in and to staff."""

    reaction: Reaction


class Announce(Command, frozen=True):
    """Tell everyone something, in every place and in the waiting room."""

    text: str


TalkCommand: TypeAlias = Post | DeleteMessage | SetChatMode | React | Announce


class Posted(Event, frozen=True):
    """Someone wrote; `about` is the person a private line is with, None for the group.

    `place` is where in the group it was written; private lines have none but the main room.
    """

    message: str
    seat: Seat
    about: Seat | None
    place: str = MAIN


class MessageDeleted(Event, frozen=True):
    """A message is gone from view."""

    message: str


class ChatModeSet(Event, frozen=True):
    """The chat's mode; what the mode hides is hidden from everyone at once, and stays hidden."""

    mode: ChatMode


class Reacted(Event, frozen=True):
    """Someone shows a reaction."""

    seat: Seat
    reaction: Reaction


class Announced(Event, frozen=True):
    """A facilitator told everyone something."""

    message: str
    seat: Seat


class TalkErased(Event, frozen=True):
    """The texts of this session can no longer be read by anyone."""


class Message(Struct, frozen=True):
    """A message in view; its text is the private body of entry `seq`.

    `name`: what the group called its author. Whoever is dismissed later has left, and no more.
    `somebody_else`: of a line with somebody who was found not to be the person of the seat.
    """

    message: str
    seat: Seat
    about: Seat | None
    at: int
    seq: int
    place: str = MAIN
    somebody_else: bool = False
    name: str = ""

    @property
    def to(self) -> Audience:
        """Who may read it: its place and the staff inside, or the two sides of a private line."""
        if self.somebody_else:
            return (STAFF,)
        return _line_of(self.about) if self.about is not None else _said_in(self.place)


class Talk(Struct, frozen=True):
    """The chat's mode, the messages in view, the last announcement."""

    mode: ChatMode = "open"
    messages: tuple[Message, ...] = ()
    announced: Message | None = None
    erased: bool = False

    def find(self, message: str) -> Message:
        """The message of an id; NotFound where it is not in view."""
        for known in self.messages:
            if known.message == message:
                return known
        raise NotFound


def decide(room: Room, ask: Ask, command: TalkCommand) -> Decision:
    """Decide a command about what is written."""
    match command:
        case Post():
            return _post(room, ask, command)
        case DeleteMessage(message=message):
            return _delete(room, ask.actor.id, message)
        case SetChatMode(mode=mode):
            return () if mode == room.talk.mode else (Emit(ChatModeSet(mode), (GROUP,)),)
        case React(reaction=reaction):
            return _react(inside(room, ask.actor.id), reaction)
        case Announce(text=text):
            announced = Announced(ask.mint("a"), ask.actor.id)
            return (Emit(announced, (ALL,), _text(ask.actor.id, text, (ALL,))),)
        case _:
            assert_never(command)


def _said_in(place: str) -> Audience:
    return at_place(place), STAFF_INSIDE


def _line_of(about: Seat) -> Audience:
    return STAFF, only(about)


def _text(seat: Seat, text: str, to: Audience) -> Private:
    words = text.strip()
    if not 0 < len(words) <= TEXT_LIMIT:
        raise Invalid(f"text: write 1 to {TEXT_LIMIT} characters.")
    return Private(seat, "talk", to, {"text": words})


def _post(room: Room, ask: Ask, command: Post) -> Decision:
    person = room.people.get(ask.actor.id)
    about = _about(room, person.seat, person.role == "staff", command)
    _checked(room, person.seat, person.role == "staff", about)
    # What was meant for a few must not go to others because it was on its way while one moved.
    if about is None and command.place not in (None, person.place):
        raise Refused("place_changed")
    place = person.place if about is None else MAIN
    to = _line_of(about) if about is not None else _said_in(place)
    posted = Posted(ask.mint("m"), person.seat, about, place)
    return (Emit(posted, to, _text(person.seat, command.text, to)),)


def _about(room: Room, seat: Seat, staff: bool, command: Post) -> Seat | None:
    if command.to == "group":
        return None
    if command.to == "staff":
        return seat
    if command.seat is None or not staff:
        raise Invalid("seat: only staff write to one person, and name whom.")
    return room.people.get(command.seat).seat


def _checked(room: Room, seat: Seat, staff: bool, about: Seat | None) -> None:
    """Whether this message may be written now.

    Messages to staff never freeze; after the end only the line of an open alert remains.
    """
    phase = room.clock.phase
    if phase in OVER:
        if about is None or not room.safety.open_for(about):
            raise WrongPhase(phase)
        return
    if about is not None:
        return
    if not room.people.get(seat).inside:
        raise NotFound
    if phase == "on_hold":
        raise Refused("on_hold")
    if not staff and room.talk.mode == "off":
        raise Refused("chat_off")
    if not staff and room.talk.mode == "to_staff":
        raise Refused("chat_to_staff")


def _react(person: Person, reaction: Reaction) -> Decision:
    if person.away:
        raise Refused("stepped_away")
    return (Emit(Reacted(person.seat, reaction), (at_place(person.place), STAFF)),)


def _delete(room: Room, seat: Seat, message: str) -> Decision:
    known = room.talk.find(message)
    person = room.people.get(seat)
    mine = known.seat == seat and not known.somebody_else
    if not mine and person.role != "staff":
        # What is written where one is not must not show by the difference of two answers.
        unseen = {at_place(person.place), only(seat)}.isdisjoint(known.to)
        raise NotFound if unseen else Refused("not_staff")
    return (Emit(MessageDeleted(message), known.to),)


def deadlines(room: Room) -> Iterator[tuple[int, Decision]]:
    """When the texts are erased: at the end, or as many days later as the clinic chose.

    It does not wait for an open alert, or everyone could tell that there is one. What is
    written on its line afterwards is erased once it is resolved.
    """
    clock, talk = room.clock, room.talk
    if clock.phase not in OVER or clock.ended_at is None:
        return
    if not talk.erased and (clock.opened_at is not None or talk.messages):
        due = clock.ended_at + room.plan.rules.chat_kept_days * DAY_MS
        yield due, (Emit(TalkErased(), (ALL,)),)
    elif talk.erased and talk.messages and not room.safety.any_open():
        lines = {only(m.about) for m in talk.messages if m.about is not None}
        yield room.at, (Emit(TalkErased(), (STAFF, *sorted(lines))),)


HEARS: Final[frozenset[type[Event]]] = frozenset(
    {
        DoorOpened,
        PlacesOpened,
        Posted,
        MessageDeleted,
        ChatModeSet,
        Announced,
        TalkErased,
        Removed,
        RefusedEntry,
    }
)


def evolve(talk: Talk, fact: Stamped, room: Room) -> Talk:
    """The talk after an event."""
    if (vacant := vacated(fact.event)) is not None:
        return _closed(talk, vacant)
    match fact.event:
        case DoorOpened(plan=plan):
            return replace(talk, mode=plan.rules.chat)
        case PlacesOpened():
            # What was written in side rooms that were is in the staff's view until now.
            kept = tuple(m for m in talk.messages if m.place == MAIN)
            return replace(talk, messages=kept) if len(kept) < len(talk.messages) else talk
        case Posted(message=message, seat=seat, about=about, place=place):
            name = room.people.get(seat).name
            posted = Message(message, seat, about, fact.at, fact.seq, place, name=name)
            return replace(talk, messages=_with(talk.messages, posted))
        case MessageDeleted(message=message):
            return replace(talk, messages=tuple(m for m in talk.messages if m.message != message))
        case ChatModeSet(mode=mode):
            kept = talk.messages if mode == "open" else _private(talk)
            return replace(talk, mode=mode, messages=kept)
        case Announced(message=message, seat=seat):
            name = room.people.get(seat).name
            return replace(
                talk, announced=Message(message, seat, None, fact.at, fact.seq, name=name)
            )
        case TalkErased():
            return replace(talk, messages=(), announced=None, erased=True)
    return talk


def _with(messages: tuple[Message, ...], posted: Message) -> tuple[Message, ...]:
    if len(messages) >= IN_VIEW:
        line = [m for m in messages if (m.about, m.place) == (posted.about, posted.place)]
        if len(line) >= IN_VIEW:
            messages = tuple(known for known in messages if known is not line[0])
    return (*messages, posted)


def _closed(talk: Talk, seat: Seat) -> Talk:
    """A line with somebody else is not its person's to read; staff go on seeing it."""
    if all(m.about != seat or m.somebody_else for m in talk.messages):
        return talk
    messages = (replace(m, somebody_else=True) if m.about == seat else m for m in talk.messages)
    return replace(talk, messages=tuple(messages))


def _private(talk: Talk) -> tuple[Message, ...]:
    return tuple(message for message in talk.messages if message.about is not None)
