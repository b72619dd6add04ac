"""Tabs, lost connections, stepping away, and who is expected."""

import pytest

from sessions_app.room.clock import End
from sessions_app.room.decision import Command
from sessions_app.room.door import CameBack, Knock, Left
from sessions_app.room.people import (
    ComeBack,
    Connect,
    Connected,
    ConnectionLost,
    Disconnect,
    Forget,
    GivenUp,
    Leave,
    StepAway,
    SteppedAway,
    SteppedBack,
)
from sessions_app.room.sound import SetCamera, SetMicrophone
from tests.room.scene import (
    BOB,
    EVE,
    FIT,
    Scene,
    alice,
    bob,
    clock,
    eve,
    finn,
    gus,
    ms,
    refusal,
    sue,
)

# Several devices are one person


def test_a_second_tab_is_the_same_person_and_peers_do_not_notice() -> None:
    scene = Scene().running(bob, eve)
    noticed = len(scene.seen_by(eve))
    scene.when(bob, Connect("web.2")).then(Connected(BOB, "web.2", False))
    scene.when(bob, Disconnect("web.2")).then(ConnectionLost(BOB, "web.2", scene.now, False))
    assert len(scene.seen_by(eve)) == noticed
    assert scene.room.people.occupancy() == 2


def test_the_same_connection_opens_and_closes_once() -> None:
    scene = Scene().running(bob).given((bob, Connect("web.2")))
    scene.when(bob, Connect("web.2")).then_nothing()
    scene.given((bob, Disconnect("web.2"))).when(bob, Disconnect("web.2")).then_nothing()


def test_nobody_closes_the_connection_of_another() -> None:
    scene = Scene().running(bob, eve)
    (connection,) = scene.room.people.roster[BOB].connections
    scene.when(eve, Disconnect(connection)).then_nothing()
    assert scene.room.people.is_present(BOB)


def test_one_device_too_many_takes_the_place_of_the_oldest_and_keeps_nobody_out() -> None:
    scene = Scene().running(bob).connected(*[bob] * 7)
    oldest, *others = scene.room.people.get(BOB).connections
    scene.when(bob, Connect("web.9"))
    assert scene.room.people.get(BOB).connections == (*others, "web.9")
    assert scene.only(ConnectionLost).event == ConnectionLost(BOB, oldest, scene.room.at, False)
    assert scene.room.people.is_present(BOB)
    scene.when(bob, Connect("")).refused("invalid")
    scene.when(bob, Connect("x" * 65)).refused("invalid")


# Lost and regained


def test_a_lost_connection_keeps_the_seat_for_a_while() -> None:
    scene = Scene().running(bob, eve).at("18:10").dropped(bob).later(89)
    scene.inside(alice, bob, eve)
    assert [p.state for p in scene.page(eve).people if p.seat == BOB] == ["reconnecting"]
    scene.later(1).then(GivenUp(BOB)).inside(alice, eve)
    assert scene.last[0].stamped.at == ms("18:11:30")


def test_a_connection_regained_in_time_is_not_given_up() -> None:
    scene = Scene().running(bob).dropped(bob).later(89).connected(bob).later(200)
    scene.then_nothing().inside(alice, bob)


def test_a_second_loss_counts_anew() -> None:
    scene = Scene().running(bob).dropped(bob).later(80).connected(bob).dropped(bob).later(80)
    scene.inside(alice, bob).later(10).inside(alice)


def test_a_loss_is_as_of_the_last_sign_of_life_and_never_of_the_future() -> None:
    scene = Scene().running(bob).given((bob, Connect("web.2"))).at("18:10")
    scene.when(bob, Disconnect("web.2", as_of=ms("18:09")))
    assert scene.only(ConnectionLost).event.as_of == ms("18:09")
    assert scene.only(ConnectionLost).at == ms("18:10")
    scene.given((bob, Connect("web.3"))).when(bob, Disconnect("web.3", as_of=ms("19:00")))
    assert scene.only(ConnectionLost).event.as_of == ms("18:10")


def test_a_process_that_dies_takes_its_connections_with_it_and_no_others() -> None:
    scene = Scene().running().connected(bob).given((eve, Connect("other.1")))
    scene.given((bob, Connect("other.2")), (bob, Connect("web.x.9")))
    scene.when(clock, Forget("other", as_of=scene.now - 5000)).then(
        ConnectionLost(BOB, "other.2", scene.now - 5000, False),
        ConnectionLost(EVE, "other.1", scene.now - 5000, True),
    )
    scene.when(clock, Forget("other", as_of=scene.now)).then_nothing()
    scene.when(clock, Forget("web.x", as_of=scene.now))
    assert len(scene.happened) == 1


# Leaving


def test_to_leave_is_not_to_drop() -> None:
    scene = Scene().running(bob).when(bob, Leave()).then(Left(BOB)).inside(alice)
    scene.connected(bob).inside(alice)  # another tab, open already, brings nobody back
    scene.standing(bob, "left").given((bob, Knock())).inside(alice, bob)
    assert scene.only(CameBack).event.seat == BOB


def test_leaving_the_waiting_room_is_seen_by_staff_alone() -> None:
    scene = Scene().running(eve).connected(bob).given((bob, Knock(FIT)))
    scene.when(bob, Leave()).then(Left(BOB))
    assert "Left" in scene.types_seen_by(alice)
    assert "Left" not in scene.types_seen_by(eve)


# Stepping away


def test_one_steps_away_and_staff_see_why() -> None:
    scene = Scene().running(bob, eve)
    scene.given((bob, SetMicrophone(True)), (bob, SetCamera(True)))
    scene.when(bob, StepAway("overwhelmed")).then(SteppedAway(BOB, "overwhelmed"))
    assert "overwhelmed" in str(scene.seen_by(alice))
    assert "overwhelmed" not in str(scene.seen_by(eve))
    (person,) = [p for p in scene.page(eve).people if p.seat == BOB]
    assert (person.state, person.why, person.microphone, person.camera) == (
        "away", None, False, False,
    )  # fmt: skip
    scene.when(bob, SetMicrophone(True)).refused("stepped_away")
    scene.when(bob, SetCamera(True)).refused("stepped_away")
    scene.when(bob, StepAway("call")).then_nothing()
    scene.when(bob, ComeBack()).then(SteppedBack(BOB))
    scene.when(bob, ComeBack()).then_nothing()


def test_whoever_leaves_while_away_is_not_away_on_return() -> None:
    scene = Scene().running(bob).given((bob, StepAway()), (bob, Leave()), (bob, Knock()))
    assert not scene.room.people.roster[BOB].away


@pytest.mark.parametrize("command", [StepAway(), SetMicrophone(True), SetCamera(True)])
def test_staff_who_are_not_inside_neither_step_away_nor_sound(command: Command) -> None:
    scene = Scene().running(bob).connected(sue)
    scene.when(sue, command)
    assert scene.error is not None, scene.happened


# Who is expected


def test_absence_is_visible_live() -> None:
    scene = Scene().running(bob).connected(eve)
    standing = {p.seat: p.standing for p in scene.page(alice).staff.expected}
    assert standing[BOB] == "inside"
    assert standing[EVE] == "outside"
    assert standing[finn.id] == "outside"


def test_peers_and_guests_see_no_list_of_who_is_expected() -> None:
    scene = Scene().running(bob, gus)
    for person in (bob, gus):
        assert scene.page(person).staff is None
        assert "Finn" not in str(scene.page(person))


def test_the_end_empties_the_room() -> None:
    scene = Scene().running(bob, eve).dropped(bob).given((alice, End())).inside()
    assert refusal(scene, bob, Knock()) == "wrong_phase"
    scene.later(600).then_nothing()
