"""Side rooms, as those in them and those who lead them meet them."""

import re
from collections.abc import AsyncIterator, Awaitable, Callable

import pytest
from asgiref.sync import sync_to_async
from playwright.async_api import Locator, Page, expect

from tests.browser import eyes
from tests.browser.conftest import DESK, PHONE
from tests.browser.full_room import NOON, happens
from tests.browser.pictures import seen
from tests.browser.test_desk import everyone, let_in, running
from tests.live.client import HOME, Device
from tests.live.house import House
from tests.process import ServerProcess

pytestmark = [
    pytest.mark.browser,
    pytest.mark.parametrize("stack", ["embedded"], indirect=True),
]

MINUTE = 60_000
OPEN = [{"place": "p_1", "name": "Oak"}, {"place": "p_2", "name": "Linden"}]


@pytest.fixture
async def come(
    server: ServerProcess, house: House
) -> AsyncIterator[Callable[..., Awaitable[None]]]:
    """Brings somebody to the door over a plain socket."""
    devices: list[Device] = []

    async def knocks(name: str) -> None:
        ticket = await sync_to_async(house.ticket)(name)
        device = await Device.open(server.socket_url, house.id, ticket)
        devices.append(device)
        await device.does("Knock", attestation=HOME)

    yield knocks
    for device in devices:
        await device.close()


async def parted(page: Page, session: object, closes_at: int | None = NOON + 10 * MINUTE) -> None:
    """Be in a side room with one other, while three are elsewhere."""
    people = {1: {"place": "p_1"}, 2: {"place": "p_1"}, 3: {"place": "p_2"}}
    await seen(
        page, session, 5, people=people, places={"open": OPEN, "closes_at": closes_at}, hands=()
    )


def circle(page: Page) -> Locator:
    return page.get_by_role("region", name="The circle").get_by_role("listitem")


async def test_in_a_side_room_one_sees_which_who_is_there_and_until_when(open_page, house):
    bob = await open_page("bob", size=PHONE)
    await parted(bob, house.id)
    head = bob.get_by_role("banner")
    await expect(head.get_by_text("Side room: Oak")).to_be_visible()
    await expect(head).to_contain_text(re.compile(r"back at .*(10:00|9:5\d) left"))
    await expect(head).to_contain_text("With you: Person 2")
    await expect(circle(bob)).to_have_count(2)
    await expect(bob.get_by_role("list", name="Elsewhere")).to_contain_text("Linden: Person 3")
    await expect(bob.get_by_role("list", name="Elsewhere")).to_contain_text("The group: Person 0")
    await eyes.look(bob, "places-within")


async def test_when_everyone_is_called_back_the_time_is_in_sight(open_page, house):
    bob = await open_page("bob", size=PHONE)
    await parted(bob, house.id, None)
    await expect(bob.get_by_text("until the facilitators call you back")).to_be_visible()
    await happens(bob, "RecallStarted", closes_at=NOON + MINUTE)
    note = bob.get_by_role("region", name="The side rooms close")
    await expect(note).to_contain_text(re.compile(r"in (1:00|0:5\d)"))
    await eyes.look(bob, "places-recalled")
    await happens(bob, "PlacesClosed")
    await expect(bob.get_by_text("Side room: Oak")).to_have_count(0)
    await expect(circle(bob)).to_have_count(5)


async def test_whoever_stayed_sees_when_the_side_rooms_come_back(open_page, house):
    bob = await open_page("bob", size=PHONE)
    people = {2: {"place": "p_1"}, 3: {"place": "p_2"}}
    await seen(bob, house.id, 5, people=people, places={"open": OPEN, "closes_at": None}, hands=())
    timer = bob.get_by_role("banner").get_by_role("timer")
    await expect(timer).to_have_count(0)
    await happens(bob, "RecallStarted", closes_at=NOON + MINUTE)
    await expect(timer).to_have_text(re.compile(r"The side rooms come back in (1:00|0:5\d)\."))
    await eyes.look(bob, "places-stayed")
    await happens(bob, "PlacesClosed")
    await expect(timer).to_have_count(0)


async def test_a_facilitator_opens_side_rooms_by_keyboard_and_calls_everyone_back(
    open_page, house, come
):
    alice = await running(await open_page("alice", size=DESK), house)
    bob = await open_page("bob", size=PHONE)
    await come("eve")
    await let_in(alice, "Eve")
    await come("bob")
    await let_in(alice, "Bob")
    await bob.goto(f"/rooms/{house.id}")
    await bob.get_by_role("button", name="Raise hand").wait_for()

    await alice.get_by_role("button", name="Side rooms").focus()
    await alice.keyboard.press("Enter")
    await alice.get_by_label("I choose for each person").check()
    await eyes.look(alice, "places-plan")
    await alice.get_by_role("button", name="Look at it first").click()
    await alice.get_by_label("Side room 1").fill("Rowan")
    await alice.get_by_label("Bob", exact=True).select_option(label="Rowan")
    await expect(alice.get_by_text("1 person")).to_be_visible()
    await eyes.look(alice, "places-review")
    await alice.get_by_role("button", name="Open the side rooms").click()

    await expect(bob.get_by_text("Side room: Rowan")).to_be_visible()
    overview = alice.get_by_role("region", name="Side rooms")
    rowan = overview.get_by_role("article").filter(has_text="Rowan")
    await expect(rowan.get_by_role("button", name="Bob")).to_be_visible()
    await bob.get_by_role("button", name="Raise hand").click()
    await expect(rowan.get_by_role("button", name="Bob, hand 1")).to_be_visible()
    await eyes.look(alice, "places-open", (DESK,))

    await rowan.get_by_role("button", name="Go to Rowan").click()
    await expect(rowan).to_contain_text("you are here")
    await expect(bob.get_by_role("banner")).to_contain_text("With you: Alice")

    await everyone(alice).get_by_role("button", name="Eve").click()
    await alice.get_by_label("Side room of Eve").select_option(label="Rowan")
    await alice.get_by_role("button", name="Move", exact=True).click()
    await alice.get_by_role("button", name="Close", exact=True).click()
    await expect(bob.get_by_role("banner")).to_contain_text("Alice and Eve")

    await overview.get_by_role("button", name="Call everyone back").click()
    await alice.get_by_role("button", name="Back in a minute").click()
    await expect(bob.get_by_role("region", name="The side rooms close")).to_be_visible()
    await overview.get_by_role("button", name="Call everyone back").click()
    await alice.get_by_role("button", name="Back now", exact=True).click()
    await expect(bob.get_by_text("Side room: Rowan")).to_have_count(0)
    await expect(overview).to_have_count(0)


async def test_who_goes_where_by_chance_can_be_mixed_anew(open_page, house, come):
    alice = await running(await open_page("alice", size=DESK), house)
    await come("eve")
    await let_in(alice, "Eve")
    await alice.get_by_role("button", name="Side rooms").click()
    await alice.get_by_label("How many side rooms").fill("3")
    await alice.get_by_label("Until you call everyone back").check()
    await alice.get_by_role("button", name="Look at it first").click()
    await expect(alice.get_by_label("Eve", exact=True)).not_to_have_value("")
    await expect(alice.get_by_label("Alice", exact=True)).to_have_value("")
    await alice.get_by_role("button", name="Mix again").click()
    await alice.get_by_role("button", name="Open the side rooms").click()
    overview = alice.get_by_role("region", name="Side rooms")
    await expect(overview.get_by_role("article")).to_have_count(4)
