"""The page of the HTTP door in a real browser: complete, and within the content policy."""

import pytest
from playwright.async_api import Browser

from tests.process import ServerProcess


@pytest.mark.browser
@pytest.mark.parametrize("stack", ["embedded"], indirect=True)
async def test_the_page_shows_every_address_without_a_complaint(
    server: ServerProcess, browser: Browser
) -> None:
    page = await browser.new_page()
    told: list[str] = []
    page.on(
        "console", lambda message: told.append(message.text) if message.type == "error" else None
    )
    page.on("pageerror", lambda error: told.append(str(error)))
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    await page.goto(f"{server.url}/api/v1/docs")
    await page.get_by_text("/sessions/{id}/commands").first.wait_for()
    assert await page.get_by_text("/sign-in/code").count() >= 1
    await page.locator("#operations-sessions-sessions_commands_create button").first.click()
    await page.get_by_text("Give the room a command, for automation").first.wait_for()
    assert told == []
    assert {url.split("/")[2] for url in asked if url.startswith("http")} == {
        server.url.split("/")[2]
    }
