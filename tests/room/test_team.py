"""Who leads, hands over, substitutes, and which guests are here."""

from sessions_app.room.clock import End, Start
from sessions_app.room.decision import Actor
from sessions_app.room.door import Admit, Admitted, Knock
from sessions_app.room.people import Connect
from sessions_app.room.plan import Guest, Member, Staff
from sessions_app.room.talk import Announce, Post
from sessions_app.room.team import (
    AssignStaff,
    DismissStaff,
    ExpectMember,
    GuestInvited,
    HandOver,
    InviteGuest,
    LeadChanged,
    MemberExpected,
    Promote,
    Promoted,
    StaffAssigned,
    StepDown,
    SteppedDown,
)
from tests.room.scene import (
    ALICE,
    AMIR,
    BOB,
    EVE,
    FIT,
    SUE,
    Scene,
    alice,
    amir,
    bob,
    eve,
    gus,
    olga,
    sue,
)

dee = Actor("s_dee", "facilitator")
DEE = Staff("s_dee", "Dee", "LMFT")
LOOKS_ON = Staff(ALICE, "Alice", "LCSW", facilitates=False)


def test_the_lead_hands_over_to_a_facilitator_who_is_present() -> None:
    scene = Scene().running(bob)
    scene.when(alice, HandOver(AMIR)).refused("no_next_lead")
    scene.arrived(amir).when(alice, HandOver(AMIR)).then(LeadChanged(AMIR, "handed_over"))
    scene.when(alice, HandOver(AMIR)).then_nothing()
    scene.when(alice, HandOver(BOB)).refused("not_found")


def test_an_observer_leads_only_once_promoted() -> None:
    scene = Scene().running(sue)
    scene.when(alice, HandOver(SUE)).refused("no_next_lead")
    scene.when(alice, Promote(SUE)).then(Promoted(SUE))
    scene.when(alice, Promote(SUE)).then_nothing()
    scene.when(alice, HandOver(SUE)).then(LeadChanged(SUE, "handed_over"))


def test_a_participant_is_never_promoted() -> None:
    Scene().running(bob).when(alice, Promote(BOB)).refused("not_found")


def test_promoting_an_observer_ends_a_hold() -> None:
    scene = Scene().running(bob, sue).dropped(alice).later(130).phase("on_hold")
    scene.given((olga, Promote(SUE))).phase("running").later(11)
    assert scene.room.team.lead == SUE


def test_the_lead_steps_down_only_where_another_can_lead() -> None:
    scene = Scene().running(bob).when(alice, StepDown()).refused("no_next_lead")
    scene.arrived(amir).when(alice, StepDown())
    scene.then(LeadChanged(AMIR, "stepped_down"), SteppedDown(ALICE))
    scene.when(alice, StepDown()).refused("not_permitted")


def test_whoever_starts_in_the_absence_of_the_lead_leads() -> None:
    scene = Scene().door_open().arrived(amir).at("18:00").given((amir, Start()))
    assert scene.room.team.lead == AMIR


def test_a_substitute_is_assigned_while_the_group_runs() -> None:
    scene = Scene().running(bob)
    scene.when(dee, Knock()).refused("not_found")
    scene.when(olga, AssignStaff(DEE)).then(StaffAssigned(DEE))
    scene.given((dee, Connect("web.dee"))).when(dee, Knock())
    assert scene.only(Admitted).event.seat == "s_dee"
    scene.given((dee, End()))


def test_a_substitute_who_comes_ends_a_hold() -> None:
    scene = Scene().running(bob).dropped(alice).later(130).given((olga, AssignStaff(DEE)))
    scene.phase("on_hold").given((dee, Connect("web.dee")), (dee, Knock())).phase("running")


def test_a_substitute_does_not_take_the_lead_before_coming() -> None:
    scene = Scene().running(bob)
    scene.given((olga, AssignStaff(Staff("s_dee", "Dee", leads=True))))
    assert scene.room.team.lead == ALICE


def test_who_looks_on_never_leads() -> None:
    scene = Scene().running(bob).given((olga, DismissStaff(ALICE)))
    scene.given((olga, AssignStaff(Staff(SUE, "Sue", "LMFT", facilitates=False))))
    assert scene.room.team.lead is None
    scene.arrived(sue, amir).later(10)
    assert [c.event for c in scene.all(LeadChanged)] == [LeadChanged(AMIR, "lead_gone")]


def test_a_lead_who_is_to_look_on_hands_over_to_who_is_present() -> None:
    scene = Scene().running(bob)
    scene.when(olga, AssignStaff(LOOKS_ON)).refused("no_next_lead")
    scene.arrived(amir).when(olga, AssignStaff(LOOKS_ON))
    scene.then(LeadChanged(AMIR, "handed_over"), StaffAssigned(LOOKS_ON))
    assert [p.seat for p in scene.page(bob).people if p.leads] == [AMIR]
    assert scene.types_seen_by(bob)[-2:] == ["LeadChanged", "StaffAssigned"]


def test_a_lead_who_is_not_there_and_is_to_look_on_leads_no_more() -> None:
    scene = Scene().running(bob).dropped(alice)
    scene.when(olga, AssignStaff(LOOKS_ON)).then(StaffAssigned(LOOKS_ON))
    assert not any(person.leads for person in scene.page(bob).people)
    scene.arrived(amir).later(10)
    assert scene.room.team.lead == AMIR


def test_what_the_office_changes_about_who_is_inside_is_told_to_the_group() -> None:
    scene = Scene().running(sue, bob)
    facilitates = Staff(SUE, "Sue", "LMFT")
    scene.when(olga, AssignStaff(facilitates)).then(StaffAssigned(facilitates))
    assert scene.seen_by(bob)[-1]["event"]["staff"]["credential"] == "LMFT"
    scene.when(olga, AssignStaff(facilitates)).then_nothing()
    scene.given((olga, AssignStaff(Staff(AMIR, "Amir", "LMFT"))))
    assert AMIR not in str(scene.seen_by(bob))


def test_who_is_inside_and_to_facilitate_leads_where_nobody_does() -> None:
    scene = Scene().running(sue, bob).given((olga, DismissStaff(ALICE)))
    scene.when(olga, AssignStaff(Staff(SUE, "Sue", "PhD")))
    scene.then(StaffAssigned(Staff(SUE, "Sue", "PhD")), LeadChanged(SUE, "handed_over"))
    assert scene.types_seen_by(bob)[-2:] == ["StaffAssigned", "LeadChanged"]


def test_only_the_office_assigns_and_dismisses() -> None:
    scene = Scene().running(sue)
    for actor in (alice, sue):
        scene.when(actor, AssignStaff(DEE)).refused("not_permitted")
        scene.when(actor, DismissStaff(AMIR)).refused("not_permitted")
    scene.when(Actor("m_otto", "supervisor"), AssignStaff(DEE)).then(StaffAssigned(DEE))


def test_a_participant_is_not_made_staff() -> None:
    scene = Scene().running(bob)
    scene.when(olga, AssignStaff(Staff(BOB, "Bob"))).refused("invalid")
    scene.when(olga, DismissStaff(BOB)).refused("not_found")


def test_dismissed_staff_are_outsiders() -> None:
    scene = Scene().running(amir, bob).given((olga, DismissStaff(AMIR))).inside(alice, bob)
    scene.when(amir, Knock()).refused("not_found")
    scene.when(amir, End()).refused("not_found")


def test_the_group_is_told_that_dismissed_staff_are_gone() -> None:
    scene = Scene().running(amir, bob)
    noticed = len(scene.seen_by(bob))
    scene.given((olga, DismissStaff(AMIR)))
    assert AMIR not in {p.seat for p in scene.page(bob).people}
    assert [f["event"]["type"] for f in scene.seen_by(bob)[noticed:]] == ["Left"]


def test_the_group_is_told_who_leads_after_a_dismissal() -> None:
    scene = Scene().running(amir, bob).given((olga, DismissStaff(ALICE)))
    assert scene.room.team.lead == AMIR
    assert LeadChanged(AMIR, "dismissed") in scene.happened
    assert "dismissed" in str(scene.seen_by(amir))
    assert "dismissed" not in str(scene.seen_by(bob))


def test_to_the_group_who_is_dismissed_has_left_and_their_words_stay_theirs() -> None:
    scene = Scene().running(amir, bob).given((amir, Post("Good evening")))
    scene.given((amir, Announce("Ten past")), (olga, DismissStaff(AMIR)))
    page = scene.page(bob)
    assert [m.name for m in (*page.messages, page.announced)] == ["Amir", "Amir"]


def test_dismissing_the_last_facilitator_begins_the_ladder() -> None:
    scene = Scene().running(bob).given((olga, DismissStaff(ALICE))).later(120)
    scene.phase("on_hold")


def test_a_member_enrolled_late_is_expected_and_may_knock() -> None:
    scene = Scene().running(bob)
    new = Actor("s_ivy", "participant")
    scene.when(new, Knock(FIT)).refused("not_found")
    scene.when(olga, ExpectMember(Member("s_ivy", "Ivy")))
    scene.then(MemberExpected(Member("s_ivy", "Ivy")))
    assert "Ivy" not in str(scene.seen_by(bob))
    scene.given((new, Connect("web.ivy")), (new, Knock(FIT)), (alice, Admit("s_ivy", "known")))


def test_expecting_or_inviting_twice_is_once() -> None:
    scene = Scene().running(bob)
    scene.when(olga, ExpectMember(Member(BOB, "Robert"))).then_nothing()
    scene.when(olga, InviteGuest(Guest("s_gus", "Gus", "family"))).then_nothing()


def test_a_guest_has_a_name_and_a_function_and_is_announced() -> None:
    scene = Scene().running(bob)
    scene.when(alice, InviteGuest(Guest("s_ida", " ", "student"))).refused("invalid")
    ida = Guest("s_ida", "Ida", "student")
    scene.when(alice, InviteGuest(ida)).then(GuestInvited(ida))
    assert "GuestInvited" in scene.types_seen_by(bob)


def test_a_guest_who_has_not_signed_confidentiality_waits() -> None:
    scene = Scene().running(bob).connected(gus)
    unsigned = Actor(gus.id, "guest", unsigned=True)
    scene.given((unsigned, Knock(FIT))).when(alice, Admit(gus.id, "vouched")).refused("must_wait")
    scene.given((gus, Knock()), (alice, Admit(gus.id, "vouched"))).inside(alice, bob, gus)


def test_guests_see_neither_alerts_nor_the_roster_and_give_no_orders() -> None:
    scene = Scene().running(bob, gus).connected(eve).given((eve, Knock(FIT)))
    page = str(scene.page(gus))
    assert "Eve" not in page
    assert EVE not in str(scene.seen_by(gus))


def test_dismissed_staff_who_are_invited_as_a_guest_are_admitted_like_any_guest() -> None:
    scene = Scene().running(amir, bob).given((olga, DismissStaff(AMIR)))
    scene.given((olga, InviteGuest(Guest(AMIR, "Amir", "observer"))))
    again = Actor(AMIR, "guest")
    scene.given((again, Connect("web.again"))).inside(alice, bob)
    scene.given((again, Knock(FIT))).inside(alice, bob)
