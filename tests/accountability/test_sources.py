"""Every figure names the entries it comes from, and no others."""

from sessions_app.accountability.counts import Counts
from sessions_app.accountability.rows import Row
from sessions_app.room import activities, checkin, clock, door, floor, people, talk
from sessions_app.room.clock import Break, Extend
from sessions_app.room.decision import Event
from sessions_app.room.record import CorrectTime
from tests.accountability.evening import ALICE, BOB, EVE, FINN, Evening, minute

KINDS: dict[str, type[Event]] = {
    "hands_raised": floor.HandRaised,
    "called_on": floor.CalledOn,
    "turns_taken": floor.TurnTaken,
    "turns_passed": floor.TurnPassed,
    "prompts_answered": activities.PresenceAnswered,
    "prompts_by_activity": activities.PresenceAnswered,
    "prompts_missed": activities.PresenceMissed,
    "messages_group": talk.Posted,
    "messages_private": talk.Posted,
    "reactions": talk.Reacted,
    "checkins_done": checkin.CheckedIn,
    "connection_losses": people.ConnectionLost,
}


def kinds(evening: Evening, seqs: tuple[int, ...]) -> list[str]:
    return [type(f.event).__name__ for f in evening.facts if f.seq in seqs]


def busy() -> Evening:
    """Bob takes part in every way; eve and finn in some."""
    evening = Evening().begins(BOB, EVE, FINN)
    evening.does(BOB, floor.RaiseHand(), talk.Post("hi"), talk.Post("hi", "staff"))
    evening.does(BOB, talk.React("clap"), checkin.CheckIn("before", {"mood": 3}, done=True))
    evening.does(ALICE, floor.CallOn(BOB), floor.StartRound(60))
    evening.does(BOB, floor.NextTurn()).does(EVE, floor.Pass())
    evening.at(9).does(BOB, floor.RaiseHand()).at(10).does(ALICE, activities.AskPresence())
    evening.does(EVE, activities.AnswerPresence())
    evening.at(20).drops(BOB).at(21).connects(BOB).at(40).does(BOB, people.StepAway())
    return evening.at(45).does(BOB, people.ComeBack()).at(60)


def test_each_count_has_as_many_entries_of_its_kind_about_its_person() -> None:
    evening = busy()
    by_seq = {fact.seq: fact for fact in evening.facts}
    assert set(KINDS) == set(Counts.__struct_fields__)
    for row in evening.attendance().rows:
        for name, kind in KINDS.items():
            entries = [by_seq[seq].event for seq in row.sources.get(name, ())]
            assert len(entries) == getattr(row.counts, name)
            assert all(isinstance(event, kind) for event in entries)
            assert all(getattr(event, "seat", None) == row.seat for event in entries)


def test_every_way_of_taking_part_was_tried() -> None:
    rows: list[Row] = list(busy().attendance().rows)
    missing = {name for name in KINDS if not any(getattr(row.counts, name) for row in rows)}
    assert missing == set()


def test_first_in_and_last_out_name_their_moments() -> None:
    evening = Evening().begins(BOB).at(20).drops(BOB, as_of=19).at(60)
    row = evening.row(BOB)
    assert kinds(evening, row.sources["first_in"]) == ["Connected", "Admitted"]
    assert row.last_out == minute(19)
    assert kinds(evening, row.sources["last_out"]) == ["ConnectionLost"]


def test_credit_comes_from_presence_and_the_groups_time() -> None:
    evening = Evening().begins(BOB).at(20).does(ALICE, Break(5)).at(60)
    evening.does(ALICE, CorrectTime("end", minute(55), "ran on"))
    assert kinds(evening, evening.row(BOB).sources["credited"]) == [
        "Connected",
        "Admitted",
        "Started",
        "BreakStarted",
        "BreakEnded",
        "Ended",
        "TimeCorrected",
    ]


def test_the_status_of_who_never_came_rests_on_the_roster_and_the_time() -> None:
    evening = Evening().begins(BOB).at(60)
    found = kinds(evening, evening.row(EVE).sources["status"])
    assert found == ["DoorOpened", "Started", "Ended"]


def test_a_removal_is_the_source_of_its_status() -> None:
    evening = Evening().begins(BOB).at(5).does(ALICE, door.Remove(BOB, "conduct")).at(60)
    assert kinds(evening, evening.row(BOB).sources["status"]) == ["Removed"]


def test_time_away_and_time_waiting_name_theirs() -> None:
    evening = busy()
    row = evening.row(BOB)
    assert kinds(evening, row.sources["away"]) == ["SteppedAway", "SteppedBack"]
    assert kinds(evening, row.sources["waiting"]) == ["Knocked", "Admitted"]


def test_the_meetings_times_name_theirs() -> None:
    evening = Evening().begins(BOB).at(10).does(ALICE, Break(5)).at(50)
    evening.does(ALICE, Extend(5, "late start")).at(65)
    evening.does(ALICE, CorrectTime("start", minute(-1), "began before"))
    sources = evening.attendance().meeting.sources
    found = {figure: kinds(evening, seqs) for figure, seqs in sources.items() if seqs}
    assert found == {
        "planned": ["DoorOpened"],
        "start": ["Started", "TimeCorrected"],
        "end": ["Ended"],
        "breaks": ["BreakStarted", "BreakEnded"],
        "extension": ["Extended"],
    }
    assert isinstance(evening.facts[0].event, clock.DoorOpened)
