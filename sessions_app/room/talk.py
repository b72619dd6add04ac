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
    INSIDE,
    STAFF,
    Ask,
    Audience,
    Command,
    Decision,
    Emit,
    Event,
    Private,
    Seat,
    Stamped,
    only,
)
from sessions_app.room.errors import Invalid, NotFound, Refused, WrongPhase
from sessions_app.room.plan import ChatMode

if TYPE_CHECKING:
    from sessions_app.room.room import Room

TEXT_LIMIT = 2000
# Of the group's messages, and of each person's line to the staff. What is older goes out of view
# for everyone alike, or a page would grow without bound; the record keeps that it was posted.
IN_VIEW = 300
DAY_MS = 86_400_000
Reaction = Literal["heart", "thanks", "clap", "with_you", "same", "laugh"]


class Post(Command, frozen=True):
    """Write to the group, or privately: to the staff, or as staff to one `seat`."""

    text: str
    to: Literal["group", "staff", "seat"] = "group"
    seat: Seat | None = None


class DeleteMessage(Command, frozen=True):
    """Take a message away from everyone's view; one's own, or for staff anyone's."""

    message: str


class SetChatMode(Command, frozen=True):
    """Open the chat, send it to the facilitators only, or turn it off."""

    mode: ChatMode


class React(Command, frozen=True):
    """Show a reaction for a moment."""

    reaction: Reaction


class Announce(Command, frozen=True):
    """Tell everyone something, in every place and in the waiting room."""

    text: str


TalkCommand: TypeAlias = Post | DeleteMessage | SetChatMode | React | Announce


class Posted(Event, frozen=True):
    """Someone wrote; `about` is the person a private line is with, None for the group."""

    message: str
    seat: Seat
    about: Seat | None


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
    """A message in view; its text is the private body of entry `seq`."""

    message: str
    seat: Seat
    about: Seat | None
    at: int
    seq: int


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
            return (Emit(Reacted(ask.actor.id, reaction), (GROUP,)),)
        case Announce(text=text):
            announced = Announced(ask.mint("a"), ask.actor.id)
            return (Emit(announced, (ALL,), _text(ask.actor.id, text, (ALL,))),)
        case _:
            assert_never(command)


def _text(seat: Seat, text: str, to: Audience) -> Private:
    words = text.strip()
    if not 0 < len(words) <= TEXT_LIMIT:
        raise Invalid(f"text: write 1 to {TEXT_LIMIT} characters.")
    return Private(seat, "talk", to, {"text": words})


def _post(room: Room, ask: Ask, command: Post) -> Decision:
    person = room.people.get(ask.actor.id)
    about, to = _line(room, person.seat, person.role == "staff", command)
    _checked(room, person.seat, person.role == "staff", about)
    posted = Posted(ask.mint("m"), person.seat, about)
    return (Emit(posted, to, _text(person.seat, command.text, to)),)


def _line(room: Room, seat: Seat, staff: bool, command: Post) -> tuple[Seat | None, Audience]:
    if command.to == "group":
        return None, (INSIDE,)
    if command.to == "staff":
        about = seat
    elif command.seat is None or not staff:
        raise Invalid("seat: only staff write to one person, and name whom.")
    else:
        about = room.people.get(command.seat).seat
    return about, (STAFF, only(about))


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


def _delete(room: Room, seat: Seat, message: str) -> Decision:
    known = room.talk.find(message)
    person = room.people.get(seat)
    if known.seat != seat and person.role != "staff":
        # A private line between others must not show by the difference of two answers.
        raise NotFound if known.about not in (None, seat) else Refused("not_staff")
    to = (INSIDE,) if known.about is None else (STAFF, only(known.about))
    return (Emit(MessageDeleted(message), to),)


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
        Posted,
        MessageDeleted,
        ChatModeSet,
        Announced,
        TalkErased,
    }
)


def evolve(talk: Talk, fact: Stamped, room: Room) -> Talk:
    """The talk after an event."""
    match fact.event:
        case DoorOpened(plan=plan):
            return replace(talk, mode=plan.rules.chat)
        case Posted(message=message, seat=seat, about=about):
            posted = Message(message, seat, about, fact.at, fact.seq)
            return replace(talk, messages=_with(talk.messages, posted))
        case MessageDeleted(message=message):
            return replace(talk, messages=tuple(m for m in talk.messages if m.message != message))
        case ChatModeSet(mode=mode):
            kept = talk.messages if mode == "open" else _private(talk)
            return replace(talk, mode=mode, messages=kept)
        case Announced(message=message, seat=seat):
            return replace(talk, announced=Message(message, seat, None, fact.at, fact.seq))
        case TalkErased():
            return replace(talk, messages=(), announced=None, erased=True)
    return talk


def _with(messages: tuple[Message, ...], posted: Message) -> tuple[Message, ...]:
    if len(messages) >= IN_VIEW:
        line = [known for known in messages if known.about == posted.about]
        if len(line) >= IN_VIEW:
            messages = tuple(known for known in messages if known is not line[0])
    return (*messages, posted)


def _private(talk: Talk) -> tuple[Message, ...]:
    return tuple(message for message in talk.messages if message.about is not None)
