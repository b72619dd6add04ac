"""What a seat may send and receive is read from the room, whatever has happened there."""

from collections.abc import Callable
from typing import Any

import pytest
from msgspec.structs import replace

from sessions_app.media.permit import NOTHING, Permit, permit
from sessions_app.room.clock import Break, End, EndBreak
from sessions_app.room.decision import Actor, Command
from sessions_app.room.door import Admit, Knock, Remove, SendBack
from sessions_app.room.people import ComeBack, Leave, StepAway
from sessions_app.room.places import Move, OpenPlaces, PlaceDraft, Recall
from sessions_app.room.sound import CameraOff, Follow, Mute, MuteAll, SetCamera, SetMicrophone
from sessions_app.room.stage import InviteToShare, StartSharing, StopSharing
from tests.room.scene import ALICE, BOB, EVE, FIT, Scene, alice, bob, eve

SCREEN = StartSharing("screen")
ALL = Permit(receive=True, microphone=True, camera=True, share=True)
QUIET = Permit(receive=True)
MUTED, BLANK, UNSHARED = (
    replace(ALL, **{source: False}) for source in ("microphone", "camera", "share")
)


def all_on(**rules: Any) -> Scene:
    """A running group in which bob speaks, is seen and shares."""
    scene = Scene(**rules).running(bob, eve)
    on = ((bob, SetMicrophone(True)), (bob, SetCamera(True)), (bob, SCREEN))
    return scene.given((alice, InviteToShare(BOB)), *on)


def test_who_comes_in_receives_and_sends_what_they_turn_on() -> None:
    scene = Scene().running(bob)
    assert permit(scene.room, BOB) == QUIET
    scene.given((bob, SetMicrophone(True)))
    assert permit(scene.room, BOB) == Permit(receive=True, microphone=True)
    scene.given((alice, InviteToShare(BOB)))
    assert not permit(scene.room, BOB).share, "an invitation is no permit yet"
    assert permit(all_on().room, BOB) == ALL


@pytest.mark.parametrize(
    ("steps", "left"),
    [
        ([(bob, SetMicrophone(False))], MUTED),
        ([(alice, Mute(BOB))], MUTED),
        ([(alice, MuteAll())], MUTED),
        ([(bob, SetCamera(False))], BLANK),
        ([(alice, CameraOff(BOB))], BLANK),
        ([(bob, StopSharing())], UNSHARED),
        ([(alice, StopSharing(BOB))], UNSHARED),
        ([(alice, SCREEN)], UNSHARED),
        ([(bob, StepAway())], NOTHING),
        ([(bob, StepAway()), (bob, ComeBack())], QUIET),
        ([(bob, Follow("text"))], NOTHING),
        ([(bob, Follow("text")), (bob, Follow("all"))], QUIET),
        ([(bob, Leave())], NOTHING),
        ([(bob, Leave()), (bob, Knock())], QUIET),
        ([(alice, SendBack(BOB))], NOTHING),
        ([(alice, SendBack(BOB)), (bob, Knock(FIT)), (alice, Admit(BOB, "known"))], QUIET),
        ([(alice, Remove(BOB, "conduct"))], NOTHING),
        ([(alice, Break(5))], ALL),
        ([(alice, End())], NOTHING),
        ([(eve, Leave())], ALL),
    ],
    ids=lambda given: " ".join(repr(step[1]) for step in given) if type(given) is list else "",
)
def test_of_all_that_was_on_this_is_left(steps: list[tuple[Actor, Command]], left: Permit) -> None:
    scene = all_on().given(*steps)
    assert permit(scene.room, BOB) == left


def test_in_a_quiet_break_staff_alone_go_on_and_nothing_comes_back_by_itself() -> None:
    scene = all_on(break_quiet=True).given((alice, SetMicrophone(True)), (alice, Break(5)))
    assert permit(scene.room, BOB) == QUIET
    assert permit(scene.room, ALICE).microphone
    scene.given((alice, EndBreak()))
    assert permit(scene.room, BOB) == QUIET


def test_on_hold_people_see_each_other_and_are_not_heard() -> None:
    scene = all_on().dropped(alice).later(120).phase("on_hold")
    assert permit(scene.room, BOB) == Permit(receive=True, camera=True)
    scene.connected(alice).phase("running")
    assert permit(scene.room, BOB) == Permit(receive=True, camera=True)


def test_who_is_lost_keeps_their_place_until_they_are_given_up() -> None:
    scene = all_on().dropped(bob)
    assert permit(scene.room, BOB) == ALL
    assert permit(scene.later(90).room, BOB) == NOTHING


def test_a_side_room_is_another_place_and_what_was_shared_stays_behind() -> None:
    scene = all_on().given((alice, OpenPlaces((PlaceDraft("Oak", (BOB,)),))))
    oak = scene.room.places.open[0].place
    assert permit(scene.room, BOB) == replace(UNSHARED, place=oak)
    assert permit(scene.room, EVE).place == "main"
    scene.given((alice, Move(EVE, oak)))
    assert permit(scene.room, EVE) == replace(QUIET, place=oak)
    scene.given((alice, Recall(0)))
    assert permit(scene.room, BOB) == UNSHARED


@pytest.mark.parametrize(
    "until",
    [
        Scene.door_open,
        lambda scene: scene.door_open().connected(bob),
        lambda scene: scene.running().connected(bob).given((bob, Knock(FIT))),
    ],
    ids=["expected", "connected", "waiting"],
)
def test_who_is_not_in_yet_has_nothing(until: Callable[[Scene], Scene]) -> None:
    assert permit(until(Scene()).room, BOB) == NOTHING
    assert permit(Scene().room, "s_carol") == NOTHING


def test_who_is_let_in_before_the_start_has_media_already() -> None:
    scene = Scene().door_open().arrived(alice, bob).given((bob, SetMicrophone(True)))
    assert permit(scene.room, BOB) == Permit(receive=True, microphone=True)
