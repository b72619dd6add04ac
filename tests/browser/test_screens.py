"""Every page of the made-up clinic, as each persona meets it: seen, heard and reached."""

import pytest
from playwright.async_api import Page

from sessions_app.demo import cast
from tests.browser.eyes import look
from tests.conftest import Serve

pytestmark = [
    pytest.mark.browser,
    pytest.mark.timeout(300),
    pytest.mark.parametrize("stack", ["embedded"], indirect=True),
]


@pytest.fixture
def demo(serve: Serve) -> str:
    """The address of a server with the demo clinic."""
    return serve("--demo").url


async def signed_in(browser, url: str, name: str) -> Page:
    place = await browser.new_context(base_url=url, viewport={"width": 1280, "height": 800})
    page = await place.new_page()
    await page.goto("/")
    await page.get_by_label("E-mail or sign-in name").fill(f"{name}@harbor.example")
    await page.get_by_label("Password", exact=True).fill(cast.PASSWORD)
    await page.get_by_role("button", name="Sign in", exact=True).click()
    await page.get_by_role("link", name="Account").first.wait_for(state="attached")
    return page


async def see(page: Page, path: str, name: str) -> None:
    await page.goto(path)
    await page.wait_for_load_state("networkidle")
    assert await page.get_by_role("heading", level=1).count() == 1, f"{path} has no heading"
    await look(page, name)


async def first(page: Page, path: str) -> str:
    """Where the first link to such a page leads."""
    found = page.locator(f"main a[href^='{path}']").first
    return await found.get_attribute("href") or ""


async def test_before_one_is_signed_in(browser, demo):
    page = await browser.new_page(base_url=demo)
    await page.goto("/")
    await page.get_by_label("Password", exact=True).wait_for()
    await look(page, "sign-in")
    await page.goto("/#invitation=never-made")
    await page.reload()
    await page.wait_for_load_state("networkidle")
    assert "never-made" not in page.url
    await look(page, "invitation-unknown")


async def test_a_participant(browser, demo):
    birch = await signed_in(browser, demo, "birch")
    await see(birch, "/", "today")
    await see(birch, "/account", "account-participant")
    await see(birch, "/people", "nothing-participant")
    sage = await signed_in(browser, demo, "sage")
    await see(sage, "/", "today-to-sign")
    await sage.get_by_role("button", name="Read and sign").first.click()
    await look(sage, "agreement")


async def test_a_facilitator(browser, demo):
    page = await signed_in(browser, demo, "facilitator")
    await see(page, "/", "schedule")
    await see(page, await first(page, "/sessions/"), "session")
    await see(page, "/groups", "groups-facilitator")
    await see(page, await first(page, "/groups/"), "group-facilitator")
    await see(page, "/sessions", "records-facilitator")
    await see(page, "/people", "nothing-facilitator")


async def test_an_administrator(browser, demo):
    page = await signed_in(browser, demo, "administrator")
    await see(page, "/", "schedule-administrator")
    await see(page, "/people", "people")
    await see(page, await first(page, "/people/u_"), "person")
    await see(page, "/people/invitations", "invitations")
    await see(page, "/groups", "groups")
    await see(page, await first(page, "/groups/"), "group")
    await see(page, "/audit", "audit")
    await see(page, "/account", "account-staff")


async def test_an_auditor(browser, demo):
    page = await signed_in(browser, demo, "auditor")
    await see(page, "/sessions", "records")
    record = page.locator("main a[href$='/record']").last
    await see(page, await record.get_attribute("href") or "", "record")
    await see(page, "/audit", "audit-auditor")
