"""Talk time: noted by the server, or reported by one's own browser; once for every moment."""

from collections.abc import Mapping

from sessions_app.room.activities import AskPresence, PresenceAnswered, PresenceAsked
from sessions_app.room.clock import End
from sessions_app.room.floor import RaiseHand, RoundStarted, StartRound
from sessions_app.room.people import Leave
from sessions_app.room.speech import NoteSpeech, ReportSpeech, SpeechNoted
from sessions_app.room.team import DismissStaff
from tests.room.scene import (
    AMIR,
    BOB,
    EVE,
    FINN,
    Scene,
    alice,
    amir,
    bob,
    clock,
    eve,
    finn,
    ms,
    olga,
)


def note(since: str, until: str, spoken: Mapping[str, int]) -> NoteSpeech:
    return NoteSpeech(ms(since), ms(until), dict(spoken))


def report(since: str, until: str, length: int) -> ReportSpeech:
    return ReportSpeech(ms(since), ms(until), length)


def noted(since: str, until: str, spoken: Mapping[str, int], by: str = "server") -> SpeechNoted:
    measured = "server" if by == "server" else "self"
    return SpeechNoted(ms(since), ms(until), dict(spoken), measured)


def test_the_server_notes_a_minute_of_the_room_for_staff_alone() -> None:
    scene = Scene().running(bob, eve).at("18:02")
    scene.when(clock, note("18:01", "18:02", {BOB: 20_000, EVE: 0}))
    scene.then(noted("18:01", "18:02", {BOB: 20_000, EVE: 0}))
    assert "SpeechNoted" in scene.types_seen_by(alice)
    assert "SpeechNoted" not in scene.types_seen_by(bob) + scene.types_seen_by(eve)


def test_where_nobody_talked_nothing_is_noted() -> None:
    scene = Scene().running(bob).at("18:02")
    scene.when(clock, note("18:01", "18:02", {})).then_nothing()
    scene.when(clock, note("18:01", "18:02", {BOB: 0})).then_nothing()
    scene.when(bob, report("18:01", "18:02", 0)).then_nothing()


def test_seats_that_the_room_does_not_know_are_dropped() -> None:
    scene = Scene().running(bob).at("18:02")
    scene.when(clock, note("18:01", "18:02", {"s_nobody": 9_000})).then_nothing()
    scene.when(clock, note("18:01", "18:02", {"s_nobody": 9_000, BOB: 1}))
    scene.then(noted("18:01", "18:02", {BOB: 1}))


def test_the_last_minute_of_staff_who_were_dismissed_is_noted() -> None:
    scene = Scene().running(amir, bob).at("18:02:30").given((olga, DismissStaff(AMIR)))
    scene.when(clock, note("18:02", "18:02:30", {AMIR: 20_000}))
    scene.then(noted("18:02", "18:02:30", {AMIR: 20_000}))


def test_no_moment_is_noted_twice_for_one_person() -> None:
    scene = Scene().running(bob, eve).at("18:02")
    scene.given((clock, note("18:01", "18:02", {BOB: 20_000}))).at("18:03")
    scene.when(clock, note("18:01", "18:02", {BOB: 20_000})).then_nothing()
    # A second process held eve in that time, and bob since he came to it.
    scene.when(clock, note("18:01:30", "18:02:30", {BOB: 40_000, EVE: 9_000}))
    scene.then(
        noted("18:01:30", "18:02:30", {EVE: 9_000}), noted("18:02", "18:02:30", {BOB: 30_000})
    )


def test_the_last_minute_is_noted_after_the_end() -> None:
    scene = Scene().running(bob).at("18:30").given((alice, End())).later(20)
    scene.when(clock, note("18:29:20", "18:30", {BOB: 5_000}))
    scene.then(noted("18:29:20", "18:30", {BOB: 5_000}))


def test_a_window_is_short_and_over_and_holds_what_was_said_in_it() -> None:
    scene = Scene().running(bob).at("18:05")
    for wrong in (
        note("18:02", "18:04:01", {BOB: 1}),
        note("18:04", "18:04", {BOB: 0}),
        note("18:04", "18:03", {BOB: 0}),
        note("18:04", "18:05:03", {BOB: 1}),
        note("18:04", "18:05", {BOB: 60_001}),
        note("18:04", "18:05", {BOB: -1}),
    ):
        scene.when(clock, wrong).refused("invalid")
        own = ReportSpeech(wrong.since, wrong.until, wrong.spoken[BOB])
        scene.when(bob, own).refused("invalid")
    scene.when(clock, note("18:04", "18:05:02", {BOB: 60_001}))
    scene.then(noted("18:04", "18:05:02", {BOB: 60_001}))


def test_in_a_mesh_people_report_themselves() -> None:
    scene = Scene().running(bob).at("18:02").when(bob, report("18:01", "18:02", 9_000))
    scene.then(noted("18:01", "18:02", {BOB: 9_000}, "self"))
    assert "SpeechNoted" in scene.types_seen_by(alice)
    assert "SpeechNoted" not in scene.types_seen_by(bob)


def test_reports_come_apart_and_tell_of_other_times() -> None:
    scene = Scene().running(bob).at("18:02").given((bob, report("18:01", "18:02", 9_000)))
    scene.later(19).when(bob, report("18:02", "18:02:15", 9_000)).refused("too_soon")
    scene.later(1).when(bob, report("18:01:59", "18:02:15", 9_000)).refused("invalid")
    scene.when(bob, report("18:02", "18:02:20", 9_000))
    scene.then(noted("18:02", "18:02:20", {BOB: 9_000}, "self"))


def test_who_was_never_inside_has_nothing_to_report() -> None:
    scene = Scene().running(bob).connected(eve).at("18:02")
    scene.when(eve, report("18:01", "18:02", 9_000)).refused("come_in_first")
    scene.given((bob, Leave())).at("18:05")
    scene.when(bob, report("18:03", "18:04", 9_000)).refused("come_in_first")


def test_the_last_words_are_reported_once_after_going_however_soon() -> None:
    scene = Scene().running(bob, eve).at("18:02").given((bob, report("18:01", "18:02", 9_000)))
    scene.later(5).given((alice, End()))
    scene.when(bob, report("18:02", "18:02:05", 4_000))
    scene.then(noted("18:02", "18:02:05", {BOB: 4_000}, "self"))
    scene.later(1).when(bob, report("18:02:05", "18:02:06", 1_000)).refused("come_in_first")


def test_what_both_measured_is_heard_once() -> None:
    scene = Scene().running(bob).at("18:02").given((clock, note("18:01", "18:02", {BOB: 9_000})))
    scene.given((bob, report("18:01", "18:02", 7_000)))
    assert scene.room.speech.heard_ms(BOB) == 9_000


def test_who_talked_lately_is_with_the_group() -> None:
    scene = Scene().running(bob, eve, finn).at("18:20")
    scene.given((clock, note("18:19", "18:20", {FINN: 30_000}))).at("18:29")
    scene.given((clock, note("18:28", "18:29", {BOB: 2_000, EVE: 1_999}))).at("18:30")
    scene.when(alice, AskPresence())
    scene.then(PresenceAsked(ms("18:31")), PresenceAnswered(BOB, True))


def test_talking_answers_an_open_question() -> None:
    scene = Scene().running(bob, eve).at("18:30").given((alice, AskPresence())).later(20)
    spoke = note("18:30", "18:30:20", {BOB: 9_000})
    scene.when(clock, spoke)
    assert PresenceAnswered(BOB, True) in scene.happened
    assert not scene.page(bob).you.prompted
    assert scene.page(eve).you.prompted


def test_what_is_told_of_long_ago_answers_nothing() -> None:
    scene = Scene().running(bob).at("18:30").given((alice, AskPresence()))
    scene.when(clock, note("18:24", "18:25", {BOB: 30_000}))
    scene.then(noted("18:24", "18:25", {BOB: 30_000}))


def test_the_least_heard_go_first_by_voice_and_then_by_what_else_they_did() -> None:
    scene = Scene().running(bob, eve, finn).given((eve, RaiseHand())).at("18:02")
    scene.given((clock, note("18:01", "18:02", {BOB: 9_000})))
    scene.when(alice, StartRound(60, "least_heard"))
    (started,) = [event for event in scene.happened if isinstance(event, RoundStarted)]
    assert started.seats == (FINN, EVE, BOB)
