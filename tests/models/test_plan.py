"""The plan of a session: who belongs to it, by which rules, and who must be elsewhere later."""

import datetime as dt
from typing import Any, get_args

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from accounts.models import Clinic
from accounts.models.clinic import Relay as ClinicRelay
from accounts.roles import Role
from sessions_app.checkins.session_form import SESSION_CHECKIN
from sessions_app.ledger import planning
from sessions_app.models import Enrolment, Group, GroupSession, Seat, SessionGuest
from sessions_app.models.plan import plan_of
from sessions_app.models.seat import seat_of
from sessions_app.room.plan import Contact, Guest, Member, Relay, Rules, Staff
from tests.ledger.conftest import World, person

STARTS_AT = round(dt.datetime(2026, 6, 3, 1, tzinfo=dt.UTC).timestamp() * 1000)
HOUR = 3_600_000


def enrol(group: Group, user: Any, **when: Any) -> Seat:
    """Somebody joins a group, since January unless said otherwise."""
    seat = seat_of(group, user)
    since = when.pop("since", dt.datetime(2026, 1, 1, tzinfo=dt.UTC))
    Enrolment.objects.create(seat=seat, since=since, **when)
    return seat


def another_group(world: World, hour: int, **fields: Any) -> Group:
    """A second group of the clinic, which meets on the same day."""
    group = Group.objects.create(clinic=world.clinic, name="Second", **fields)
    world.plan(hour=hour, group=group)
    return group


def test_a_plan_holds_all_a_room_must_know(world: World) -> None:
    plan = plan_of(world.session)
    assert (plan.name, plan.kind, plan.zone) == ("Tuesday evening", "process", "America/Phoenix")
    assert (plan.starts_at, plan.ends_at) == (STARTS_AT, STARTS_AT + 90 * 60_000)
    assert plan.members == (Member(world.bob.code, world.bob.alias),)
    assert plan.staff == (Staff(world.alice.code, "Alice", "", leads=True),)
    assert (plan.guests, plan.busy_from) == ((), {})
    assert plan.crisis == (Contact("988 Lifeline", "988"),)
    assert plan.form == SESSION_CHECKIN
    assert plan.rules == Rules(licensed_states=("AZ",))


def test_a_groups_numbers_are_its_rooms_rules(world: World) -> None:
    Group.objects.update(
        capacity=8, door_min=10, late_grace_min=1, late_cutoff_min=2, extension_cap_min=3,
        return_gap_min=4, reconnect_s=61, lead_grace_s=11, hold_after_s=121, end_after_s=601,
        away_credited=True, prompt_every_min=20, chat_kept_days=7, licensed_states=["NM"],
        may_unmute=False, break_quiet=True, text_allowed=False, encrypted=True,
    )  # fmt: skip
    Clinic.objects.update(relay="always")
    world.group.refresh_from_db()
    assert world.group.rules() == Rules(
        capacity=8, door_s=600, late_grace_s=60, late_cutoff_s=120, extension_cap_s=180,
        return_gap_s=240, reconnect_s=61, lead_grace_s=11, hold_after_s=121, end_after_s=601,
        away_credited=True, prompt_every_s=1200, chat_kept_days=7, licensed_states=("NM",),
        may_unmute=False, break_quiet=True, text_allowed=False, encrypted=True, relay="always",
    )  # fmt: skip


def test_the_clinics_choices_of_a_relay_are_the_rooms() -> None:
    assert set(ClinicRelay.values) == set(get_args(Relay))


def test_a_plan_takes_two_queries(world: World) -> None:
    enrol(world.group, person(world.clinic, "Erin", Role.PARTICIPANT))
    session = GroupSession.objects.select_related("group__clinic").get(pk=world.session.pk)
    with CaptureQueriesContext(connection) as queries:
        plan_of(session)
    assert len(queries) == 2


def test_only_who_is_enrolled_at_the_start_is_expected(world: World) -> None:
    start = dt.datetime(2026, 6, 3, 1, tzinfo=dt.UTC)
    hour = dt.timedelta(hours=1)
    times = {
        "Left": {"until": start - hour, "active": False},
        "Leaves": {"until": start + hour},
        "Leaving": {"until": start},
        "Later": {"since": start + hour},
    }
    seats = {
        name: enrol(world.group, person(world.clinic, name, Role.PARTICIPANT), **when)
        for name, when in times.items()
    }
    expected = [member.seat for member in plan_of(world.session).members]
    assert expected == [world.bob.code, seats["Leaves"].code]


def test_the_lead_comes_first_and_a_supervisor_looks_on(world: World) -> None:
    seats = {
        name: seat_of(world.group, person(world.clinic, name, Role.SUPERVISOR), name)
        for name in ("Frank", "Grace")
    }
    session = world.plan(day=3)
    session.staff.all().delete()
    planning.assign(session, seats["Frank"], facilitates=False)
    planning.assign(session, seats["Grace"], leads=True)
    assert [(s.name, s.leads, s.facilitates) for s in plan_of(session).staff] == [
        ("Grace", True, True),
        ("Frank", False, False),
    ]


def test_a_guest_comes_for_one_session(world: World) -> None:
    seat = seat_of(world.group, person(world.clinic, "Heidi", Role.GUEST))
    SessionGuest.objects.create(
        session=world.session, seat=seat, function="interpreter", name="Heidi (Spanish)"
    )
    assert plan_of(world.session).guests == (Guest(seat.code, "Heidi (Spanish)", "interpreter"),)
    assert plan_of(world.plan(day=3)).guests == ()


def test_staff_of_the_session_are_not_members_too(world: World) -> None:
    Enrolment.objects.create(seat=world.alice, since=dt.datetime(2026, 1, 1, tzinfo=dt.UTC))
    plan = plan_of(world.session)
    assert [member.seat for member in plan.members] == [world.bob.code]


def test_who_has_another_session_later_is_busy_from_then(world: World) -> None:
    other = another_group(world, hour=20)
    enrol(other, world.bob.user)
    planning.assign(world.plan(hour=21, group=other), seat_of(other, world.alice.user, "Alice"))
    assert plan_of(world.session).busy_from == {
        world.bob.code: STARTS_AT + 2 * HOUR,
        world.alice.code: STARTS_AT + 3 * HOUR,
    }


def test_sessions_before_called_off_or_far_away_keep_nobody_busy(world: World) -> None:
    for hour in (17, 18):
        enrol(another_group(world, hour=hour), world.bob.user)
    off = another_group(world, hour=20)
    enrol(off, world.bob.user)
    off.sessions.update(cancelled_at=dt.datetime(2026, 6, 1, tzinfo=dt.UTC))
    left = another_group(world, hour=21)
    enrol(left, world.bob.user, active=False)
    world.plan(day=4)
    assert plan_of(world.session).busy_from == {}


def test_the_next_session_of_the_same_group_counts_too(world: World) -> None:
    world.plan(hour=22)
    assert plan_of(world.session).busy_from == {
        world.alice.code: STARTS_AT + 4 * HOUR,
        world.bob.code: STARTS_AT + 4 * HOUR,
    }


def test_one_person_has_one_seat_in_a_group(world: World) -> None:
    assert seat_of(world.group, world.bob.user, "Somebody else") == world.bob
    with pytest.raises(IntegrityError), transaction.atomic():
        Seat.objects.create(group=world.group, user=world.bob.user, alias="Another")


def test_two_people_never_share_an_alias_however_it_is_spelt(world: World) -> None:
    eve = person(world.clinic, "Eve", Role.PARTICIPANT)
    with pytest.raises(IntegrityError), transaction.atomic():
        Seat.objects.create(group=world.group, user=eve, alias=world.bob.alias.upper())


def test_a_seat_says_nothing_of_the_account(world: World) -> None:
    assert world.bob.code.startswith("s_")
    assert len(world.bob.code) == 18
    other = seat_of(another_group(world, hour=20), world.bob.user)
    assert other.code != world.bob.code
