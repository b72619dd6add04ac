"""What somebody who looks at a page of the web app sees of others."""

import asyncio
import re
import time
from typing import Any, Protocol

from playwright.async_api import Page

# The frames of each picture on the page, those of whoever was seen longest first. Of a stream
# Firefox counts those that it painted only.
FRAMES = """() => [...document.querySelectorAll("video")]
  .filter((video) => video.videoWidth > 0)
  .map((one) => one.mozPaintedFrames ?? one.getVideoPlaybackQuality().totalVideoFrames)
  .sort((one, other) => other - one)"""


class Window(Protocol):
    """A page of whatever browser."""

    async def evaluate(self, expression: str, /) -> Any:
        """What a function of the page answers."""


async def sees(page: Window, pictures: int, patience_s: float = 15) -> float:
    """Wait until so many pictures move; the seconds it took."""
    began = time.monotonic()
    before: list[int] = []
    while time.monotonic() < began + patience_s:
        now: list[int] = await page.evaluate(FRAMES)
        pairs = list(zip(now, before, strict=False))
        if len(now) == len(before) == pictures and all(a > b + 1 for a, b in pairs):
            return time.monotonic() - began
        before = now
        await asyncio.sleep(0.5)
    raise AssertionError(f"{before} frames of {pictures} pictures do not move")


async def code(page: Page) -> list[str]:
    """The four groups of digits that people of an encrypted group compare aloud."""
    await page.get_by_role("button", name="Encrypted").click()
    dialog = page.get_by_role("dialog")
    digits: list[str] = []
    for _ in range(50):
        digits = re.findall(r"\b\d{4}\b", await dialog.inner_text())
        if len(digits) == 4:
            break
        await asyncio.sleep(0.2)
    await page.keyboard.press("Escape")
    await dialog.wait_for(state="detached")
    return digits
