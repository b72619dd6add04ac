"""One person in two rooms at once: every moment is credited once, and it shows."""

from hypothesis import given
from hypothesis import strategies as st

from sessions_app.accountability.intervals import Interval, intersect, total, union
from sessions_app.accountability.overlap import Claim, Share, settle
from sessions_app.room.clock import Start
from sessions_app.room.people import Leave
from tests.accountability.evening import ALICE, BOB, Evening, minutes, planned, span

MOMENTS = st.integers(0, 50)
CLAIMS = st.lists(
    st.builds(
        Claim,
        session=st.sampled_from("abcd"),
        start=MOMENTS,
        earned=st.lists(st.builds(Interval, MOMENTS, MOMENTS), max_size=5).map(union),
    ),
    unique_by=lambda claim: claim.session,
)


def test_time_that_another_session_credits_is_not_credited_again() -> None:
    evening = Evening().begins(BOB).at(60)
    row = evening.row(BOB, elsewhere=(span(-30, 10), span(50, 55)))
    assert row.credited == (span(10, 50), span(55, 60))
    assert row.earned == (span(0, 60),)
    assert row.present_ms == minutes(70)
    assert row.flags == ("overlap",)


def test_another_session_at_another_time_takes_nothing() -> None:
    row = Evening().begins(BOB).at(60).row(BOB, elsewhere=(span(-60, 0), span(60, 90)))
    assert (row.credited_ms, row.flags) == (minutes(60), ())


def test_a_person_in_two_rooms_is_credited_once_by_the_earlier_group() -> None:
    first = Evening().begins(BOB).at(60)
    second = Evening(planned(starts=40)).at(40).arrives(ALICE, BOB).does(ALICE, Start())
    second.at(65).does(BOB, Leave()).at(100)
    shares = settle([claim("2", second), claim("1", first)])
    assert first.row(BOB, shares["1"].elsewhere).credited == (span(0, 60),)
    late = second.row(BOB, shares["2"].elsewhere)
    assert (late.credited, late.flags) == ((span(60, 65),), ("overlap",))


def claim(session: str, evening: Evening) -> Claim:
    start = evening.attendance().meeting.actual_start
    assert start is not None
    return Claim(session, start, evening.row(BOB).earned)


def test_the_later_group_credits_what_is_left() -> None:
    shares = settle([Claim("a", 40, (span(40, 65),)), Claim("b", 0, (span(0, 60),))])
    assert shares["b"] == Share((span(0, 60),), ())
    assert shares["a"] == Share((span(60, 65),), (span(40, 60),))


def test_of_two_that_began_together_the_lower_session_id_has_it() -> None:
    shares = settle([Claim("b", 0, (span(0, 10),)), Claim("a", 0, (span(5, 15),))])
    assert shares["a"].credited == (span(5, 15),)
    assert shares["b"].credited == (span(0, 5),)


@given(CLAIMS)
def test_the_shares_are_the_union_and_no_moment_is_in_two(claims: list[Claim]) -> None:
    shares = settle(claims)
    everything = union(*(claim.earned for claim in claims))
    assert union(*(share.credited for share in shares.values())) == everything
    assert sum(total(share.credited) for share in shares.values()) == total(everything)
    for claim in claims:
        share = shares[claim.session]
        assert union(share.credited, share.elsewhere) == claim.earned
        assert not intersect(share.credited, share.elsewhere)


@given(CLAIMS)
def test_the_order_of_the_claims_does_not_matter(claims: list[Claim]) -> None:
    assert settle(claims) == settle(reversed(claims))
