"""A real Chromium accepts our pages under the strict headers."""

import pytest
from playwright.async_api import Browser, ConsoleMessage

from tests.process import ServerProcess


@pytest.mark.browser
@pytest.mark.parametrize("stack", ["embedded"], indirect=True)
async def test_the_sign_in_of_the_admin_breaks_no_rule(
    browser: Browser, server: ServerProcess
) -> None:
    complaints: list[str] = []

    def note(message: ConsoleMessage) -> None:
        if not message.location["url"].endswith("/favicon.ico"):
            complaints.append(message.text)

    page = await browser.new_page()
    page.on("console", note)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    await page.goto(f"{server.url}/admin/")
    assert await page.get_by_label("Password").is_visible()
    assert complaints == []
