"""Heads: one per session, found when they are due."""

import datetime as dt
from uuid import UUID

import pytest
from django.db import transaction

from sessions_app.ledger import heads, planning, verify
from sessions_app.ledger.planning import Fixed, door_opens_at
from sessions_app.models import SessionStaff
from sessions_app.models.plan import plan_of
from sessions_app.room.clock import Cancelled, DoorOpened
from tests.ledger.conftest import World

QUARTER = 15 * 60 * 1000


def test_a_planned_session_has_a_head_that_is_due_when_the_door_opens(world: World) -> None:
    head = heads.peek([world.session.pk])[world.session.pk]
    assert (head.seq, head.hash, head.clinic) == (0, bytes(32), world.clinic.pk)
    start = dt.datetime(2026, 6, 3, 1, tzinfo=dt.UTC)  # 18:00 in Phoenix
    assert head.deadline_at == round(start.timestamp() * 1000) - QUARTER


def test_due_heads_come_longest_overdue_first(world: World) -> None:
    later, sooner = world.plan(day=4), world.plan(day=3)
    last = door_opens_at(later)
    assert heads.due(last - 1, 10) == [world.session.pk, sooner.pk]
    assert heads.due(last, 10) == [world.session.pk, sooner.pk, later.pk]
    assert heads.due(last, 1) == [world.session.pk]


def test_a_deadline_is_pushed_forward_never_back(world: World) -> None:
    due = door_opens_at(world.session)
    heads.postpone(world.session.pk, due + 1000)
    assert heads.due(due + 999, 10) == []
    heads.postpone(world.session.pk, due)
    assert heads.peek([world.session.pk])[world.session.pk].deadline_at == due + 1000


def test_a_session_without_a_head_is_absent(world: World) -> None:
    nobody = UUID(int=7)
    with transaction.atomic():
        assert heads.lock([nobody, world.session.pk]).keys() == {world.session.pk}
    assert heads.peek([]) == {}


def test_the_standing_team_is_assigned_with_its_credentials(world: World) -> None:
    user = world.alice.user
    user.credential, user.licence = "LPC", "AZ-12345"
    user.save(update_fields=["credential", "licence"])
    assigned = SessionStaff.objects.get(session=world.plan(day=3))
    assert (assigned.seat, assigned.leads, assigned.credential, assigned.licence) == (
        world.alice, True, "LPC", "AZ-12345",
    )  # fmt: skip
    assert SessionStaff.objects.get(session=world.session).credential == ""


def test_a_moved_session_opens_its_door_at_the_new_time(world: World) -> None:
    before = door_opens_at(world.session)
    planning.move(world.session, dt.date(2026, 6, 2), dt.time(19), 60)
    assert heads.peek([world.session.pk])[world.session.pk].deadline_at == before + 4 * QUARTER
    world.session.refresh_from_db()
    assert world.session.ends_at - world.session.starts_at == dt.timedelta(hours=1)
    assert verify.verify_all().ok


@pytest.mark.parametrize("over", [False, True])
def test_a_session_that_has_opened_or_was_called_off_stays_where_it_is(
    world: World, over: bool
) -> None:
    world.write(Cancelled("snow") if over else DoorOpened(plan_of(world.session)))
    with pytest.raises(Fixed):
        planning.move(world.session, dt.date(2026, 6, 5), dt.time(19), 60)
    world.session.refresh_from_db()
    assert world.session.planned_date == dt.date(2026, 6, 2)
