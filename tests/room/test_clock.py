"""The time of a group, from the door to the hard stop."""

import pytest

from sessions_app.room.clock import (
    Break,
    BreakEnded,
    BreakStarted,
    Cancel,
    Cancelled,
    DoorOpened,
    End,
    EndBreak,
    Ended,
    Extend,
    Extended,
    NotHeld,
    OpenDoor,
    Start,
    StartDue,
    Started,
    Tick,
    Warned,
)
from sessions_app.room.door import Knock
from sessions_app.room.talk import TalkErased
from tests.room.scene import ALICE, BOB, FIT, Scene, alice, bob, clock, eve, ms, plan


def kinds(scene: Scene) -> list[str]:
    return [type(event).__name__ for event in scene.happened]


# Before the start


def test_the_door_opens_by_itself_before_the_start() -> None:
    scene = Scene()
    scene.at("17:44:59").then_nothing()
    scene.at("17:45").then(DoorOpened(plan())).phase("door_open")
    Scene(door_s=600).at("17:49:59").then_nothing()


def test_a_facilitator_opens_the_door_early() -> None:
    scene = Scene().at("17:30").given((alice, OpenDoor())).phase("door_open")
    scene.at("17:50").then_nothing()


def test_facilitators_are_prompted_when_the_start_is_due() -> None:
    scene = Scene().door_open().arrived(alice, bob)
    scene.at("18:00").then(StartDue())
    assert scene.only(StartDue).to == ("staff",)
    assert scene.page(alice).staff.start_due
    scene.when(alice, Start()).then(Started(ALICE)).phase("running")
    assert not scene.page(alice).staff.start_due


def test_a_group_started_early_is_not_prompted() -> None:
    scene = Scene().door_open().arrived(alice).at("17:55").given((alice, Start()))
    scene.at("18:05").then_nothing()


def test_without_a_facilitator_by_the_cut_off_the_group_is_not_held() -> None:
    scene = Scene().door_open().connected(bob).given((bob, Knock(FIT)))
    scene.at("18:14:59").phase("door_open")
    scene.at("18:15")
    assert scene.only(NotHeld).at == ms("18:15")
    scene.phase("not_held").at("20:00")
    assert not scene.all(Ended)


def test_an_observer_is_no_facilitator_at_the_cut_off() -> None:
    from tests.room.scene import sue

    Scene().door_open().arrived(sue).at("18:15").phase("not_held")


def test_a_facilitator_who_is_late_but_in_time_can_still_start() -> None:
    scene = Scene().door_open().at("18:14").arrived(alice).at("18:20")
    scene.given((alice, Start())).phase("running")


def test_a_session_is_cancelled_with_a_reason_that_peers_do_not_see() -> None:
    scene = Scene().door_open().arrived(alice, bob)
    scene.when(alice, Cancel("  ")).refused("invalid")
    scene.when(alice, Cancel("alice is ill"))
    assert scene.only(Cancelled).event == Cancelled("alice is ill")
    scene.phase("cancelled").inside()
    assert "ill" not in str(scene.seen_by(bob))


def test_a_scheduled_session_is_cancelled_and_its_door_stays_shut() -> None:
    scene = Scene().given((alice, Cancel("holiday"))).at("20:30")
    scene.then_nothing().phase("cancelled")


# Breaks


def test_a_break_ends_by_itself() -> None:
    scene = Scene().running(bob).at("19:00")
    scene.when(alice, Break(10)).then(BreakStarted(ms("19:10"), ALICE)).phase("on_break")
    scene.at("19:09:59").then_nothing()
    scene.at("19:30").then(BreakEnded(False)).phase("running")
    assert scene.only(BreakEnded).at == ms("19:10")


def test_a_break_ended_early_does_not_end_twice() -> None:
    scene = Scene().running(bob).at("19:00").given((alice, Break(10))).at("19:04")
    scene.when(alice, EndBreak()).then(BreakEnded(True))
    scene.at("19:15").then_nothing().phase("running")


def test_a_break_does_not_outlast_the_group() -> None:
    scene = Scene().running(bob).at("19:50:01")
    scene.when(alice, Break(10)).refused("break_too_long")
    scene.when(alice, Break(5)).phase("on_break")


@pytest.mark.parametrize("minutes", [0, -5, 61])
def test_a_break_has_a_length(minutes: int) -> None:
    Scene().running(bob).when(alice, Break(minutes)).refused("invalid")


# Extensions


def test_an_extension_takes_a_reason_and_moves_the_end() -> None:
    scene = Scene().running(bob).at("19:30")
    scene.when(alice, Extend(10, " ")).refused("invalid")
    scene.when(alice, Extend(0, "grief")).refused("invalid")
    scene.when(alice, Extend(10, "grief")).then(Extended(ms("20:10"), 10, "grief", ()))
    scene.at("20:09:59").phase("running")
    scene.at("20:10").phase("ended")


def test_extensions_add_up_to_the_cap_and_not_past_it() -> None:
    scene = Scene().running(bob).given((alice, Extend(20, "one")))
    scene.when(alice, Extend(11, "two")).refused("extension_cap")
    scene.given((alice, Extend(10, "two"))).when(alice, Extend(1, "more")).refused("extension_cap")
    assert scene.room.clock.ends_at == ms("20:30")


def test_an_extension_warns_of_the_next_session_of_anyone_present() -> None:
    from msgspec.structs import replace

    busy = replace(plan(), busy_from={BOB: ms("20:05"), "s_eve": ms("20:05")})
    scene = Scene(busy).running(bob).at("19:30")
    scene.when(alice, Extend(5, "five"))
    assert scene.only(Extended).event.busy == ()
    scene.when(alice, Extend(5, "ten"))
    assert scene.only(Extended).event.busy == (BOB,)
    assert "busy" not in str(scene.seen_by(bob))


# Warnings


def test_warnings_come_at_ten_five_and_one_minute_to_everyone() -> None:
    scene = Scene().running(bob).connected(eve).at("20:00")
    warned = scene.all(Warned)
    assert [w.event.left_s for w in warned] == [600, 300, 60]
    assert [w.at for w in warned] == [ms("19:50"), ms("19:55"), ms("19:59")]
    for person in (alice, bob, eve):  # eve waits at the door
        assert scene.types_seen_by(person).count("Warned") == 3


def test_an_extension_warns_again() -> None:
    scene = Scene().running(bob).at("19:56").given((alice, Extend(20, "grief"))).at("20:20")
    assert [w.at for w in scene.all(Warned)] == [
        ms(time) for time in ("19:50", "19:55", "20:10", "20:15", "20:19")
    ]


def test_a_warning_that_had_passed_at_the_start_is_not_said_late() -> None:
    scene = Scene().door_open().arrived(alice).at("19:53").given((alice, Start())).at("19:56")
    assert [w.event.left_s for w in scene.all(Warned)] == [300]


def test_warnings_come_during_a_break_too() -> None:
    scene = Scene().running(bob).at("19:40").given((alice, Break(15))).at("19:52")
    scene.then(Warned(600))


# The end


def test_the_hard_stop_comes_while_nobody_acts() -> None:
    scene = Scene().running(bob).at("23:00").phase("ended").inside()
    (ended,) = scene.all(Ended)
    assert (ended.at, ended.event) == (ms("20:00"), Ended("time"))


def test_a_facilitator_ends_the_group_with_a_reason() -> None:
    scene = Scene().running(bob).at("19:00")
    scene.when(alice, End("technical")).then(Ended("technical"), TalkErased())
    scene.inside().at("21:00").then_nothing()


def test_the_hard_stop_comes_during_a_hold() -> None:
    scene = Scene().running(bob).at("19:57").dropped(alice).at("20:01")
    assert [e.event.cause for e in scene.all(Ended)] == ["time"]


# Time itself


def test_a_second_tick_decides_nothing() -> None:
    scene = Scene().running(bob).at("20:00")
    for _ in range(2):
        scene.when(clock, Tick()).then_nothing()


def test_events_of_a_late_clock_are_dated_at_their_deadlines() -> None:
    scene = Scene().door_open().arrived(alice, bob).given((alice, Start())).at("23:00")
    assert kinds(scene) == ["Warned", "Warned", "Warned", "Ended", "TalkErased"]
    assert [f.stamped.at for f in scene.last] == [
        ms(time) for time in ("19:50", "19:55", "19:59", "20:00", "20:00")
    ]


def test_a_clock_that_steps_back_does_not_shorten_a_break() -> None:
    scene = Scene().running(bob).at("18:30").given((bob, Knock()))
    scene.now = ms("18:29")  # another machine's clock, a minute behind
    started = scene.when(alice, Break(1)).only(BreakStarted)
    assert started.at == ms("18:30")
    assert started.event.until == ms("18:31")


def test_the_reason_of_a_group_that_ended_for_safety_is_not_told_to_peers() -> None:
    scene = Scene().running(bob).given((alice, End("safety")))
    assert "safety" not in str(scene.seen_by(bob))
    assert scene.page(bob).times.cause != "safety"
    assert scene.page(alice).times.cause == "safety"
