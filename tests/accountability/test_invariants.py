"""Credited time, whatever happens: checked against an oracle that walks second by second."""

from random import Random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from sessions_app.accountability.attendance import attendance
from sessions_app.accountability.intervals import Interval, intersect, peak, subtract, total, union
from sessions_app.accountability.rows import Row
from sessions_app.room.decision import Stamped
from sessions_app.room.people import Connected, ConnectionLost
from sessions_app.room.sound import CameraSet, MicrophoneSet
from sessions_app.room.speech import SpeechNoted
from tests.accountability.evening import EVE, SIX, Evening
from tests.accountability.evenings import EVENINGS
from tests.accountability.oracle import Oracle

SLOW = settings(deadline=None, max_examples=30, suppress_health_check=[HealthCheck.too_slow])


def oracle(evening: Evening) -> Oracle:
    rules = evening.plan.rules
    return Oracle(evening.facts, away_credited=rules.away_credited, break_quiet=rules.break_quiet)


def seconds(intervals: tuple[Interval, ...], of: Oracle) -> set[int]:
    return {
        second
        for interval in intervals
        for second in range(of.second(interval.since), of.second(interval.until))
    }


@settings(SLOW, max_examples=150)
@given(EVENINGS)
def test_credit_is_what_an_oracle_finds_that_walks_second_by_second(evening: Evening) -> None:
    slow, found = oracle(evening), evening.attendance()
    assert seconds(found.meeting.running, slow) == slow.running()
    for row in found.rows:
        assert seconds(row.presence, slow) == slow.present(row.seat)[0]
        credited = set() if row.role == "guest" else slow.credited(row.seat)
        assert seconds(row.credited, slow) == credited
        assert row.credited_ms == 1000 * len(credited)


@SLOW
@given(EVENINGS)
def test_nobody_is_credited_more_than_the_group_ran_or_they_were_there(evening: Evening) -> None:
    found = evening.attendance()
    for row in found.rows:
        assert row.credited_ms <= found.meeting.running_ms
        assert not subtract(row.credited, found.meeting.running)
        assert not subtract(row.credited, row.presence)
        assert row.credited_ms == total(row.credited)
        assert 0 <= row.credited_ms - row.credited_min * 60_000 < 60_000


@settings(SLOW, max_examples=100)
@given(EVENINGS)
def test_talk_and_devices_are_what_an_oracle_finds_too(evening: Evening) -> None:
    slow = oracle(evening)
    for row in evening.attendance().rows:
        assert seconds(row.microphone, slow) == slow.on(row.seat, MicrophoneSet)
        assert seconds(row.camera, slow) == slow.on(row.seat, CameraSet)
        assert row.talked_ms == slow.talked_ms(row.seat)


@SLOW
@given(EVENINGS)
def test_talk_and_devices_count_only_while_one_was_there_and_the_group_ran(
    evening: Evening,
) -> None:
    found = evening.attendance()
    for row in found.rows:
        there = total(intersect(row.presence, found.meeting.running))
        for ms in (row.talked_ms, row.microphone_ms, row.camera_ms):
            assert 0 <= ms <= there
        for on in (row.microphone, row.camera):
            assert not subtract(on, intersect(row.presence, found.meeting.running))
        assert (row.microphone_ms, row.camera_ms) == (total(row.microphone), total(row.camera))
        assert row.talked_by != "none" or not row.talked_ms


@SLOW
@given(EVENINGS, st.floats(0, 1))
def test_a_note_in_two_halves_never_tells_of_more(evening: Evening, cut: float) -> None:
    halves = [half for fact in evening.facts for half in _halved(fact, cut)]
    again = attendance(_numbered(halves))
    for row, whole in zip(again.rows, evening.attendance().rows, strict=True):
        assert row.talked_ms <= whole.talked_ms
        assert row.talked_by in (whole.talked_by, "none")
        assert _silent(row) == _silent(whole)


@SLOW
@given(EVENINGS)
def test_what_the_server_measured_makes_reports_of_it_idle(evening: Evening) -> None:
    told = [
        replace(fact, event=replace(fact.event, measured="self"))
        for fact in evening.facts
        if isinstance(fact.event, SpeechNoted) and fact.event.measured == "server"
    ]
    found = attendance(_numbered([*evening.facts, *told]))
    assert [row.talked_ms for row in found.rows] == [
        row.talked_ms for row in evening.attendance().rows
    ]


@SLOW
@given(EVENINGS)
def test_a_second_device_never_adds_minutes(evening: Evening) -> None:
    doubled: list[Stamped] = []
    for fact in evening.facts:
        doubled.append(fact)
        if isinstance(fact.event, Connected | ConnectionLost):
            twin = replace(fact.event, connection="twin." + fact.event.connection)
            doubled.append(replace(fact, event=twin))
    again = attendance(_numbered(doubled))
    assert [_plain(row) for row in again.rows] == [_plain(r) for r in evening.attendance().rows]


@SLOW
@given(EVENINGS, st.randoms(use_true_random=False))
def test_the_order_in_which_entries_are_handed_over_does_not_matter(
    evening: Evening, chance: Random
) -> None:
    shuffled = list(evening.facts)
    chance.shuffle(shuffled)
    assert attendance(shuffled) == evening.attendance()


@SLOW
@given(EVENINGS)
def test_events_of_different_people_at_one_moment_may_change_places(evening: Evening) -> None:
    facts = list(evening.facts)
    for place in range(len(facts) - 1):
        if _unrelated(facts[place], facts[place + 1]):
            facts[place], facts[place + 1] = facts[place + 1], facts[place]
    again = attendance(_numbered(facts))
    assert [_plain(row) for row in again.participants] == [
        _plain(row) for row in evening.attendance().participants
    ]


@SLOW
@given(EVENINGS)
def test_nobodys_row_depends_on_what_another_participant_does(evening: Evening) -> None:
    without = [fact for fact in evening.facts if getattr(fact.event, "seat", None) != EVE]
    rows = {row.seat: row for row in evening.attendance().rows if row.seat != EVE}
    for row in attendance(without).rows:
        if row.seat != EVE:
            assert row == rows[row.seat]


@SLOW
@given(EVENINGS)
def test_what_another_session_has_is_taken_off_once(evening: Evening) -> None:
    elsewhere = [Interval(SIX + 60_000, SIX + 240_000), Interval(SIX + 180_000, SIX + 300_000)]
    seats = {row.seat: elsewhere for row in evening.attendance().rows}
    for row in evening.attendance(seats).rows:
        assert union(row.credited, intersect(row.earned, elsewhere)) == row.earned
        assert not intersect(row.credited, elsewhere)


@SLOW
@given(EVENINGS)
def test_every_prefix_of_a_ledger_can_be_read(evening: Evening) -> None:
    for length in range(0, len(evening.facts) + 1, 3):
        found = attendance(evening.facts[:length])
        for row in found.rows:
            assert row.credited_ms <= min(row.present_ms, found.meeting.running_ms)


@SLOW
@given(EVENINGS)
def test_sources_are_entries_of_the_ledger(evening: Evening) -> None:
    known = {fact.seq for fact in evening.facts}
    found = evening.attendance()
    for sources in (found.meeting.sources, *(row.sources for row in found.rows)):
        assert all(set(seqs) <= known for seqs in sources.values())
    for row in found.rows:
        assert not row.present_ms or row.sources["first_in"]
        assert row.last_out is None or row.sources["last_out"]
        for name in row.counts.__struct_fields__:
            assert len(row.sources.get(name, ())) == getattr(row.counts, name)


@SLOW
@given(EVENINGS)
def test_the_peak_is_between_those_there_and_the_seats_taken(evening: Evening) -> None:
    found = evening.attendance()
    assert found.meeting.peak == peak(row.presence for row in found.participants)
    assert found.meeting.peak <= found.meeting.seats_taken <= len(found.participants)


def _numbered(facts: list[Stamped]) -> list[Stamped]:
    return [replace(fact, seq=seq) for seq, fact in enumerate(facts, start=1)]


def _plain(row: Row) -> Row:
    """A row but for the numbers of its entries."""
    return replace(row, sources={})


def _silent(row: Row) -> Row:
    """The same without what was noted of talk."""
    return replace(_plain(row), talked_ms=0, talked_by="none")


def _halved(fact: Stamped, cut: float) -> list[Stamped]:
    """A note of talk as two, what was said dealt to both; every other entry as it is."""
    note = fact.event
    if not isinstance(note, SpeechNoted):
        return [fact]
    middle = note.since + round((note.until - note.since) * cut)
    first = {seat: min(round(ms * cut), middle - note.since) for seat, ms in note.spoken.items()}
    second = {seat: min(ms - first[seat], note.until - middle) for seat, ms in note.spoken.items()}
    return [
        replace(fact, event=replace(note, until=middle, spoken=first)),
        replace(fact, event=replace(note, since=middle, spoken=second)),
    ]


def _unrelated(one: Stamped, other: Stamped) -> bool:
    seats = {getattr(fact.event, "seat", None) for fact in (one, other)}
    return one.at == other.at and None not in seats and len(seats) == 2
