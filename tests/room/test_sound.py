"""Microphones and cameras, and that nobody can turn on another's."""

import pytest

from sessions_app.room.decision import Command
from sessions_app.room.people import Leave
from sessions_app.room.room import COMMANDS
from sessions_app.room.sound import (
    AllMuted,
    AllowUnmute,
    AskToUnmute,
    CameraOff,
    CameraTurnedOff,
    MicrophoneSet,
    Mute,
    MuteAll,
    Muted,
    SetCamera,
    SetMicrophone,
    UnmuteAllowed,
    UnmuteAsked,
)
from tests.room.scene import ALICE, BOB, Scene, alice, bob, eve, gus

ON, OFF = SetMicrophone(True), SetMicrophone(False)


def test_one_turns_ones_own_microphone_on_and_off() -> None:
    scene = Scene().running(bob)
    scene.when(bob, ON).then(MicrophoneSet(BOB, True)).when(bob, ON).then_nothing()
    scene.when(bob, OFF).then(MicrophoneSet(BOB, False))


def test_a_facilitator_mutes_one_and_never_unmutes() -> None:
    scene = Scene().running(bob).given((bob, ON))
    scene.when(alice, Mute(BOB)).then(Muted(BOB)).when(alice, Mute(BOB)).then_nothing()
    scene.given((bob, ON))  # a mute is no gag
    for name in ("SetMicrophone", "SetCamera"):
        assert "seat" not in COMMANDS[name].__struct_fields__


def test_mute_all_spares_the_staff() -> None:
    scene = Scene().running(bob, gus).given((alice, ON), (bob, ON), (gus, ON))
    scene.when(alice, MuteAll()).then(AllMuted())
    assert scene.room.sound.microphones == {ALICE}


def test_a_camera_is_turned_off_by_staff_and_on_by_its_owner() -> None:
    scene = Scene().running(bob).given((bob, SetCamera(True)))
    scene.when(alice, CameraOff(BOB)).then(CameraTurnedOff(BOB))
    scene.when(alice, CameraOff(BOB)).then_nothing().given((bob, SetCamera(True)))


def test_where_people_may_not_unmute_they_raise_a_hand() -> None:
    scene = Scene().running(bob, eve)
    scene.when(alice, AllowUnmute(False)).then(UnmuteAllowed(False))
    scene.when(alice, AllowUnmute(False)).then_nothing()
    scene.when(bob, ON).refused("stay_muted").given((alice, ON))
    scene.given((alice, AllowUnmute(True)), (bob, ON))


def test_a_group_may_begin_muted() -> None:
    Scene(may_unmute=False).running(bob).when(bob, ON).refused("stay_muted")


def test_who_is_asked_to_unmute_decides_and_may_once() -> None:
    scene = Scene(may_unmute=False).running(bob, eve)
    scene.when(alice, AskToUnmute(BOB)).then(UnmuteAsked(BOB))
    assert scene.page(bob).you.asked_to_unmute
    assert "UnmuteAsked" not in scene.types_seen_by(eve)
    assert BOB not in scene.room.sound.microphones
    scene.given((bob, ON), (bob, OFF)).when(bob, ON).refused("stay_muted")


@pytest.mark.parametrize("command", [Mute(BOB), CameraOff(BOB), AskToUnmute(BOB)])
def test_nobody_who_is_not_inside_is_muted_or_asked(command: Command) -> None:
    scene = Scene().running(bob).given((bob, Leave()))
    scene.when(alice, command).refused("not_here")


def test_whoever_leaves_is_silent_and_blank_on_return() -> None:
    scene = Scene().running(bob).given((bob, ON), (bob, SetCamera(True)), (bob, Leave()))
    assert not scene.room.sound.microphones | scene.room.sound.cameras
