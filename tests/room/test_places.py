"""Side rooms: who is where, what stays there, and that everyone comes back together."""

import pytest
from msgspec.structs import replace

from sessions_app.accountability.attendance import attendance
from sessions_app.accountability.rows import Row
from sessions_app.room import codec
from sessions_app.room.clock import Break, BreakStarted, End, Ended, Held
from sessions_app.room.decision import Command
from sessions_app.room.door import Admit, CameBack, Knock, SendBack
from sessions_app.room.floor import CallOn, RaiseHand
from sessions_app.room.page import PlacesView, PlaceView
from sessions_app.room.people import Connect, GivenUp, Leave
from sessions_app.room.places import (
    GoTo,
    Move,
    Moved,
    OpenPlaces,
    Place,
    PlaceDraft,
    PlacesClosed,
    PlacesOpened,
    Recall,
    RecallStarted,
)
from sessions_app.room.talk import Announce, DeleteMessage, Post, Posted, React
from sessions_app.room.view import stance, tokens
from tests.room.scene import (
    ALICE,
    AMIR,
    BOB,
    EVE,
    FIT,
    GUS,
    Scene,
    alice,
    amir,
    bob,
    eve,
    finn,
    gus,
    ms,
    sue,
)

WINDOW, GARDEN = PlaceDraft("Window", (BOB,)), PlaceDraft(" Garden ", (EVE, AMIR))


def split(seconds: int | None = None) -> Scene:
    """A running group of which bob is in "Window", eve and amir are in "Garden"."""
    scene = Scene().running(amir, sue, bob, eve, gus)
    return scene.given((alice, OpenPlaces((WINDOW, GARDEN), seconds)))


def credited(scene: Scene) -> dict[str, Row]:
    """Everyone's figures, without the numbers of the entries that they come from."""
    rows = attendance([fact.stamped for fact in scene.facts]).rows
    return {row.seat: replace(row, sources={}) for row in rows}


def where(scene: Scene) -> dict[str, str]:
    """The name of the place each person inside is in."""
    names = {known.place: known.name for known in scene.room.places.open}
    return {p.seat: names.get(p.place, p.place) for p in scene.room.people.inside()}


def place(scene: Scene, seat: str) -> str:
    return scene.room.people.get(seat).place


def test_side_rooms_open_and_people_are_sent_there() -> None:
    scene = Scene().running(amir, bob, eve).when(alice, OpenPlaces((WINDOW, GARDEN), 600))
    window, garden = (known.place for known in scene.room.places.open)
    scene.then(
        PlacesOpened((Place(window, "Window"), Place(garden, "Garden")), ms("18:10")),
        Moved(BOB, window, ALICE),
        Moved(EVE, garden, ALICE),
        Moved(AMIR, garden, ALICE),
    )
    shown = PlacesView((PlaceView(window, "Window"), PlaceView(garden, "Garden")), ms("18:10"))
    assert scene.page(bob).places == scene.page(alice).places == shown
    assert {one.seat: one.place for one in scene.page(bob).people}[EVE] == garden
    scene.when(alice, OpenPlaces((WINDOW,))).refused("places_open")


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (OpenPlaces(()), "invalid"),
        (OpenPlaces((WINDOW,) * 9), "invalid"),
        (OpenPlaces((PlaceDraft(" "),)), "invalid"),
        (OpenPlaces((PlaceDraft("x" * 61),)), "invalid"),
        (OpenPlaces((PlaceDraft("One"), PlaceDraft(" One"))), "invalid"),
        (OpenPlaces((WINDOW, PlaceDraft("Garden", (BOB,)))), "invalid"),
        (OpenPlaces((WINDOW,), 9), "invalid"),
        (OpenPlaces((PlaceDraft("One", ("s_finn",)),)), "not_here"),
        (OpenPlaces((PlaceDraft("One", ("s_nobody",)),)), "not_found"),
        (Move(BOB, "main"), "no_places"),
        (GoTo("main"), "no_places"),
        (Recall(), "no_places"),
        (Recall(301), "invalid"),
    ],
)
def test_side_rooms_that_make_no_sense_are_not_opened(command: Command, code: str) -> None:
    Scene().running(bob, eve).when(alice, command).refused(code)


def test_a_facilitator_moves_anyone_and_staff_go_by_themselves() -> None:
    scene = split()
    garden = place(scene, EVE)
    scene.when(alice, Move(BOB, garden)).then(Moved(BOB, garden, ALICE))
    scene.when(alice, Move(BOB, garden)).then_nothing()
    scene.when(alice, GoTo(garden)).then(Moved(ALICE, garden, ALICE))
    scene.given((sue, GoTo(garden)), (alice, Move(BOB, "main")))
    scene.when(alice, Move(BOB, "p_none")).refused("place_closed")
    scene.when(alice, Move("s_finn", garden)).refused("not_here")
    scene.when(bob, GoTo(garden)).refused("not_permitted")
    assert where(scene) == {
        ALICE: "Garden",
        AMIR: "Garden",
        "s_sue": "Garden",
        BOB: "main",
        EVE: "Garden",
        GUS: "main",
    }


def test_peers_do_not_learn_who_moved_someone() -> None:
    moved = [f["event"] for f in split().seen_by(bob) if f["event"]["type"] == "Moved"]
    assert moved
    assert all("by" not in event for event in moved)


def test_everyone_is_called_back_and_sees_when() -> None:
    scene = split()
    scene.when(alice, Recall(60)).then(RecallStarted(ms("18:01")))
    for who in (bob, eve, gus):
        shown = scene.page(who).places
        assert shown is not None
        assert shown.closes_at == ms("18:01")
    scene.when(alice, Recall(120)).then_nothing()
    scene.when(alice, Recall(30)).then(RecallStarted(ms("18:00:30")))
    scene.at("18:00:30").then(PlacesClosed())
    assert set(where(scene).values()) == {"main"}
    assert scene.page(bob).places is None


def test_a_recall_never_outlasts_the_end_that_stands() -> None:
    scene = split(seconds=90).at("18:01")
    scene.when(alice, Recall(60)).then_nothing()
    scene.at("18:01:30").then(PlacesClosed())


def test_side_rooms_close_at_once() -> None:
    scene = split(seconds=600).when(alice, Recall(0)).then(PlacesClosed())
    assert scene.at("18:10").happened == []


def test_a_break_brings_everyone_back_first() -> None:
    scene = split()
    scene.when(alice, Break(5)).then(BreakStarted(ms("18:05"), ALICE), PlacesClosed())


def test_nobody_is_left_in_a_side_room_on_hold() -> None:
    scene = split().given((alice, Leave()), (amir, Leave())).later(120)
    scene.then(Held(), PlacesClosed())
    assert set(where(scene).values()) == {"main"}


def test_the_end_closes_them_too() -> None:
    scene = split().when(alice, End())
    assert scene.happened[:2] == [Ended("facilitator"), PlacesClosed()]
    assert scene.page(bob).places is None


def test_who_drops_comes_back_to_where_they_belong() -> None:
    scene = split()
    window = place(scene, BOB)
    scene.dropped(bob).later(10).connected(bob)
    assert place(scene, BOB) == window
    scene.dropped(bob).later(90).then(GivenUp(BOB))
    scene.when(bob, Connect("web.back"))
    assert scene.only(CameBack).event == CameBack(BOB)
    assert place(scene, BOB) == window


def test_who_leaves_and_comes_back_lands_there_without_the_door() -> None:
    scene = split()
    window = place(scene, BOB)
    scene.given((bob, Leave()), (bob, Knock()))
    assert place(scene, BOB) == window
    scene.given((bob, Leave()), (alice, Recall(0)), (bob, Knock()))
    assert place(scene, BOB) == "main"


def test_who_is_new_or_admitted_anew_comes_into_the_main_room() -> None:
    scene = split().arrived(finn)
    assert place(scene, "s_finn") == "main"
    scene.given((alice, SendBack(BOB)), (bob, Knock(FIT)), (alice, Admit(BOB, "known")))
    assert place(scene, BOB) == "main"


def test_what_is_written_stays_in_its_place_and_staff_read_it_all() -> None:
    scene = split().given((eve, Post("in the garden")), (gus, Post("in the main room")))
    read = {
        who.id: [m.text for m in scene.page(who).messages] for who in (bob, eve, gus, alice, sue)
    }
    both = ["in the garden", "in the main room"]
    assert read == {
        BOB: [],
        EVE: both[:1],
        GUS: both[1:],
        ALICE: both,
        "s_sue": both,
    }
    assert "Posted" not in scene.types_seen_by(bob)
    assert scene.types_seen_by(eve).count("Posted") == 1
    assert [m.place for m in scene.page(alice).messages] == [place(scene, EVE), "main"]


def test_a_message_elsewhere_can_not_be_told_from_none() -> None:
    scene = split().given((eve, Post("in the garden")))
    message = scene.room.talk.messages[0].message
    scene.when(bob, DeleteMessage(message)).refused("not_found")
    scene.when(amir, Post("here too")).given((eve, DeleteMessage(message)))
    assert "MessageDeleted" not in scene.types_seen_by(bob)


def test_what_was_meant_for_a_side_room_goes_nowhere_else() -> None:
    scene = split()
    garden = place(scene, EVE)
    scene.given((eve, Post("between us", place=garden)))
    scene.given((alice, Recall(0)))
    scene.when(eve, Post("this too", place=garden)).refused("place_changed")
    scene.given((eve, Post("only you", "staff", place=garden)), (eve, Post("all", place="main")))
    assert scene.types_seen_by(gus).count("Posted") == 1


def test_what_was_written_in_a_side_room_leaves_the_view_with_the_next_ones() -> None:
    scene = split().given((eve, Post("in the garden")), (alice, Recall(0)))
    assert scene.page(eve).messages == ()
    assert [m.text for m in scene.page(alice).messages] == ["in the garden"]
    scene.given((alice, OpenPlaces((WINDOW,))))
    assert scene.page(alice).messages == ()


def test_announcements_hands_and_private_lines_reach_every_place() -> None:
    scene = split().given(
        (alice, Announce("Ten past")), (eve, RaiseHand()), (eve, Post("x", "staff"))
    )
    assert all("Announced" in scene.types_seen_by(who) for who in (bob, eve, gus, alice))
    assert "HandRaised" in scene.types_seen_by(bob)
    assert scene.types_seen_by(sue)[-1] == "Posted"
    scene.given((alice, CallOn(EVE)))
    assert scene.page(bob).called == EVE


def test_a_reaction_is_seen_where_it_is_made_and_by_staff() -> None:
    scene = split().given((eve, React("heart")))
    assert [w.id for w in (bob, eve, gus, amir, alice) if "Reacted" in scene.types_seen_by(w)] == [
        *(EVE, AMIR, ALICE)
    ]


def test_another_place_is_another_view() -> None:
    scene = split()
    here = place(scene, BOB)
    assert f"place:{here}" in tokens(scene.room, BOB)
    before = {seat: stance(scene.room, seat) for seat in (BOB, EVE, GUS, ALICE)}
    scene.given((alice, Move(BOB, "main")))
    after = {seat: stance(scene.room, seat) for seat in (BOB, EVE, GUS, ALICE)}
    assert [seat for seat in before if before[seat] != after[seat]] == [BOB]


def test_being_in_a_side_room_is_being_in_the_group() -> None:
    together, apart = Scene().running(amir, sue, bob, eve, gus), split()
    for scene in (together, apart):
        scene.at("18:20").given((bob, Leave()), (bob, Knock()))
        scene.at("19:00").given((alice, End()))
    assert credited(apart) == credited(together)
    assert credited(apart)[BOB].credited_min == 60


def test_ledgers_from_before_there_were_side_rooms_still_fold() -> None:
    old = {"type": "Posted", "message": "m_1", "seat": BOB, "about": None}
    assert codec.event_from(old) == Posted("m_1", BOB, None, "main")
