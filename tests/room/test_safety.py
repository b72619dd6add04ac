"""Asking for help, alerts, and the line that the hard stop does not cut."""

import pytest

from sessions_app.room.clock import Cancel, End
from sessions_app.room.decision import STAFF, only
from sessions_app.room.door import Knock, Remove
from sessions_app.room.people import Disconnect, Forget, Leave
from sessions_app.room.safety import (
    Acknowledge,
    AlertAcknowledged,
    AlertRaised,
    AlertRepeated,
    AlertResolved,
    AskForHelp,
    HelpAsked,
    HelpComing,
    RaiseAlert,
    Resolve,
)
from sessions_app.room.talk import Post
from tests.room.scene import (
    ALICE,
    AMIR,
    BOB,
    FIT,
    Scene,
    alice,
    amir,
    bob,
    clock,
    eve,
    finn,
    sue,
)


def newest(scene: Scene) -> str:
    return scene.room.safety.alerts[-1].alert


def helped() -> Scene:
    return Scene().running(amir, bob, eve).given((bob, AskForHelp("I want to use")))


def test_asking_for_help_reaches_all_staff_and_no_peer() -> None:
    scene = helped()
    scene.then(AlertRaised(newest(scene), BOB, "help"), HelpAsked(True))
    assert [fact.stamped.to for fact in scene.last] == [(STAFF,), (only(BOB),)]
    assert scene.private(AlertRaised) == {"words": "I want to use"}
    for staff in (alice, amir):
        assert scene.page(staff).staff.alerts[0].words == "I want to use"
    assert scene.page(bob).you.helped == "asked"
    assert "AlertRaised" not in scene.types_seen_by(bob)


def test_help_with_no_staff_connected_says_so_and_shows_the_crisis_contacts() -> None:
    scene = Scene().running(bob).dropped(alice)
    scene.when(bob, AskForHelp())
    assert scene.only(HelpAsked).event == HelpAsked(False)
    page = scene.page(bob)
    assert page.you.helped == "nobody_here"
    assert [contact.phone for contact in page.crisis] == ["988"]


def test_help_is_never_frozen_nor_locked_out() -> None:
    scene = Scene().running(bob, eve).connected(finn).given((alice, Remove(eve.id, "conduct")))
    scene.given((finn, AskForHelp()), (eve, AskForHelp()))
    scene.dropped(alice).later(130).phase("on_hold").given((bob, AskForHelp()))
    scene.later(600).phase("ended").given((bob, AskForHelp()))


def test_staff_raise_an_alert_that_its_person_does_not_notice() -> None:
    scene = Scene().running(bob, sue)
    seen, page = len(scene.seen_by(bob)), scene.page(bob)
    scene.when(sue, RaiseAlert(BOB, "very quiet"))
    assert scene.only(AlertRaised).event.source == "staff"
    assert (len(scene.seen_by(bob)), scene.page(bob)) == (seen, page)
    scene.when(alice, RaiseAlert(ALICE)).refused("invalid")
    scene.when(alice, RaiseAlert("s_nobody")).refused("not_found")


def test_an_alert_is_acknowledged_once_and_who_asked_is_told_that_help_comes() -> None:
    scene = helped()
    alert = newest(scene)
    scene.when(amir, Acknowledge(alert)).then(AlertAcknowledged(alert, AMIR), HelpComing())
    assert scene.page(bob).you.helped == "coming"
    scene.when(alice, Acknowledge(alert)).then_nothing()


def test_an_alert_by_staff_is_acknowledged_without_its_person_noticing() -> None:
    scene = Scene().running(bob).given((alice, RaiseAlert(BOB)))
    scene.when(alice, Acknowledge(newest(scene))).then(AlertAcknowledged(newest(scene), ALICE))


def test_an_alert_is_resolved_once_with_its_outcome() -> None:
    scene = helped()
    alert = newest(scene)
    scene.when(alice, Resolve(alert, "safety_plan", "called his sister"))
    scene.then(AlertResolved(alert, ALICE, "safety_plan"))
    assert scene.private(AlertResolved) == {"note": "called his sister"}
    scene.when(amir, Resolve(alert, "safe")).refused("alert_closed")
    scene.when(amir, Acknowledge(alert)).refused("alert_closed")
    scene.when(amir, Resolve("l_none", "safe")).refused("not_found")


def test_words_are_bounded() -> None:
    scene = Scene().running(bob).when(bob, AskForHelp("x" * 1001)).refused("invalid")
    scene.when(alice, RaiseAlert(BOB, "x" * 1001)).refused("invalid")


# A drop while an alert is open


def test_a_drop_with_an_open_alert_alerts_the_staff_again() -> None:
    scene = helped()
    scene.dropped(bob)
    assert scene.only(AlertRepeated).event == AlertRepeated(newest(scene), BOB)
    alert = scene.page(alice).staff.alerts[0]
    assert (alert.dropped, alert.location, alert.callback) == (
        True, "12 Elm Street", "+1 555 0100",
    )  # fmt: skip
    assert "AlertRepeated" not in scene.types_seen_by(eve)


def test_only_the_last_connection_and_only_an_open_alert_count() -> None:
    scene = helped().connected(bob)
    first, second = scene.room.people.roster[BOB].connections
    scene.given((bob, Disconnect(first)))
    assert not scene.all(AlertRepeated)
    scene.given((alice, Resolve(newest(scene), "safe")), (bob, Disconnect(second)))
    assert not scene.all(AlertRepeated)


def test_a_process_that_dies_alerts_again_too() -> None:
    scene = helped().given((clock, Forget(f"web.{BOB}", as_of=0)))
    assert scene.only(AlertRepeated).event.seat == BOB


def test_someone_who_is_back_is_no_longer_shown_as_dropped() -> None:
    scene = helped().dropped(bob).connected(bob)
    assert not scene.page(alice).staff.alerts[0].dropped


# The line


def test_the_hard_stop_does_not_cut_the_line_of_an_open_alert() -> None:
    scene = helped().given((eve, Leave())).at("20:00").phase("ended")
    assert scene.page(bob).you.line
    scene.given((bob, Post("are you there?", "staff")), (alice, Post("yes", "seat", BOB)))
    assert [m.text for m in scene.page(bob).messages] == ["are you there?", "yes"]
    scene.when(bob, Post("hello group")).refused("wrong_phase")
    scene.when(eve, Post("me too", "staff")).refused("wrong_phase")
    scene.dropped(bob).only(AlertRepeated)
    scene.connected(bob).inside()
    scene.given((alice, Resolve(newest(scene), "safe")))
    scene.when(bob, Post("thanks", "staff")).refused("wrong_phase")
    assert not scene.page(bob).you.line


@pytest.mark.parametrize("how", ["not_held", "cancelled"])
def test_no_way_to_close_the_room_cuts_the_line(how: str) -> None:
    scene = Scene().door_open().connected(bob).given((bob, Knock(FIT)), (bob, AskForHelp()))
    scene.at("18:15") if how == "not_held" else scene.given((alice, Cancel("ill")))
    scene.phase(how).given((bob, Post("still here", "staff"))).dropped(bob).connected(bob, alice)
    scene.given((alice, Acknowledge(newest(scene))), (alice, Post("yes", "seat", BOB)))
    scene.given((alice, Resolve(newest(scene), "safe")))


def test_the_line_of_who_was_removed_stays_open_too() -> None:
    scene = helped().given((alice, Remove(BOB, "safety")), (bob, Post("hello?", "staff")))
    scene.given((alice, End()), (bob, Post("hello?", "staff")))
