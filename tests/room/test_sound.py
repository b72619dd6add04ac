"""Microphones and cameras, and that nobody can turn on another's."""

import pytest

from sessions_app.room.clock import Break, End, EndBreak
from sessions_app.room.decision import Command
from sessions_app.room.door import Knock
from sessions_app.room.people import Leave
from sessions_app.room.room import COMMANDS
from sessions_app.room.sound import (
    AllMuted,
    AllowText,
    AllowUnmute,
    AskToUnmute,
    CameraOff,
    CameraTurnedOff,
    Follow,
    Following,
    MicrophoneSet,
    Mute,
    MuteAll,
    Muted,
    SetCamera,
    SetMicrophone,
    TextAllowed,
    UnmuteAllowed,
    UnmuteAsked,
)
from tests.room.scene import ALICE, BOB, EVE, Scene, alice, bob, eve, finn, gus

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


def test_who_follows_by_text_is_silent_and_blank_until_they_choose_otherwise() -> None:
    scene = Scene().running(bob, eve).given((bob, ON), (bob, SetCamera(True)))
    scene.when(bob, Follow("text")).then(Following(BOB, "text"))
    assert not scene.room.sound.microphones | scene.room.sound.cameras
    assert {one.seat: one.follows for one in scene.page(eve).people}[BOB] == "text"
    scene.when(bob, ON).refused("follows_text").when(bob, SetCamera(True)).refused("follows_text")
    scene.given((bob, OFF)).when(bob, Follow("text")).then_nothing()
    scene.given((bob, Follow("sound")), (bob, ON), (bob, Follow("all")), (bob, SetCamera(True)))
    scene.when(bob, Follow("all")).then_nothing()


def test_who_comes_back_follows_as_before() -> None:
    scene = Scene().running(bob, eve).given((bob, Follow("text")), (bob, Leave()), (bob, Knock()))
    scene.when(bob, ON).refused("follows_text")


def test_a_group_may_want_to_hear_its_participants() -> None:
    scene = Scene(text_allowed=False).running(bob, gus)
    assert not scene.page(bob).text_allowed
    scene.when(bob, Follow("text")).refused("text_not_allowed")
    scene.given((bob, Follow("sound")), (gus, Follow("text")), (alice, Follow("text")))


def test_a_facilitator_lets_people_take_part_by_text_and_lets_nobody_else() -> None:
    scene = Scene(text_allowed=False).running(bob, eve).connected(finn)
    scene.when(alice, AllowText(False)).then_nothing()
    scene.when(alice, AllowText(True)).then(TextAllowed(True))
    scene.when(alice, AllowText(True)).then_nothing()
    assert scene.page(eve).text_allowed
    scene.given((bob, Follow("text"))).when(alice, AllowText(False)).then(TextAllowed(False))
    assert scene.room.sound.follows == {BOB: "text"}
    scene.when(bob, Follow("text")).then_nothing()
    scene.when(eve, Follow("text")).refused("text_not_allowed")
    scene.given((bob, Follow("all"))).when(bob, Follow("text")).refused("text_not_allowed")


def test_who_is_not_inside_hears_of_the_groups_rule_for_text_and_no_more() -> None:
    scene = Scene(text_allowed=False).running(bob).connected(finn)
    before = scene.page(finn)
    scene.given((alice, AllowText(True)))
    assert "TextAllowed" not in scene.types_seen_by(finn)
    assert scene.page(finn) == before
    scene.given((alice, End()))
    assert scene.page(alice).text_allowed


def test_whoever_was_asked_before_being_muted_waits_to_be_asked_again() -> None:
    scene = Scene(may_unmute=False).running(bob, eve)
    scene.given((alice, AskToUnmute(BOB)), (bob, ON), (alice, AskToUnmute(BOB)))
    scene.given((alice, Mute(BOB))).when(bob, ON).refused("stay_muted")
    assert not scene.page(bob).you.asked_to_unmute
    scene.given((alice, AskToUnmute(EVE)), (alice, MuteAll())).when(eve, ON).refused("stay_muted")
    scene.given((alice, AskToUnmute(EVE)), (eve, ON))


def test_muting_everyone_takes_back_no_word_to_the_staff() -> None:
    scene = Scene().running(bob).given((alice, AskToUnmute(ALICE)), (alice, MuteAll()))
    assert scene.page(alice).you.asked_to_unmute


def test_a_break_is_quiet_where_the_group_says_so() -> None:
    camera = SetCamera(True)
    scene = Scene(break_quiet=True).running(bob, gus)
    scene.given((alice, ON), (bob, ON), (gus, camera), (alice, Break(5)))
    assert (scene.room.sound.microphones, scene.room.sound.cameras) == ({ALICE}, set())
    scene.when(bob, ON).refused("break_quiet").when(gus, camera).refused("break_quiet")
    scene.given((alice, camera), (alice, AskToUnmute(BOB))).when(bob, ON).refused("break_quiet")
    scene.given((alice, EndBreak()), (bob, ON), (gus, camera))


def test_in_other_breaks_people_talk_on() -> None:
    scene = Scene().running(bob).given((bob, ON), (alice, Break(5)))
    assert BOB in scene.room.sound.microphones
