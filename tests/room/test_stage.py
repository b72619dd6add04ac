"""The spotlight and sharing: who may, one at a time in a place, and when it falls."""

import pytest

from sessions_app.room import codec
from sessions_app.room import room as rooms
from sessions_app.room.clock import Break, End
from sessions_app.room.decision import GROUP, Actor, Command, Stamped
from sessions_app.room.door import SendBack
from sessions_app.room.people import ComeBack, Leave, StepAway
from sessions_app.room.places import Move, OpenPlaces, PlaceDraft, Recall
from sessions_app.room.sound import Follow
from sessions_app.room.stage import (
    InvitationWithdrawn,
    InvitedToShare,
    InviteToShare,
    SharingStarted,
    SharingStopped,
    Spotlight,
    Spotlighted,
    StartSharing,
    StopSharing,
    WithdrawInvitation,
)
from sessions_app.room.team import Promote, StepDown
from tests.room.scene import ALICE, AMIR, BOB, EVE, GUS, SUE, Scene, alice, amir, bob, eve, gus, sue

SCREEN = StartSharing("screen")


def shares(scene: Scene) -> dict[str, str]:
    """Who shares what, as everyone sees it."""
    return {p.seat: p.shares for p in scene.page(gus).people if p.shares is not None}


def sharing(**rules: bool) -> Scene:
    """A running group in which bob was invited, and shares and is in the spotlight."""
    scene = Scene(**rules).running(amir, sue, bob, eve, gus)
    scene.given((alice, InviteToShare(BOB)), (bob, SCREEN), (alice, Spotlight(BOB)))
    assert shares(scene) == {BOB: "screen"}
    return scene


def test_one_person_is_shown_large_until_all_are_alike_again() -> None:
    scene = Scene().running(bob, eve)
    scene.when(alice, Spotlight(BOB)).then(Spotlighted(BOB, "main"))
    scene.when(alice, Spotlight(BOB)).then_nothing()
    assert scene.page(eve).spotlights == (BOB,)
    scene.when(alice, Spotlight(EVE)).then(Spotlighted(EVE, "main"))
    assert scene.page(eve).spotlights == (EVE,)
    scene.when(alice, Spotlight(None)).then(Spotlighted(None, "main"))
    assert scene.page(eve).spotlights == ()
    scene.when(alice, Spotlight(None)).then_nothing()
    scene.when(alice, Spotlight("s_finn")).refused("not_here")
    scene.given((bob, StepAway())).when(alice, Spotlight(BOB)).refused("not_here")


def window(scene: Scene) -> str:
    """The side room that is open."""
    return scene.room.places.open[0].place


def test_each_place_has_a_spotlight_of_its_own() -> None:
    scene = Scene().running(amir, bob, eve).given((alice, Spotlight(BOB)))
    scene.given((alice, OpenPlaces((PlaceDraft("Window", (EVE, AMIR)),))))
    scene.when(amir, Spotlight(EVE)).then(Spotlighted(EVE, window(scene)))
    assert scene.page(bob).spotlights == (BOB, EVE)
    scene.when(alice, Spotlight(None)).then(Spotlighted(None, "main"))
    assert scene.page(bob).spotlights == (EVE,)
    scene.when(alice, Spotlight(None)).then_nothing()
    scene.when(alice, Spotlight(None, "p_none")).then_nothing()
    scene.when(alice, Spotlight(None, window(scene))).then(Spotlighted(None, window(scene)))
    assert scene.page(bob).spotlights == ()


def test_a_spotlight_falls_with_its_place_and_leaves_the_others() -> None:
    scene = Scene().running(bob, eve).given((alice, Spotlight(BOB)))
    scene.given((alice, OpenPlaces((PlaceDraft("Window", (EVE,)),))), (alice, Spotlight(EVE)))
    scene.given((alice, Recall(0)))
    assert scene.page(eve).spotlights == (BOB,)


def test_an_entry_from_before_each_place_had_its_own_is_of_the_whole_room() -> None:
    scene = Scene().running(bob, eve).given((alice, OpenPlaces((PlaceDraft("Window", (EVE,)),))))

    def after(*events: bytes) -> dict[str, str]:
        room = scene.room
        for event in events:
            fact = Stamped(room.seq + 1, room.at, ALICE, (GROUP,), codec.decode_event(event))
            room = rooms.evolve(room, fact)
        return room.stage.spotlights

    bobs, eves = (b'{"type":"Spotlighted","seat":"%s"}' % s.encode() for s in (BOB, EVE))
    nobodys = b'{"type":"Spotlighted","seat":null}'
    assert after(bobs) == {BOB: "main"}
    assert after(bobs, eves) == {EVE: window(scene)}
    assert after(eves, nobodys) == {}


def test_facilitators_share_and_others_when_they_are_invited_once() -> None:
    scene = Scene().running(sue, bob, eve, gus)
    for who in (bob, gus, sue):
        scene.when(who, SCREEN).refused("not_invited")
    assert scene.page(alice).you.may_share
    assert not scene.page(bob).you.may_share
    scene.when(alice, InviteToShare(BOB)).then(InvitedToShare(BOB))
    scene.when(alice, InviteToShare(BOB)).then_nothing()
    scene.when(alice, InviteToShare(ALICE)).then_nothing()
    assert scene.page(bob).you.may_share
    assert "InvitedToShare" not in scene.types_seen_by(eve)
    scene.when(bob, SCREEN).then(SharingStarted(BOB, "screen"))
    scene.when(bob, SCREEN).then_nothing()
    scene.when(bob, StartSharing("window")).then(SharingStarted(BOB, "window"))
    scene.when(bob, StopSharing()).then(SharingStopped(BOB, BOB))
    scene.when(bob, SCREEN).refused("not_invited")
    scene.when(alice, InviteToShare("s_finn")).refused("not_here")


def test_an_invitation_is_of_the_place_where_it_was_given() -> None:
    scene = Scene().running(bob, eve, gus)
    scene.given((alice, InviteToShare(BOB)), (alice, InviteToShare(EVE)))
    scene.given((alice, OpenPlaces((PlaceDraft("Window", (BOB,)),))))
    assert scene.page(alice).staff.invited == (EVE,)
    scene.when(bob, SCREEN).refused("not_invited")
    scene.given((alice, InviteToShare(BOB)), (alice, Recall(0)))
    assert scene.page(alice).staff.invited == (EVE,)
    assert not scene.page(bob).you.may_share
    assert scene.page(eve).you.may_share


def test_who_steps_down_shares_no_more() -> None:
    scene = Scene().running(sue, gus).given((alice, Promote(SUE)), (sue, SCREEN))
    assert shares(scene) == {SUE: "screen"}
    scene.given((sue, StepDown()))
    assert shares(scene) == {}
    scene.when(sue, SCREEN).refused("not_invited")


def test_an_invitation_is_taken_back_until_it_is_used() -> None:
    scene = Scene().running(bob, eve, gus)
    scene.when(alice, WithdrawInvitation(BOB)).then_nothing()
    scene.given((alice, InviteToShare(BOB)), (alice, InviteToShare(EVE)))
    assert scene.page(alice).staff.invited == (BOB, EVE)
    scene.when(alice, WithdrawInvitation(BOB)).then(InvitationWithdrawn(BOB))
    assert "InvitationWithdrawn" not in scene.types_seen_by(eve)
    assert not scene.page(bob).you.may_share
    scene.when(bob, SCREEN).refused("not_invited")
    scene.given((eve, SCREEN))
    assert scene.page(alice).staff.invited == ()
    scene.when(alice, WithdrawInvitation(EVE)).then_nothing()
    assert shares(scene) == {EVE: "screen"}


def test_who_looks_on_may_share_once_they_facilitate() -> None:
    scene = Scene().running(sue, gus).given((alice, InviteToShare(SUE)), (alice, Promote(SUE)))
    scene.given((sue, SCREEN))
    assert shares(scene) == {SUE: "screen"}
    assert scene.page(sue).you.may_share


def test_one_shares_at_a_time_and_a_facilitator_takes_over() -> None:
    scene = sharing().given((alice, InviteToShare(GUS)))
    scene.when(gus, SCREEN).refused("already_shared")
    scene.when(alice, StartSharing("handout")).then(
        SharingStopped(BOB, ALICE), SharingStarted(ALICE, "handout")
    )
    scene.when(amir, SCREEN).then(SharingStopped(ALICE, AMIR), SharingStarted(AMIR, "screen"))


def test_each_place_has_its_own() -> None:
    scene = sharing().given((alice, OpenPlaces((PlaceDraft("Window", (EVE,)),))))
    scene.given((alice, InviteToShare(EVE)), (eve, StartSharing("window")))
    assert shares(scene) == {BOB: "screen", EVE: "window"}
    scene.given((alice, Recall(0)))
    assert shares(scene) == {BOB: "screen"}


def test_one_ends_ones_own_and_a_facilitator_anyones() -> None:
    scene = sharing()
    scene.when(eve, StopSharing(BOB)).refused("not_staff").when(sue, StopSharing(BOB))
    scene.refused("not_staff").when(eve, StopSharing()).then_nothing()
    scene.when(alice, StopSharing(BOB)).then(SharingStopped(BOB, ALICE))


@pytest.mark.parametrize(
    ("actor", "command"),
    [
        (bob, Leave()),
        (bob, StepAway()),
        (alice, SendBack(BOB)),
        (alice, OpenPlaces((PlaceDraft("Window", (BOB,)),))),
    ],
)
def test_both_fall_when_the_person_is_not_there_any_more(actor: Actor, command: Command) -> None:
    scene = sharing().given((actor, command))
    assert shares(scene) == {}
    assert scene.page(gus).spotlights == ()


def test_they_do_not_come_back_by_themselves() -> None:
    scene = sharing().given((bob, StepAway()), (bob, ComeBack()))
    scene.given((alice, OpenPlaces((PlaceDraft("Window"),))), (alice, Recall(0)))
    assert shares(scene) == {}
    assert scene.page(gus).spotlights == ()
    scene.when(bob, SCREEN).refused("not_invited")


def test_moving_to_where_one_is_changes_nothing() -> None:
    scene = sharing().given((alice, OpenPlaces((PlaceDraft("Window"),))))
    scene.when(alice, Move(BOB, "main")).then_nothing()
    assert shares(scene) == {BOB: "screen"}


def test_on_hold_only_staff_share() -> None:
    scene = sharing().given((alice, InviteToShare(GUS))).dropped(alice, amir).later(120)
    scene.phase("on_hold").when(gus, SCREEN).refused("on_hold")
    assert shares(scene) == {}


def test_in_a_quiet_break_only_staff_share() -> None:
    scene = sharing(break_quiet=True).given((alice, InviteToShare(GUS)), (alice, Break(5)))
    scene.when(gus, SCREEN).refused("break_quiet").given((alice, SCREEN))
    assert shares(scene) == {ALICE: "screen"}
    assert shares(sharing().given((alice, Break(5)))) == {BOB: "screen"}


def test_who_follows_by_text_shares_nothing() -> None:
    scene = sharing().given((bob, Follow("text")))
    assert shares(scene) == {}
    scene.given((alice, InviteToShare(BOB))).when(bob, SCREEN).refused("follows_text")


def test_nothing_is_left_of_it_when_the_group_is_over() -> None:
    scene = sharing().given((alice, InviteToShare(GUS)), (alice, End()))
    assert scene.room.stage == Scene().room.stage
