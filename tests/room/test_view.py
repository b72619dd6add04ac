"""What each may see: a peer's frames and pages hold nothing of what is not theirs."""

from typing import Any

import msgspec
from hypothesis import example, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from sessions_app.room import snapshot, view
from sessions_app.room.checkin import CheckIn
from sessions_app.room.clock import Break, Cancel, End, EndBreak, Extend, Start
from sessions_app.room.decision import Actor, Command
from sessions_app.room.door import Admit, AdmitAll, Knock, LetBackIn, Lock, Remove, SendBack
from sessions_app.room.floor import CallOn, NextTurn, RaiseHand, StartRound
from sessions_app.room.people import ComeBack, Connect, Disconnect, Leave, StepAway
from sessions_app.room.places import Move, OpenPlaces, PlaceDraft, Recall
from sessions_app.room.safety import Acknowledge, AskForHelp, RaiseAlert, Resolve
from sessions_app.room.sound import AskToUnmute, Follow, MuteAll, SetMicrophone
from sessions_app.room.stage import InviteToShare, Spotlight, StartSharing
from sessions_app.room.talk import Announce, Post, SetChatMode
from tests.room.scene import BOB, EVE, FIT, Scene, alice, amir, bob, eve, finn, gus, olga, sue

SECRET = "Elm"  # in every private text below, and nowhere else

# What happens between eve and the staff alone. Bob must not see a trace of it.
HIDDEN: list[tuple[Actor, Command]] = [
    (eve, CheckIn("before", {"craving": 9, "goal": "Elm"}, done=True)),
    (eve, CheckIn("after", {"safe": "no"})),
    (eve, AskForHelp("Elm")),
    (eve, Post("Elm", "staff")),
    (alice, Post("Elm", "seat", EVE)),
    (sue, RaiseAlert(EVE, "Elm")),
    (alice, Acknowledge("l_hidden")),
    (alice, Resolve("l_hidden", "safety_plan", "Elm")),
    (alice, AskToUnmute(EVE)),
    (alice, InviteToShare(EVE)),
    (finn, Knock(replace(FIT, location="Elm", alone=False))),
    (alice, Remove("s_finn", "intoxication", "Elm")),
]
SEEN: list[tuple[Actor, Command]] = [
    (bob, RaiseHand()),
    (bob, Post("hello")),
    (eve, Post("hello")),
    (eve, RaiseHand()),
    (eve, SetMicrophone(True)),
    (eve, StepAway("overwhelmed")),
    (eve, ComeBack()),
    (eve, Leave()),
    (eve, Knock()),
    (eve, Disconnect("web.eve.1")),
    (eve, Connect("web.eve.1")),
    (alice, Admit(EVE, "known")),
    (alice, Break(5)),
    (alice, EndBreak()),
    (alice, Extend(5, "Elm")),
    (alice, StartRound(30, "least_heard")),
    (alice, NextTurn()),
    (alice, CallOn(BOB)),
    (alice, Lock()),
    (alice, MuteAll()),
    (alice, SetChatMode("to_staff")),
    (alice, Announce("soon over")),
    (alice, OpenPlaces((PlaceDraft("Window", (EVE,)),), 60)),
    (alice, Move(BOB, "main")),
    (alice, Recall(0)),
    (alice, Spotlight(EVE)),
    (alice, StartSharing("screen")),
    (eve, Follow("text")),
    (eve, Follow("all")),
    (alice, Disconnect("web.alice.1")),
    (alice, Connect("web.alice.1")),
    (alice, End()),
    (bob, Leave()),
    (bob, Knock()),
]
WAITS = st.sampled_from([0, 1, 30, 95, 130, 600])
STEPS = st.lists(
    st.one_of(
        st.tuples(WAITS, st.sampled_from(SEEN).map(lambda step: (False, step))),
        st.tuples(WAITS, st.sampled_from(HIDDEN).map(lambda step: (True, step))),
    ),
    max_size=25,
)


class Numbered(Scene):
    """Ids are named after the step that made them, so that leaving steps out changes no other."""

    step = 0

    def mint(self, prefix: str) -> str:
        return f"{prefix}_{self.step}"


def played(steps: list[Any], *, hidden: bool) -> Scene:
    """A running group in which these steps were tried; with or without the hidden ones."""
    scene = Numbered().door_open()
    for person, seat in ((alice, "alice"), (bob, "bob"), (eve, "eve"), (finn, "finn")):
        scene.given((person, Connect(f"web.{seat}.1")))
    scene.given((alice, Knock()), (bob, Knock(FIT)), (eve, Knock(FIT)), (alice, AdmitAll("known")))
    scene.connected(sue).at("18:00").given((alice, Start()))
    scene.frames.clear()
    for number, (wait, (is_hidden, (actor, command))) in enumerate(steps, 1):
        scene.later(wait).step = number
        if not is_hidden or hidden:
            scene.when(actor, _latest(scene, command))
    return scene.later(1).at("20:40")


def _latest(scene: Scene, command: Command) -> Command:
    if isinstance(command, Acknowledge | Resolve) and scene.room.safety.alerts:
        return replace(command, alert=scene.room.safety.alerts[-1].alert)
    return command


@given(steps=STEPS)
@settings(max_examples=150, deadline=None)
@example(steps=[(0, (True, HIDDEN[5])), (0, (False, (alice, End())))])
@example(steps=[(0, (True, HIDDEN[3])), (0, (False, (alice, StartRound(30, "least_heard"))))])
def test_a_peer_sees_no_trace_of_what_is_hidden(steps: list[Any]) -> None:
    _with, without = played(steps, hidden=True), played(steps, hidden=False)
    assert _with.seen_by(bob) == without.seen_by(bob)
    assert _with.page(bob) == without.page(bob)


@given(steps=STEPS)
@settings(max_examples=80, deadline=None)
def test_no_peer_is_ever_sent_a_private_word(steps: list[Any]) -> None:
    scene = played(steps, hidden=True)
    for viewer in (bob, gus):
        assert SECRET not in str(scene.seen_by(viewer)) + str(scene.page(viewer))
    for word in ("intoxication", "overwhelmed", "craving': 9", "AlertRaised", "CheckedIn"):
        assert word not in str(scene.seen_by(bob))


@given(steps=STEPS)
@settings(max_examples=80, deadline=None)
def test_a_page_needs_no_bodies_but_those_it_names(steps: list[Any]) -> None:
    scene = played(steps, hidden=True)
    for viewer in (alice, bob, eve):
        needed = view.bodies_needed(scene.room, viewer.id)
        handed = {seq: body for seq, body in scene.bodies().items() if seq in needed}
        assert snapshot.snapshot(scene.room, viewer.id, handed) == scene.page(viewer)


# To peers a removal looks like leaving


def seen_when(*steps: tuple[Actor, Command]) -> list[tuple[int, Any]]:
    """What bob was shown of eve: each frame, without the time."""
    scene = Scene().running(bob, eve)
    already = len(scene.seen_by(bob))
    scene.given(*steps)
    return [frame["event"] for frame in scene.seen_by(bob)[already:]]


def test_to_peers_a_removal_looks_like_leaving() -> None:
    left = seen_when((eve, Leave()))
    assert seen_when((alice, Remove(EVE, "conduct", "note"))) == left
    assert seen_when((alice, SendBack(EVE))) == left


def test_to_peers_one_who_was_removed_comes_back_like_one_who_had_left() -> None:
    left = seen_when((eve, Leave()), (eve, Knock()))
    removed = seen_when(
        (alice, Remove(EVE, "conduct")), (alice, LetBackIn(EVE)), (eve, Knock()),
        (alice, Admit(EVE, "known")),
    )  # fmt: skip
    assert removed == left


def test_peers_see_neither_identity_check_nor_lateness_nor_capacity() -> None:
    scene = Scene(capacity=1).running(bob).at("18:30").connected(eve).given((eve, Knock(FIT)))
    scene.given((alice, Admit(EVE, "document", "bus", "make-up")))
    assert scene.seen_by(bob)[-1]["event"] == {"type": "Admitted", "seat": EVE}


# The waiting room


def test_who_waits_sees_the_times_and_nobody() -> None:
    scene = Scene().running(bob).connected(eve).given((eve, Knock(FIT)), (bob, Post("hello")))
    page = scene.page(eve)
    assert (page.people, page.hands, page.messages, page.staff) == ((), (), (), None)
    assert page.times.phase == "running"
    assert BOB not in str(scene.seen_by(eve)) + str(page)


def test_waiting_people_do_not_see_each_other() -> None:
    scene = Scene().door_open().arrived(alice).connected(bob, eve)
    scene.given((bob, Knock(FIT)), (eve, Knock(FIT)), (alice, Remove(EVE, "other")))
    assert EVE not in str(scene.seen_by(bob)) + str(scene.page(bob))


def test_a_snapshot_of_everyone_is_json() -> None:
    scene = Scene().running(bob, gus).connected(eve).given((eve, AskForHelp()))
    for person in (alice, amir, sue, bob, eve, gus):
        assert msgspec.json.decode(msgspec.json.encode(scene.page(person)))


def test_peers_do_not_see_which_answers_call_the_staff() -> None:
    form = msgspec.to_builtins(Scene().running(bob).page(bob).form)
    assert not [item for item in form["items"] if item.get("alert")]


def test_a_cancelled_session_tells_nobody_of_an_alert() -> None:
    def seen(*steps: tuple[Actor, Command]) -> list[Any]:
        scene = Scene().door_open().arrived(alice, bob, eve).given(*steps)
        scene.given((olga, Cancel("ill"))).later(86_400)
        return [frame["event"] for frame in scene.seen_by(bob)]

    assert seen((alice, RaiseAlert(EVE))) == seen()
