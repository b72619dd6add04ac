"""Microphones and cameras: what each person's state is, and who may unmute."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias, assert_never

from msgspec import Struct
from msgspec.structs import replace

from sessions_app.room.clock import DoorOpened, Ended, Held
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
)
from sessions_app.room.errors import Refused
from sessions_app.room.people import SteppedAway, inside

if TYPE_CHECKING:
    from sessions_app.room.room import Room


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


class AskToUnmute(Command, frozen=True):
    """Ask someone to turn their microphone on, whatever the rule; they decide."""

    seat: Seat


SoundCommand: TypeAlias = (
    SetMicrophone | SetCamera | Mute | MuteAll | CameraOff | AllowUnmute | AskToUnmute
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


class UnmuteAsked(Event, frozen=True):
    """Someone was asked to turn their microphone on."""

    seat: Seat


class Sound(Struct, frozen=True):
    """Whose microphone and camera are on; who was asked to unmute and so may."""

    microphones: frozenset[Seat] = frozenset()
    cameras: frozenset[Seat] = frozenset()
    asked: frozenset[Seat] = frozenset()
    may_unmute: bool = True


def decide(room: Room, ask: Ask, command: SoundCommand) -> Decision:
    """Decide a command about sound and picture."""
    seat = ask.actor.id
    match command:
        case SetMicrophone(on=on):
            return _set_microphone(room, seat, on)
        case SetCamera(on=on):
            if inside(room, seat).away and on:
                raise Refused("stepped_away")
            known = (seat in room.sound.cameras) == on
            return () if known else (Emit(CameraSet(seat, on), (GROUP,)),)
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
        case AskToUnmute(seat=other):
            _inside(room, other)
            return (Emit(UnmuteAsked(other), (STAFF, only(other))),)
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
    if on and person.away:
        raise Refused("stepped_away")
    if on and room.clock.phase == "on_hold" and person.role != "staff":
        raise Refused("on_hold")
    if on and person.role != "staff" and not _may_speak(room, seat):
        raise Refused("stay_muted")
    return (Emit(MicrophoneSet(seat, on), (GROUP,)),)


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
        UnmuteAsked,
        SteppedAway,
        Ended,
    }
)


def evolve(sound: Sound, fact: Stamped, room: Room) -> Sound:
    """The sound after an event; whoever is no longer inside is silent and blank."""
    after = _moved(sound, fact, room)
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
            return replace(sound, microphones=sound.microphones - {seat})
        case AllMuted() | Held():
            return replace(sound, microphones=sound.microphones & _staff(room))
        case CameraTurnedOff(seat=seat):
            return replace(sound, cameras=sound.cameras - {seat})
        case UnmuteAllowed(allowed=allowed):
            return replace(sound, may_unmute=allowed)
        case UnmuteAsked(seat=seat):
            return replace(sound, asked=sound.asked | {seat})
        case SteppedAway(seat=seat):
            return replace(
                sound, microphones=sound.microphones - {seat}, cameras=sound.cameras - {seat}
            )
        case Ended():
            return Sound(may_unmute=sound.may_unmute)
    return sound


def _staff(room: Room) -> frozenset[Seat]:
    return frozenset(p.seat for p in room.people.inside() if p.role == "staff")
