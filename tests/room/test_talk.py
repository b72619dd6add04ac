"""Chat and its modes, private lines, reactions, announcements, and their erasure."""

from sessions_app.room.clock import End
from sessions_app.room.decision import Actor
from sessions_app.room.door import Knock
from sessions_app.room.people import ComeBack, StepAway
from sessions_app.room.safety import AlertRaised, AskForHelp, RaiseAlert, Resolve
from sessions_app.room.talk import (
    IN_VIEW,
    Announce,
    Announced,
    ChatModeSet,
    DeleteMessage,
    MessageDeleted,
    Post,
    Posted,
    React,
    Reacted,
    SetChatMode,
    TalkErased,
)
from tests.room.scene import (
    BOB,
    EVE,
    FIT,
    Scene,
    alice,
    amir,
    bob,
    eve,
    finn,
    ms,
    sue,
)


def texts(scene: Scene, viewer: Actor) -> list[str | None]:
    return [message.text for message in scene.page(viewer).messages]


def newest(scene: Scene) -> str:
    return scene.room.talk.messages[-1].message


# What stays in view


def test_the_oldest_message_of_a_full_line_goes_out_of_view_and_no_other_lines() -> None:
    scene = Scene().running(bob, eve).given((bob, Post("between us", "staff")))
    scene.given(*((bob, Post(f"message {n}")) for n in range(IN_VIEW + 2)))
    assert texts(scene, eve) == [f"message {n}" for n in range(2, IN_VIEW + 2)]
    assert texts(scene, bob) == ["between us", *texts(scene, eve)]


# Who reads what


def test_a_message_to_the_group_is_read_by_all_inside_and_its_text_is_private() -> None:
    scene = Scene().running(bob, eve).connected(finn).when(bob, Post("hello"))
    posted = scene.only(Posted)
    assert posted.event == Posted(newest(scene), BOB, None)
    assert "hello" not in str(posted)
    assert scene.private(Posted) == {"text": "hello"}
    assert texts(scene, alice) == texts(scene, eve) == ["hello"]
    assert texts(scene, finn) == []


def test_a_private_line_is_between_one_person_and_the_staff() -> None:
    scene = Scene().running(bob, eve, sue).given((bob, Post("I slipped", "staff")))
    scene.given((alice, Post("thank you for telling us", "seat", BOB)))
    line = ["I slipped", "thank you for telling us"]
    assert texts(scene, bob) == texts(scene, sue) == line
    assert texts(scene, eve) == []
    assert "Posted" not in scene.types_seen_by(eve)


def test_participants_write_to_no_other_participant() -> None:
    scene = Scene().running(bob, eve)
    scene.when(bob, Post("psst", "seat", EVE)).refused("invalid")
    scene.when(alice, Post("psst", "seat")).refused("invalid")
    scene.when(alice, Post("psst", "seat", "s_nobody")).refused("not_found")


def test_who_waits_writes_to_staff_and_not_to_the_group() -> None:
    scene = Scene().running(eve).connected(bob).given((bob, Knock(FIT)))
    scene.when(bob, Post("hello")).refused("not_found")
    scene.given((bob, Post("may I come in?", "staff")))


def test_a_text_is_1_to_2000_characters() -> None:
    scene = Scene().running(bob)
    for text in ("", "  \n", "x" * 2001):
        scene.when(bob, Post(text)).refused("invalid")
        scene.when(alice, Announce(text)).refused("invalid")


def test_staff_who_have_not_come_in_do_not_read_along() -> None:
    scene = Scene().running(bob).given((bob, Post("in this room only"))).connected(sue)
    scene.given((bob, Post("and this too")))
    assert texts(scene, sue) == []
    assert "Posted" not in scene.types_seen_by(sue)


# Modes


def test_to_facilitators_only_and_off() -> None:
    scene = Scene().running(bob)
    scene.when(alice, SetChatMode("to_staff")).then(ChatModeSet("to_staff"))
    scene.when(alice, SetChatMode("to_staff")).then_nothing()
    scene.when(bob, Post("hello")).refused("chat_to_staff")
    scene.given((alice, Post("a hint for all")), (alice, SetChatMode("off")))
    scene.when(bob, Post("hello")).refused("chat_off")
    scene.given((bob, Post("help me", "staff")))


def test_what_a_mode_hides_is_hidden_from_everyone_at_once() -> None:
    scene = Scene().running(bob, eve).given((bob, Post("one")), (bob, Post("two", "staff")))
    scene.given((alice, SetChatMode("off")))
    assert texts(scene, eve) == []
    assert texts(scene, alice) == texts(scene, bob) == ["two"]
    scene.given((alice, SetChatMode("open")))
    assert texts(scene, eve) == []


def test_a_group_may_begin_with_its_chat_off() -> None:
    Scene(chat="off").running(bob).when(bob, Post("hello")).refused("chat_off")


# Deleting


def test_one_deletes_ones_own_and_staff_delete_anyones() -> None:
    scene = Scene().running(bob, eve).given((bob, Post("one")))
    message = newest(scene)
    scene.when(eve, DeleteMessage(message)).refused("not_staff")
    scene.when(bob, DeleteMessage(message)).then(MessageDeleted(message))
    scene.when(bob, DeleteMessage(message)).refused("not_found")
    assert texts(scene, alice) == []


def test_the_private_line_of_another_does_not_show_by_trying_to_delete_it() -> None:
    scene = Scene().running(bob, eve).given((bob, Post("I slipped", "staff")))
    scene.when(eve, DeleteMessage(newest(scene))).refused("not_found")
    scene.when(eve, DeleteMessage("m_none")).refused("not_found")


# Reactions, announcements


def test_a_reaction_is_shown_to_the_group() -> None:
    scene = Scene().running(bob, eve).when(bob, React("heart")).then(Reacted(BOB, "heart"))
    assert scene.only(Reacted).to == ("place:main", "staff")


def test_only_who_is_inside_and_there_reacts() -> None:
    scene = Scene().running(bob, eve).connected(sue)
    scene.when(sue, React("heart")).refused("come_in_first")
    scene.given((bob, StepAway())).when(bob, React("heart")).refused("stepped_away")
    scene.given((bob, ComeBack()), (bob, React("heart")))


def test_an_announcement_reaches_the_waiting_room_too() -> None:
    scene = Scene().running(bob).connected(finn).given((alice, Announce("ten minutes more")))
    assert "Announced" in scene.types_seen_by(finn)
    assert scene.page(finn).announced.text == "ten minutes more"
    assert scene.only(Announced).event.seat == alice.id


# Alerts from messages


def test_a_private_message_becomes_an_alert_that_keeps_its_text() -> None:
    scene = Scene().running(bob, eve).given((bob, Post("I am not safe", "staff")))
    message = newest(scene)
    scene.when(alice, RaiseAlert(BOB, "look", message), quoted="I am not safe")
    assert scene.only(AlertRaised).event.source == "message"
    assert scene.private(AlertRaised) == {"words": "look", "quoted": "I am not safe"}
    (alert,) = [f for f in scene.facts if isinstance(f.stamped.event, AlertRaised)]
    assert alert.private.purpose == "record"  # not shredded with the chat
    scene.given((alice, DeleteMessage(message)))
    assert scene.page(alice).staff.alerts[0].quoted == "I am not safe"


def test_no_alert_from_a_message_of_another_or_of_the_group() -> None:
    scene = Scene().running(bob, eve).given((bob, Post("hello")))
    scene.when(alice, RaiseAlert(BOB, message=newest(scene)), quoted="hello").refused("not_found")
    scene.given((bob, Post("private", "staff")))
    scene.when(alice, RaiseAlert(EVE, message=newest(scene)), quoted="x").refused("not_found")
    scene.when(alice, RaiseAlert(BOB, message="m_none"), quoted="x").refused("not_found")


# Erasure


def test_texts_are_erased_when_the_group_ends() -> None:
    scene = Scene().running(bob).given((bob, Post("hello")), (alice, Announce("soon")))
    scene.given((alice, End()))
    assert scene.only(TalkErased).at == scene.now
    assert (texts(scene, alice), scene.page(bob).announced) == ([], None)
    scene.later(86_400 * 9)
    assert len(scene.all(TalkErased)) == 1


def test_a_clinic_keeps_texts_for_some_days() -> None:
    scene = Scene(chat_kept_days=2).running(bob).given((bob, Post("hello"))).at("20:00")
    assert not scene.all(TalkErased)
    scene.later(2 * 86_400)
    assert [e.at for e in scene.all(TalkErased)] == [ms("20:00") + 2 * 86_400_000]


def test_what_is_written_on_a_line_opened_after_the_erasure_is_erased_too() -> None:
    scene = Scene().running(bob).given((alice, End()), (bob, AskForHelp("I am not well")))
    alert = scene.room.safety.alerts[-1].alert
    scene.given((bob, Post("still here", "staff")), (alice, Resolve(alert, "safe")))
    scene.later(1)
    assert len(scene.all(TalkErased)) == 2
    assert texts(scene, alice) == []


def test_the_group_chat_is_erased_at_the_end_though_an_alert_is_open() -> None:
    scene = Scene().running(bob, eve).given((bob, Post("hello")), (alice, RaiseAlert(BOB)))
    scene.given((alice, End()))
    assert texts(scene, alice) == []


def test_messages_at_the_very_end_are_refused() -> None:
    scene = Scene().running(bob, amir).given((alice, End()))
    scene.when(bob, Post("bye")).refused("wrong_phase")
    scene.when(bob, Post("bye", "staff")).refused("wrong_phase")
    scene.when(amir, Post("bye", "seat", BOB)).refused("wrong_phase")
