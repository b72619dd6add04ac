"""Microphones and cameras, who may unmute, and who follows by all, sound or text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, TypeAlias, assert_never

from msgspec import Struct
from msgspec.structs import replace

from sessions_app.room.clock import BreakStarted, DoorOpened, Ended, Held
from sessions_app.room.decision import (
    GROUP,
    STAFF,
    Ask,
    Command,
    Decision,
    Emit,
    Event,
    Seat,
    Stamped,
    only,
    without,
)
from sessions_app.room.door import RefusedEntry, Removed, vacated
from sessions_app.room.errors import Refused
from sessions_app.room.people import Person, SteppedAway, inside

if TYPE_CHECKING:
    from sessions_app.room.room import Room

Mode = Literal["all", "sound", "text"]


class SetMicrophone(Command, frozen=True):
    """Turn one's own microphone on or off; nobody can turn on another's."""

    on: bool


class SetCamera(Command, frozen=True):
    """Turn one's own camera on or off."""

    on: bool


class Mute(Command, frozen=True):
    """Turn someone's microphone off."""

    seat: Seat


class MuteAll(Command, frozen=True):
    """Turn every participant's and guest's microphone off."""


class CameraOff(Command, frozen=True):
    """Turn someone's camera off."""

    seat: Seat


class AllowUnmute(Command, frozen=True):
    """Say whether people may turn their own microphone on."""

    allowed: bool


class AllowText(Command, frozen=True):
    """Say whether participants may take part by text alone; whoever does already goes on."""

    allowed: bool


class AskToUnmute(Command, frozen=True):
    """Ask someone to turn their microphone on, whatever the rule; they decide."""

    seat: Seat


class Follow(Command, frozen=True):
    """Take part by sound and picture, by sound alone, or by what is written alone."""

    mode: Mode


SoundCommand: TypeAlias = (
    SetMicrophone
    | SetCamera
    | Mute
    | MuteAll
    | CameraOff
    | AllowUnmute
    | AllowText
    | AskToUnmute
    | Follow
)


class MicrophoneSet(Event, frozen=True):
    """Someone turned their microphone on or off."""

    seat: Seat
    on: bool


class CameraSet(Event, frozen=True):
    """Someone turned their camera on or off."""

    seat: Seat
    on: bool


class Muted(Event, frozen=True):
    """A facilitator turned someone's microphone off."""

    seat: Seat


class AllMuted(Event, frozen=True):
    """A facilitator turned all microphones off but the staff's."""


class CameraTurnedOff(Event, frozen=True):
    """A facilitator turned someone's camera off."""

    seat: Seat


class UnmuteAllowed(Event, frozen=True):
    """Whether people may turn their own microphone on, from now."""

    allowed: bool


class TextAllowed(Event, frozen=True):
    """Whether participants may take part by text alone, from now."""

    allowed: bool


class UnmuteAsked(Event, frozen=True):
    """Someone was asked to turn their microphone on."""

    seat: Seat


class Following(Event, frozen=True):
    """How someone takes part from now; by text they are silent and blank."""

    seat: Seat
    mode: Mode


class Sound(Struct, frozen=True):
    """Whose microphone and camera are on; who was asked to unmute and so may.

    `follows` names those who take part by sound or text alone, also while they are not inside:
    who comes back goes on as before. `text_allowed`: None as the rules of the group say.
    """

    microphones: frozenset[Seat] = frozenset()
    cameras: frozenset[Seat] = frozenset()
    asked: frozenset[Seat] = frozenset()
    may_unmute: bool = True
    text_allowed: bool | None = None
    follows: dict[Seat, Mode] = {}


def decide(room: Room, ask: Ask, command: SoundCommand) -> Decision:
    """Decide a command about sound and picture."""
    seat = ask.actor.id
    match command:
        case SetMicrophone(on=on):
            return _set_microphone(room, seat, on)
        case SetCamera(on=on):
            return _set_camera(room, seat, on)
        case Mute(seat=other):
            _inside(room, other)
            known = other not in room.sound.microphones
            return () if known else (Emit(Muted(other), (GROUP,)),)
        case MuteAll():
            return (Emit(AllMuted(), (GROUP,)),)
        case CameraOff(seat=other):
            _inside(room, other)
            known = other not in room.sound.cameras
            return () if known else (Emit(CameraTurnedOff(other), (GROUP,)),)
        case AllowUnmute(allowed=allowed):
            known = allowed == room.sound.may_unmute
            return () if known else (Emit(UnmuteAllowed(allowed), (GROUP,)),)
        case AllowText(allowed=allowed):
            known = allowed == text_allowed(room)
            return () if known else (Emit(TextAllowed(allowed), (GROUP,)),)
        case AskToUnmute(seat=other):
            _inside(room, other)
            return (Emit(UnmuteAsked(other), (STAFF, only(other))),)
        case Follow(mode=mode):
            return _follow(room, inside(room, seat), mode)
        case _:
            assert_never(command)


def _inside(room: Room, seat: Seat) -> None:
    if not room.people.get(seat).inside:
        raise Refused("not_here")


def _may_speak(room: Room, seat: Seat) -> bool:
    """Whether people may unmute, or this one was asked to, or has the floor."""
    turn = room.floor.round.turn if room.floor.round is not None else None
    has_floor = room.floor.called == seat or (turn is not None and turn.seat == seat)
    return room.sound.may_unmute or seat in room.sound.asked or has_floor


def _set_microphone(room: Room, seat: Seat, on: bool) -> Decision:
    sound, person = room.sound, inside(room, seat)
    if (seat in sound.microphones) == on:
        return ()
    if on:
        _may_send(room, person)
    if on and room.clock.phase == "on_hold" and person.role != "staff":
        raise Refused("on_hold")
    if on and person.role != "staff" and not _may_speak(room, seat):
        raise Refused("stay_muted")
    return (Emit(MicrophoneSet(seat, on), (GROUP,)),)


def _set_camera(room: Room, seat: Seat, on: bool) -> Decision:
    person = inside(room, seat)
    if on:
        _may_send(room, person)
    known = (seat in room.sound.cameras) == on
    return () if known else (Emit(CameraSet(seat, on), (GROUP,)),)


def _may_send(room: Room, person: Person) -> None:
    if person.away:
        raise Refused("stepped_away")
    if room.sound.follows.get(person.seat) == "text":
        raise Refused("follows_text")
    if person.role != "staff" and quiet(room):
        raise Refused("break_quiet")


def quiet(room: Room) -> bool:
    """Whether this is a break in which only staff may be heard and seen."""
    return room.clock.phase == "on_break" and room.plan.rules.break_quiet


def text_allowed(room: Room) -> bool:
    """Whether participants may take part by text alone: as a facilitator said, or the group."""
    said = room.sound.text_allowed
    return room.plan.rules.text_allowed if said is None else said


def _follow(room: Room, person: Person, mode: Mode) -> Decision:
    if room.sound.follows.get(person.seat, "all") == mode:
        return ()
    if mode == "text" and person.role == "participant" and not text_allowed(room):
        raise Refused("text_not_allowed")
    return (Emit(Following(person.seat, mode), (GROUP,)),)


HEARS: Final[frozenset[type[Event]]] = frozenset(
    {
        DoorOpened,
        MicrophoneSet,
        CameraSet,
        Muted,
        AllMuted,
        Held,
        CameraTurnedOff,
        UnmuteAllowed,
        TextAllowed,
        UnmuteAsked,
        Following,
        SteppedAway,
        BreakStarted,
        Ended,
        Removed,
        RefusedEntry,
    }
)


def evolve(sound: Sound, fact: Stamped, room: Room) -> Sound:
    """The sound after an event; whoever is no longer inside is silent and blank."""
    after = _moved(sound, fact, room)
    if (seat := vacated(fact.event)) is not None and seat in after.follows:
        after = replace(after, follows=without(after.follows, seat))
    inside = {person.seat for person in room.people.inside()}
    if after.microphones <= inside and after.cameras <= inside and after.asked <= inside:
        return after
    return replace(
        after,
        microphones=after.microphones & inside,
        cameras=after.cameras & inside,
        asked=after.asked & inside,
    )


def _moved(sound: Sound, fact: Stamped, room: Room) -> Sound:
    match fact.event:
        case DoorOpened(plan=plan):
            return replace(sound, may_unmute=plan.rules.may_unmute)
        case MicrophoneSet(seat=seat, on=on):
            microphones = sound.microphones | {seat} if on else sound.microphones - {seat}
            return replace(sound, microphones=microphones, asked=sound.asked - {seat})
        case CameraSet(seat=seat, on=on):
            return replace(sound, cameras=sound.cameras | {seat} if on else sound.cameras - {seat})
        case Muted(seat=seat):
            # The newer word holds: whoever was asked before may not unmute for that.
            rest, asked = sound.microphones - {seat}, sound.asked - {seat}
            return replace(sound, microphones=rest, asked=asked)
        case AllMuted():
            staff = _staff(room)
            return replace(sound, microphones=sound.microphones & staff, asked=sound.asked & staff)
        case Held():
            return replace(sound, microphones=sound.microphones & _staff(room))
        case CameraTurnedOff(seat=seat):
            return replace(sound, cameras=sound.cameras - {seat})
        case UnmuteAllowed(allowed=allowed):
            return replace(sound, may_unmute=allowed)
        case TextAllowed(allowed=allowed):
            return replace(sound, text_allowed=allowed)
        case UnmuteAsked(seat=seat):
            return replace(sound, asked=sound.asked | {seat})
        case SteppedAway(seat=seat):
            return _silent(sound, seat)
        case Following(seat=seat, mode=mode):
            others = without(sound.follows, seat)
            after = replace(sound, follows=others if mode == "all" else {**others, seat: mode})
            return _silent(after, seat) if mode == "text" else after
        case BreakStarted() if room.plan.rules.break_quiet:
            staff = _staff(room)
            microphones, cameras = sound.microphones & staff, sound.cameras & staff
            return replace(sound, microphones=microphones, cameras=cameras)
        case Ended():
            return Sound(may_unmute=sound.may_unmute, text_allowed=sound.text_allowed)
    return sound


def _silent(sound: Sound, seat: Seat) -> Sound:
    return replace(sound, microphones=sound.microphones - {seat}, cameras=sound.cameras - {seat})


def _staff(room: Room) -> frozenset[Seat]:
    return frozenset(p.seat for p in room.people.inside() if p.role == "staff")
