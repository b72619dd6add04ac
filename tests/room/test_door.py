"""Knocking, waiting, admission, lateness, the lock, removal and coming back."""

from msgspec.structs import replace

from sessions_app.room.clock import End, Start
from sessions_app.room.decision import Actor
from sessions_app.room.door import (
    Admit,
    AdmitAll,
    Admitted,
    CameBack,
    Knock,
    Knocked,
    Left,
    LetBackIn,
    LetIn,
    Lock,
    Locked,
    Refuse,
    RefusedEntry,
    Remove,
    Removed,
    SendBack,
    SentBack,
    Unlock,
)
from sessions_app.room.page import VisitorView
from sessions_app.room.people import Connect, Connected, Leave
from sessions_app.room.plan import Staff
from sessions_app.room.team import AssignStaff
from tests.room.scene import (
    ALICE,
    BOB,
    EVE,
    FINN,
    FIT,
    GUS,
    Scene,
    alice,
    bob,
    eve,
    finn,
    gus,
    ms,
    olga,
)


def waiting(scene: Scene, *actors: Actor) -> Scene:
    return scene.connected(*actors).given(*((actor, Knock(FIT)) for actor in actors))


def visitor(scene: Scene, actor: Actor) -> VisitorView:
    (found,) = [v for v in scene.page(alice).staff.visitors if v.seat == actor.id]
    return found


# The attestation


def test_a_knock_waits_for_a_facilitator_and_its_answers_are_private() -> None:
    scene = Scene().door_open().arrived(alice).connected(bob)
    scene.when(bob, Knock(FIT)).then(Knocked(BOB, True, False, False, "CA", False))
    assert scene.private(Knocked)["location"] == "12 Elm Street"
    scene.standing(bob, "waiting").inside(alice)


def test_a_knock_without_an_attestation_is_answered_with_the_questions() -> None:
    Scene().door_open().connected(bob).when(bob, Knock()).refused("attestation_needed")


def test_unchanged_answers_take_one_frame() -> None:
    scene = waiting(Scene().door_open().arrived(alice), bob).given((bob, Leave()))
    scene.when(bob, Knock()).then(Knocked(BOB, True, False, False, "CA", True))
    assert visitor(scene, bob).answers["location"] == "12 Elm Street"


def test_an_honest_no_opens_the_waiting_room_and_asks_staff_to_look() -> None:
    for no in ("alone", "headphones", "sober"):
        scene = Scene().door_open().arrived(alice).connected(bob)
        scene.given((bob, Knock(replace(FIT, **{no: False})))).standing(bob, "waiting")
        assert visitor(scene, bob).look
        scene.given((alice, AdmitAll("known"))).inside(alice)  # something is to be decided
        scene.given((alice, Admit(BOB, "known"))).inside(alice, bob)


def test_whoever_drives_waits() -> None:
    scene = Scene().door_open().arrived(alice).connected(bob)
    scene.given((bob, Knock(replace(FIT, not_driving=False)))).standing(bob, "waiting")
    scene.when(alice, Admit(BOB, "known")).refused("must_wait")
    scene.given((bob, Knock(FIT)), (alice, Admit(BOB, "known"))).inside(alice, bob)


def test_whoever_says_nowhere_where_they_are_waits() -> None:
    for blank in ("state", "location", "callback"):
        scene = Scene().door_open().arrived(alice).connected(bob)
        scene.given((bob, Knock(replace(FIT, **{blank: "  "}))))
        scene.when(alice, Admit(BOB, "known")).refused("must_wait")


def test_the_unsigned_wait() -> None:
    scene = Scene().door_open().arrived(alice).connected(bob)
    scene.given((replace(bob, unsigned=True), Knock(FIT))).standing(bob, "waiting")
    scene.when(alice, Admit(BOB, "known")).refused("must_wait")
    scene.given((bob, Knock()), (alice, Admit(BOB, "known"))).inside(alice, bob)


def test_a_state_without_a_licence_is_for_staff_to_look_at() -> None:
    scene = Scene(licensed_states=("CA",)).door_open().arrived(alice).connected(bob, eve)
    scene.given((bob, Knock(replace(FIT, state="NV"))), (eve, Knock(FIT)))
    assert visitor(scene, bob).look
    assert not visitor(scene, eve).look


def test_answers_too_long_are_invalid() -> None:
    long = replace(FIT, location="x" * 301)
    Scene().door_open().connected(bob).when(bob, Knock(long)).refused("invalid")


# Admission


def test_admission_records_how_identity_was_confirmed() -> None:
    scene = waiting(Scene().door_open().arrived(alice), bob)
    scene.when(alice, Admit(BOB, "document")).then(Admitted(BOB, ALICE, "document"))
    scene.when(alice, Admit(BOB, "document")).refused("already_inside")


def test_only_who_waits_and_is_connected_is_admitted() -> None:
    scene = Scene().door_open().arrived(alice)
    scene.when(alice, Admit(BOB, "known")).refused("not_waiting")
    waiting(scene, bob).dropped(bob)
    scene.when(alice, Admit(BOB, "known")).refused("not_here")
    scene.connected(bob).given((bob, Leave()))
    scene.when(alice, Admit(BOB, "known")).refused("not_waiting")
    scene.when(alice, Admit("s_nobody", "known")).refused("not_found")


def test_admit_all_lets_in_in_the_order_of_the_knocks_up_to_capacity() -> None:
    scene = Scene(capacity=2).door_open().arrived(alice)
    for person in (finn, bob, eve):
        waiting(scene, person).later(5)
    scene.when(alice, AdmitAll("known")).then(
        Admitted(FINN, ALICE, "known"), Admitted(BOB, ALICE, "known")
    )


def test_over_capacity_takes_a_reason_and_is_marked() -> None:
    scene = waiting(Scene(capacity=1).door_open().arrived(alice, bob), eve)
    scene.when(alice, Admit(EVE, "known")).refused("at_capacity")
    scene.when(alice, Admit(EVE, "known", over_capacity=" ")).refused("at_capacity")
    scene.when(alice, Admit(EVE, "known", over_capacity="make-up session"))
    assert scene.only(Admitted).event.over_capacity == "make-up session"


def test_a_seat_kept_for_a_lost_connection_is_taken() -> None:
    scene = waiting(Scene(capacity=1).door_open().arrived(alice, bob), eve).dropped(bob)
    scene.when(alice, Admit(EVE, "known")).refused("at_capacity")


def test_guests_and_staff_count_for_no_capacity() -> None:
    scene = waiting(Scene(capacity=1).door_open().arrived(alice, gus), bob)
    scene.given((alice, Admit(BOB, "known"))).inside(alice, gus, bob)


def test_coming_back_into_a_full_group_is_marked() -> None:
    scene = Scene(capacity=1).running(bob).given((bob, Leave()))
    waiting(scene, eve).given((alice, Admit(EVE, "known")))
    scene.given((bob, Knock())).inside(alice, bob, eve)
    assert scene.only(CameBack).event.over_capacity


def test_reconnecting_into_a_full_group_is_marked_too() -> None:
    scene = Scene(capacity=1).running(bob).dropped(bob).later(100)
    waiting(scene, eve).given((alice, Admit(EVE, "known")))
    scene.connected(bob).inside(alice, bob, eve)
    assert scene.only(CameBack).event.over_capacity


# Late


def test_after_the_cut_off_a_facilitator_decides_with_a_reason() -> None:
    scene = Scene().running(bob).at("18:15:01")
    waiting(scene, eve).given((alice, AdmitAll("known"))).inside(alice, bob)
    scene.when(alice, Admit(EVE, "known")).refused("late")
    scene.when(alice, Admit(EVE, "known", late="bus"))
    assert scene.only(Admitted).event.late == "bus"


def test_nobody_is_late_because_they_were_kept_waiting() -> None:
    scene = waiting(Scene().running(bob), eve).at("18:30")
    scene.given((alice, AdmitAll("known"))).inside(alice, bob, eve)


def test_nobody_is_late_for_a_group_that_began_late() -> None:
    scene = Scene().door_open().arrived(alice).at("18:20").given((alice, Start()))
    waiting(scene.at("18:30"), eve).given((alice, AdmitAll("known"))).inside(alice, eve)


def test_a_reason_for_lateness_is_recorded_only_of_who_is_late() -> None:
    scene = waiting(Scene().running(), bob)
    scene.when(alice, Admit(BOB, "known", late="bus"))
    assert scene.only(Admitted).event.late == ""


# The lock


def test_a_locked_group_lets_nobody_new_in() -> None:
    scene = waiting(Scene().running(bob), eve)
    scene.when(alice, Lock()).then(Locked())
    scene.when(alice, Lock()).then_nothing()
    scene.when(alice, Admit(EVE, "known")).refused("locked")
    scene.when(alice, AdmitAll("known")).refused("locked")
    scene.given((alice, Unlock()), (alice, Admit(EVE, "known"))).inside(alice, bob, eve)


def test_whoever_was_admitted_comes_back_through_lock_and_cut_off() -> None:
    scene = Scene().running(bob).given((alice, Lock())).at("18:40").dropped(bob).later(91)
    scene.inside(alice).connected(bob).inside(alice, bob)
    scene.given((bob, Leave())).later(60).given((bob, Knock())).inside(alice, bob)


def test_staff_come_in_through_the_lock() -> None:
    scene = Scene().running().given((alice, Lock()))
    scene.given((olga, AssignStaff(Staff("s_dee", "Dee"))))
    dee = Actor("s_dee", "facilitator")
    scene.given((dee, Connect("web.dee"))).when(dee, Knock())
    scene.then(Admitted("s_dee", None, "assigned"))


def test_after_the_return_gap_one_knocks_again() -> None:
    scene = Scene().running(bob).at("18:10").dropped(bob).at("18:40:01").connected(bob)
    scene.inside(alice).given((bob, Knock())).standing(bob, "waiting").inside(alice)


def test_the_return_gap_counts_from_the_loss_of_the_connection() -> None:
    scene = Scene().running(bob).at("18:10").dropped(bob).at("18:40").connected(bob)
    scene.inside(alice, bob)


# Refused, sent back, removed


def test_a_refused_person_stays_out_until_let_in() -> None:
    scene = waiting(Scene().running(), bob)
    scene.when(alice, Refuse(BOB, "intoxication")).then(RefusedEntry(BOB, "intoxication"))
    scene.when(bob, Knock()).refused("refused")
    scene.when(alice, LetBackIn(BOB)).then(LetIn(BOB))
    scene.given((bob, Knock()), (alice, Admit(BOB, "known"))).inside(alice, bob)


def test_a_removed_person_stays_out_whatever_they_retry() -> None:
    scene = Scene().running(bob)
    scene.when(alice, Remove(BOB, "conduct", "shouted")).then(Removed(BOB, "conduct"), Left(BOB))
    assert scene.private(Removed) == {"note": "shouted"}
    scene.standing(bob, "removed").when(bob, Knock()).refused("removed")
    scene.when(bob, Knock(FIT)).refused("removed")
    scene.dropped(bob).connected(bob).inside(alice)
    scene.when(alice, Admit(BOB, "known")).refused("not_waiting")
    scene.given((alice, AdmitAll("known"))).inside(alice)
    scene.given((alice, LetBackIn(BOB))).inside(alice)
    scene.given((bob, Knock())).standing(bob, "waiting")


def test_the_note_of_a_removal_is_for_staff_alone() -> None:
    scene = Scene().running(bob, eve).given((alice, Remove(BOB, "conduct", "shouted")))
    (removed,) = [f for f in scene.facts if isinstance(f.stamped.event, Removed)]
    assert removed.private is not None
    assert removed.private.to == ("staff",)


def test_somebody_who_waits_can_be_removed() -> None:
    scene = waiting(Scene().running(), bob)
    scene.when(alice, Remove(BOB, "wrong_room")).then(Removed(BOB, "wrong_room"))
    scene.when(bob, Knock()).refused("removed")


def test_whoever_is_sent_back_waits_and_can_be_admitted_again() -> None:
    scene = Scene().running(bob)
    scene.when(alice, SendBack(BOB))
    assert scene.only(SentBack).event == SentBack(BOB)
    scene.inside(alice).standing(bob, "waiting")
    scene.given((alice, Admit(BOB, "known"))).inside(alice, bob)


def test_whoever_is_sent_back_does_not_come_back_without_asking() -> None:
    scene = Scene().running(bob).given((alice, SendBack(BOB)))
    scene.dropped(bob).connected(bob).inside(alice)
    scene.given((bob, Knock())).inside(alice)


def test_staff_are_not_removed_by_the_room() -> None:
    scene = Scene().running(bob)
    for command in (Remove(ALICE, "other"), SendBack(ALICE)):
        scene.when(alice, command).refused("invalid")


def test_nobody_enters_an_ended_group() -> None:
    scene = waiting(Scene().running(bob), eve).given((alice, End()))
    scene.when(alice, Admit(EVE, "known")).refused("wrong_phase")
    scene.when(bob, Knock()).refused("wrong_phase")
    scene.connected(bob).inside()


def test_a_second_knock_keeps_the_place_in_the_queue() -> None:
    scene = waiting(Scene().door_open(), bob).later(5)
    waiting(scene, gus).later(5).given((bob, Knock()))
    assert scene.room.door.visitors[BOB].knocked_at == ms("17:45")
    assert scene.room.door.visitors[GUS].knocked_at == ms("17:45:05")


def test_a_knock_over_http_brings_nobody_back_who_has_no_connection() -> None:
    scene = Scene().running(bob).dropped(bob).later(91).inside(alice)
    scene.when(bob, Knock()).later(91)
    scene.inside(alice)


def test_a_knock_over_http_brings_no_staff_in_who_have_no_connection() -> None:
    scene = Scene().door_open()
    scene.when(alice, Knock()).later(91).inside()


def test_a_first_connection_by_itself_lets_nobody_in() -> None:
    scene = Scene().running()
    scene.when(bob, Connect("web.1")).then(Connected(BOB, "web.1", True)).inside(alice)
