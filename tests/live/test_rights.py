"""Who may be in a room, and what becomes of them when that changes."""

from uuid import uuid4

import pytest
from asgiref.sync import sync_to_async

from accounts import people as accounts
from accounts.models import Membership
from accounts.revocation import end_sessions
from sessions_app.ledger import planning
from sessions_app.live import frames, service
from sessions_app.models import Seat
from sessions_app.models.seat import seat_of
from sessions_app.room.errors import NotFound
from sessions_app.room.plan import Staff
from sessions_app.room.team import AssignStaff
from tests.live import house as houses


@pytest.mark.parametrize("name", ["carol", "gus", "olga", "dana", "sue"])
async def test_whoever_has_no_seat_meets_what_is_not_there(build, enter, name):
    house = await build()
    stranger = await enter(house, name)
    nowhere = await enter(house, name, session=uuid4())
    assert await stranger.until_closed() == await nowhere.until_closed() == frames.NOT_FOUND
    assert stranger.frames == nowhere.frames == []


async def test_a_ticket_opens_one_room_once(build, enter):
    house = await build()
    other = await sync_to_async(houses.planned)(house.group, 60)
    ticket = await sync_to_async(house.ticket)("bob")
    wrong = await enter(house, "bob", session=other.pk, ticket=ticket)
    assert await wrong.until_closed() == frames.SIGNED_OUT
    ticket = await sync_to_async(house.ticket)("bob")
    first = await enter(house, "bob", ticket=ticket)
    await first.snapshot()
    second = await enter(house, "bob", ticket=ticket)
    assert await second.until_closed() == frames.SIGNED_OUT


async def test_signing_out_everywhere_closes_the_socket(build, gather):
    house = await build()
    people = await gather(house, "bob")
    await sync_to_async(end_sessions)(house.people["bob"])
    assert await people["bob"].until_closed() == frames.SIGNED_OUT
    await people["alice"].event("ConnectionLost")


async def test_a_lost_role_closes_the_socket_and_refuses_commands(build, gather):
    house = await build()
    people = await gather(house, "amir", "bob")
    amir = people["amir"]

    def lose() -> None:
        membership = Membership.objects.get(user=house.people["amir"], role="facilitator")
        accounts.end_role(membership)

    await sync_to_async(lose)()
    assert await amir.until_closed() == frames.SIGNED_OUT
    assert amir.frames[-1]["type"] != "ack"


async def test_a_substitute_comes_in_while_the_group_runs(build, enter, gather):
    house = await build()
    people = await gather(house, "bob", start=True)
    sue = await enter(house, "sue")
    assert await sue.until_closed() == frames.NOT_FOUND

    def assign() -> Seat:
        seat = seat_of(house.group, house.people["sue"], "Sue")
        planning.assign(house.session, seat)
        service.execute_now(
            house.id, house.account("olga"), AssignStaff(Staff(seat.code, "Sue", "LCSW"))
        )
        return seat

    seat = await sync_to_async(assign)()
    sue = await enter(house, "sue")
    await sue.snapshot()
    await sue.does("Knock")
    await sue.does("MuteAll")
    inside = await people["bob"].event("Admitted", after=3)
    assert inside["event"] == {"type": "Admitted", "seat": seat.code}


async def test_nobody_of_another_clinic_gives_a_command(build):
    house = await build()
    carol = await sync_to_async(house.account)("carol")
    with pytest.raises(NotFound):
        await service.execute(house.id, carol, AssignStaff(Staff("s_x", "Carol")))
    with pytest.raises(NotFound):
        await service.execute(uuid4(), carol, AssignStaff(Staff("s_x", "Carol")))
