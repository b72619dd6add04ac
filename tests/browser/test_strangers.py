"""Addresses that somebody made up, and names that would be markup: each shows a page, no more."""

import re

import pytest
from asgiref.sync import sync_to_async

from accounts.models import User
from tests.browser.conftest import PHONE, Open, enter
from tests.live.house import House

MARKUP = '<img src=x onerror="window.ran=1"> $t(app.back) {{name}}'
KEPT = "JSON.stringify([localStorage, sessionStorage, window.ran ?? null, location.search])"


async def test_a_made_up_address_shows_a_page(open_page: Open) -> None:
    page = await open_page("olga")
    for day in ("9999-99-99", "0000-00-00", "x"):
        await page.goto(f"/?from={day}")
        await page.get_by_role("heading", name="Hello, Olga").wait_for()
    for address in ("groups/..%2Fme", "sessions/..%2Fme", "groups/%252e%252e%2Fme", "people/.."):
        await page.goto(f"/{address}")
        await page.get_by_role("heading", name=re.compile("nothing here|Olga")).wait_for()


async def test_the_tab_of_the_staffs_home_names_nobody(open_page: Open) -> None:
    page = await open_page("alice")
    await page.get_by_role("heading", name="Hello, Alice").wait_for()
    assert await page.title() == "Schedule · vgroup"


@pytest.mark.parametrize("group_name", [MARKUP])
async def test_a_name_is_never_markup_and_is_kept_nowhere(open_page: Open, house: House) -> None:
    await sync_to_async(_rename)(house)
    bob, group = house.people["bob"].public_id, house.group.pk
    olga = await open_page("olga")
    for address in ("", "groups", f"groups/{group}", f"people/{bob}", f"sessions/{house.id}"):
        await olga.goto(f"/{address}")
        await olga.get_by_text(MARKUP).first.wait_for()
        assert await olga.evaluate(KEPT) == '[{},{},null,""]'
    await olga.goto(f"/people/{bob}")
    await olga.get_by_text(MARKUP).first.wait_for()
    assert await olga.title() == "Person · vgroup"
    page = await open_page("bob", PHONE)
    await page.get_by_role("heading", name=f"Hello, {MARKUP}").wait_for()
    assert await page.title() == "Today · vgroup"
    await enter(page)
    await page.get_by_text(MARKUP).first.wait_for()
    assert await page.evaluate(KEPT) == '[{},{},null,""]'


def _rename(house: House) -> None:
    User.objects.filter(pk=house.people["bob"].pk).update(preferred_name=MARKUP, legal_name=MARKUP)
