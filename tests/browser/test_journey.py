"""One group as three people live it: who leads, who takes part, and who reads the record later."""

import gzip
from datetime import timedelta

import pytest
from asgiref.sync import sync_to_async
from django.utils import timezone
from playwright.async_api import Response, expect

from accounts import grants
from accounts.models import Clinic, Membership
from accounts.roles import Role
from tests.browser.conftest import PHONE, enter, knock
from tests.live.house import House

pytestmark = [
    pytest.mark.browser,
    pytest.mark.parametrize("stack", ["embedded"], indirect=True),
]
MOST_BYTES = 260_000


def granted(house: House) -> None:
    """Dana may read the records of this day, and see nobody by name."""
    day = house.session.planned_date
    grants.grant(
        clinic=house.clinic,
        auditor_code=Membership.objects.get(user=house.people["dana"], role=Role.AUDITOR).code,
        purpose="Payer review",
        starts=day,
        ends=day,
        expires_at=timezone.now() + timedelta(days=1),
        by=house.people["olga"],
    )


async def test_what_three_people_lived_through_is_what_the_record_says(open_page, house):
    # A participant's week is the clinic's; the session is planned in UTC.
    await sync_to_async(Clinic.objects.filter(pk=house.clinic.pk).update)(zone="UTC")
    alice = await open_page("alice")
    await enter(alice)
    await alice.get_by_role("button", name="Come in").click()
    bob = await open_page("bob", size=PHONE)
    await enter(bob)
    await knock(bob)
    await alice.get_by_role("button", name="Admit", exact=True).click()
    await alice.get_by_role("button", name="Start the group").click()
    await bob.get_by_role("button", name="Raise hand").click()
    await alice.get_by_role("button", name="Call on").click()
    await expect(bob.get_by_text("You are called on. Take your time.").first).to_be_visible()
    await alice.get_by_role("button", name="End session").click()
    await alice.get_by_role("dialog").get_by_role("button", name="End for everyone").click()
    await expect(bob.get_by_role("heading", name="Thank you for being here")).to_be_visible()

    await bob.get_by_role("link", name="To your groups").click()
    week = bob.get_by_role("region", name="This week")
    await expect(week.get_by_text("You were there")).to_be_visible()

    await sync_to_async(granted)(house)
    dana = await open_page("dana")
    await dana.locator("main a[href$='/record']").first.click()
    await expect(dana.get_by_text("Record verified")).to_be_visible()
    people = dana.get_by_role("table", name="Participants")
    mine = people.get_by_role("row").filter(has_text="1 hand")
    await expect(mine).to_contain_text("present", ignore_case=True)
    await expect(people.get_by_role("row").filter(has_text="absent")).to_have_count(2)
    everything = dana.get_by_role("region", name="Everything that happened")
    await everything.scroll_into_view_if_needed()
    await expect(everything.get_by_text("ended the group").first).to_be_visible()
    assert "bob" not in (await dana.inner_text("body")).lower()


async def test_a_participant_loads_little_on_the_way_into_a_room(open_page):
    """At most 260 KB of JavaScript, packed, from the sign-in to the seat in the circle.

    Sound and picture are loaded after that, while one sits there already.
    """
    alice = await open_page("alice")
    await enter(alice)
    await alice.get_by_role("button", name="Come in").click()
    bob = await open_page("bob", size=PHONE)
    scripts: dict[str, int] = {}

    async def weigh(response: Response) -> None:
        if response.url.endswith(".js") and "/opened-" not in response.url:
            scripts[response.url] = len(gzip.compress(await response.body()))

    bob.on("response", weigh)
    await bob.reload()
    await enter(bob)
    await knock(bob)
    await alice.get_by_role("button", name="Admit", exact=True).click()
    await bob.get_by_role("button", name="Raise hand").wait_for()
    assert len(scripts) > 2
    assert sum(scripts.values()) <= MOST_BYTES, scripts
