"""The record after the group: corrections beside the original, and signatures."""

import pytest

from sessions_app.room.clock import End
from sessions_app.room.decision import STAFF
from sessions_app.room.record import CorrectTime, RecordSigned, SignRecord, TimeCorrected
from tests.room.scene import ALICE, SUE, Scene, alice, bob, ms, sue


def over() -> Scene:
    return Scene().running(bob).at("19:30").given((alice, End())).at("19:40")


def test_a_forgotten_end_is_corrected_beside_the_original() -> None:
    scene = over()
    scene.when(alice, CorrectTime("end", ms("19:20"), "forgot to end"))
    scene.then(TimeCorrected("end", ms("19:20"), None, "forgot to end", ALICE))
    assert scene.last[0].stamped.to == (STAFF,)
    assert scene.room.clock.ended_at == ms("19:30")


def test_a_forgotten_break_has_an_end_of_its_own() -> None:
    scene = over()
    scene.when(alice, CorrectTime("break", ms("18:30"), "forgot", ms("18:40")))
    assert scene.only(TimeCorrected).event.until == ms("18:40")
    scene.when(alice, CorrectTime("break", ms("18:30"), "forgot")).refused("invalid")
    scene.when(alice, CorrectTime("start", ms("18:30"), "x", ms("18:40"))).refused("invalid")


def test_a_correction_takes_a_reason() -> None:
    over().when(alice, CorrectTime("end", ms("19:20"), " ")).refused("invalid")


@pytest.mark.parametrize(
    ("at", "until"), [("17:44", "18:00"), ("19:30", "19:41"), ("18:30", "18:20")]
)
def test_a_correction_lies_between_the_door_and_now(at: str, until: str) -> None:
    correction = CorrectTime("break", ms(at), "forgot", ms(until))
    over().when(alice, correction).refused("correction_outside")


def test_a_session_that_was_not_held_by_mistake_is_corrected() -> None:
    scene = Scene().at("18:15").phase("not_held").at("20:00")
    scene.given((alice, CorrectTime("start", ms("18:00"), "held in person")))


def test_the_record_is_signed_with_name_and_credential_and_again_when_amended() -> None:
    scene = over().when(alice, SignRecord())
    scene.then(RecordSigned(ALICE, "Alice", "LCSW", "facilitated"))
    scene.when(sue, SignRecord("reviewed")).then(RecordSigned(SUE, "Sue", "PhD", "reviewed"))
    scene.given((alice, CorrectTime("end", ms("19:20"), "forgot")), (alice, SignRecord("amended")))
    assert len(scene.room.record.signatures) == 3


def test_nobody_signs_before_the_end() -> None:
    Scene().running(bob).when(alice, SignRecord()).refused("wrong_phase")
